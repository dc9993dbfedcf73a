"""A throttle says when a network may be asked again; it never waits itself."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND, from_us, to_us
from hobnob.networks.base import RateLimit, RateLimited
from hobnob.networks.throttle import Throttle, Throttles, read_limit

NOON = to_us(datetime(2026, 3, 14, 12, 0, tzinfo=UTC))


class Clock:
    """A clock that goes on only when told."""

    def __init__(self) -> None:
        self.now_us = NOON

    def __call__(self) -> int:
        return self.now_us


@pytest.fixture
def clock() -> Clock:
    return Clock()


def made(clock: Clock, chance: float = 0.0) -> Throttle:
    return Throttle("Bluesky", clock=clock, random=lambda: chance)


def wait_of(throttle: Throttle) -> int:
    """Microseconds until it may be asked again, from noon."""
    try:
        throttle.ask()
    except RateLimited as limited:
        return limited.until_us - NOON
    return 0


def unix(us: int) -> str:
    return str(us // SECOND)


IN_FIVE_MINUTES = {
    "Bluesky": ("ratelimit", unix(NOON + 5 * MINUTE)),
    "Mastodon": ("X-RateLimit", "2026-03-14T12:05:00.000000Z"),
    "X": ("x-rate-limit", unix(NOON + 5 * MINUTE)),
    "in seconds": ("RateLimit", "300"),
    "as a date": ("X-RateLimit", "Sat, 14 Mar 2026 12:05:00 GMT"),
}


def headers(family: str, remaining: int, reset: str, limit: int = 300) -> Mapping[str, str]:
    return {
        f"{family}-Limit": str(limit),
        f"{family}-Remaining": str(remaining),
        f"{family}-Reset": reset,
    }


@pytest.mark.parametrize("network", IN_FIVE_MINUTES)
def test_the_last_tenth_is_left_to_the_person(clock: Clock, network: str) -> None:
    family, reset = IN_FIVE_MINUTES[network]
    throttle = made(clock)

    throttle.heard(200, headers(family, 31, reset))
    assert wait_of(throttle) == 0
    throttle.heard(200, headers(family, 30, reset))
    assert wait_of(throttle) == 5 * MINUTE
    assert throttle.limit == RateLimit(limit=300, remaining=30, reset_us=NOON + 5 * MINUTE)


def test_it_goes_on_when_the_window_is_over(clock: Clock) -> None:
    throttle = made(clock)
    throttle.heard(200, headers("ratelimit", 0, "300"))
    clock.now_us += 5 * MINUTE - 1
    with pytest.raises(RateLimited):
        throttle.ask()

    clock.now_us += 1
    throttle.ask()
    assert throttle.words() == ""


def test_it_says_until_when_it_waits_and_why(clock: Clock) -> None:
    throttle = made(clock)
    throttle.heard(429, {"Retry-After": "720"})

    assert throttle.words() == "Bluesky: waiting until 12:12 UTC, in 12 minutes (rate limit)"
    with pytest.raises(RateLimited, match=re.escape("(rate limit); hobnob goes on by itself then")):
        throttle.ask()

    throttle = made(clock)
    throttle.unanswered()
    assert throttle.words().endswith("(no proper answer)")


@pytest.mark.parametrize(
    "told",
    [
        {"Retry-After": "90"},
        {"Retry-After": "Sat, 14 Mar 2026 12:01:30 GMT"},
        {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2026-03-14T12:01:30Z"},
        {"x-rate-limit-remaining": "0", "x-rate-limit-reset": unix(NOON + 90 * SECOND)},
        {"x-rate-limit-remaining": "7", "x-rate-limit-reset": unix(NOON + 90 * SECOND)},
    ],
)
def test_after_too_many_requests_it_waits_as_long_as_it_is_told(
    clock: Clock, told: Mapping[str, str]
) -> None:
    throttle = made(clock)
    throttle.heard(429, told)

    assert wait_of(throttle) == 90 * SECOND


@pytest.mark.parametrize(
    "told", [{}, {"Retry-After": "soon"}, {"Retry-After": "0"}, {"Retry-After": "-5"}]
)
def test_after_too_many_requests_without_a_word_it_waits_a_minute(
    clock: Clock, told: Mapping[str, str]
) -> None:
    throttle = made(clock)
    throttle.heard(429, told)

    assert wait_of(throttle) == MINUTE


def test_their_clock_is_the_one_that_counts(clock: Clock) -> None:
    throttle = made(clock)
    theirs = from_us(NOON + 3 * HOUR)
    throttle.heard(
        429,
        {
            "Date": format_datetime(theirs, usegmt=True),
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": (theirs + timedelta(minutes=5)).isoformat(),
        },
    )

    assert wait_of(throttle) == 5 * MINUTE


def test_each_failure_doubles_the_patience_and_an_answer_ends_it(clock: Clock) -> None:
    throttle = made(clock, chance=1.0)
    waits = []
    for _ in range(10):
        throttle.heard(502, {})
        waits.append(wait_of(throttle) - (clock.now_us - NOON))
        clock.now_us += waits[-1]

    # A second more than doubled: the jitter on top is a tenth, ten seconds at most.
    assert [wait // SECOND for wait in waits[:6]] == [5, 11, 22, 44, 88, 170]
    assert max(waits) == waits[-1] == 15 * MINUTE + 10 * SECOND

    throttle.heard(200, {})
    throttle.heard(502, {})
    assert wait_of(throttle) - (clock.now_us - NOON) < 6 * SECOND


@pytest.mark.parametrize(("chance", "wait"), [(0.0, 2.5), (0.5, 3.9375), (1.0, 5.5)])
def test_half_of_the_patience_is_chance(clock: Clock, chance: float, wait: float) -> None:
    throttle = made(clock, chance)
    throttle.unanswered()

    assert wait_of(throttle) == wait * SECOND


def test_chance_never_makes_it_come_early(clock: Clock) -> None:
    for chance in (0.0, 0.3, 1.0):
        throttle = made(clock, chance)
        throttle.heard(503, {"Retry-After": "600"})
        assert 600 * SECOND <= wait_of(throttle) <= 610 * SECOND


def test_a_refusal_of_one_thing_is_an_answer(clock: Clock) -> None:
    throttle = made(clock)
    for status in (301, 400, 401, 403, 404, 422):
        throttle.heard(status, {})

    assert wait_of(throttle) == 0


def test_a_wrong_header_silences_nobody_for_years(clock: Clock) -> None:
    throttle = made(clock)
    throttle.heard(429, {"Retry-After": "999999999"})

    assert wait_of(throttle) == DAY


def test_a_limit_that_is_over_is_no_reason_to_wait(clock: Clock) -> None:
    throttle = made(clock)
    throttle.heard(200, headers("ratelimit", 0, unix(NOON - MINUTE)))

    assert wait_of(throttle) == 0


def test_buckets_and_accounts_wait_for_themselves(clock: Clock) -> None:
    throttles = Throttles(clock=clock, random=lambda: 0.0)
    throttles.of("X", account="12", bucket="blocking").heard(429, {})

    with pytest.raises(RateLimited):
        throttles.of("X", account="12", bucket="blocking").ask()
    throttles.of("X", account="12", bucket="mentions").ask()
    throttles.of("X", account="13", bucket="blocking").ask()


words = st.text(max_size=40) | st.integers().map(str) | st.datetimes().map(datetime.isoformat)


@given(
    status=st.sampled_from([200, 429, 500]),
    limit=words,
    remaining=words,
    reset=words,
    retry_after=words,
    date=words,
)
def test_no_header_can_break_it_or_make_it_wait_more_than_a_day(
    status: int, limit: str, remaining: str, reset: str, retry_after: str, date: str
) -> None:
    throttle = made(Clock(), chance=1.0)
    told = {
        "ratelimit-limit": limit,
        "ratelimit-remaining": remaining,
        "ratelimit-reset": reset,
        "retry-after": retry_after,
        "date": date,
    }
    throttle.heard(status, told)

    assert 0 <= wait_of(throttle) <= DAY + 10 * SECOND


def test_an_answer_without_a_limit_tells_none() -> None:
    assert read_limit({"content-type": "application/json"}, NOON) is None
