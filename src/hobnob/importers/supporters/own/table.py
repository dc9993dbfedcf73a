"""People in a table that hobnob wrote, CSV or XLSX, one row each."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import groupby
from pathlib import Path

from hobnob.domain.exports.cells import unguarded
from hobnob.domain.exports.headings import KEY, PART
from hobnob.domain.exports.parts import OutOfOrder, whole
from hobnob.domain.exports.people import is_known_by_account
from hobnob.domain.supporters import Supporter
from hobnob.importers.base import Place
from hobnob.importers.supporters.cells import Cell, Remark
from hobnob.importers.supporters.export import Reading, SupporterFile
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.harmless import harmless
from hobnob.importers.supporters.own.reading import supporter_of
from hobnob.importers.supporters.records import Record
from hobnob.importers.supporters.sheet import Sheet
from hobnob.importers.supporters.translation import Said, translate

OWN = "hobnob"
"""The system of its own tables, in `headers/hobnob.txt`."""
_NAMING = frozenset(
    {
        Field.NAME, Field.PREFIX, Field.FIRST, Field.MIDDLE, Field.LAST, Field.SUFFIX,
        Field.EMAIL, Field.PHONE, Field.POSTCODE, Field.CITY,
    }
)  # fmt: skip
"""What somebody without an id is told by."""
_SPLIT = (
    "its parts do not stand below each other, in their order: sort the table by "
    f"“{KEY}” and “{PART}”, and import it again"
)


class OwnTable(SupporterFile):
    """An opened table of hobnob's own."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        super().__init__(path, sheet)
        self.mapping = replace(self.mapping, system=OWN)

    def read(self, start: Place | None = None) -> Iterator[Reading]:
        """What each row says, in the same order each time; from the place `start` on."""
        begin = start.record if start else 0
        for count, (_, rows) in enumerate(groupby(self._records(), key=_same_row)):
            if count >= begin:
                yield self._whole_reading(count, list(rows))

    def _whole_reading(self, count: int, rows: list[Record]) -> Reading:
        where = f"{self._where} {rows[0].number}"
        said = self._said(rows)
        return Reading(
            place=Place(file=self._path.name, record=count),
            supporters=said.supporters,
            problems=tuple(self._problems(where, said)),
        )

    def _said(self, rows: list[Record]) -> Said:
        damage = next((each.damage for each in rows if each.damage), "")
        if damage:
            return Said((), (Remark("", damage),))
        try:
            cells = whole([_cells(each) for each in rows])
        except OutOfOrder:
            return Said((), (Remark("", _SPLIT),))
        remarks: list[Remark] = []
        if KEY not in cells:
            return self._added_by_hand(rows[0], cells)
        found = harmless(supporter_of(cells, remarks), remarks)
        return Said(() if is_known_by_account(found) else (found,), tuple(remarks))

    def _added_by_hand(self, record: Record, cells: dict[str, str]) -> Said:
        """Somebody without an id: known by address or name, as in anybody's table."""
        naming = [
            (meaning, Cell(heading, unguarded(text)))
            for meaning, (heading, text) in record.cells
            if meaning and meaning.field in _NAMING
        ]
        told = translate(naming, self._customs())
        remarks = list(told.remarks)
        supporters = (
            _filled(each, harmless(supporter_of({**cells, KEY: each.key}, remarks), remarks))
            for each in told.supporters
        )
        return Said(tuple(supporters), tuple(remarks))


def _same_row(record: Record) -> object:
    """Parts of a row have the same key; rows that are whole are alone."""
    cells = _cells(record)
    return cells.get(KEY, "") if PART in cells else record.number


def _cells(record: Record) -> dict[str, str]:
    return {cell.heading: cell.text for _, cell in record.cells}


def _filled(told: Supporter, own: Supporter) -> Supporter:
    """What the row says in our own way; names taken apart where it only has the whole."""
    said = {each.name: value for each in fields(own) if (value := getattr(own, each.name))}
    return replace(told, **said)
