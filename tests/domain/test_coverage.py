"""How many supporters are found, segment by segment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.coverage import (
    MAJOR,
    SEGMENTS,
    Progress,
    Segment,
    major,
    progress,
    segment_name,
)
from hobnob.domain.supporters import Relationship


def of(total: int, found: int) -> Progress:
    return Progress(total=total, found=found, possible=0, decided=found)


def test_a_segment_says_how_many_are_found() -> None:
    assert Segment(key=MAJOR, progress=of(50, 23)).sentence == "46% of major donors found"


@pytest.mark.parametrize(
    ("total", "found", "percent"),
    [(0, 0, 0), (3, 0, 0), (1000, 1, 1), (1000, 999, 99), (3, 3, 100), (3, 1, 33)],
)
def test_all_is_said_only_of_all_and_none_only_of_none(
    total: int, found: int, percent: int
) -> None:
    assert of(total, found).percent == percent


def test_whoever_is_found_or_fully_answered_is_decided() -> None:
    counted = progress({1, 2, 3, 4, 5}, found={1, 9}, possible={1, 2, 3}, answered={3, 4, 8})
    assert counted == Progress(total=5, found=1, possible=2, decided=2)


@given(*[st.sets(st.integers(0, 9))] * 4)
def test_nobody_is_counted_twice(
    people: set[int], found: set[int], possible: set[int], answered: set[int]
) -> None:
    counted = progress(people, found=found, possible=possible, answered=answered)
    assert counted.found <= counted.decided
    assert counted.decided + counted.possible <= counted.total == len(people)


def test_every_relationship_is_a_segment_with_a_name() -> None:
    assert set(Relationship) < set(SEGMENTS)
    assert all(segment_name(each) for each in SEGMENTS)


# ── Major donors ─────────────────────────────────────────────────────────────


def test_the_tenth_who_gave_most_is_major() -> None:
    given_by = {who: {"EUR": who * 100} for who in range(1, 21)}
    assert major(given_by) == {19, 20}


def test_each_currency_has_its_own_tenth() -> None:
    given_by = {1: {"EUR": 100}, 2: {"EUR": 50}, 3: {"JPY": 9_000}, 4: {"JPY": 1_000, "EUR": 10}}
    assert major(given_by) == {1, 3}


def test_of_those_who_gave_the_same_nobody_stands_out() -> None:
    assert major({who: {"EUR": 2_500} for who in range(20)}) == frozenset()
    assert major({0: {"EUR": 9_000}} | {who: {"EUR": 2_500} for who in range(1, 20)}) == {0}


def test_who_got_it_all_back_gave_nothing() -> None:
    assert major({1: {"EUR": 0}, 2: {"EUR": -500}}) == frozenset()


@given(st.dictionaries(st.integers(0, 40), st.fixed_dictionaries({"EUR": st.integers(-9, 9)})))
def test_no_more_than_a_tenth_is_major(given_by: dict[int, dict[str, int]]) -> None:
    givers = [each for each in given_by.values() if each["EUR"] > 0]
    assert len(major(given_by)) <= -(-len(givers) // 10)
