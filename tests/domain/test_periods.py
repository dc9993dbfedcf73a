from datetime import UTC, datetime

import pytest

from hobnob.domain.moments import DAY, to_us
from hobnob.domain.periods import NoPeriod, last_days, period

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
NOW_US = to_us(NOW)


def midnight(year: int, month: int, day: int) -> int:
    return to_us(datetime(year, month, day, tzinfo=UTC))


@pytest.mark.parametrize("since", ["", "90d", " 90 days ", "90D", "90 d"])
def test_the_usual_period_is_the_last_ninety_days(since: str) -> None:
    asked = period(since, now_us=NOW_US)
    assert asked == last_days(90, NOW_US)
    assert asked.days == 90
    assert asked.holds(NOW_US)
    assert not asked.holds(NOW_US - 90 * DAY)


def test_a_day_begins_at_midnight_and_the_last_one_is_in_it() -> None:
    asked = period("2026-01-01", until="2026-03-31", now_us=NOW_US)
    assert asked.since_us == midnight(2026, 1, 1)
    assert asked.until_us == midnight(2026, 4, 1)
    assert asked.words == "1 January to 31 March 2026"
    assert asked.days == 90


def test_a_year_is_named_with_both_ends_where_they_differ() -> None:
    assert period("2025-12-24", now_us=NOW_US).words == "24 December 2025 to 22 November 2026"
    assert period("year", now_us=NOW_US).since_us == midnight(2026, 1, 1)


def test_nothing_is_asked_of_the_future() -> None:
    assert period("7d", until="2027-01-01", now_us=NOW_US).until_us == NOW_US + 1


def test_an_unknown_moment_is_in_no_period() -> None:
    assert not last_days(7, NOW_US).holds(None)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("soon", ""),
        ("0d", ""),
        ("99999d", ""),
        ("2026-13-01", ""),
        ("1850-01-01", ""),
        ("2999-01-01", ""),
        ("2026-11-23", ""),
        ("2026-05-01", "2026-04-01"),
        ("90d", "soon"),
    ],
)
def test_what_is_no_period_is_said_to_be_none(since: str, until: str) -> None:
    with pytest.raises(NoPeriod):
        period(since, until=until, now_us=NOW_US)
