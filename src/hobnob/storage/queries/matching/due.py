"""Whether there is anything new to look at since supporters were last looked for."""

from django.db.models import Q

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import HOUR
from hobnob.storage.models import Account, Decision, LookupBasis, Source
from hobnob.storage.queries.matching.open import looks
from hobnob.storage.queries.matching.pool import accounts_around_me, may_be_looked_for

_AT_MOST_EVERY = 20 * HOUR
"""Whoever is looked for one evening is looked for the next."""
_KIND = "supporters"
"""What a source is called that is a file of supporters."""
_TEACHES = (Verb.SAME, Verb.NOT_SAME, Verb.HOUSEHOLD, Verb.APART, Verb.UNDO)


def is_match_due(now_us: int) -> bool:
    """Whether to look by itself: people may be looked up, and not all is as at the last look.

    Who came in by a file or came near since is looked at within the hour; what else may change a
    proposal waits for the night. A look weighs everybody against everybody: one account more may
    make another one doubtful.
    """
    if not LookupBasis.objects.exists() or not may_be_looked_for().exists():
        return False
    last = looks().filter(ended_us__isnull=False).order_by("-pk").first()
    if last is None:
        return True
    if _is_file_new(last.began_us):
        return True
    if now_us - last.began_us < _AT_MOST_EVERY:
        return False
    return _is_anybody_new(last.began_us, last.accounts) or _was_anything_said(last.began_us)


def _is_file_new(since_us: int) -> bool:
    """Whether a file was read to its end since then, however long ago it was saved."""
    return Source.objects.filter(kind=_KIND, finished_us__gte=since_us).exists()


def _is_anybody_new(since_us: int, accounts: int) -> bool:
    changed = Account.objects.filter(Q(seen_us__gte=since_us) | Q(person__made_us__gte=since_us))
    return changed.exists() or accounts_around_me().count() != accounts


def _was_anything_said(since_us: int) -> bool:
    return Decision.objects.filter(verb__in=_TEACHES, made_us__gte=since_us).exists()
