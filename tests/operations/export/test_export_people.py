"""People of the database in a file: who is in it, what is not, and whom nobody writes to."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.export.export_people import FileIsThere, export_file, export_pieces
from hobnob.operations.export.kinds import NoSuchKind, kind_of
from hobnob.operations.forget import forget
from hobnob.operations.import_file import import_file
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.operations.same_person import same
from hobnob.operations.tell import tell
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db

EVERYBODY = PeopleFilters()
DONORS = """\
Contact ID,First Name,Last Name,Email,Birth Date,Total Amount,Date Received,Contribution ID,\
Do Not Contact
42,Ana,Ruiz,ana@den.example,1980-04-15,25.00,2024-03-12,g1,No
42,Ana,Ruiz,ana@den.example,1980-04-15,30.00,2025-03-12,g2,No
43,Cem,Vries,cem@den.example,--02-29,50.00,2024-03-13,g3,Yes
"""


@pytest.fixture(autouse=True)
def _some_people(tmp_path: Path) -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA), happened(Kind.MENTION, BO)], now_us=NOW_US)
    donors = tmp_path / "donors.csv"
    donors.write_text(DONORS)
    import_file(donors, now_us=NOW_US)
    account = models.Account.objects.get
    same(
        account(native_id="civicrm:42").pk,
        account(native_id=ANA.native_id).pk,
        author=local_user(),
        now_us=NOW_US,
    )


def exported(ending: str, filters: PeopleFilters = EVERYBODY) -> bytes:
    return b"".join(export_pieces(kind_of(f".{ending}"), filters, now_us=NOW_US))


def everybody(filters: PeopleFilters = EVERYBODY) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in json.loads(exported("json", filters))["people"]}


def test_somebody_goes_with_records_accounts_lists_tags_facts_and_notes() -> None:
    ana = person_id(ANA)
    robin = curator()
    robin.promote(ana, "watchlist")
    robin.tag(ana, "tiger")
    robin.note(ana, "Sings.")
    tell(ana, FactKind.PLACE, "Utrecht", author=local_user(), now_us=NOW_US)

    found = everybody()["Ana Núñez"]

    assert [each["key"] for each in found["records"]] == ["civicrm:42"]
    assert [each["amount"] for each in found["records"][0]["gifts"]] == [2500, 3000]
    assert [each["handle"] for each in found["accounts"]] == ["ana@tusk.example"]
    assert found["lists"] == ["The Watchlist", "Mentioned You"]
    assert found["tags"] == ["donor", "tiger"]
    assert [each["text"] for each in found["team_notes"]] == ["Sings."]
    assert found["facts"] == [{"kind": "place", "value": "Utrecht"}]


def test_whom_only_a_network_knows_is_in_it_and_i_am_not() -> None:
    assert set(everybody()) == {"Ana Núñez", "Bo", "Cem Vries"}
    assert everybody()["Bo"]["records"][0]["key"] == "account:mastodon:3@den.example"


def test_a_note_for_my_own_eyes_stays() -> None:
    curator().note(person_id(ANA), "Owes me a soup.")
    models.Decision.objects.filter(why="Owes me a soup.").update(is_private=True)

    for ending in ("csv", "json", "vcf", "ics"):
        assert b"soup" not in exported(ending)


def test_a_tag_or_a_list_narrows_it() -> None:
    assert set(everybody(PeopleFilters(tags=("donor",)))) == {"Ana Núñez", "Cem Vries"}
    assert set(everybody(PeopleFilters(on_list="mentioned"))) == {"Ana Núñez", "Bo"}


def test_who_asked_for_quiet_is_in_no_address_book_and_no_calendar() -> None:
    assert b"Vries" in exported("csv")
    assert b"Vries" not in exported("vcf")
    assert b"Vries" not in exported("ics")


def test_whom_we_forgot_is_in_none() -> None:
    forget(person_id(ANA), author=local_user(), now_us=NOW_US)

    for ending in ("csv", "json", "vcf", "ics"):
        assert b"Ruiz" not in exported(ending)


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("mine")

    with pytest.raises(FileIsThere, match="--force"):
        export_file(path, PeopleFilters(), now_us=NOW_US)
    assert path.read_text() == "mine"

    found = export_file(path, PeopleFilters(), now_us=NOW_US, may_replace=True)
    assert (found.people, found.gifts) == (3, 3)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 3


def test_nobody_else_at_this_machine_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"

    export_file(path, PeopleFilters(), now_us=NOW_US)

    assert path.stat().st_mode & 0o077 == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["donors.csv", "people.csv"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(HobnobError, match="could not be written"):
        export_file(tmp_path / "none" / "people.csv", PeopleFilters(), now_us=NOW_US)


def test_a_name_that_says_no_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchKind, match=r"\.csv, \.xlsx"):
        export_file(tmp_path / "people.doc", PeopleFilters(), now_us=NOW_US)


def test_who_is_left_out_is_counted(tmp_path: Path) -> None:
    found = export_file(tmp_path / "birthdays.ics", PeopleFilters(), now_us=NOW_US)

    assert found.people == 1
    assert found.left_out == (
        "1 person died, or asked not to be contacted: left out.",
        "Of 1 person nobody told the birthday.",
    )
