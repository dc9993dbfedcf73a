"""What `hobnob export` wrote, `hobnob import` reads: nothing is there twice, what changed is."""

from pathlib import Path

import pytest

from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run

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
