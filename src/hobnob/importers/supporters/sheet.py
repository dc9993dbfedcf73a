"""A table whose header is found: headings, a first look at the rows, and each row's meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from hobnob.domain.sensitive.headings import sensitive
from hobnob.importers.base import Closes, UnreadableFile
from hobnob.importers.supporters.cells import Cell
from hobnob.importers.supporters.dates import is_ambiguous, shown_order
from hobnob.importers.supporters.fields import DATES, Meaning
from hobnob.importers.supporters.mapping import DateOrder, Mapping
from hobnob.importers.supporters.records import Record
from hobnob.importers.supporters.rows import MOST_COLUMNS, Row, Table, unique_headings
from hobnob.importers.supporters.systems import detect, general

_LOOKED_AT = 20
"""Rows among which the header is: reports and LinkedIn write some lines above it."""
_SAMPLE = 200
_REMEMBERED = 50_000
"""Different dates that are looked at once."""
_EXAMPLES = 3
_EMAIL = re.compile(r"[^\s@]+@[\w-]+(\.[\w-]+)+")


@dataclass(slots=True)
class Shown:
    """What a column of dates shows of its order."""

    orders: set[DateOrder] = field(default_factory=set)
    examples: list[str] = field(default_factory=list)
    """Values that may be read both ways."""

    @property
    def order(self) -> DateOrder | None:
        """What stands first; None where nothing shows it, or it is mixed."""
        return next(iter(self.orders)) if len(self.orders) == 1 else None


class Sheet(Closes):
    """A table and its header. Raises UnreadableFile where it has none."""

    def __init__(self, table: Table, path: object):
        self.table = table
        first = list(islice((row for row in table.rows() if not row.damage), _LOOKED_AT))
        header = _header(first, path)
        self._header_number = header.number
        self.headings: tuple[str, ...] = unique_headings(header.cells)
        self.sample: tuple[tuple[str, ...], ...] = tuple(
            tuple(row.cells) for row in islice(self._sound(), _SAMPLE)
        )

    def close(self) -> None:
        """Lets go of the file."""
        self.table.close()

    @property
    def refused(self) -> dict[str, str]:
        """The columns that are never read, and what they tell."""
        return {each: what for each in self.headings if (what := sensitive(each))}

    def meanings(self, mapping: Mapping) -> tuple[Meaning | None, ...]:
        """What each column means."""
        return tuple(mapping.columns.get(each) for each in self.headings)

    def records(self, mapping: Mapping) -> Iterator[Record]:
        """Each row below the header."""
        refused = self.refused
        columns = [
            (at, heading, meaning)
            for at, (heading, meaning) in enumerate(
                zip(self.headings, self.meanings(mapping), strict=True)
            )
            if heading not in refused
        ]
        width = len(self.headings)
        for row in self._rows():
            damage = row.damage or _too_wide(row, width)
            if damage:
                yield Record(row.number, [], damage)
                continue
            cells = row.cells
            count = len(cells)
            yield Record(
                row.number,
                [
                    (meaning, Cell(heading, cells[at]))
                    for at, heading, meaning in columns
                    if at < count and cells[at]
                ],
            )

    def date_columns(self, mapping: Mapping) -> dict[str, Shown]:
        """What each column of dates shows of its order: one look at all rows."""
        places = {
            at: self.headings[at]
            for at, meaning in enumerate(self.meanings(mapping))
            if meaning and meaning.field in DATES
        }
        found = {heading: Shown() for heading in places.values()}
        seen: set[tuple[int, str]] = set()
        for row in self._sound() if places else ():
            for at, heading in places.items():
                text = row.cells[at] if at < len(row.cells) else ""
                if not text or (at, text) in seen:
                    continue
                if len(seen) < _REMEMBERED:
                    seen.add((at, text))
                _look(found[heading], text)
        return found

    def _rows(self) -> Iterator[Row]:
        return (row for row in self.table.rows() if row.number > self._header_number)

    def _sound(self) -> Iterator[Row]:
        return (row for row in self._rows() if not row.damage)


def _look(shown: Shown, text: str) -> None:
    order = shown_order(text)
    if order:
        shown.orders.add(order)
    elif len(shown.examples) < _EXAMPLES and is_ambiguous(text):
        shown.examples.append(text)


def _header(first: list[Row], path: object) -> Row:
    if not first:
        raise UnreadableFile(f"No row of {path} can be read: export it once more, as CSV or XLSX.")
    header = max(first, key=lambda row: (*_looks_like_header(row), -row.number))
    if len(header.cells) > MOST_COLUMNS:
        raise UnreadableFile(
            f"{path} has more than {MOST_COLUMNS:,} columns: leave those in it that are about "
            "people, and import it again."
        )
    if any(_EMAIL.fullmatch(each) for each in header.cells):
        raise UnreadableFile(
            f"{path} begins with somebody and not with headings: put a first line above, such as "
            "First name,Last name,Email."
        )
    return header


def _looks_like_header(row: Row) -> tuple[bool, int, bool]:
    """A known system's, else with the most headings that are known, else with several cells."""
    if len(row.cells) > MOST_COLUMNS:
        return False, 0, True
    known = sum(1 for each in row.cells if each and general().knows(each))
    return detect(row.cells) is not None, known, sum(1 for each in row.cells if each) > 1


def _too_wide(row: Row, width: int) -> str:
    """Why a row with more cells than headings is left out: what stands under which is unsure."""
    if len(row.cells) <= width or not any(row.cells[width:]):
        return ""
    return (
        f"it has {len(row.cells)} cells and the header {width}: left out. Most often a cell with "
        "the separator in it lacks quotation marks; correct that and import the file again"
    )
