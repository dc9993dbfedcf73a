"""Tables and JSON of people: what hobnob wrote it reads back exactly."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.supporters import Fact, Supporter
from hobnob.operations.export import csv_file, json_file, xlsx_file
from tests.operations.export.any_supporters import SUPPORTERS
from tests.operations.export.people_made_up import ANA, ANA_IN_FILE, BO
from tests.operations.export.reading_back import read_back

Pieces = Callable[[Iterable[ExportedPerson]], Iterator[bytes]]
WRITERS: dict[str, Pieces] = {
    "csv": csv_file.pieces,
    "xlsx": xlsx_file.pieces,
    "json": json_file.pieces,
}


def with_record(record: Supporter) -> ExportedPerson:
    return ExportedPerson(person_id=1, name="Ana", records=(record,))


def rows(people: list[ExportedPerson]) -> list[dict[str, str]]:
    text = b"".join(csv_file.pieces(people)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("ending", WRITERS)
@given(supporters=st.lists(SUPPORTERS, max_size=4, unique_by=lambda each: each.key))
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_people_come_back_as_they_went(
    tmp_path: Path, ending: str, supporters: list[Supporter]
) -> None:
    people = [with_record(each) for each in supporters]

    found, problems = read_back(tmp_path / f"people.{ending}", WRITERS[ending](people))

    assert found == supporters
    assert problems == []


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_is_one_that_a_spreadsheet_runs(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"people.{ending}"
    evil = replace(ANA_IN_FILE, name=Fact(value='=HYPERLINK("https://evil.example")', column="@x"))
    path.write_bytes(b"".join(WRITERS[ending]([with_record(evil)])))
    if ending == "csv":
        text = io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")
        cells = [cell for row in csv.reader(text) for cell in row]
    else:
        sheet: Any = load_workbook(path).active
        cells = [cell.value or "" for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}

    assert [each for each in cells if each.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_person_reads_it_too() -> None:
    (ana,) = rows([ANA])

    assert ana["Hobnob ID"] == "civicrm:42"
    assert ana["Emails"] == "ana@den.example; a2@den.example"
    assert ana["Phones"] == "'+31 6 12345678"
    assert ana["Gifts"] == (
        "2024-03-12 | 25.00 EUR | payment | Fens\\; and more |  | civicrm:g1\n"
        "? | (5.00) EUR | payment |  |  | civicrm:g2"
    )
    assert ana["Given"] == "20 EUR"
    assert ana["Accounts"] == "mastodon | ana@tusk.example"
    assert ana["Tags"] == "donor; tiger"
    assert ana["Team Notes"] == "Sings.\n(robin, 2026-11-01)"


def test_whom_only_networks_know_has_a_row_and_adds_nobody(tmp_path: Path) -> None:
    (bo,) = rows([BO])
    assert bo["Hobnob ID"] == "account:mastodon:3@den.example"
    assert bo["Handles"] == "mastodon | bo@den.example"

    for ending, writer in WRITERS.items():
        assert read_back(tmp_path / f"people.{ending}", writer([BO])) == ([], [])


def test_what_somebody_adds_to_such_a_row_comes_in(tmp_path: Path) -> None:
    (bo,) = rows([BO])
    bo["Emails"] = "bo@post.example"
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, bo.keys())
    writer.writeheader()
    writer.writerow(bo)

    (found,), problems = read_back(tmp_path / "people.csv", [line.getvalue().encode()])

    assert found.key == "account:mastodon:3@den.example"
    assert [each.value for each in found.emails] == ["bo@post.example"]
    assert problems == []


@pytest.mark.parametrize("ending", WRITERS)
def test_what_is_too_long_for_a_row_goes_on_in_the_next(tmp_path: Path, ending: str) -> None:
    gift = ANA_IN_FILE.gifts[0]
    long = replace(
        ANA_IN_FILE,
        gifts=tuple(replace(gift, key=f"civicrm:{number}") for number in range(1_200)),
        notes=(Fact(value="a tiger\n" * 2_000 + "=end", column="Notes"),),
    )

    found, problems = read_back(tmp_path / f"people.{ending}", WRITERS[ending]([with_record(long)]))

    assert found == [long]
    assert problems == []


def test_parts_that_were_torn_apart_are_no_person(tmp_path: Path) -> None:
    long = replace(ANA_IN_FILE, notes=(Fact(value="a tiger\n" * 2_000, column="Notes"),))
    header, first, *others = list(csv_file.pieces([with_record(long)]))[1:]

    found, problems = read_back(tmp_path / "people.csv", [header, *others, first])

    assert found == []
    assert {each[:48] for each in problems} == {"its parts do not stand below each other, in thei"}


def test_somebody_added_by_hand_is_known_by_address_or_name(tmp_path: Path) -> None:
    text = (
        "Hobnob ID,Told By,Name,Emails,Gifts\n"
        ",,Dr. Ana de Vries,ana@den.example,2024-03-12 | 5 EUR\n"
    )

    (found,), problems = read_back(tmp_path / "people.csv", [text.encode()])

    assert found.key == "email:ana@den.example"
    assert found.last is not None
    assert found.last.value == "de Vries"
    assert [each.amount for each in found.gifts] == [500]
    assert problems == []


def test_what_cannot_be_read_is_said_and_the_rest_goes_in(tmp_path: Path) -> None:
    text = (
        "Hobnob ID,Told By,Name,Met On,Gifts,Wishes,Relationships\n"
        "civicrm:1,{broken,Ana,03/04/2024,soon | much,not on Sundays,friend\n"
    )

    (found,), problems = read_back(tmp_path / "people.csv", [text.encode()])

    assert found.name == Fact(value="Ana", column="Name")
    assert not found.may_be_contacted
    assert [each.split(":")[0] for each in problems] == [
        "“03/04/2024” cannot be read",
        "“friend” cannot be read",
        "“soon | much” cannot be read",
        "“not on Sundays” cannot be read",
    ]


def test_json_says_everything_and_which_version_it_is() -> None:
    said = json.loads(b"".join(json_file.pieces([ANA, BO])))

    assert (said["hobnob"], said["version"], len(said["people"])) == ("people", 1, 2)
    assert said["people"][0]["team_notes"] == [
        {"text": "Sings.", "author": "robin", "on_date": "2026-11-01"}
    ]


def test_json_that_another_program_laid_out_anew_is_read_too(tmp_path: Path) -> None:
    said = json.loads(b"".join(json_file.pieces([ANA])))

    found, problems = read_back(tmp_path / "p.json", [json.dumps(said, indent=3).encode()])

    assert (found, problems) == ([ANA_IN_FILE], [])


def test_json_that_ends_in_the_middle_gives_whom_it_has(tmp_path: Path) -> None:
    whole = b"".join(json_file.pieces([ANA, ANA]))

    found, problems = read_back(tmp_path / "p.json", [whole[:-200]])

    assert found == [ANA_IN_FILE]
    assert len(problems) == 1
