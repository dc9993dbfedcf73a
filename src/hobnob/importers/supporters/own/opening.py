"""Which files hobnob wrote itself, and how one is opened."""

from pathlib import Path

from hobnob.domain.exports.headings import KEY, TOLD_BY
from hobnob.importers.base import closed_on_failure
from hobnob.importers.supporters.delimited import Delimited
from hobnob.importers.supporters.export import SupporterFile
from hobnob.importers.supporters.letters import encoding_of
from hobnob.importers.supporters.own.book import Book, is_book
from hobnob.importers.supporters.own.calendar import OwnCalendar, is_calendar
from hobnob.importers.supporters.own.table import OwnTable
from hobnob.importers.supporters.rows import Table
from hobnob.importers.supporters.sheet import Sheet
from hobnob.importers.supporters.workbook import Workbook

_BEGINNING = 4096
_DELIMITERS = ",;\t|"


def own_file(path: Path, encoding: str = "") -> SupporterFile | None:
    """The file as hobnob wrote it, or as a spreadsheet saved that; None where it is another's."""
    if is_calendar(path):
        return OwnCalendar(path)
    table = _table(path, encoding)
    if table is None:
        return None
    with closed_on_failure(table):
        return OwnTable(path, Sheet(table, path))


def _table(path: Path, encoding: str) -> Table | None:
    match path.suffix.lower():
        case ".json":
            return Book(path) if is_book(path) else None
        case ".xlsx":
            return _workbook(path)
        case ".csv" | ".tsv" | ".txt":
            return _delimited(path, encoding)
    return None


def _workbook(path: Path) -> Workbook | None:
    book = Workbook(path)
    header = next(book.rows(), None)
    if header and {KEY, TOLD_BY} <= set(header.cells):
        return book
    book.close()
    return None


def _delimited(path: Path, encoding: str) -> Delimited | None:
    """A table whose first line says so, and what parts its cells: in cells stand many signs."""
    letters = encoding or encoding_of(path)
    with path.open(encoding=letters, errors="replace") as stream:
        header = stream.readline(_BEGINNING).replace('"', "")
    delimiter = header.removeprefix(KEY)[:1] if header.startswith(KEY) else ""
    if delimiter not in set(_DELIMITERS) or TOLD_BY not in header.rstrip().split(delimiter):
        return None
    table = Delimited(path, letters)
    table.delimiter = delimiter
    return table
