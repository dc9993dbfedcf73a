"""How often a network may be asked: what it says in its headers, and patience when it says nothing.

The headers in use: `ratelimit-*` of Bluesky (https://docs.bsky.app/docs/advanced-guides/rate-limits),
`X-RateLimit-*` of Mastodon with a date (https://docs.joinmastodon.org/api/rate-limits/),
`x-rate-limit-*` of X with seconds since 1970, and Retry-After (RFC 9110, 10.2.3).
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from hobnob.domain.moments import DAY, MINUTE, SECOND, from_us, span, to_us
from hobnob.networks.base import RateLimit, RateLimited

Clock = Callable[[], int]
"""The moment it is now, in microseconds UTC."""
Random = Callable[[], float]
"""A number from 0 to 1."""

_FAMILIES = ("ratelimit", "x-ratelimit", "x-rate-limit")

_KEPT_FREE = 0.1
"""Part of an allowance that reading leaves alone, for what a person does meanwhile."""

_FIRST_WAIT = 5 * SECOND
_LONGEST_WAIT = 15 * MINUTE
_WAIT_WHEN_TOLD_NOTHING = MINUTE
_LONGEST_TOLD = DAY
"""No network has a longer window; a wrong header must not silence an account for years."""
_MOST_JITTER = 10 * SECOND

_EPOCH_SECONDS = 1_000_000_000
"""A larger number is a moment, a smaller one a length of time."""


class Throttle:
    """Says when one bucket of one account may be asked again. It decides; it never waits itself."""

    def __init__(self, who: str, *, clock: Clock, random: Random) -> None:
        self.limit = RateLimit()
        """What the network said last."""
        self._who = who
        self._clock = clock
        self._random = random
        self._until_us = 0
        self._why = ""
        self._failures = 0

    def ask(self) -> None:
        """Nothing, when the network may be asked now. Raises RateLimited when it may not."""
        words = self.words()
        if words:
            raise RateLimited(f"{words}; hobnob goes on by itself then.", until_us=self._until_us)

    def words(self) -> str:
        """Until when it waits, and why; "" when it doesn't.

        "Bluesky: waiting until 14:05 UTC, in 12 minutes (rate limit)"
        """
        left = self._until_us - self._clock()
        if left <= 0:
            return ""
        until = f"{from_us(self._until_us):%H:%M} UTC"
        return f"{self._who}: waiting until {until}, in {span(left)} ({self._why})"

    def heard(self, status: int, headers: Mapping[str, str]) -> None:
        """Learn from an answer."""
        now_us = self._clock()
        told = {name.lower(): value for name, value in headers.items()}
        self.limit = read_limit(told, now_us) or self.limit
        if status == 429:
            self._refused(told, now_us)
        elif status >= 500:
            self._failed(now_us, _retry_after(told, now_us))
        else:
            self._failures = 0
            self._spare(now_us)

    def unanswered(self) -> None:
        """Learn from silence, or half an answer."""
        self._failed(self._clock(), None)

    def _spare(self, now_us: int) -> None:
        """Stop early, so that the last tenth is left."""
        limit = self.limit
        if limit.remaining is None or limit.reset_us is None or limit.reset_us <= now_us:
            return
        if limit.remaining <= (limit.limit or 0) * _KEPT_FREE:
            self._wait(limit.reset_us, now_us, "rate limit")

    def _refused(self, told: Mapping[str, str], now_us: int) -> None:
        self._failures += 1
        until_us = _retry_after(told, now_us) or self.limit.reset_us or 0
        if until_us <= now_us:
            until_us = now_us + max(self._patience(), _WAIT_WHEN_TOLD_NOTHING)
        self._wait(until_us, now_us, "rate limit")

    def _failed(self, now_us: int, told_us: int | None) -> None:
        self._failures += 1
        until_us = max(told_us or 0, now_us + self._patience())
        self._wait(until_us, now_us, "no proper answer")

    def _patience(self) -> int:
        """Twice as long after each failure; half of it is chance, so that crowds come apart."""
        doublings = min(self._failures - 1, 16)
        longest: int = min(_FIRST_WAIT * 2**doublings, _LONGEST_WAIT)
        return longest // 2 + int(longest // 2 * self._random())

    def _wait(self, until_us: int, now_us: int, why: str) -> None:
        wait = min(until_us - now_us, _LONGEST_TOLD)
        jitter = int(min(wait // 10, _MOST_JITTER) * self._random())
        if now_us + wait + jitter > self._until_us:
            self._until_us, self._why = now_us + wait + jitter, why


class Throttles:
    """One throttle for each account and bucket, kept while the process lives."""

    def __init__(self, *, clock: Clock, random: Random) -> None:
        self._clock = clock
        self._random = random
        self._throttles: dict[tuple[str, str], Throttle] = {}

    def of(self, who: str, *, account: str, bucket: str = "") -> Throttle:
        """The throttle of a bucket. `who` is what a person calls the network: "Bluesky"."""
        throttle = Throttle(who, clock=self._clock, random=self._random)
        return self._throttles.setdefault((account, bucket), throttle)


# ── What headers say ─────────────────────────────────────────────────────────


def read_limit(told: Mapping[str, str], now_us: int) -> RateLimit | None:
    """The limit in an answer's headers, whose names are in lower case; None where there is none."""
    for family in _FAMILIES:
        if f"{family}-remaining" in told:
            return RateLimit(
                limit=_whole(told.get(f"{family}-limit", "")),
                remaining=_whole(told[f"{family}-remaining"]),
                reset_us=_moment(told.get(f"{family}-reset", ""), told, now_us),
            )
    return None


def _retry_after(told: Mapping[str, str], now_us: int) -> int | None:
    return _moment(told.get("retry-after", ""), told, now_us)


def _moment(text: str, told: Mapping[str, str], now_us: int) -> int | None:
    """A moment by our clock, from seconds, seconds since 1970, or a date; None from nonsense."""
    seconds = _whole(text)
    if seconds is not None and seconds < _EPOCH_SECONDS:
        return now_us + seconds * SECOND
    at_us = seconds * SECOND if seconds is not None else _date(text)
    # Theirs is the clock that counts: what is left until then is the same on ours.
    their_now_us = _date(told.get("date", "")) or now_us
    return at_us and now_us + at_us - their_now_us


def _whole(text: str) -> int | None:
    # X's numbers of a day are ten digits long; nobody's are more than fifteen.
    digits = text.strip().partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def _date(text: str) -> int | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return to_us(read(text.strip()))
        except (ValueError, OverflowError):
            continue
    return None
