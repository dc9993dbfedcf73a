"""Fading: who joined a list by rule, and has been silent for long, gets out of its way.

They stay on the list and keep the reason why. A word between the two of you brings them back by
itself. Whom somebody chose by hand, for this list or for a close one, does not fade.
"""

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, ago

SHORTEST, LONGEST = 7, 3650
"""Days: less would hide people on holiday, more is longer than anybody has been on a network."""


class NotADuration(HobnobError):
    """No number of days that a list could go by."""


def number_of_days(days: int) -> int:
    """The number, where a list could go by it. Raises NotADuration."""
    if SHORTEST <= days <= LONGEST:
        return days
    raise NotADuration(f"{days:,} days will not do: write a number from {SHORTEST} to {LONGEST:,}.")


def silent_since_us(fade_days: int, now_us: int) -> int:
    """Who gave no sign of life from this moment on has faded."""
    return now_us - fade_days * DAY


def how_long(days: int) -> str:
    """A number of days as one says it: "a year", "18 months", "90 days"."""
    if days % 365 == 0:
        return "a year" if days == 365 else f"{days // 365} years"
    return f"{days} days"


def because_faded(faded_us: int, fade_days: int | None, now_us: int) -> str:
    """Since when somebody has faded, and because of what silence."""
    when = f"faded {ago(faded_us, now_us)}"
    if fade_days is None:
        return when
    return f"{when}: nothing between you, and no post of theirs seen, for {how_long(fade_days)}"


def counted(count: int, faded: int) -> str:
    """How many people a list has: "1,240 people, 310 of them faded"."""
    people = f"{count:,} {'person' if count == 1 else 'people'}"
    return f"{people}, {faded:,} of them faded" if faded else people
