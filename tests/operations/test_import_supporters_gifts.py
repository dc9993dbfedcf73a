"""Gifts of several files: what was given back holds no more, and nothing is summed twice."""

import os
from pathlib import Path

import pytest

from hobnob.domain.moments import DAY, SECOND
from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.export.export_people import export_file
from hobnob.operations.import_file import Imported, import_file
from hobnob.operations.supporters.look_at import Choices
from hobnob.storage import models
from hobnob.storage.queries.people.giving import giving_of
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

HEADER = (
    "Contact ID,First Name,Last Name,Email,Total Amount,Currency,Date Received,"
    "Contribution Status,Contribution ID,Financial Type\n"
)
SHEET = "Name,Email,Donation Amount,Donation Date\n"


def gift(status: str, *, number: str = "G1", kind: str = "") -> str:
    return f"1,Ana,Ruiz,ana@den.example,25.00,EUR,2024-03-12,{status},{number},{kind}\n"


def take_in(folder: Path, content: str, *, days_old: int = 0, **said: object) -> Imported:
    path = folder / f"gifts-{days_old}-{len(list(folder.iterdir()))}.csv"
    path.write_text(content)
    told = (NOW_US - days_old * DAY) / SECOND
    os.utime(path, (told, told))
    return import_file(path, now_us=NOW_US, choices=Choices(**said))  # type: ignore[arg-type]


def said_of_ana() -> str:
    person_id = models.Account.objects.filter(name="Ana Ruiz").values_list("person_id", flat=True)
    return giving_of(list(person_id)).get(person_id[0], "")


@pytest.mark.parametrize("status", ["Refunded", "Chargeback", "Cancelled"])
@pytest.mark.parametrize("newer_first", [False, True])
def test_a_gift_that_a_newer_file_says_was_given_back_is_summed_no_more(
    tmp_path: Path, status: str, newer_first: bool
) -> None:
    days = [1, 9] if newer_first else [9, 1]
    for each in days:
        take_in(tmp_path, HEADER + gift("Completed" if each == 9 else status), days_old=each)
    assert said_of_ana() == "1 gift given back"
    assert models.Donation.objects.get().amount == 0
    assert models.Interaction.objects.count() == 1


def test_what_never_came_is_no_gift_and_comes_when_it_does(tmp_path: Path) -> None:
    first = take_in(tmp_path, HEADER + gift("Pending"), days_old=9)
    assert first.supporters
    assert (first.supporters.gifts, first.supporters.gifts_new, said_of_ana()) == (0, 0, "")
    take_in(tmp_path, HEADER + gift("Completed"), days_old=1)
    assert said_of_ana() == "1 gift in 2024: 25 EUR"


def test_a_part_given_back_leaves_the_gift_as_it_was_told(tmp_path: Path) -> None:
    take_in(tmp_path, HEADER + gift("Completed"), days_old=9)
    take_in(tmp_path, HEADER + gift("Partially refunded"), days_old=1)
    assert said_of_ana() == "1 gift in 2024: 25 EUR"


def test_a_promise_that_is_cancelled_is_promised_no_more(tmp_path: Path) -> None:
    take_in(tmp_path, HEADER + gift("Pledged", kind="Pledge"), days_old=9)
    assert said_of_ana() == "25 EUR still promised"
    take_in(tmp_path, HEADER + gift("Cancelled", kind="Pledge"), days_old=1)
    assert said_of_ana() == ""


@pytest.mark.parametrize(
    "row",
    ['"€25,00",12 March 2024', "EUR 25,12/03/2024", "25.00 EUR,12.03.2024", "25,2024-03-12"],
)
def test_a_gift_without_an_id_is_the_same_however_it_is_written(tmp_path: Path, row: str) -> None:
    take_in(tmp_path, SHEET + "Ana Ruiz,ana@den.example,25.00 EUR,2024-03-12\n", days_old=9)
    take_in(tmp_path, SHEET + f"Ana Ruiz,ana@den.example,{row}\n", days_old=1, currency="EUR")
    assert models.Donation.objects.count() == 1


def test_one_gift_in_the_files_of_two_systems_is_summed_once(tmp_path: Path) -> None:
    take_in(tmp_path, HEADER + gift("Completed"), days_old=9)
    row = "Ana Ruiz,ana@den.example,25.00 EUR,2024-03-12\n"
    take_in(tmp_path, SHEET + row, days_old=1)
    assert models.Donation.objects.count() == 2
    assert said_of_ana() == "1 gift in 2024: 25 EUR"


def test_two_gifts_of_one_system_on_one_day_are_two(tmp_path: Path) -> None:
    take_in(tmp_path, HEADER + gift("Completed"), days_old=9)
    later = gift("Completed") + gift("Completed", number="G2")
    take_in(tmp_path, HEADER + later, days_old=1)
    assert said_of_ana() == "2 gifts since 2024: 50 EUR"


def test_of_dollars_it_is_asked_which_country_they_are_of(tmp_path: Path) -> None:
    row = "Ana Ruiz,ana@den.example,25 dollars,2024-03-12\n"
    (problem,) = take_in(tmp_path, SHEET + row).problems
    assert problem.reason == (
        "“25 dollars” does not say which country’s: choose the currency of the file"
    )
    assert said_of_ana() == "1 gift in 2024: 25"
    assert take_in(tmp_path, SHEET + row, currency="CAD").problems == ()
    assert said_of_ana() == "1 gift in 2024: 25 CAD"


def test_cards_that_hobnob_wrote_come_back_to_whom_they_are_of_and_wipe_nothing(
    tmp_path: Path,
) -> None:
    content = HEADER.replace("Financial Type", "Do Not Email") + gift("Completed", kind="Yes")
    take_in(tmp_path, content, days_old=9)
    before = models.Supporter.objects.get().said | {"told_by": None}
    cards = tmp_path / "people.vcf"
    export_file(cards, PeopleFilters(), now_us=NOW_US)
    assert "ana@den.example" not in cards.read_text()
    import_file(cards, now_us=NOW_US)
    assert models.Supporter.objects.get().said | {"told_by": None} == before
    assert said_of_ana() == "1 gift in 2024: 25 EUR"


def test_two_equal_gifts_without_ids_count_once_and_that_is_said(tmp_path: Path) -> None:
    row = "Ana Ruiz,ana@den.example,25.00 EUR,2024-03-12\n"
    taken = take_in(tmp_path, SHEET + row + row)
    (problem,) = taken.problems
    assert problem.where == "line 3"
    assert problem.reason.startswith("the same person gave the same on the same day")
    assert said_of_ana() == "1 gift in 2024: 25 EUR"
