"""The rows of a CSV file, whatever program wrote it last: RFC 4180, one row a line.

Neither an account's address nor a list's title has a line break in it, so each line is read by
itself: a quotation mark that is never closed costs its line, not the rest of the file.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ",;\t"
"""Spreadsheets use the semicolon where the comma is taken, as in 3,5."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is not empty; without cells where it is damaged."""

    line: int
    """Counted from 1, as editors do."""
    cells: tuple[str, ...]


def rows(data: bytes) -> Iterator[Row]:
    """The rows of a file, in order."""
    # No database keeps a zero byte, and no address has one.
    lines = io.StringIO(_text(data).replace("\0", ""), newline=None)
    delimiter = ""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        delimiter = delimiter or _delimiter(line)
        try:
            cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            cells = []
        yield Row(number, tuple(cell.strip() for cell in cells))


def _text(data: bytes) -> str:
    """The file's characters: by its mark, else UTF-8, else what old spreadsheets write."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    # ASCII in UTF-16 has a zero in every other byte, and no text has one in UTF-8.
    if b"\0" in data[:2]:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(line: str) -> str:
    """The one that stands in the first row; a comma where the row is one cell."""
    return next((each for each in _DELIMITERS if each in line), ",")
