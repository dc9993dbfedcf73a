"""Rows of the first sheet of an XLSX file (ECMA-376), read as a stream by openpyxl.

Of a formula only what the spreadsheet showed last is read; nothing is ever worked out here.
"""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from hobnob.importers.base import Closes, UnreadableFile
from hobnob.importers.supporters.rows import MOST_COLUMNS, Row

_MOST_BYTES = 512 * 2**20
_MOST_SHARED_BYTES = 48 * 2**20
"""Of words that the file has once and uses often: they are held in memory."""
_MOST_PARTS = 2_000
_MOST_CELL = 2**17
_BROKEN = (
    zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError,
    EOFError, OSError, IndexError, AttributeError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What openpyxl and the zip below it raise where a file is not what it says."""


class Workbook(Closes):
    """A spreadsheet; its first sheet."""

    where = "row"
    encoding = ""

    def __init__(self, path: Path):
        self._path = path
        _refuse_bombs(path)
        try:
            with catch_warnings():
                # It warns of styles and of dates that it cannot keep; nothing is written here.
                simplefilter("ignore")
                self._book = load_workbook(path, read_only=True, data_only=True)
        except _BROKEN as error:
            raise self._damaged() from error
        if not self._book.worksheets:
            self._book.close()
            raise self._damaged()

    def close(self) -> None:
        """Lets go of the file."""
        self._book.close()

    def rows(self) -> Iterator[Row]:
        """Its rows in order. Raises UnreadableFile where the file is damaged."""
        sheet = self._book.worksheets[0]
        try:
            # Some programs write a size that is wrong.
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                texts = _texts(cells)
                if texts:
                    yield Row(number, texts)
        except _BROKEN as error:
            raise self._damaged() from error

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(
            f"{self._path} is no spreadsheet that can be read: open it, save it again as XLSX or "
            "CSV, and import that."
        )


def _texts(cells: Sequence[object]) -> list[str]:
    """The cells as text, without the empty ones at the end."""
    texts = [_text(each) for each in cells[: MOST_COLUMNS + 1]]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return _number(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)[:_MOST_CELL].replace("\0", "").strip()


def _number(value: float) -> str:
    """A number with its fraction. Three digits behind the point would be taken for thousands."""
    if value.is_integer():
        return str(int(value))
    text = f"{value:.6f}".rstrip("0")
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def _refuse_bombs(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as parts:
            sizes = {each.filename: each.file_size for each in parts.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(
            f"{path} is no spreadsheet: save it as XLSX or CSV, and import that."
        ) from error
    shared = sum(size for name, size in sizes.items() if name.endswith("sharedStrings.xml"))
    if sum(sizes.values()) > _MOST_BYTES or shared > _MOST_SHARED_BYTES or len(sizes) > _MOST_PARTS:
        raise UnreadableFile(
            f"{path} is too large a spreadsheet to be read: save its sheet as CSV, and import that."
        )
