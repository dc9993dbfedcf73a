"""Hashtag chats: the same hashtag at the same hour of the week, there where the chat has its home.

The hour stays the hour there: when summer time comes to New York, a chat at 20:00 New York time
begins an hour earlier for everybody else. Zones are those of the IANA time zone database
(https://www.iana.org/time-zones).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo, available_timezones

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, MINUTE, from_us, to_us

MARGIN = 15 * MINUTE
"""People come early and stay on: what is said so long before and after belongs to a session."""

SHORTEST, LONGEST = 10, 480
"""Minutes that a session may take."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_YEARS = range(1970, 2201)
"""Beyond them moments have no number, or no weeks before and after."""

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})?)?\s*(?P<half>[ap]m)?", re.ASCII)


class NotAnHour(HobnobError):
    """What was typed is no weekday, no time of day, no time zone or no length of a chat."""


class Schedule(Protocol):
    """When a chat is: a row of the table does."""

    @property
    def weekday(self) -> int:
        """0 is Monday."""

    @property
    def minute(self) -> int:
        """Minutes after midnight, there."""

    @property
    def time_zone(self) -> str:
        """ "America/New_York"."""

    @property
    def minutes(self) -> int:
        """How long a session takes."""

    @property
    def ended_us(self) -> int | None:
        """No session begins from here on; None: they go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One time that a chat takes place."""

    day: date
    """There, where the chat has its home."""
    starts_us: int
    ends_us: int

    @property
    def opens_us(self) -> int:
        """From when on posts belong to it."""
        return self.starts_us - MARGIN

    @property
    def closes_us(self) -> int:
        """Until when posts belong to it."""
        return self.ends_us + MARGIN

    def holds(self, at_us: int) -> bool:
        """Whether what was said then belongs to it."""
        return self.opens_us <= at_us < self.closes_us

    def is_on(self, now_us: int) -> bool:
        """Whether it is going on."""
        return self.starts_us <= now_us < self.ends_us


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The time zone of that name. Raises NotAnHour where there is none."""
    try:
        return ZoneInfo(name)
    # A name may be missing, malformed, or that of a folder of zones.
    except (KeyError, ValueError, OSError) as error:
        raise NotAnHour(
            f"There is no time zone “{name}”: write one like Europe/Amsterdam, or UTC."
        ) from error


def sessions(chat: Schedule, from_us: int, until_us: int) -> Iterator[Session]:
    """The sessions that begin from one moment until another, the first one first."""
    there = zone(chat.time_zone)
    last_us = until_us if chat.ended_us is None else min(until_us, chat.ended_us)
    day = from_us_there(from_us - DAY, there).date()
    day += timedelta(days=(chat.weekday - day.weekday()) % 7)
    while (session := _on(chat, day)).starts_us < last_us:
        if session.starts_us >= from_us:
            yield session
        day += timedelta(days=7)


def next_session(chat: Schedule, now_us: int) -> Session | None:
    """The session that is going on, else the one to come; None where the chat has ended."""
    longest_us = chat.minutes * MINUTE
    coming = sessions(chat, now_us - longest_us + 1, now_us + 8 * DAY)
    return next(coming, None)


def session_on(chat: Schedule, day: date) -> Session | None:
    """The session of a day, there; None where the chat is on another weekday, or had ended."""
    if day.weekday() != chat.weekday:
        return None
    session = _on(chat, day)
    has_ended = chat.ended_us is not None and session.starts_us >= chat.ended_us
    return None if has_ended else session


def session_at(chat: Schedule, at_us: int) -> Session | None:
    """The session that what was said then belongs to; None where none does."""
    near = sessions(chat, at_us - chat.minutes * MINUTE - MARGIN, at_us + MARGIN + 1)
    return next((each for each in near if each.holds(at_us)), None)


def _on(chat: Schedule, day: date) -> Session:
    """The session of that day. An hour that the clocks leave out begins when they have moved on."""
    clock = time(*divmod(chat.minute, 60))
    starts_us = to_us(datetime.combine(day, clock, tzinfo=zone(chat.time_zone)))
    return Session(day=day, starts_us=starts_us, ends_us=starts_us + chat.minutes * MINUTE)


def from_us_there(us: int, there: ZoneInfo) -> datetime:
    """The moment as clocks show it there."""
    return from_us(us).astimezone(there)


# ── In words, and from words ─────────────────────────────────────────────────


def clock_words(minute: int) -> str:
    """ "20:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def zone_words(name: str) -> str:
    """ "New York time", of "America/New_York"; "UTC", of "Etc/UTC" too."""
    place = name.rpartition("/")[2].replace("_", " ")
    return place if place == "UTC" else f"{place} time"


def schedule_words(chat: Schedule) -> str:
    """ "Tuesdays at 20:00, New York time, for 60 minutes"."""
    clock = f"{WEEKDAYS[chat.weekday]}s at {clock_words(chat.minute)}"
    return f"{clock}, {zone_words(chat.time_zone)}, for {chat.minutes} minutes"


def day_words(moment: date) -> str:
    """ "Tuesday 3 November"."""
    return f"{WEEKDAYS[moment.weekday()]} {moment.day} {moment:%B}"


def read_weekday(text: str) -> int:
    """0 for "Monday", "mon" or "mo". Raises NotAnHour."""
    word = text.strip().lower().removesuffix("s")
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 2 and name.lower().startswith(word):
            return number
    raise NotAnHour(f"“{text}” is no day of the week: write one like Tuesday.")


def read_clock(text: str) -> int:
    """Minutes after midnight, of "20:00", "20", "8 pm" or "8:30pm". Raises NotAnHour."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is not None:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if found["half"]:
            hour = hour % 12 + 12 * (found["half"] == "pm") if 1 <= hour <= 12 else 24
        if hour < 24 and minute < 60:
            return hour * 60 + minute
    raise NotAnHour(f"“{text}” is no time of day: write one like 20:00.")


def read_day(text: str) -> date | None:
    """The day of "2026-11-17", written just like that; None where it is none that a chat has."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if str(day) == text and day.year in _YEARS else None


def read_zone(text: str) -> str:
    """The name of a time zone, of "Europe/Amsterdam" or just "amsterdam". Raises NotAnHour."""
    word = "_".join(text.split()).lower()
    names = sorted(available_timezones())
    whole = [name for name in names if name.lower() == word]
    city = [name for name in names if name.lower().endswith(f"/{word}")]
    return next(iter(whole or city), None) or zone(text.strip()).key


def read_minutes(minutes: int) -> int:
    """How long a session takes. Raises NotAnHour where no chat takes so long."""
    if not SHORTEST <= minutes <= LONGEST:
        raise NotAnHour(
            f"A chat takes {SHORTEST} minutes to {LONGEST // 60} hours, not {minutes} minutes."
        )
    return minutes
