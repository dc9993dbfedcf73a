"""What can be logged, and on which day: never one that is still to come."""

from datetime import UTC, date, datetime

import pytest

from hobnob.domain.by_hand import (
    MINE,
    SORTS,
    THEIRS,
    NotADay,
    NothingLikeIt,
    decision_of,
    moment_on,
    native_id,
    read_day,
    sort_of,
    today_at,
)
from hobnob.domain.interactions import Direction
from hobnob.domain.moments import HOUR, to_us

TODAY = date(2026, 11, 18)  # a Wednesday
NOW_US = to_us(datetime(2026, 11, 18, 15, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("", TODAY),
        ("today", TODAY),
        (" Yesterday ", date(2026, 11, 17)),
        ("2026-11-02", date(2026, 11, 2)),
        ("tuesday", date(2026, 11, 17)),
        ("Thu", date(2026, 11, 12)),
        ("wednesday", date(2026, 11, 11)),
    ],
)
def test_a_day_is_read_as_people_say_it(words: str, day: date) -> None:
    assert read_day(words, TODAY) == day


@pytest.mark.parametrize("words", ["soon", "tu", "2026-13-40", "the day before"])
def test_what_is_no_day_is_refused_with_how_to_write_one(words: str) -> None:
    with pytest.raises(NotADay, match="write yesterday, tuesday or 2026-11-02"):
        read_day(words, TODAY)


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(NotADay, match="19 November 2026 is still to come: log it once"):
        read_day("2026-11-19", TODAY)


def test_a_day_before_hobnob_counts_is_refused() -> None:
    with pytest.raises(NotADay, match="begins in 1970"):
        read_day("1969-12-31", TODAY)


def test_today_is_now_and_another_day_is_about_noon() -> None:
    assert moment_on(TODAY, today=TODAY, now_us=NOW_US) == NOW_US
    noon = to_us(datetime(2026, 11, 17, 12, tzinfo=UTC))
    assert moment_on(date(2026, 11, 17), today=TODAY, now_us=NOW_US) == noon


def test_no_moment_is_to_come_even_where_the_day_begins_first() -> None:
    before_noon = to_us(datetime(2026, 11, 17, 11, tzinfo=UTC))
    today = today_at(before_noon, "Pacific/Kiritimati")
    assert today == TODAY
    assert moment_on(date(2026, 11, 17), today=today, now_us=before_noon) == before_noon


def test_the_day_is_that_of_where_one_is() -> None:
    late = to_us(datetime(2026, 11, 18, 23, 30, tzinfo=UTC))
    assert today_at(late, "Europe/Amsterdam") == date(2026, 11, 19)
    assert today_at(late - HOUR, "America/New_York") == TODAY


def test_each_key_and_each_word_means_one_thing() -> None:
    assert len({each.key for each in (*MINE, *THEIRS)}) == len(SORTS)
    assert all(each.key.islower() for each in MINE)
    assert all(each.key.isupper() for each in THEIRS)
    assert {each.direction for each in MINE} == {Direction.FROM_ME}
    assert {each.direction for each in THEIRS} == {Direction.TOWARDS_ME}


def test_a_deed_is_found_by_its_word() -> None:
    assert sort_of(" Call ").key == "c"
    with pytest.raises(NothingLikeIt, match="“yell” cannot be logged: give one of call, met"):
        sort_of("yell")


def test_a_line_knows_its_decision() -> None:
    assert decision_of(native_id(12)) == 12
    assert decision_of("12") is None
    assert decision_of("by hand:me") is None
