"""What one record says: a supporter, or a couple, and what of it could not be read."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from hobnob.domain.exports.headings import CARD_KEY
from hobnob.domain.exports.people import ACCOUNT
from hobnob.domain.matching.words import fold
from hobnob.domain.supporters import Birthday, Fact, HandleGiven, Supporter
from hobnob.importers.supporters.belonging import labels, memberships, ties
from hobnob.importers.supporters.cards import OWN_CARDS
from hobnob.importers.supporters.cells import Cell, Cells, Customs, Remark
from hobnob.importers.supporters.dates import Ambiguous, birthday_of
from hobnob.importers.supporters.fields import Field, Meaning
from hobnob.importers.supporters.giving import gift_of
from hobnob.importers.supporters.harmless import harmless
from hobnob.importers.supporters.names import name_parts
from hobnob.importers.supporters.reaching import (
    emails,
    handles,
    phones,
    websites,
    wishes,
    yes_or_no,
)
from hobnob.importers.supporters.records import Meant
from hobnob.importers.supporters.systems import plain

_NOTHING = frozenset({"n/a", "-", "--", "—", "#n/a", "#ref!", "#value!", "#name?", "#div/0!"})
"""What people and spreadsheets write where there is nothing."""
_NO_DIGIT = re.compile(r"\D")
_ID_AND_ADDRESS = (Meaning(Field.ID), Meaning(Field.EMAIL))
_NAMES = (Field.PREFIX, Field.FIRST, Field.MIDDLE, Field.LAST, Field.SUFFIX)


@dataclass(frozen=True, slots=True)
class Said:
    """What a record says."""

    supporters: tuple[Supporter, ...]
    remarks: tuple[Remark, ...]


def translate(cells: Iterable[tuple[Meaning | None, Cell]], customs: Customs) -> Said:
    """The supporters of one record; a cell without a meaning is only looked at for handles."""
    remarks: list[Remark] = []
    first, second = Cells(customs, remarks), Cells(customs, remarks)
    others: list[Cell] = []
    has_second = False
    for meaning, cell in cells:
        if not cell.text or cell.text.lower() in _NOTHING:
            continue
        if meaning is None:
            others.append(cell)
        elif meaning.is_second:
            has_second = True
            second.add(meaning.field, cell)
        else:
            first.add(meaning.field, cell)
    found = [_supporter(first, others)]
    if has_second:
        found.append(_supporter(second, ()))
    supporters = tuple(
        harmless(each, remarks) for each in found if each and not _is_known_already(each)
    )
    if not any(found):
        remarks.insert(0, Remark("", _why_nobody(first)))
    return Said(supporters, tuple(remarks))


def _supporter(cells: Cells, others: Iterable[Cell]) -> Supporter | None:
    """Who stands in the cells; None where nobody does."""
    names = _names(cells)
    addresses, numbers = emails(cells), phones(cells)
    own_handles = handles(cells, others)
    key = _key(cells, names, addresses, numbers, own_handles)
    if not key:
        return None
    gift, belongs = gift_of(cells, key), memberships(cells)
    return Supporter(
        key=key,
        name=cells.fact(Field.NAME),
        prefix=names.get(Field.PREFIX),
        first=names.get(Field.FIRST),
        middle=names.get(Field.MIDDLE),
        last=names.get(Field.LAST),
        suffix=names.get(Field.SUFFIX),
        nickname=cells.fact(Field.NICKNAME),
        organisation=cells.fact(Field.ORGANISATION),
        job=cells.fact(Field.JOB),
        street=cells.fact(Field.STREET),
        city=cells.fact(Field.CITY),
        region=cells.fact(Field.REGION),
        postcode=cells.fact(Field.POSTCODE),
        country=cells.fact(Field.COUNTRY),
        birthday=_birthday(cells),
        met_on=cells.date(Field.MET),
        is_deceased=_is_deceased(cells),
        emails=addresses,
        phones=numbers,
        websites=websites(cells),
        labels=labels(cells),
        notes=tuple(Fact(value=cell.text, column=cell.heading) for cell in cells.all(Field.NOTE)),
        handles=own_handles,
        ties=ties(cells, gift, belongs),
        gifts=(gift,) if gift else (),
        memberships=belongs,
        wishes=wishes(cells),
    )


def _names(cells: Cells) -> dict[Field, Fact]:
    """The parts of the name: those that have columns, else what the whole name tells."""
    found = {each: fact for each in _NAMES if (fact := cells.fact(each))}
    whole = cells.first(Field.NAME)
    if whole is None or Field.FIRST in found or Field.LAST in found:
        return found
    parts = name_parts(whole.text)
    if parts.is_couple:
        cells.remark(whole, "names two people: the first is taken; give each a row of their own")
    told = (parts.prefix, parts.first, parts.middle, parts.last, parts.suffix)
    read = {
        each: Fact(value=text, column=whole.heading)
        for each, text in zip(_NAMES, told, strict=True)
        if text
    }
    return read | found


def _key(
    cells: Cells,
    names: dict[Field, Fact],
    addresses: tuple[Fact, ...],
    numbers: tuple[Fact, ...],
    own_handles: tuple[HandleGiven, ...],
) -> str:
    """The same for the same somebody: an id, an address, a name with where they live.

    An id is one person's only within a system, or within what somebody gave a name.
    """
    own_id = cells.first(Field.ID)
    if own_id and own_id.heading == CARD_KEY and cells.customs.name == OWN_CARDS:
        return own_id.text
    if own_id and cells.customs.is_own(own_id.heading):
        return f"{cells.customs.name}:{own_id.text}"
    if addresses:
        return f"email:{addresses[0].value.lower()}"
    if own_id and (address := cells.customs.addresses.get(own_id.text)):
        return f"email:{address}"
    if own_id:
        return f"{plain(own_id.heading)}:{own_id.text}"
    name = " ".join(
        fold(names[each].value) for each in (Field.FIRST, Field.MIDDLE, Field.LAST) if each in names
    )
    number = _NO_DIGIT.sub("", numbers[0].value) if numbers else ""
    if name:
        place = cells.text(Field.POSTCODE) or number or cells.text(Field.CITY)
        told = f"{name}|{fold(place).replace(' ', '')}"
        return "name:" + hashlib.sha256(told.encode()).hexdigest()[:20]
    given = next((each for each in own_handles if not each.is_in_passing), None)
    if given:
        return f"handle:{given.network or ''}:{given.handle.lower()}"
    return f"phone:{number}" if number else ""


def addresses_by_id(records: Iterable[Meant], customs: Customs) -> dict[str, str]:
    """Of ids that stand in some rows without an e-mail address: the one that others have for them.

    Where others have several, nobody can tell whose the id is.
    """
    known: dict[str, str] = {}
    alone: set[str] = set()
    for record in records:
        cells = Cells(customs, [])
        for meaning, cell in record:
            if meaning in _ID_AND_ADDRESS and cell.text and cell.text.lower() not in _NOTHING:
                cells.add(meaning.field, cell)
        if own_id := cells.first(Field.ID):
            address = next((each.value.lower() for each in emails(cells)), "")
            if not address:
                alone.add(own_id.text)
            elif known.setdefault(own_id.text, address) != address:
                known[own_id.text] = ""
    return {each: known[each] for each in alone if known.get(each)}


def _birthday(cells: Cells) -> Birthday | None:
    cell = cells.first(Field.BIRTHDAY)
    if cell is None:
        return None
    try:
        return birthday_of(cell.text, cells.order(cell), cell.heading)
    except Ambiguous:
        return None
    except ValueError:
        cells.remark(cell, "is no birthday: write it as 1980-03-31, or --03-31 without the year")
        return None


def _is_deceased(cells: Cells) -> bool:
    """Whether they died: a date says so too."""
    return any(yes_or_no(cell.text) is not False for cell in cells.all(Field.DECEASED))


def _is_known_already(supporter: Supporter) -> bool:
    """Whether a card of our own says no more than what an account is called."""
    says = (supporter.emails, supporter.phones, supporter.street, supporter.birthday)
    return supporter.key.startswith(ACCOUNT) and not any(says)


def _why_nobody(cells: Cells) -> str:
    if cells.first(Field.ORGANISATION):
        return "it names an organisation and nobody in it: left out"
    return "it names nobody, neither by name nor by address: left out"
