from dataclasses import dataclass

import pytest

from hobnob.domain.post_kinds import PostKind
from hobnob.domain.triage import Sort, by_person, how_often, in_groups, in_order, is_seldom


@dataclass
class Read:
    post_id: int
    author_id: int = 1
    kind: str = PostKind.DISCUSSION
    at_us: int | None = 100
    author_posts_per_week: float = 10.0
    is_new_discussion: bool = False


def numbers(rows: list[Read]) -> list[int]:
    return [row.post_id for row in rows]


def test_groups_come_in_the_order_of_reading_and_empty_ones_not_at_all() -> None:
    rows = [Read(n, kind=kind) for n, kind in enumerate(reversed(PostKind)) if kind != "picture"]
    assert [group.title for group in in_groups(rows)] == [
        "Discussion",
        "Questions you could answer",
        "News of their life",
        "Reposts",
        "Said to everybody",
        "Link-drops",
    ]


def test_only_link_drops_are_folded() -> None:
    rows = [Read(n, kind=kind) for n, kind in enumerate(PostKind)]
    assert [group.kind for group in in_groups(rows) if group.is_folded] == ["link-drop"]


def test_a_link_that_people_talk_about_by_now_is_discussion() -> None:
    back = Read(1, kind=PostKind.LINK_DROP, is_new_discussion=True)
    (group,) = in_groups([back])
    assert group.kind is PostKind.DISCUSSION


def test_those_who_seldom_post_are_lifted_and_the_rest_is_newest_first() -> None:
    often = [Read(1, at_us=300), Read(2, at_us=400)]
    seldom = [Read(3, at_us=10, author_posts_per_week=0.5)]
    assert numbers(in_order([*often, *seldom])) == [3, 2, 1]


def test_who_wants_the_newest_first_gets_nobody_lifted() -> None:
    rows = [Read(1, at_us=300), Read(2, at_us=10, author_posts_per_week=0.5)]
    assert numbers(in_order(rows, Sort.NEWEST)) == [1, 2]
    assert numbers(in_order(rows, Sort.OLDEST)) == [2, 1]


@pytest.mark.parametrize("sort", Sort)
def test_posts_of_unknown_date_come_last(sort: Sort) -> None:
    rows = [Read(1, at_us=None), Read(2, at_us=5), Read(3, at_us=None)]
    assert numbers(in_order(rows, sort)) == [2, 1, 3]


def test_by_person_keeps_together_what_somebody_said() -> None:
    rows = [
        Read(1, author_id=7, kind=PostKind.LINK_DROP, at_us=900),
        Read(2, author_id=8, kind=PostKind.STORY, at_us=800),
        Read(3, author_id=7, kind=PostKind.DISCUSSION, at_us=100),
    ]
    assert [numbers(those) for those in by_person(rows)] == [[3, 1], [2]]


@pytest.mark.parametrize(
    ("posts_per_week", "words"),
    [
        (0.0, "posts about once a month, or less"),
        (0.5, "posts about twice a month"),
        (1.0, "posts about once a week"),
        (3.2, "posts about 3 times a week"),
        (7.0, "posts about once a day"),
        (29.0, "posts about 4 times a day"),
    ],
)
def test_how_often_somebody_posts_is_said_in_words(posts_per_week: float, words: str) -> None:
    assert how_often(posts_per_week) == words


def test_twice_a_week_is_not_seldom() -> None:
    assert is_seldom(1.9)
    assert not is_seldom(2.0)
