"""People as a spreadsheet (XLSX, ECMA-376): every cell is a text, and none is a formula."""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hobnob.domain.exports.headings import COLUMNS, KEY, NOTES, TEAM_NOTES
from hobnob.domain.exports.people import ExportedPerson
from hobnob.operations.export.people_rows import rows_of

_PIECE = 2**16
_USUAL_WIDTH = 16
_WIDTHS = {KEY: 20, "Name": 24, "Emails": 28, NOTES: 40, TEAM_NOTES: 40}


def pieces(people: Iterable[ExportedPerson]) -> Iterator[bytes]:
    """The file; it is made whole on the disk first, as its table of contents stands at the end."""
    with TemporaryFile() as file:
        _write(people, file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _write(people: Iterable[ExportedPerson], file: IO[bytes]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    _lay_out(sheet)
    sheet.append([_heading(sheet, each) for each in COLUMNS])
    for row in rows_of(people):
        sheet.append([each or None for each in row])
    book.save(file)


def _lay_out(sheet: Any) -> None:
    """The header stays in sight, and columns are as wide as what stands in them."""
    sheet.freeze_panes = "C2"
    for number, heading in enumerate(COLUMNS, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(heading, _USUAL_WIDTH)


def _heading(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell
