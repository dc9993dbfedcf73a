"""Facts about people: what is told of somebody besides what they do, each with where it is from.

A fact is a word of a kind. What a person tells by hand wins over what a file says; the file's word
stays visible under it. A birthday is kept as vCard writes it (RFC 6350, section 4.3.1), because
most people tell the day and not the year.
"""

import re
from calendar import month_name
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from hobnob.domain.errors import HobnobError


class FactKind(StrEnum):
    """What a fact is about."""

    BIRTHDAY = "birthday"
    """As vCard writes it: "1980-04-15", or "--04-15" without the year."""
    PLACE = "place"
    MET = "how we met"
    MANNER = "how to talk to them"
    WORK = "work"
    WEBSITE = "website"
    EMAIL = "e-mail"
    PHONE = "phone"


class Basis(StrEnum):
    """Why we may keep or look up what we know of somebody: Article 6 of the GDPR, in plain words.

    https://eur-lex.europa.eu/eli/reg/2016/679/oj
    """

    CONSENT = "consent"
    """They said yes to it."""
    LEGITIMATE_INTEREST = "legitimate interest"
    """We weighed our purpose against what they may expect, in writing; they may object."""
    CONTRACT = "contract"
    """They are a member, say, and it is needed for that."""
    PERSONAL = "personal"
    """One person's own circle: no organisation is behind it."""


class NotAFact(HobnobError):
    """Nothing that one could keep as a fact of that kind."""


MONTHS = tuple(month_name)[1:]

LONGEST = 400
"""Characters; a longer story is a note."""

_VCARD = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_BARE = re.compile(r"(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SPOKEN = re.compile(r"(?P<day>\d{1,2})\.? (?P<name>[A-Za-z]+),?(?: (?P<year>\d{4}))?")
_LEAP = 2000
"""A year in which every day of the year occurs."""


def read_fact(kind: FactKind, text: str) -> str:
    """A fact as it is kept. Raises NotAFact where that is not one of its kind."""
    words = " ".join(text.split()) if kind is not FactKind.MANNER else text.strip()
    if not words:
        raise NotAFact(f"Nothing is written there: write their {kind}, or take the fact away.")
    if len(words) > LONGEST:
        raise NotAFact(
            f"That has {len(words):,} characters, and a fact at most {LONGEST}: make it a note."
        )
    if kind is FactKind.BIRTHDAY:
        return _read_birthday(words)
    if kind is FactKind.WEBSITE:
        return _read_website(words)
    return words


def birthday(day: int, month: int, year: int | None = None) -> str:
    """A birthday as it is kept: "1980-04-15", "--04-15". Raises NotAFact for no day there is."""
    try:
        date(_LEAP if year is None else year, month, day)
    except ValueError:
        named = MONTHS[month - 1] if 1 <= month <= len(MONTHS) else f"month {month}"
        when = f"{day} {named}{'' if year is None else f' {year}'}"
        raise NotAFact(f"There is no {when}: look at the day again.") from None
    return f"{'-' if year is None else f'{year:04d}'}-{month:02d}-{day:02d}"


def shown_fact(kind: FactKind, value: str) -> str:
    """A fact as a person reads it: "15 April 1980" of "1980-04-15"."""
    parts = _VCARD.fullmatch(value) if kind is FactKind.BIRTHDAY else None
    if parts is None or not 1 <= int(parts["month"]) <= len(MONTHS):
        return value
    year = "" if parts["year"] == "-" else f" {parts['year']}"
    return f"{int(parts['day'])} {MONTHS[int(parts['month']) - 1]}{year}"


def day_month_year(value: str) -> tuple[int, int, int | None] | None:
    """The parts of a birthday as it is kept; None where it is none."""
    parts = _VCARD.fullmatch(value)
    if parts is None:
        return None
    year = None if parts["year"] == "-" else int(parts["year"])
    return int(parts["day"]), int(parts["month"]), year


def _read_birthday(words: str) -> str:
    """Of "1980-04-15", "--04-15", "04-15", "15 April" and "15 April 1980"."""
    found = _VCARD.fullmatch(words) or _BARE.fullmatch(words)
    if found is not None:
        year = found.groupdict().get("year", "-")
        known = None if year == "-" else int(year)
        return birthday(int(found["day"]), int(found["month"]), known)
    spoken = _SPOKEN.fullmatch(words)
    month = _month(spoken["name"]) if spoken is not None else None
    if spoken is None or month is None:
        raise NotAFact(f"“{words}” is no day that can be read: write 15 April or 1980-04-15.")
    return birthday(int(spoken["day"]), month, int(spoken["year"]) if spoken["year"] else None)


def _month(name: str) -> int | None:
    """4 of "April" and of "apr"; None where no month, or more than one, begins like that."""
    begun = [
        number for number, each in enumerate(MONTHS, 1) if each.lower().startswith(name.lower())
    ]
    return begun[0] if len(begun) == 1 else None


def _read_website(words: str) -> str:
    address = words if "://" in words else f"https://{words}"
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
        is_web = is_web and parts.username is None
    except ValueError:
        is_web = False
    if not is_web or any(map(str.isspace, address)):
        raise NotAFact(f"“{words}” is no address of a website: write it like tusk.example/ana.")
    return address
