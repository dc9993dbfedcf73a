"""The order in which a list's posts are read: what can be talked about first, links folded, last.

Within a group those who seldom post come first: a word of theirs is easily missed among the posts
of those who post all day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from hobnob.domain.post_kinds import PostKind

TITLES = {
    PostKind.DISCUSSION: "Discussion",
    PostKind.QUESTION: "Questions you could answer",
    PostKind.STORY: "News of their life",
    PostKind.PICTURE: "Pictures",
    PostKind.REPOST: "Reposts",
    PostKind.BROADCAST: "Said to everybody",
    PostKind.LINK_DROP: "Link-drops",
}
"""What each group is called, in the order of reading."""

FOLDED = frozenset({PostKind.LINK_DROP})
"""Groups of which only the number is shown, until somebody asks for them."""

SELDOM_A_WEEK = 2.0
"""Who posts less often than this is lifted."""


class Sort(StrEnum):
    """How the posts of a group follow each other."""

    SELDOM_FIRST = "seldom first"
    NEWEST = "newest first"
    OLDEST = "oldest first"


class Row(Protocol):
    """What the order of reading looks at: one post in a feed."""

    @property
    def post_id(self) -> int:
        """Its number here."""
        ...

    @property
    def author_id(self) -> int:
        """Whose it is: the person, so that their accounts stand together."""
        ...

    @property
    def kind(self) -> str:
        """What it is to its reader, habits of its author considered."""
        ...

    @property
    def at_us(self) -> int | None:
        """When it was posted; None where nobody knows."""
        ...

    @property
    def author_posts_per_week(self) -> float:
        """How often its author posts, of late."""
        ...

    @property
    def is_new_discussion(self) -> bool:
        """Seen before, and answers have come since: it is back because of them."""
        ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[R]):
    """Posts of one kind, in the order to read them."""

    kind: PostKind
    rows: list[R]

    @property
    def title(self) -> str:
        """What stands above it."""
        return TITLES[self.kind]

    @property
    def is_folded(self) -> bool:
        """Whether only its number is shown at first."""
        return self.kind in FOLDED


def group_of(row: Row) -> PostKind:
    """The group a post is read in: talk about a link is talk, so what came back is discussion."""
    return PostKind.DISCUSSION if row.is_new_discussion else PostKind(row.kind)


def in_groups(rows: Iterable[R], sort: Sort = Sort.SELDOM_FIRST) -> list[Group[R]]:
    """The posts by group, in the order of reading; groups without posts are left out."""
    found: dict[PostKind, list[R]] = {kind: [] for kind in TITLES}
    for row in rows:
        found[group_of(row)].append(row)
    return [Group(kind=kind, rows=in_order(those, sort)) for kind, those in found.items() if those]


def in_order(rows: Iterable[R], sort: Sort = Sort.SELDOM_FIRST) -> list[R]:
    """The posts of one group as they follow each other; those of unknown date come last."""
    return sorted(rows, key=lambda row: _place(row, sort))


def by_person(rows: Iterable[R], sort: Sort = Sort.SELDOM_FIRST) -> list[list[R]]:
    """The posts of each person together, kinds in the order of reading.

    People follow each other as the best of their posts would: the first by group, then by `sort`.
    """
    people: dict[int, list[R]] = {}
    for group in in_groups(rows, sort):
        for row in group.rows:
            people.setdefault(row.author_id, []).append(row)
    return list(people.values())


def _place(row: Row, sort: Sort) -> tuple[bool, bool, bool, int, int]:
    """Talk that goes on comes first: it came back for its answers."""
    is_common = sort is Sort.SELDOM_FIRST and not is_seldom(row.author_posts_per_week)
    at_us = row.at_us or 0
    when = at_us if sort is Sort.OLDEST else -at_us
    return (not row.is_new_discussion, is_common, row.at_us is None, when, row.post_id)


def is_seldom(posts_per_week: float) -> bool:
    """Whether somebody posts so seldom that a post of theirs is lifted."""
    return posts_per_week < SELDOM_A_WEEK


def how_often(posts_per_week: float) -> str:
    """How often somebody posts, in words: "posts about twice a month"."""
    if posts_per_week < 0.35:
        return "posts about once a month, or less"
    if posts_per_week < 0.75:
        return "posts about twice a month"
    if posts_per_week < 1.5:
        return "posts about once a week"
    if posts_per_week < 5:
        return f"posts about {round(posts_per_week)} times a week"
    per_day = round(posts_per_week / 7)
    return "posts about once a day" if per_day <= 1 else f"posts about {per_day} times a day"
