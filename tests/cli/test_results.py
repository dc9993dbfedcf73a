"""`hobnob results`: what came of it, in the terminal."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.keep_reading_time import keep_reading_time
from tests import people
from tests.cli.conftest import Run
from tests.operations.results.stage import shared, told
from tests.people import ANA, BO, NOW_US, curator, happened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _my_account() -> None:
    people.begin()


def test_where_nothing_is_there_it_says_how_to_begin(hobnob: Run) -> None:
    said = " ".join(hobnob("results").out.split())
    assert "Nothing is on record for that time yet, and nothing is guessed." in said
    assert "hobnob log outcome NAME referral" in said


def test_words_come_first_and_every_number_says_how_it_was_counted(hobnob: Run) -> None:
    shared(ANA, 1, 20, 40)
    told(happened(Kind.REPLY, BO, days_ago=3), happened(Kind.REPLY, BO, by_me=True, days_ago=2))
    keep_reading_time(curator().author, "today", 300, now_us=NOW_US)
    said = " ".join(hobnob("results").out.split())
    assert "About 5 minutes, all of it at Today." in said
    assert "1 person shared you 3 times: 1 for the first time, 1 in more than one week." in said
    assert "Ana Núñez a believer since" in said
    assert "You talked with 1 person" in said
    assert "Too little to tell about how often they gave" in said
    assert "Not in these numbers: whether something happened because of you" in said


def test_programs_read_the_same_as_one_object(hobnob: Run) -> None:
    shared(ANA, 1, 20, 40)
    answer = hobnob("results", "--since", "365d", "--json").answer
    assert answer["promotions"]["times"] == 3
    assert answer["believers"]["believers"][0]["name"] == "Ana Núñez"
    assert answer["changes"]["changes"][0]["is_told"] is False
    assert answer["words"].endswith("2026")


def test_a_table_goes_into_a_file(hobnob: Run, tmp_path: Path) -> None:
    shared(ANA, 1)
    file = tmp_path / "results.csv"
    assert str(file) in hobnob("results", "--csv", str(file)).out.replace("\n", "")
    assert "1 person shared you once" in file.read_text("utf-8-sig")
    again = hobnob("results", "--csv", str(file))
    assert again.code == 2
    assert "is there already" in again.err


@pytest.mark.parametrize(("kind", "begins"), [("html", b"<!doctype"), ("pdf", b"%PDF")])
def test_a_board_gets_a_page_of_its_own(
    hobnob: Run, tmp_path: Path, kind: str, begins: bytes
) -> None:
    shared(ANA, 1, 20, 40)
    file = tmp_path / f"results.{kind}"
    assert str(file) in hobnob("results", f"--{kind}", str(file)).out.replace("\n", "")
    assert file.read_bytes()[:20].lower().lstrip().startswith(begins.lower())


def test_what_is_no_period_is_said(hobnob: Run) -> None:
    ended = hobnob("results", "--since", "soon")
    assert ended.code == 2
    assert "write 2026-01-01, or 90d, or year" in " ".join(ended.err.split())
