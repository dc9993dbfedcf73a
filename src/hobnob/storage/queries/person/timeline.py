"""Everything that went between one person and me, on one timeline, the newest first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, Subquery

from hobnob.domain.happened_words import did
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.domain.stage_history import day
from hobnob.storage.models import Deed, DeletedPost, Interaction

PAGE = 50
"""Lines of the timeline on one page."""

_SHARES = (Kind.REPOST, Kind.LIKE)
_ONLINE = (*TALK, *_SHARES, Kind.FOLLOW, Kind.BLOCK, Kind.MUTE)
SHOWN = {
    "all": Q(),
    "talk": Q(kind__in=TALK),
    "shares": Q(kind__in=_SHARES),
    "offline": ~Q(kind__in=_ONLINE) | Q(kind__in=(Kind.CALL, Kind.MEETING)),
}
"""What the timeline can be narrowed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One thing that happened."""

    kind: str
    is_mine: bool
    did: str
    text: str
    when: str
    at_us: int | None
    url: str
    network: str
    answer_id: int | None
    """The post to answer, where it is theirs and in my reach."""
    is_private: bool
    is_deleted: bool
    """Its author took the words back."""


def timeline(account_ids: Sequence[int], shown: str, page: int) -> list[Interaction]:
    """The lines of a page of the timeline, and one more where there are more."""
    start = (page - 1) * PAGE
    end = start + PAGE + 1
    newest = Interaction.objects.filter(SHOWN.get(shown, Q())).order_by(
        F("at_us").desc(nulls_last=True), F("order").desc(nulls_last=True), "-pk"
    )
    # Of each account the newest, by its range of the index: thousands that no page shows are not
    # read, nor is what is marked on them.
    of_accounts = Q(pk__in=[])
    for each in account_ids:
        of_accounts |= Q(pk__in=newest.filter(contact_id=each).values("pk")[:end])
    deleted = DeletedPost.objects.filter(
        network=OuterRef("network"), native_id=OuterRef("post__native_id")
    )
    logged = Deed.objects.filter(interaction=OuterRef("pk"), decision__undone_by__isnull=True)
    marked = (
        newest.filter(of_accounts)
        .select_related("post")
        .annotate(
            is_deleted=Exists(deleted), logged_words=Subquery(logged.values("decision__why")[:1])
        )
    )
    return list(marked[start:end])


def _did(each: Interaction) -> str:
    """ "You answered them", "They liked your post"."""
    return did(each.kind, is_mine=each.direction == Direction.FROM_ME)


def timeline_row(each: Interaction, mine: Collection[str], now_us: int) -> TimelineRow:
    """A line as the page shows it. `mine` are the networks where I have an account."""
    post = each.post
    is_theirs = each.direction == Direction.TOWARDS_ME and each.kind in TALK
    return TimelineRow(
        kind=each.kind,
        is_mine=each.direction == Direction.FROM_ME,
        did=_did(each),
        text=post.text if post else getattr(each, "logged_words", None) or "",
        when=ago(each.at_us, now_us),
        at_us=each.at_us,
        url=web_url(post.network, post.native_id, post.url) if post else "",
        network=each.network,
        answer_id=post.pk if post and is_theirs and each.network in mine else None,
        is_private=post.is_private if post else False,
        is_deleted=getattr(each, "is_deleted", False),
    )


def first_between_us(account_ids: Sequence[int], now_us: int) -> str:
    """What came first, in a sentence: "They mentioned you on 3 May 2024"; "" where nobody knows."""
    known = Interaction.objects.filter(
        contact_id__in=account_ids,
        at_us__isnull=False,
        direction__in=(Direction.TOWARDS_ME, Direction.FROM_ME),
    )
    first = known.order_by("at_us", "pk").first()
    return f"{_did(first)} on {day(first.at_us or 0, now_us)}" if first else ""
