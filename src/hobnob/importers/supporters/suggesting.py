"""What the columns of an unknown file may mean, how sure that is, and why."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Mapped
from dataclasses import dataclass

from hobnob.domain.sensitive.headings import sensitive
from hobnob.importers.supporters.fields import Field, Meaning
from hobnob.importers.supporters.handles import handles_in
from hobnob.importers.supporters.mapping import Mapping
from hobnob.importers.supporters.systems import System, detect, general, plain

_MOST = 0.6
"""The share of the filled cells of a column that must look alike."""
_EMAIL = re.compile(r"[^\s@]+@[\w-]+(\.[\w-]+)+")
_AT_NAME = re.compile(r"@[\w.-]{2,}(@[\w-]+(\.[\w-]+)+)?")
_MONEY = re.compile(r"[€$£]\s?[\d.,']+|[\d.,']+\s?[€$£]|[\d.,']+ ?(?:EUR|USD|GBP|CHF)")
_PHONE = re.compile(r"\+?[\d ()/.-]{7,20}")
_DATE = frozenset({"date", "datum", "fecha", "data"})
"""Headings that say that it is a date, and not of what."""
_TYPED_DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d{1,4}[./]\d{1,2}[./]\d{1,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What one column may mean."""

    heading: str
    meaning: Meaning | None
    """None: leave it out."""
    confidence: float
    """0-1; from 0.9 on it is taken without asking."""
    because: str


SURE = 0.9


def suggest_mapping(
    headings: Sequence[str], sample: Sequence[Sequence[str]]
) -> tuple[Suggestion, ...]:
    """One suggestion a column, in their order; `sample` is some rows of the file."""
    system = detect(headings)
    columns = {
        heading: [row[at].strip() for row in sample if at < len(row)]
        for at, heading in enumerate(headings)
    }
    found = [_suggestion(heading, system, values) for heading, values in columns.items()]
    return tuple(_with_days_of_gifts(found, columns))


def mapping_of(headings: Sequence[str], suggestions: Sequence[Suggestion]) -> Mapping:
    """The mapping that takes what is sure, and lists the rest as not read."""
    system = detect(headings)
    sure = {
        each.heading: each.meaning
        for each in suggestions
        if each.meaning and each.confidence >= SURE
    }
    return Mapping(
        columns=sure,
        system=system.name if system else "",
        everybody_is=(system.everybody_is,) if system and system.everybody_is else (),
        unread=tuple(each for each in headings if each not in sure),
    )


def _suggestion(heading: str, system: System | None, values: Sequence[str]) -> Suggestion:
    if what := sensitive(heading):
        because = f"it tells of {what}, which hobnob never keeps"
        return Suggestion(heading=heading, meaning=None, confidence=1.0, because=because)
    if system and system.knows(heading):
        return _known(heading, system.meaning_of(heading), 1.0, f"{system.title} calls it so")
    bare = re.sub(r" \(\d+\)$", "", heading)
    for name in (heading, bare):
        if general().knows(name):
            return _known(heading, general().meaning_of(name), 0.95, "the heading says so")
    return _by_values(heading, [each for each in values if each])


def _with_days_of_gifts(
    found: Sequence[Suggestion], columns: Mapped[str, Sequence[str]]
) -> Sequence[Suggestion]:
    """A date beside an amount is the day of the gift, where no heading says which day that is.

    One that is called a date and no more is taken for it, any other is asked about.
    """
    means = {each.meaning.field for each in found if each.meaning}
    if Field.GIFT_AMOUNT not in means or Field.GIFT_DATE in means:
        return found
    days = {
        each.heading
        for each in found
        if each.meaning is None and each.confidence < SURE and _are_dates(columns[each.heading])
    }
    plainly = {each for each in days if plain(each) in _DATE}
    return [
        _day_of_gift(each.heading, is_sure=each.heading in plainly)
        if each.heading in (plainly or days)
        else each
        for each in found
    ]


def _day_of_gift(heading: str, *, is_sure: bool) -> Suggestion:
    return Suggestion(
        heading=heading,
        meaning=Meaning(Field.GIFT_DATE),
        confidence=0.95 if is_sure else 0.6,
        because="it holds dates, beside an amount",
    )


def _are_dates(values: Sequence[str]) -> bool:
    filled = [each for each in values if each]
    return _most_look(_TYPED_DATE.fullmatch, filled) > 0


def _most_look(looks_so: Callable[[str], object], filled: Sequence[str]) -> int:
    """How many cells look so, where most do; else 0."""
    count = sum(1 for each in filled if looks_so(each))
    return count if count >= _MOST * len(filled) else 0


def _known(heading: str, meaning: Meaning | None, confidence: float, because: str) -> Suggestion:
    because = because if meaning else f"{because}; it says nothing about who somebody is"
    return Suggestion(heading=heading, meaning=meaning, confidence=confidence, because=because)


_LOOKS: tuple[tuple[Field, Callable[[str], object], float, str], ...] = (
    (Field.EMAIL, _EMAIL.fullmatch, 0.9, "look like e-mail addresses"),
    (Field.HANDLE, lambda text: _AT_NAME.fullmatch(text) or handles_in(text, ""), 0.8,
     "look like handles or profiles"),
    (Field.MET, _TYPED_DATE.fullmatch, 0.2, "look like dates; of what, nobody can tell"),
    (Field.GIFT_AMOUNT, _MONEY.fullmatch, 0.6, "look like amounts of money"),
    (Field.PHONE, _PHONE.fullmatch, 0.6, "look like phone numbers"),
)  # fmt: skip


def _by_values(heading: str, filled: Sequence[str]) -> Suggestion:
    for field, looks_so, confidence, because in _LOOKS:
        if count := _most_look(looks_so, filled):
            why = f"{count} of {len(filled)} cells {because}"
            # A date alone says too little to be given a meaning.
            means = None if field == Field.MET else Meaning(field)
            return Suggestion(heading=heading, meaning=means, confidence=confidence, because=why)
    because = "neither the heading nor the cells say what it is"
    return Suggestion(heading=heading, meaning=None, confidence=0.0, because=because)
