import pytest

from hobnob.domain.time_spent import NOT_COUNTED, about, time_spent

TODAY = 20_779
"""22 November 2026, a Sunday."""


def test_who_was_never_there_is_told_how_it_is_counted() -> None:
    assert time_spent({}, TODAY) == NOT_COUNTED
    assert time_spent({TODAY - 28: 600, TODAY + 1: 600}, TODAY) == NOT_COUNTED


def test_it_says_how_long_on_which_days_and_how_much_this_week() -> None:
    days = {TODAY: 600, TODAY - 7: 900, TODAY - 9: 300, TODAY - 14: 600}
    assert time_spent(days, TODAY) == (
        "About 40 minutes in the last 4 weeks, most on Sundays; about 10 minutes of it this week."
    )


def test_one_day_is_no_habit() -> None:
    assert time_spent({TODAY: 300}, TODAY) == (
        "About 5 minutes in the last 4 weeks; all of it this week."
    )
    assert time_spent({TODAY - 8: 300, TODAY - 9: 60}, TODAY) == (
        "About 6 minutes in the last 4 weeks."
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "less than a minute"),
        (60, "about 1 minute"),
        (19 * 60, "about 19 minutes"),
        (43 * 60, "about 45 minutes"),
        (100 * 60, "about 1½ hours"),
        (125 * 60, "about 2 hours"),
    ],
)
def test_a_length_of_time_is_said_roughly(seconds: int, words: str) -> None:
    assert about(seconds) == words
