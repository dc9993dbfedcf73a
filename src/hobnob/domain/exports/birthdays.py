"""A birthday in a calendar (RFC 5545): whose it is there, and which day it says.

Calendars know an event by its UID. Ours is a digest of what hobnob knows somebody by: nobody else
can read anything off it, and hobnob knows its own people again.
"""

import hashlib
import re
from datetime import date

from hobnob.domain.supporters import Birthday

SAID = "X-HOBNOB-BIRTHDAY"
"""The property with the day as hobnob keeps it: the event's own beginning always has a year."""
CALLED = ": birthday"
"""What stands behind a name in the title of an event, before the year."""
ANY_YEAR = 2000
"""A birthday without a year begins in this one, which has every day."""
KEY = "birthday:"
"""What somebody is called by who was read in a calendar, before the digest."""
_UID = re.compile(r"birthday-([0-9a-f]{32})@hobnob")
_KEPT = re.compile(r"(\d{4}|-)-(\d\d)-(\d\d)")
_YEAR_AT_END = re.compile(r"\((\d{4})\)\s*$")


def digest(key: str) -> str:
    """What stands for a key in a calendar: 32 hexadecimal digits."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def uid_of(key: str) -> str:
    """The UID of the birthday of whoever is known by this key."""
    return f"birthday-{digest(key)}@hobnob"


def digest_in(uid: str) -> str:
    """The digest in a UID of ours; "" in any other."""
    found = _UID.fullmatch(uid.strip())
    return found[1] if found else ""


def title_of(name: str, year: int | None) -> str:
    """How an event is called: "Ana Ruiz: birthday (1980)"."""
    return f"{name}{CALLED}" + (f" ({year})" if year else "")


def name_in(title: str) -> str:
    """The name in a title of ours; "" where somebody wrote another."""
    name, found, _ = title.rpartition(CALLED)
    return name.strip() if found else ""


def birthday_in(first: date, said: str, title: str) -> Birthday:
    """The birthday of an event that begins on `first`, also where somebody moved it.

    `said` is what hobnob wrote of it, or "" where a program left that out. Without it a year is
    known from the title alone, where the event begins in the year that stands for any.
    """
    kept = _KEPT.fullmatch(said)
    if kept and (int(kept[2]), int(kept[3])) == (first.month, first.day):
        year = None if kept[1] == "-" else int(kept[1])
        if first.year in (year, ANY_YEAR):
            return _birthday(first, year)
    named = _YEAR_AT_END.search(title)
    is_known = first.year != ANY_YEAR or (named is not None and int(named[1]) == ANY_YEAR)
    return _birthday(first, first.year if is_known else None)


def _birthday(day: date, year: int | None) -> Birthday:
    return Birthday(month=day.month, day=day.day, year=year, column=SAID)
