from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.moments import DAY, HOUR, MINUTE, ago, from_us, span, to_us

NOW_US = to_us(datetime(2026, 11, 21, 12, tzinfo=UTC))


@given(st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)))  # noqa: DTZ001
def test_a_moment_survives_the_way_there_and_back(naive: datetime) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert from_us(to_us(moment)) == moment


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        to_us(datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (-HOUR, "just now"),
        (30_000_000, "just now"),
        (20 * MINUTE, "20 minutes ago"),
        (3 * HOUR, "3 hours ago"),
        (30 * HOUR, "yesterday"),
        (5 * DAY, "5 days ago"),
        (60 * DAY, "in September"),
        (700 * DAY, "in December 2024"),
    ],
)
def test_ago_says_it_as_people_do(gone: int, words: str) -> None:
    assert ago(NOW_US - gone, NOW_US) == words


@pytest.mark.parametrize(
    ("then", "now", "zone", "words"),
    [
        ("2026-11-17 20:00", "2026-11-22 15:00", "UTC", "5 days ago"),
        ("2026-11-17 08:00", "2026-11-22 15:00", "UTC", "5 days ago"),
        ("2026-11-20 23:00", "2026-11-22 01:00", "UTC", "2 days ago"),
        ("2026-11-21 20:00", "2026-11-22 15:00", "UTC", "19 hours ago"),
        # There Tuesday evening and Sunday morning, which is five days too.
        ("2026-11-18 04:00", "2026-11-22 18:00", "America/Los_Angeles", "5 days ago"),
    ],
)
def test_after_a_day_it_is_days_of_the_calendar_that_count(
    then: str, now: str, zone: str, words: str
) -> None:
    then_us, now_us = (
        to_us(datetime.fromisoformat(each).replace(tzinfo=UTC)) for each in (then, now)
    )
    assert ago(then_us, now_us, ZoneInfo(zone)) == words


def test_ago_admits_that_nobody_knows() -> None:
    assert ago(None, NOW_US) == "at an unknown time"


@pytest.mark.parametrize(
    ("us", "words"),
    [(0, "a moment"), (MINUTE, "1 minute"), (170 * MINUTE, "3 hours"), (12 * DAY, "12 days")],
)
def test_span_rounds_to_the_largest_unit(us: int, words: str) -> None:
    assert span(us) == words
