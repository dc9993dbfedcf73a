"""The cells of one record, by what they mean, and what is remarked about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from hobnob.domain.supporters import Fact, Relationship
from hobnob.importers.supporters.dates import Ambiguous, date_of
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.mapping import DateOrder
from hobnob.importers.supporters.systems import System

_SHOWN = 60
"""Characters of a cell that a remark repeats."""


class Cell(NamedTuple):
    """Something written under a heading."""

    heading: str
    text: str


class Remark(NamedTuple):
    """What could not be read of a record, and where it stands; the rest goes in."""

    heading: str
    reason: str
    is_of_column: bool = False
    """It is said once of the column, and of no row: what is left out is told of nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """How the records of one file are to be read."""

    system: System | None = None
    name: str = ""
    """Of the mapping, in whose files an id is one person's."""
    orders: Mapping[str, DateOrder | None] = field(default_factory=dict)
    """Which of day and month comes first, by heading."""
    currency: str = ""
    everybody_is: tuple[Relationship, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    """By an id that is nobody's outside this file: the e-mail address in another row of it."""

    def is_own(self, heading: str) -> bool:
        """Whether what stands under a heading is one thing's id wherever such a file has it."""
        return self.system.knows(heading) if self.system else self.name != ""


class Cells:
    """One person's cells of a record; none of them is empty."""

    def __init__(self, customs: Customs, remarks: list[Remark]):
        self.customs = customs
        self.remarks = remarks
        self._by_field: dict[Field, list[Cell]] = {}

    def add(self, field: Field, cell: Cell) -> None:
        """One more cell of this meaning."""
        self._by_field.setdefault(field, []).append(cell)

    def all(self, *fields: Field) -> Iterable[Cell]:
        """Every cell of these meanings, in the order of the file."""
        found = [self._by_field[each] for each in fields if each in self._by_field]
        return found[0] if len(found) == 1 else chain.from_iterable(found)

    def first(self, field: Field) -> Cell | None:
        """The first cell of this meaning."""
        found = self._by_field.get(field)
        return found[0] if found else None

    def text(self, field: Field) -> str:
        """What the first cell of this meaning says, "" where there is none."""
        found = self._by_field.get(field)
        return found[0].text if found else ""

    def fact(self, field: Field) -> Fact | None:
        """The same, with its heading."""
        found = self._by_field.get(field)
        return Fact(value=found[0].text, column=found[0].heading) if found else None

    def date(self, field: Field) -> date | None:
        """The day in the first cell of this meaning; None where it is none, which is remarked.

        Where nobody can tell its order the file asks once, not each row.
        """
        cell = self.first(field)
        if cell is None:
            return None
        try:
            return date_of(cell.text, self.order(cell))
        except Ambiguous:
            return None
        except ValueError:
            self.remark(cell, "is no date: write it as 2024-03-31")
            return None

    def order(self, cell: Cell) -> DateOrder | None:
        """Which of day and month comes first under this heading."""
        return self.customs.orders.get(cell.heading)

    def remark(self, cell: Cell, what: str) -> None:
        """Say what is wrong with a cell."""
        self.remarks.append(Remark(cell.heading, f"“{shown(cell.text)}” {what}"))


def shown(text: str) -> str:
    """A cell as a remark repeats it."""
    flat = " ".join(text[: 2 * _SHOWN].split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
