"""A record of a file, whichever kind of file: its cells by what they mean."""

from dataclasses import dataclass
from typing import TypeAlias

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
