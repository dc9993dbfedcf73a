"""Files of supporters go in once, whatever the order, and the newest word holds."""

import os
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hobnob.domain.moments import DAY, SECOND
from hobnob.domain.supporters_json import from_json
from hobnob.importers.supporters import DateOrder
from hobnob.operations.import_file import Imported, import_file
from hobnob.operations.rebuild import rebuild
from hobnob.operations.supporters.look_at import Choices
from hobnob.operations.supporters.rehearse import rehearse_supporters
from hobnob.storage import models
from tests.importers.supporters.building import EVERY_SYSTEM
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

HEADER = "Contact ID,First Name,Last Name,Email,City,Phone,Contact Type\n"
OLD = HEADER + "42,Ana,Ruiz,ana@den.example,Utrecht,030 12345,\n43,Bo,Vries,,Ulm,,\n"
NEW = HEADER + "42,Ana,Ruiz,ana@tusk.example,,,\n44,Cem,Ay,cem@den.example,Bonn,,\n"
GIFTS = """\
Contact ID,First Name,Last Name,Total Amount,Date Received,Contribution Status,Contribution ID
42,Ana,Ruiz,25.00,2024-03-12,Completed,7
42,Ana,Ruiz,30.00,2025-03-12,Completed,8
"""


def take_in(
    folder: Path, content: str, *, days_old: float = 0, name: str = "", **said: object
) -> Imported:
    path = folder / (name or f"donors-{days_old}.csv")
    path.write_text(content)
    told = (NOW_US - int(days_old * DAY)) / SECOND
    os.utime(path, (told, told))
    return import_file(path, now_us=NOW_US, choices=Choices(**said))  # type: ignore[arg-type]


def supporter(key: str) -> models.Supporter:
    return models.Supporter.objects.get(account__native_id=key)


def stored() -> dict[str, object]:
    """Everything that is kept of supporters, but when and by which file."""
    people = {
        each.account.native_id: (
            each.account.name,
            each.account.handle,
            {**each.said, "told_by": None},
            each.city,
            each.birthday,
            each.may_be_contacted,
            sorted(each.account.relationships.values_list("relationship", "through", "on_date")),
            sorted(each.account.donations.values_list("key", "amount", "currency", "on_date")),
        )
        for each in models.Supporter.objects.select_related("account")
    }
    log = set(models.Interaction.objects.values_list("kind", "native_id", "at_us"))
    return {"people": people, "log": log}


def test_a_record_becomes_an_account_of_the_address_book_with_all_it_says(tmp_path: Path) -> None:
    take_in(tmp_path, OLD)
    ana = supporter("civicrm:42")
    assert (ana.account.network, ana.account.name) == ("address book", "Ana Ruiz")
    assert (ana.account.handle, ana.city) == ("ana@den.example", "Utrecht")
    said = from_json(ana.said)
    assert said.phones[0].value == "030 12345"
    assert said.phones[0].column == "Phone"


@pytest.mark.parametrize("name", EVERY_SYSTEM)
def test_a_file_of_every_system_goes_in_and_again_adds_nothing(tmp_path: Path, name: str) -> None:
    choices = {"date_order": DateOrder.MONTH_FIRST}
    first = take_in(tmp_path, EVERY_SYSTEM[name], **choices)
    before = stored()
    again = take_in(tmp_path, EVERY_SYSTEM[name], **choices)
    assert first.supporters
    assert again.supporters
    assert first.supporters.people == first.supporters.people_new > 0
    assert (again.supporters.people_new, again.supporters.people_changed) == (0, 0)
    assert (again.supporters.gifts_new, again.recorded.interactions_new) == (0, 0)
    assert stored() == before
    assert rebuild().is_same


def test_a_rehearsal_tells_the_same_and_keeps_nothing(tmp_path: Path) -> None:
    take_in(tmp_path, OLD)
    path = tmp_path / "gifts.csv"
    path.write_text(GIFTS + "45,Dora,Lund,x,2024-01-01,Completed,9\n")
    before = stored()
    rehearsal = rehearse_supporters(path, Choices())
    assert stored() == before
    assert [each.where for each in rehearsal.problems] == ["line 4, “Total Amount”"]
    imported = import_file(path, now_us=NOW_US)
    assert imported.supporters == replace(rehearsal.tally, people_changed=1)
    assert imported.problems == rehearsal.problems


def test_a_newer_file_says_what_holds_and_an_older_one_changes_nothing(tmp_path: Path) -> None:
    take_in(tmp_path, NEW, days_old=1)
    take_in(tmp_path, OLD, days_old=30)
    ana = from_json(supporter("civicrm:42").said)
    assert [each.value for each in ana.emails] == ["ana@tusk.example"]
    assert (ana.city, ana.phones) == (None, ())
    assert supporter("civicrm:42").account.handle == "ana@tusk.example"
    assert supporter("civicrm:43").city == "Ulm"


def test_what_a_newer_file_says_no_more_is_gone(tmp_path: Path) -> None:
    take_in(tmp_path, OLD, days_old=30)
    changed = take_in(tmp_path, NEW, days_old=1)
    assert changed.supporters
    assert (changed.supporters.people_new, changed.supporters.people_changed) == (1, 1)
    ana = supporter("civicrm:42")
    assert ana.city == ""
    assert "phones" not in ana.said


def test_a_file_says_nothing_of_what_it_has_no_column_for(tmp_path: Path) -> None:
    take_in(tmp_path, OLD, days_old=30)
    take_in(tmp_path, GIFTS, days_old=1)
    ana = supporter("civicrm:42")
    assert (ana.city, ana.account.handle) == ("Utrecht", "ana@den.example")
    assert ana.account.donations.count() == 2
    assert ana.account.relationships.get().on_date == date(2024, 3, 12)


def test_the_order_of_three_files_makes_no_difference(tmp_path: Path) -> None:
    files = {30.0: OLD, 20.0: GIFTS, 1.0: NEW}
    ends = []
    for number, order in enumerate(permutations(files)):
        for days_old in order:
            take_in(tmp_path, files[days_old], days_old=days_old)
        ends.append(stored())
        forget_all()
        assert ends[number] == ends[0]


CELLS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["1", "2"]),
        "city": st.sampled_from(["", "Ulm", "Bonn"]),
        "type": st.sampled_from(["", "Member", "Volunteer", "Donor"]),
        "amount": st.sampled_from(["", "5.00", "7.00"]),
        "gift": st.sampled_from(["g1", "g2"]),
    }
)


HEADINGS = {
    "id": "Contact ID",
    "city": "City",
    "type": "Contact Type",
    "amount": "Total Amount",
    "gift": "Contribution ID",
}


def table(rows: list[dict[str, str]], columns: tuple[str, ...]) -> str:
    named = ("First Name", "Last Name", *(HEADINGS[each] for each in columns))
    cells = [("Ana", f"Ruiz{row['id']}", *(row[each] for each in columns)) for row in rows]
    return "".join(",".join(line) + "\n" for line in (named, *cells))


def forget_all() -> None:
    for model in (models.Donation, models.RelationshipTag, models.Supporter, models.FileMapping):
        model.objects.all().delete()
    models.Interaction.objects.all().delete()
    models.Source.objects.all().delete()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    one=st.lists(CELLS, min_size=1, max_size=4),
    other=st.lists(CELLS, min_size=1, max_size=4),
    columns=st.lists(
        st.sampled_from([("id", "city", "type", "amount", "gift"), ("id", "type", "city"),
                         ("id", "amount", "gift"), ("id", "city")]),
        min_size=2, max_size=2,
    ),
)  # fmt: skip
def test_two_files_end_the_same_whichever_came_first_and_twice_adds_nothing(
    tmp_path: Path,
    one: list[dict[str, str]],
    other: list[dict[str, str]],
    columns: list[tuple[str, ...]],
) -> None:
    older, newer = table(one, columns[0]), table(other, columns[1])
    ends = []
    for order in ("older first", "newer first"):
        forget_all()
        for is_older in (True, False) if order == "older first" else (False, True):
            content, days_old = (older, 9) if is_older else (newer, 1)
            first = take_in(tmp_path, content, days_old=days_old)
            before = stored()
            take_in(tmp_path, content, days_old=days_old)
            assert stored() == before, first
        ends.append(stored())
    assert ends[0] == ends[1]
