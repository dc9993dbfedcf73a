"""How long somebody was with a list, in words: about so long, and on which days most of it."""

from collections import Counter
from collections.abc import Mapping

WEEKS = 4
DAYS = 7 * WEEKS

_THURSDAY = 3
"""1970-01-01 was one; Monday is 0."""
_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")

_MOSTLY = 0.4
"""A weekday that has so large a share of the time is worth a word."""

NOT_COUNTED = (
    "No time counted yet. It counts while a catch-up of this list lies open in front of you."
)

PAGES = {
    **{"today": "Today", "home": "Home", "questions": "Questions", "chats": "Chats"},
    **{"hygiene": "Hygiene", "give": "Give", "asks": "Asks", "matching": "Matching"},
    "results": "Results",
}
"""Where time is counted besides lists and the pages of people, by its place: what it is called."""

_PERSON = "person:"
_DIGITS = 18


def place_of(person_id: int) -> str:
    """The place where time with a person is counted: "person:12"."""
    return f"{_PERSON}{person_id}"


def person_at(place: str) -> int | None:
    """The person at whose page a place is; None where it is another place."""
    number = place.removeprefix(_PERSON)
    is_one = place.startswith(_PERSON) and number.isdecimal() and number.isascii()
    return int(number) if is_one and len(number) <= _DIGITS else None


def lately(seconds_by_day: Mapping[int, int], today: int) -> dict[int, int]:
    """The days (since 1970, UTC) of the last four weeks, today included."""
    return {day: each for day, each in seconds_by_day.items() if today - DAYS < day <= today}


def time_spent(seconds_by_day: Mapping[int, int], today: int) -> str:
    """ "About 40 minutes in the last 4 weeks, most on Sundays; 10 of them this week."."""
    days = lately(seconds_by_day, today)
    if not (total := sum(days.values())):
        return NOT_COUNTED
    monday = today - _weekday(today)
    this_week = sum(each for day, each in days.items() if day >= monday)
    week = f"; {about(this_week)} of it this week" if 0 < this_week < total else ""
    only = "; all of it this week" if this_week == total else ""
    said = about(total)
    return f"{said[0].upper()}{said[1:]} in the last {WEEKS} weeks{_mostly(days)}{week}{only}."


def about(seconds: int) -> str:
    """ "about 40 minutes", "about 2 hours", "less than a minute": nobody needs it to the second."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    if minutes > 20:
        minutes = 5 * round(minutes / 5)
    if minutes < 90:
        return f"about {minutes} minute{'' if minutes == 1 else 's'}"
    half_hours = round(minutes / 30)
    hours = f"{half_hours // 2}" + ("½" if half_hours % 2 else "")
    return f"about {hours} hours"


def _mostly(days: Mapping[int, int]) -> str:
    """The weekday with most of the time, where one stands out over more than one week."""
    by_weekday: Counter[int] = Counter()
    for day, seconds in days.items():
        by_weekday[_weekday(day)] += seconds
    ((weekday, most),) = by_weekday.most_common(1)
    on_it = sum(_weekday(day) == weekday for day in days)
    if len(days) < 3 or on_it < 2 or most < _MOSTLY * sum(days.values()):
        return ""
    return f", most on {_NAMES[weekday]}"


def _weekday(day: int) -> int:
    return (day + _THURSDAY) % 7
