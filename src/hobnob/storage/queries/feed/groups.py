"""Unread posts put together: by what they are, by person, or by how near their authors are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hobnob.domain.post_kinds import Judged, PostKind, with_habit
from hobnob.domain.triage import Sort, by_person, in_groups, in_order, is_seldom
from hobnob.storage.models import Membership
from hobnob.storage.queries.feed.habits import link_shares, posts_per_week
from hobnob.storage.queries.feed.unread import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Posts that stand under one title, in the order to read them."""

    key: str
    title: str
    posts: Sequence[Unread]
    on_list: str = ""
    """Key of the list that all their authors are on, where that is what they have in common."""


def weigh(posts: Sequence[Unread], now_us: int) -> None:
    """Note what their authors usually post: links with words may turn out to be link-drops."""
    per_week = posts_per_week({each.author_id for each in posts}, now_us)
    doubted = [each for each in posts if each.is_close_call]
    shares = link_shares({each.account_id for each in doubted}, now_us) if doubted else {}
    for each in posts:
        each.author_posts_per_week = per_week.get(each.author_id, 0.0)
    for each in doubted:
        judged = Judged(kind=PostKind(each.kind), because=each.because, is_close_call=True)
        judged = with_habit(judged, shares.get(each.account_id))
        each.kind, each.because = str(judged.kind), judged.because


def _lift(posts: Sequence[Unread], sort: Sort) -> Sequence[Unread]:
    """The same, those marked that stand before somebody who posts more often."""
    seldom = [each for each in posts if is_seldom(each.author_posts_per_week)]
    if sort is Sort.SELDOM_FIRST and len(seldom) < len(posts):
        for each in seldom:
            each.is_lifted = True
    return posts


def by_kind(posts: Iterable[Unread], sort: Sort) -> list[Together]:
    """What can be talked about first."""
    return [
        Together(key=str(group.kind), title=group.title, posts=_lift(group.rows, sort))
        for group in in_groups(posts, sort)
    ]


def by_author(posts: Iterable[Unread], sort: Sort) -> list[Together]:
    """Each person's posts together."""
    return [
        Together(key=str(theirs[0].author_id), title="", posts=theirs)
        for theirs in by_person(posts, sort)
    ]


def by_nearness(posts: Sequence[Unread], sort: Sort) -> list[Together]:
    """Those whom I keep closest first: a title for each list."""
    lists = _closest_lists({each.author_id for each in posts})
    found: dict[tuple[str, str], list[Unread]] = {each: [] for each in lists.values()}
    for each in in_order(posts, sort):
        if each.author_id in lists:
            found[lists[each.author_id]].append(each)
    return [
        Together(key=key, title=name, posts=those, on_list=key)
        for (key, name), those in found.items()
    ]


def _closest_lists(person_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """By person, the closest first: key and name of the closest list they are on."""
    on = Membership.objects.filter(
        person_id__in=list(person_ids), is_member=True, faded_us__isnull=True
    )
    closest: dict[int, tuple[str, str]] = {}
    for person_id, key, name in on.order_by("-list__stage", "list__position", "pk").values_list(
        "person_id", "list__key", "list__name"
    ):
        closest.setdefault(person_id, (key, name))
    return closest
