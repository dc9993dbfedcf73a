"""Spreadsheets are read like tables of text: their dates, numbers and formulas as they show."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from hobnob.importers.base import UnreadableFile
from hobnob.importers.supporters import open_supporters
from tests.importers.supporters.building import problems_in, supporters_in


def saved(folder: Path, *rows: list[object]) -> Path:
    """A spreadsheet with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    path = folder / "donors.xlsx"
    book.save(path)
    return path


def test_a_spreadsheet_is_read_like_a_table_of_text(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        ["Our donors", None, None, None, None, None],
        [],
        ["Name", "Email", "Zip", "Amount", "Gift Date", "Birthday"],
        ["Ana Ruiz", "ana@den.example", 3511, 1234.125, datetime(2024, 3, 12), date(1980, 4, 15)],  # noqa: DTZ001
        ["Bo Vries", None, 3512, 25, "12.03.2024", None],
    )
    ana, bo = supporters_in(path)
    assert ana.postcode
    assert ana.postcode.value == "3511"
    assert [(each.amount, str(each.date)) for each in (*ana.gifts, *bo.gifts)] == [
        (123412, "2024-03-12"),
        (2500, "2024-03-12"),
    ]
    assert str(ana.birthday) == "1980-04-15"
    assert problems_in(path) == []


def test_a_formula_is_never_worked_out(tmp_path: Path) -> None:
    path = saved(tmp_path, ["Name", "Email"], ["Ana", '=CONCAT("a","@den.example")'])
    (ana,) = supporters_in(path)
    assert ana.emails == ()


def test_a_zip_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/sharedStrings.xml", b"0" * (49 * 2**20))
    with pytest.raises(UnreadableFile, match="too large a spreadsheet"):
        open_supporters(path)
