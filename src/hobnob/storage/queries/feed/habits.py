"""What somebody usually posts: how often, and how much of it only leads away."""

from collections.abc import Collection

from django.db.models import Case, FloatField, OuterRef, Q, QuerySet, Subquery, When

from hobnob.domain.feed import HABITS_OF
from hobnob.domain.moments import WEEK
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.triage import SELDOM_A_WEEK
from hobnob.storage.models import Account, Post
from hobnob.storage.queries.counted import Counted

_WEEKS = HABITS_OF / WEEK

_ENOUGH = int(SELDOM_A_WEEK * _WEEKS) + 1
"""Who posted so often does not post seldom: nobody needs to count further."""

_SAMPLE = 40
"""Newest posts of somebody that say what they usually post."""

_SMALL_SAMPLE = 5
"""Fewer say nothing about a habit."""


class _ShareOfLinks(Subquery):
    """The share of links among the posts of a subquery; null where they are too few."""

    template = (
        "(SELECT CASE WHEN COUNT(*) < %(least)s THEN NULL ELSE AVG(sampled.is_link) END "
        "FROM (%(subquery)s) sampled)"
    )
    output_field = FloatField()


def posts_per_week(person_ids: Collection[int], now_us: int) -> dict[int, float]:
    """By person: how often they post, over all their accounts; all who post often look alike.

    Whose first known post is a few days old may post every day: those days count, not the weeks
    before them.
    """
    recent = _recent(now_us)
    accounts = Account.objects.filter(person_id__in=list(person_ids)).annotate(
        count=Counted(recent.values("pk")[:_ENOUGH]),
        oldest_us=Subquery(recent.order_by("at_us").values("at_us")[:1]),
    )
    counts: dict[int, int] = {}
    oldest: dict[int, int] = {}
    for person_id, count, oldest_us in accounts.values_list("person_id", "count", "oldest_us"):
        counts[person_id] = counts.get(person_id, 0) + count
        oldest[person_id] = min(oldest.get(person_id, now_us), oldest_us or now_us)
    return {
        person_id: count / max(1.0, (now_us - oldest[person_id]) / WEEK)
        for person_id, count in counts.items()
    }


def link_shares(account_ids: Collection[int], now_us: int) -> dict[int, float]:
    """By account: the share of links in its newest posts, 0-1; none where there are only a few."""
    newest = _recent(now_us).order_by("-at_us")[:_SAMPLE]
    leads_away = Q(kind=PostKind.LINK_DROP) | Q(is_close_call=True)
    is_link = Case(When(leads_away, then=1.0), default=0.0, output_field=FloatField())
    sampled = newest.annotate(is_link=is_link).values("is_link")
    accounts = Account.objects.filter(pk__in=list(account_ids))
    shares = accounts.annotate(share=_ShareOfLinks(sampled, least=_SMALL_SAMPLE))
    known = shares.filter(share__isnull=False)
    return dict(known.values_list("pk", "share"))


def _recent(now_us: int) -> QuerySet[Post]:
    """What the account of the outer query posted of late."""
    return Post.objects.filter(
        author=OuterRef("pk"), at_us__gte=now_us - HABITS_OF, at_us__lte=now_us
    )
