"""Rows of CSV and TSV files, whatever wrote them: RFC 4180 and its relatives, as a stream.

A quotation mark that is never closed costs its own line: what stands behind it is read again.
"""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from hobnob.importers.base import Closes
from hobnob.importers.supporters.letters import LONGEST_LINE, encoding_of, short_lines
from hobnob.importers.supporters.rows import Row

TEXTS = frozenset({".csv", ".tsv", ".tab", ".txt"})
"""How the names of such files end."""
_DELIMITERS = ",;\t|"
_LOOKED_AT = 20
_MOST_LINES = 500
"""Of one row: notes have line breaks, a forgotten quotation mark has the rest of the file."""
_MOST_DAMAGED = 2_000


class Delimited(Closes):
    """A text file of rows."""

    where = "line"

    def __init__(self, path: Path, encoding: str = ""):
        self._path = path
        self.encoding: str = encoding or encoding_of(path)
        with self._opened() as stream:
            beginning = [line for line in islice(short_lines(stream), _LOOKED_AT) if line.strip()]
        self.delimiter: str = _delimiter(beginning)

    def close(self) -> None:
        """Nothing is held open between two reads."""

    def rows(self) -> Iterator[Row]:
        """Its rows in order; damaged ones say so."""
        with self._opened() as stream:
            lines = _Lines(short_lines(stream))
            damaged = 0
            while damaged < _MOST_DAMAGED and (row := self._next(lines)):
                damaged += bool(row.damage)
                if row.damage or any(row.cells):
                    yield row
            if damaged == _MOST_DAMAGED:
                yield Row(lines.number + 1, (), "too much before it is damaged: not read from here")

    def _opened(self) -> TextIO:
        # Bytes that no letter has are shown as such, and the row stays.
        return self._path.open(encoding=self.encoding, errors="replace", newline="")

    def _next(self, lines: "_Lines") -> Row | None:
        lines.keep()
        first = lines.number + 1
        # The dialect is made anew: after an error Python's reader is in the middle of a cell.
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        try:
            cells = next(reader, None)
        except csv.Error as error:
            lines.give_back()
            return Row(first, (), _why(str(error)))
        return None if cells is None else Row(first, [cell.strip() for cell in cells])


class _Lines:
    """Lines that can be read again, as long as their row is not done."""

    def __init__(self, lines: Iterator[str]):
        self._lines = lines
        self._again: deque[str] = deque()
        self._kept: list[str] = []
        self.number = 0
        """Of the line read last."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self._kept) >= _MOST_LINES:
            raise csv.Error("unexpected end of data")
        line = self._again.popleft() if self._again else next(self._lines)
        self._kept.append(line)
        self.number += 1
        if len(line) >= LONGEST_LINE:
            raise csv.Error("field larger than field limit")
        return line

    def keep(self) -> None:
        """A new row begins."""
        self._kept.clear()

    def give_back(self) -> None:
        """Every line of the row but its first is read once more."""
        _, *others = self._kept
        self._again.extendleft(reversed(others))
        self.number -= len(others)
        self._kept.clear()


def _delimiter(lines: list[str]) -> str:
    """The sign that parts the most lines, outside quotation marks; a comma where none does."""
    counts = {each: [_count(line, each) for line in lines] for each in _DELIMITERS}
    best = max(counts, key=lambda each: (sum(1 for n in counts[each] if n), sum(counts[each])))
    return best if any(counts[best]) else ","


def _count(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])


def _why(error: str) -> str:
    if "limit" in error:
        return "it is longer than any row of people: shorten it in the file"
    return (
        "a quotation mark in it is not closed, or not doubled: "
        "correct it in the file, and import that once more"
    )
