"""Dates as files write them, and which of day and month comes first in a column.

A column that has a number above 12 in one place shows its order; where none has, nobody can tell
03/04/2024, and a person is asked.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from hobnob.domain.matching.words import fold
from hobnob.domain.supporters import Birthday
from hobnob.importers.supporters.mapping import DateOrder

_MONTHS_TEXT = """
january jan enero ene januar jaenner janvier janv januari
february feb febrero februar fevrier fevr februari
march mar marzo marz marsch mars maart mrt maerz
april apr abril abr avril avr
may mayo mai mei
june jun junio juni juin
july jul julio juli juillet juil
august aug agosto ago aout augustus
september sep sept septiembre septembre
october oct octubre oktober okt octobre
november nov noviembre novembre
december dec diciembre dic dezember dez decembre
"""
_MONTHS = {
    word: number
    for number, line in enumerate(_MONTHS_TEXT.strip().splitlines(), start=1)
    for word in line.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?|(\d{4})(\d\d)(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:[-/.](\d{4}|\d{2})?)?(?:[ T,].*)?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de |of )?([^\W\d]+)\.?,?(?:[\s-]+(?:de )?(\d{4}|\d\d))?"
)
_MONTH_DAY = re.compile(r"([^\W\d]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?:,?[\s-]+(\d{4}))?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR_UNKNOWN = frozenset({1604, 1900, 1904})
"""Years that address books write where they do not know one."""
_CENTURY_TURN = 70
_NO_MONTH = 13


class Ambiguous(ValueError):
    """Day and month may be either way round."""


def order_of(values: Iterable[str]) -> DateOrder | None:
    """Which comes first in a column; None where no value shows it, or two contradict."""
    shown = {each for each in map(shown_order, values) if each}
    return shown.pop() if len(shown) == 1 else None


def shown_order(text: str) -> DateOrder | None:
    """What one value shows: "25/12/2024" that the day comes first."""
    found = _NUMBERS.fullmatch(text.strip())
    if found is None or found[2] == ".":
        return None
    one, other = int(found[1]), int(found[3])
    if one >= _NO_MONTH > other:
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if other >= _NO_MONTH > one else None


def is_ambiguous(text: str) -> bool:
    """Whether a value means another day when read the other way round."""
    found = _NUMBERS.fullmatch(text.strip())
    if found is None or found[2] == ".":
        return False
    return found[1] != found[3] and max(int(found[1]), int(found[3])) < _NO_MONTH


@lru_cache(maxsize=50_000)
def date_of(text: str, order: DateOrder | None) -> date:
    """The day. Raises Ambiguous, and ValueError where it is none."""
    year, month, day = _read(text.strip(), order)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(text)
    return date(year, month, day)


@lru_cache(maxsize=50_000)
def birthday_of(text: str, order: DateOrder | None, column: str) -> Birthday:
    """The day, with the year where it is known. Raises Ambiguous, ValueError where it is none."""
    written = text.strip()
    year, month, day = _read(written, order)
    # Of two digits nobody knows the century of somebody's birth.
    is_short = year is not None and f"{year:04d}" not in written
    known = None if is_short or year is None or year in _YEAR_UNKNOWN else year
    date(known or 2000, month, day)
    if known is not None and not _FIRST_YEAR <= known <= _LAST_YEAR:
        raise ValueError(text)
    return Birthday(month=month, day=day, year=known, column=column)


def _read(text: str, order: DateOrder | None) -> tuple[int | None, int, int]:
    """Year, month and day."""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(each) for each in found.groups() if each)
        return year, month, day
    if found := _NO_YEAR.fullmatch(text):
        return None, int(found[1]), int(found[2])
    if found := _NUMBERS.fullmatch(text):
        day, month = _in_order(text, found, order)
        return _year(found[4]), month, day
    if found := _DAY_MONTH.fullmatch(text):
        return _year(found[3]), _month(found[2]), int(found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _year(found[3]), _month(found[1]), int(found[2])
    raise ValueError(text)


def _in_order(text: str, found: re.Match[str], order: DateOrder | None) -> tuple[int, int]:
    """Day and month of two numbers; those parted by points begin with the day everywhere."""
    one, other = int(found[1]), int(found[3])
    order = DateOrder.DAY_FIRST if found[2] == "." else shown_order(text) or order
    if order is None and one != other:
        raise Ambiguous(text)
    return (other, one) if order == DateOrder.MONTH_FIRST else (one, other)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _month(word: str) -> int:
    number = _MONTHS.get(fold(word))
    if number is None:
        raise ValueError(word)
    return number
