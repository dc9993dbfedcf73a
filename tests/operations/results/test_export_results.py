"""Results as a table."""

import csv
import io
from pathlib import Path

import pytest

from hobnob.operations.results.export_results import (
    HEADINGS,
    as_csv,
    write_csv,
)
from hobnob.operations.secrets.private_file import CannotWrite
from tests import people
from tests.donors import bring_donors
from tests.operations.results.stage import shared, taken_stock
from tests.people import account

pytestmark = pytest.mark.django_db

RUNS = account("=HYPERLINK(1)")


@pytest.fixture(autouse=True)
def _my_account() -> None:
    people.begin()
    shared(RUNS, 1, 20, 40)


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(taken_stock()).removeprefix("\ufeff"))))


def test_every_number_is_a_row_of_its_own() -> None:
    told = {(row["part"], row["what"]): row for row in rows()}
    assert told["promotions", "all"]["number"] == "3"
    assert told["promotions", "all"]["unit"] == "times"
    assert told["believers", "all"]["in words"].startswith("1 person shares")
    assert told["change", "how often they gave"]["who"] == "too little to tell"
    assert set(rows()[0]) == set(HEADINGS)


def test_gifts_after_talk_are_other_rows_than_all_others(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    told = csv.DictReader(io.StringIO(as_csv(taken_stock(3_000)).removeprefix("\ufeff")))
    assert [
        (row["who"], row["number"], row["unit"]) for row in told if row["what"] == "donation"
    ] == [
        ("from people you had not talked with", "4", "times"),
        ("from people you had not talked with", "3", "people"),
        ("from people you had not talked with", "130", "EUR"),
    ]


def test_no_spreadsheet_runs_a_name() -> None:
    assert all(not cell.startswith("=") for row in rows() for cell in row.values())
    assert any(row["who"].startswith("'=") for row in rows())


def test_a_file_is_its_owners_and_is_not_replaced_unasked(tmp_path: Path) -> None:
    file = tmp_path / "results.csv"
    write_csv(taken_stock(), file)
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(CannotWrite, match="is there already"):
        write_csv(taken_stock(), file)
    file.chmod(0o644)
    write_csv(taken_stock(30), file, may_replace=True)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "30,days" in file.read_text("utf-8-sig")


def test_a_place_where_nobody_may_write_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_csv(taken_stock(), tmp_path / "nowhere" / "results.csv")
