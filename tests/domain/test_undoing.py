from datetime import UTC, datetime

import pytest

from hobnob.domain.moments import from_us, to_us
from hobnob.domain.undoing import day_of_act, newest_act_words, unasked_since_us


@pytest.mark.parametrize(
    ("now", "zone", "since"),
    [
        ("2026-11-22 15:00", "UTC", "2026-11-22 00:00"),
        ("2026-11-22 15:00", "Europe/Amsterdam", "2026-11-21 23:00"),
        ("2026-11-22 03:00", "America/New_York", "2026-11-21 05:00"),
    ],
)
def test_what_was_done_today_is_undone_without_a_question(now: str, zone: str, since: str) -> None:
    assert in_words(unasked_since_us(us(now), zone)) == since


def test_what_was_done_before_midnight_in_the_same_sitting_is_not_asked_about_either() -> None:
    assert in_words(unasked_since_us(us("2026-11-22 00:30"), "UTC")) == "2026-11-21 22:30"


def test_the_day_is_that_of_this_machine_and_has_its_year_where_that_is_another() -> None:
    now_us, late_us = us("2026-11-22 15:00"), us("2026-10-31 23:30")
    assert day_of_act(late_us, now_us, "UTC") == "Saturday 31 October"
    assert day_of_act(late_us, now_us, "Europe/Amsterdam") == "Sunday 1 November"
    assert day_of_act(us("2025-11-01 12:00"), now_us, "UTC") == "Saturday 1 November 2025"


def test_the_question_names_the_day_and_the_act() -> None:
    assert newest_act_words("the note about Ana", "Sunday 1 November") == (
        "The newest thing you did is from Sunday 1 November: the note about Ana."
    )


def us(moment: str) -> int:
    return to_us(datetime.fromisoformat(moment).replace(tzinfo=UTC))


def in_words(moment_us: int) -> str:
    return f"{from_us(moment_us):%Y-%m-%d %H:%M}"
