"""`hobnob export`: people into a file, and what is in it said."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.keep_views import save_view
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from tests import people
from tests.cli.conftest import Run
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _some_people() -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA), happened(Kind.REPLY, BO)], now_us=NOW_US)
    curator().tag(person_id(ANA), "donor")


def test_everybody_goes_into_a_table_and_hobnob_says_what_is_in_it(
    hobnob: Run, tmp_path: Path
) -> None:
    said = " ".join(hobnob("export", str(tmp_path / "people.csv")).out.split())

    assert "people.csv: 2 people." in said
    assert "In it: names, addresses" in said
    assert "Not in it: private notes" in said
    assert "takes it back" in said
    assert "ana@tusk.example" in (tmp_path / "people.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf", "json", "ics"])
def test_every_kind_is_written_by_the_ending_of_its_name(
    hobnob: Run, tmp_path: Path, ending: str
) -> None:
    answer = hobnob("export", str(tmp_path / f"all.{ending}"), "--json").answer

    assert answer["kind"] == ending
    assert answer["people"] == (0 if ending == "ics" else 2)
    assert (tmp_path / f"all.{ending}").stat().st_size > 0


def test_a_tag_a_list_and_a_view_narrow_it(hobnob: Run, tmp_path: Path) -> None:
    save_view("Donors", PeopleFilters(tags=("donor",)), author=local_user(), now_us=NOW_US)
    for number, words in enumerate(
        [("--tag", "Donor"), ("--list", "Mentioned You", "--tag", "donor"), ("--view", "donors")]
    ):
        answer = hobnob("export", str(tmp_path / f"{number}.json"), *words, "--json").answer
        assert answer["people"] == 1


def test_a_file_that_is_there_stays_unless_it_is_said(hobnob: Run, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("mine")

    refused = hobnob("export", str(path))

    assert refused.code == 2
    assert "--force" in refused.err
    assert path.read_text() == "mine"
    assert hobnob("export", str(path), "--force").code == 0
    assert path.read_text() != "mine"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("people.doc",), "says no kind of file"),
        (("people.csv", "--view", "none"), "no view called “none”"),
        (("people.csv", "--list", "none"), "none"),
    ],
)
def test_what_cannot_be_done_is_said(
    hobnob: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    name, *rest = words
    ended = hobnob("export", str(tmp_path / name), *rest)

    assert ended.code == 2
    assert sentence in " ".join(ended.err.split())
    assert list(tmp_path.iterdir()) == []
