"""People about whom a hygiene check may say something else than at the last look.

That is whoever did something, was told of or decided about since, and whom I follow: silence grows
by itself. A file brings what is old, so that after one everybody is to be looked at.
"""

from collections.abc import Iterable

from django.db.models import Q

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Stream
from hobnob.domain.people import Network
from hobnob.storage.models import (
    Account,
    CheckRun,
    Decision,
    Finding,
    Interaction,
    Post,
    Profile,
    Source,
    Tie,
)

_ARRIVES_WITHIN = 7 * DAY
"""What happens is read live within a week, or not before the next sync after a long pause."""


def last_look_us() -> int | None:
    """When the last whole look began; None: there was none, or a file came in since."""
    last = CheckRun.objects.filter(ended_us__isnull=False).order_by("-pk").first()
    if last is None:
        return None
    files = Source.objects.filter(stream__isnull=True, finished_us__gte=last.began_us)
    return None if files.exists() else last.began_us


def people_changed_since(us: int) -> set[int]:
    """The people of all accounts that something is new about since a moment, and whom I follow."""
    accounts: set[int] = set()
    for some in (*_followed(), *_new_since(us)):
        accounts.update(some)
    people = Account.objects.filter(is_me=False).values_list("pk", "person_id")
    return {person_id for account_id, person_id in people.iterator() if account_id in accounts}


def _followed() -> Iterable[Iterable[int]]:
    follows = Interaction.objects.filter(
        network__in=list(Network), kind=Kind.FOLLOW, direction=Direction.FROM_ME
    )
    yield follows.exclude(contact=None).values_list("contact_id", flat=True)
    ties = Tie.objects.filter(state__stream=Stream.FOLLOWING, ended_us__isnull=True)
    yield ties.values_list("account_id", flat=True)


def _new_since(us: int) -> Iterable[Iterable[int]]:
    recent = Q(at_us__gte=us - _ARRIVES_WITHIN)
    happened = Interaction.objects.filter(recent).exclude(contact=None)
    yield happened.values_list("contact_id", flat=True)
    yield Post.objects.filter(recent).exclude(author=None).values_list("author_id", flat=True)
    yield Profile.objects.filter(seen_us__gte=us).values_list("account_id", flat=True)
    ties = Tie.objects.filter(Q(first_us__gte=us) | Q(ended_us__gte=us))
    yield ties.values_list("account_id", flat=True)
    decided = Decision.objects.filter(made_us__gte=us).exclude(account=None)
    yield decided.values_list("account_id", flat=True)
    found = Finding.objects.filter(ended_us__isnull=True)
    yield found.values_list("account_id", flat=True)
