"""What `hobnob export` wrote, `hobnob import` reads: nothing is there twice, what changed is."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run
from tests.people import BO, NOW_US, happened

pytestmark = pytest.mark.django_db

DONORS = """\
Contact ID,First Name,Last Name,Email,Total Amount,Date Received,Contribution ID
42,Ana,Ruiz,ana@den.example,25.00,2024-03-12,g1
42,Ana,Ruiz,ana@den.example,30.00,2025-03-12,g2
43,Cem,Vries,cem@den.example,50.00,2024-03-13,g3
"""


@pytest.fixture(autouse=True)
def _some_donors(hobnob: Run, tmp_path: Path) -> None:
    people.begin()
    (tmp_path / "donors.csv").write_text(DONORS)
    assert hobnob("import", str(tmp_path / "donors.csv")).code == 0


def stored() -> list[object]:
    said = models.Supporter.objects.order_by("account_id").values_list("said", flat=True)
    told = [{name: value for name, value in each.items() if name != "told_by"} for each in said]
    return [*told, models.Account.objects.count(), models.Donation.objects.count()]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_it_comes_back_and_adds_nothing(hobnob: Run, tmp_path: Path, ending: str) -> None:
    before = stored()
    file = str(tmp_path / f"people.{ending}")
    hobnob("export", file)

    brought = hobnob("import", file)

    assert brought.code == 0, brought
    assert stored() == before


@pytest.fixture
def calendar(hobnob: Run, tmp_path: Path) -> Path:
    """Ana's birthday, which a file told, and Bo's, whom only a network knows, by hand."""
    file = tmp_path / "born.csv"
    header, ana, *_ = DONORS.splitlines()
    file.write_text(f"{header},Birth Date\n{ana},1980-04-15\n")
    assert hobnob("import", str(file)).code == 0
    record([happened(Kind.MENTION, BO, days_ago=3)], now_us=NOW_US)
    assert hobnob("tell", "bo@den.example", "birthday", "2 January").code == 0
    file = tmp_path / "birthdays.ics"
    assert hobnob("export", str(file)).code == 0
    return file


def test_a_calendar_comes_back_and_adds_nothing(hobnob: Run, calendar: Path) -> None:
    before = stored()
    assert calendar.read_bytes().count(b"BEGIN:VEVENT") == 2

    brought = hobnob("import", str(calendar))

    assert brought.code == 0, brought
    assert stored() == before


def test_a_birthday_that_was_moved_in_the_calendar_is_moved(hobnob: Run, calendar: Path) -> None:
    before = stored()
    calendar.write_bytes(calendar.read_bytes().replace(b"19800415", b"19800416"))

    assert hobnob("import", str(calendar)).code == 0

    ana = models.Supporter.objects.get(account__native_id="civicrm:42")
    assert ana.birthday == "1980-04-16"
    assert stored()[1:] == before[1:]
    assert ana.account.name == "Ana Ruiz"


def test_a_calendar_adds_nobody(hobnob: Run, calendar: Path) -> None:
    models.Account.objects.filter(native_id="civicrm:42").update(native_id="civicrm:420")

    brought = hobnob("import", str(calendar))

    assert "hobnob knows nobody of whom this is" in " ".join(brought.out.split())
    assert models.Supporter.objects.count() == 2


def test_what_was_changed_in_the_table_is_changed(hobnob: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    hobnob("export", str(file))
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("ana@den.example", "ana@post.example"), encoding="utf-8")

    assert hobnob("import", str(file)).code == 0

    ana = models.Supporter.objects.get(account__native_id="civicrm:42")
    assert [each["value"] for each in ana.said["emails"]] == ["ana@post.example"]
    assert len(ana.said["gifts"]) == 2
    assert models.Supporter.objects.count() == 2
