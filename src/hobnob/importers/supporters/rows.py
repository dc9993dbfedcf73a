"""Rows of a table, whichever kind of file holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty."""

    number: int
    """As a person finds it: the line of a text file, the row of a spreadsheet, from 1."""
    cells: Sequence[str]
    damage: str = ""
    """Why it cannot be read, where it cannot; its cells are empty then."""


class Table(Protocol):
    """A file that holds rows. The header is one of the first."""

    where: str
    """What its rows are called: "line", "row"."""
    encoding: str
    """How its letters were read; "" where the file says so itself."""

    def rows(self) -> Iterator[Row]:
        """Its rows in order, the same each time."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...


def unique_headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Headings that name one column each: a second "Email" is "Email (2)", "" is "column 5"."""
    seen: dict[str, int] = {}
    names = []
    for number, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"column {number}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
