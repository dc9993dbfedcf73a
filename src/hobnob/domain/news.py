"""What is new with somebody, in words: what they changed, what comes up, and since when."""

from datetime import date
from typing import Protocol

from hobnob.domain.cadence import length
from hobnob.domain.facts import day_month_year
from hobnob.domain.moments import DAY, HOUR, MINUTE, from_us
from hobnob.domain.stage_history import day

FIRST_LOOK = 28 * DAY
"""Whoever never looked at somebody is told what is new in so long."""

BIRTHDAY_COMES = 14
"""Days before a birthday from which it is told."""

SAME_LOOK = 30 * MINUTE
"""A page opened again so soon is the same look at it."""

_LEAP_DAY = (29, 2)

_CHANGED = {
    "bio": "Their bio says now: “{after}”",
    "name": "They call themselves {after} now; it was {before}.",
    "handle": "They are @{after} now; it was @{before}.",
    "location": "They say that they are in {after} now; it was {before}.",
    "moved_to": "They moved to @{after}.",
}
"""By field of a profile."""


class Look(Protocol):
    """When somebody looked at a person's page last, and the time before."""

    looked_us: int
    before_us: int | None


def is_the_same_look(look: Look, now_us: int) -> bool:
    """Whether a look now goes on from the last one."""
    return now_us - look.looked_us < SAME_LOOK


def new_since(look: Look | None, now_us: int) -> int | None:
    """Since when anything is new to who looks now; None: they never looked before."""
    if look is None:
        return None
    return look.before_us if is_the_same_look(look, now_us) else look.looked_us


def in_words(field: str, before: str, after: str) -> str:
    """A change of a profile: "Their bio says now: “Herons, mostly.”"."""
    return _CHANGED[field].format(before=before.removeprefix("@"), after=after.removeprefix("@"))


def since(since_us: int | None, now_us: int) -> str:
    """Since when things are new: "since Tuesday", "in the last 3 hours", "since 3 May"."""
    if since_us is None:
        return "in the last four weeks"
    gone = now_us - since_us
    if gone < 2 * HOUR:
        return "in the last hour"
    if gone < DAY:
        return f"in the last {gone // HOUR} hours"
    if gone < 2 * DAY:
        return "since yesterday"
    if gone < 7 * DAY:
        return f"since {from_us(since_us):%A}"
    return f"since {day(since_us, now_us)}"


def birthday_comes(value: str, today: date) -> str:
    """A birthday within two weeks: "Their birthday is tomorrow."; "" where it is not."""
    parts = day_month_year(value)
    if parts is None:
        return ""
    on = next(each for each in (_in_year(parts, today.year + n) for n in (0, 1)) if each >= today)
    days = (on - today).days
    if days > BIRTHDAY_COMES:
        return ""
    if days < 2:
        return f"Their birthday is {'tomorrow' if days else 'today'}."
    return f"Their birthday is on {on:%-d %B}, in {length(days)}."


def _in_year(parts: tuple[int, int, int | None], year: int) -> date:
    """The day in a year; who is born on a leap day has it on the last of February."""
    number, month, _ = parts
    if (number, month) == _LEAP_DAY and not _is_leap(year):
        number -= 1
    return date(year, month, number)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
