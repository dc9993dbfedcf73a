"""What one logs by hand because no network saw it: a call, a visit, a favour, either way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import from_us, to_us

NATIVE_ID = "by hand:"
"""With the number of its decision: what the line of a deed is known by in the log."""

LONGEST = 2_000
"""Characters of the words beside it; a longer story is a note."""


class NotADay(HobnobError):
    """What was written is no day, or one that is still to come."""


class NothingLikeIt(HobnobError):
    """Nothing of that name can be logged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedSort:
    """Something one can log: what it is, whose doing, and the letter that says it."""

    key: str
    """One letter; a capital where it was theirs."""
    word: str
    """As one types it in a terminal."""
    kind: Kind
    direction: Direction
    button: str
    """As it stands in the form."""
    logged: str
    """As it is said once it is done, with {name}."""


def _mine(key: str, word: str, kind: Kind, button: str, logged: str) -> DeedSort:
    return DeedSort(
        key=key, word=word, kind=kind, direction=Direction.FROM_ME, button=button, logged=logged
    )


def _theirs(key: str, word: str, kind: Kind, button: str, logged: str) -> DeedSort:
    return DeedSort(
        key=key, word=word, kind=kind, direction=Direction.TOWARDS_ME, button=button, logged=logged
    )


MINE = (
    _mine("c", "call", Kind.CALL, "had a call", "a call with {name}"),
    _mine("m", "met", Kind.MEETING, "met", "that you met {name}"),
    _mine("v", "visited", Kind.VISIT, "visited them", "that you visited {name}"),
    _mine("h", "helped", Kind.HELP, "helped them", "that you helped {name}"),
    _mine("g", "gave", Kind.GIFT, "gave them something", "what you gave {name}"),
    _mine("i", "introduced", Kind.INTRODUCTION, "introduced them", "that you introduced {name}"),
    _mine("s", "sent", Kind.REFERRAL, "sent somebody to them", "whom you sent to {name}"),
    _mine("f", "asked", Kind.FEEDBACK, "asked what they think", "what you asked {name}"),
    _mine("r", "told", Kind.REPORT, "told them what came of it", "that you told {name}"),
    _mine("t", "thanked", Kind.THANKS, "thanked them", "that you thanked {name}"),
)
THEIRS = (
    _theirs("V", "visited-me", Kind.VISIT, "visited you", "that {name} visited you"),
    _theirs("H", "helped-me", Kind.HELP, "helped you", "that {name} helped you"),
    _theirs("G", "gave-me", Kind.GIFT, "gave you something", "what {name} gave you"),
    _theirs("I", "introduced-me", Kind.INTRODUCTION, "introduced you", "whom {name} introduced"),
    _theirs("S", "sent-me", Kind.REFERRAL, "sent somebody to you", "whom {name} sent to you"),
    _theirs("F", "told-me", Kind.FEEDBACK, "told you what they think", "what {name} thinks"),
    _theirs("T", "thanked-me", Kind.THANKS, "thanked you", "that {name} thanked you"),
)
SORTS: Mapping[str, DeedSort] = {each.word: each for each in (*MINE, *THEIRS)}
"""By the word one types."""


def sort_of(word: str) -> DeedSort:
    """The deed of that name. Raises NothingLikeIt."""
    found = SORTS.get(word.strip().casefold())
    if found is None:
        raise NothingLikeIt(f"“{word}” cannot be logged: give one of {', '.join(SORTS)}.")
    return found


def native_id(decision_id: int) -> str:
    """What the line of a deed is known by: "by hand:12"."""
    return f"{NATIVE_ID}{decision_id}"


def decision_of(line_native_id: str) -> int | None:
    """The number of the decision that a line came of; None where nobody logged it."""
    number = line_native_id.removeprefix(NATIVE_ID)
    return int(number) if number != line_native_id and number.isdecimal() else None


# ── When ─────────────────────────────────────────────────────────────────────

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FEWEST = 3
"""Letters that tell a weekday: "tue"."""
_FIRST_YEAR = 1970


def today_at(now_us: int, zone: str) -> date:
    """The day it is in a time zone, by its IANA name."""
    return from_us(now_us).astimezone(ZoneInfo(zone)).date()


def read_day(words: str, today: date) -> date:
    """The day of "", "today", "yesterday", "tuesday" or "2026-11-02". Raises NotADay."""
    said = words.strip().casefold()
    if said in ("", "today"):
        return today
    if said == "yesterday":
        return today - timedelta(days=1)
    if (weekday := _weekday(said)) is not None:
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise NotADay(
            f"“{words.strip()}” is no day that can be read: write yesterday, tuesday or 2026-11-02."
        ) from None
    if day > today:
        raise NotADay(f"{day:%-d %B %Y} is still to come: log it once it has happened.")
    if day.year < _FIRST_YEAR:
        raise NotADay(f"{day:%-d %B %Y} is longer ago than hobnob counts: it begins in 1970.")
    return day


def moment_on(day: date, *, today: date, now_us: int) -> int:
    """When to say it happened (microseconds UTC): now where it was today, else about noon."""
    if day == today:
        return now_us
    return min(now_us, to_us(datetime.combine(day, time(12, tzinfo=UTC))))


def _weekday(said: str) -> int | None:
    if len(said) < _FEWEST:
        return None
    begun = [number for number, name in enumerate(_WEEKDAYS) if name.startswith(said)]
    return begun[0] if begun else None
