"""A moment is a whole number of microseconds since 1970-01-01 UTC; None where nobody knows it."""

from datetime import UTC, datetime, timedelta, tzinfo

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_us(moment: datetime) -> int:
    """The moment as microseconds UTC. Raises ValueError when it carries no time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_us(us: int) -> datetime:
    """The moment as an aware datetime in UTC."""
    return _EPOCH + timedelta(microseconds=us)


def ago(us: int | None, now_us: int, here: tzinfo | None = None) -> str:
    """How long before now, in words: "3 hours ago", "yesterday", "in March 2024".

    After a day it is days of the calendar that count, as people count them: on a Sunday, Tuesday is
    five days ago at any hour. Midnight is that of `here`; None: where this machine is. "at an
    unknown time" where nobody knows; the future counts as just now, because networks let people
    date their posts as they like.
    """
    if us is None:
        return "at an unknown time"
    gone = now_us - us
    if gone < 2 * MINUTE:
        return "just now"
    if gone < HOUR:
        return f"{gone // MINUTE} minutes ago"
    if gone < 2 * HOUR:
        return "an hour ago"
    if gone < DAY:
        return f"{gone // HOUR} hours ago"
    if gone < 30 * DAY:
        today, then = (from_us(each).astimezone(here).date() for each in (now_us, us))
        midnights = (today - then).days
        return "yesterday" if midnights == 1 else f"{midnights} days ago"
    when = from_us(max(us, 0))
    return f"in {when:%B}" if gone < 300 * DAY else f"in {when:%B %Y}"


def span(us: int) -> str:
    """A length of time in words: "20 minutes", "3 hours", "12 days"."""
    for size, word in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if us >= size:
            count = round(us / size)
            return f"{count} {word}{'' if count == 1 else 's'}"
    return "a moment"
