"""A stretch of time that somebody asks about, and how they say it: "90d", "2026-01-01"."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, from_us, to_us

USUAL_DAYS = 90
_DAYS = re.compile(r"(\d{1,4})\s*d(ays?)?")
_LONGEST_DAYS = 3_660


class NoPeriod(HobnobError):
    """What was asked for is no stretch of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a moment until another, the end left out (microseconds UTC)."""

    since_us: int
    until_us: int

    @property
    def days(self) -> int:
        """How many days, begun ones included."""
        return -(-(self.until_us - self.since_us) // DAY)

    @property
    def words(self) -> str:
        """ "24 August to 22 November 2026"."""
        first, last = from_us(self.since_us), from_us(self.until_us - 1)
        if first.year != last.year:
            return f"{first:%-d %B %Y} to {last:%-d %B %Y}"
        return f"{first:%-d %B} to {last:%-d %B %Y}"

    def holds(self, us: int | None) -> bool:
        """Whether a moment is in it; an unknown one is in none."""
        return us is not None and self.since_us <= us < self.until_us


def last_days(days: int, now_us: int) -> Period:
    """So many days, up to and with now."""
    return Period(since_us=now_us + 1 - days * DAY, until_us=now_us + 1)


def period(since: str, *, now_us: int, until: str = "") -> Period:
    """The period that somebody asks for: "90d", "2026-01-01", "year"; "" is the last 90 days.

    `until` is the last day of it, "" for today. Raises NoPeriod where it cannot be read, or where
    it ends before it begins.
    """
    until_us = min(_day_us(until) + DAY, now_us + 1) if until else now_us + 1
    since_us = _began_us(since.strip().lower() or f"{USUAL_DAYS}d", until_us - 1)
    if since_us >= until_us:
        raise NoPeriod(
            f"The period from {since} to {until or 'today'} ends before it begins: "
            "choose an earlier first day."
        )
    return Period(since_us=since_us, until_us=until_us)


def _began_us(since: str, last_us: int) -> int:
    if since == "year":
        return to_us(datetime(from_us(last_us).year, 1, 1, tzinfo=UTC))
    if days := _DAYS.fullmatch(since):
        count = int(days[1])
        if 1 <= count <= _LONGEST_DAYS:
            return last_us + 1 - count * DAY
    return _day_us(since)


def _day_us(text: str) -> int:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise NoPeriod(
            f"“{text}” is no day and no number of days: write 2026-01-01, or 90d, or year."
        ) from None
    if not 1970 <= day.year < 2049:
        raise NoPeriod(f"{day.year} is out of reach: choose a day between 1970 and 2049.")
    return to_us(datetime(day.year, day.month, day.day, tzinfo=UTC))
