"""A record of a file, whichever kind of file: its cells by what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from hobnob.importers.supporters.cells import Cell
from hobnob.importers.supporters.fields import Meaning

Meant: TypeAlias = list[tuple[Meaning | None, Cell]]


@dataclass(frozen=True, slots=True)
class Record:
    """One row, or one card."""

    number: int
    """As a person finds it, from 1."""
    cells: Meant
    damage: str = ""
    """Why it cannot be read, where it cannot."""


class Listed(Protocol):
    """A file that is no table, whose records say themselves what they mean."""

    where: str
    """What its records are called: "card", "event"."""
    encoding: str
    """How its letters were read; "" where the file says so itself."""
    system: str
    kind: str
    """What people call such a file: "Address book"."""

    def records(self) -> Iterator[Record]:
        """Its records in order, the same each time."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...
