"""An address, a number and a handle may be a household's: who goes does not take the others along.

Files bring nobody back either, whichever row, key or short name they have them under.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from hobnob.domain.people import Account, Network
from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations import import_file as module
from hobnob.operations.export.export_people import export_file
from hobnob.operations.forget import forget
from hobnob.operations.forget_again import forget_again
from hobnob.operations.import_file import Imported, import_file
from hobnob.operations.local_user import local_user
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.supporters.look_at import Choices
from hobnob.storage import models
from hobnob.storage.queries.person.erasure import erasing
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

CIVICRM = "Contact ID,First Name,Last Name,Email,Phone,Twitter,Do Not Email,Do Not Contact\n"
PETITION = "Name,Email,Petition Title,Signed On\n"


@pytest.fixture(autouse=True)
def _keys_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)


@pytest.fixture
def take_in(tmp_path: Path) -> "TakeIn":
    return TakeIn(tmp_path)


class TakeIn:
    """Import a file with these rows."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0

    def __call__(self, header: str, *rows: str) -> Imported:
        self._count += 1
        path = self._folder / f"people{self._count}.csv"
        path.write_text(header + "".join(f"{each}\n" for each in rows))
        return import_file(path, now_us=NOW_US, choices=Choices())


def erase(native_id: str) -> None:
    account = models.Account.objects.get(native_id=native_id)
    forget(account.person_id, author=local_user(), now_us=NOW_US)


def keys() -> set[str]:
    return set(models.Account.objects.values_list("native_id", flat=True))


def book(native_id: str) -> Account:
    return Account(network=Network.ADDRESS_BOOK, native_id=native_id, handle=native_id)


def come_in(*accounts: Account) -> int:
    """How many of these come in."""
    return know_accounts(accounts, now_us=NOW_US, seen_us=NOW_US).made


def test_the_rest_of_the_household_stays_comes_in_and_has_its_wishes_heard(
    take_in: TakeIn, tmp_path: Path
) -> None:
    home = ("1,Ana,Ruiz,fam@den.example,,,,", "2,Carl,Ruiz,fam@den.example,,,,")
    take_in(CIVICRM, *home)
    take_in(PETITION, "Bo Ruiz,fam@den.example,Save the fens,2024-03-12")
    erase("email:fam@den.example")
    newer = ("1,Ana,Ruiz,fam@den.example,,,,Yes", home[1], "3,Dora,Ruiz,fam@den.example,,,,")
    brought = take_in(CIVICRM, *newer)
    assert brought.supporters
    assert brought.supporters.left_out == 0
    assert keys() == {"civicrm:1", "civicrm:2", "civicrm:3"}
    assert not models.Supporter.objects.get(account__native_id="civicrm:1").may_be_contacted
    assert export_file(tmp_path / "out.csv", PeopleFilters(), now_us=NOW_US).people == 3


def test_who_shares_an_address_with_somebody_who_stays_does_not_come_back_by_it(
    take_in: TakeIn,
) -> None:
    take_in(CIVICRM, "1,Robert,Ruiz,fam@den.example,,,,", "2,Carl,Ruiz,fam@den.example,,,,")
    erase("civicrm:1")
    for name in ("Robert Ruiz", "Bob Ruiz", '"Ruiz, Robert"', "Robert M. Ruiz"):
        take_in(PETITION, f"{name},FAM@den.example,Save the fens,2024-03-12")
    assert keys() == {"civicrm:2"}


def test_father_and_son_of_one_name_are_told_apart(take_in: TakeIn) -> None:
    take_in(
        "Contact ID,First Name,Last Name,Suffix,Email,Do Not Email\n",
        "1,Ana,Ruiz,Sr,fam@den.example,",
        "2,Ana,Ruiz,Jr,fam@den.example,",
    )
    erase("civicrm:1")
    take_in(PETITION, "Ana Ruiz Sr,fam@den.example,Save the fens,2024-03-12")
    assert keys() == {"civicrm:2"}
    take_in(PETITION, "Ana Ruiz Jr,fam@den.example,Save the fens,2024-03-12")
    assert keys() == {"civicrm:2", "email:fam@den.example"}


def test_an_older_database_forgets_them_once_more_and_nobody_else_of_the_house(
    take_in: TakeIn,
) -> None:
    take_in(CIVICRM, "1,Ana,Ruiz,fam@den.example,,,,", "2,Carl,Ruiz,fam@den.example,,,,")
    take_in(PETITION, "Bo Ruiz,fam@den.example,Save the fens,2024-03-12")
    with transaction.atomic():
        erase("email:fam@den.example")
        transaction.set_rollback(True)
    assert forget_again(now_us=NOW_US) == 1
    assert keys() == {"civicrm:1", "civicrm:2"}


@pytest.mark.parametrize("at_once", [1, 100])
@pytest.mark.parametrize("first", [0, 1], ids=["address first", "address last"])
def test_no_row_of_theirs_brings_them_back_where_another_row_tells_who_they_are(
    take_in: TakeIn, monkeypatch: pytest.MonkeyPatch, at_once: int, first: int
) -> None:
    monkeypatch.setattr(module, "RECORDS_AT_ONCE", at_once)
    take_in(CIVICRM, "1,Ana,Ruiz,ana@den.example,,,,")
    erase("civicrm:1")
    rows = ["77,Ana,Ruiz,ana@den.example,,,,", "77,Ana,Ruiz,,,,,"]
    brought = take_in(CIVICRM, rows[first], rows[1 - first], "78,Bo,Mill,,,,,")
    assert brought.supporters
    assert (keys(), brought.supporters.left_out) == ({"civicrm:78"}, 1)


def test_a_number_in_any_spelling_does_not_bring_them_back(take_in: TakeIn) -> None:
    take_in(CIVICRM, "1,Ana,Ruiz,,+31 6 1234 5678,,,")
    erase("civicrm:1")
    assert come_in(book("+31612345678"), book("0031 6 1234-5678")) == 0
    take_in("Name,Phone,Petition Title,Signed On\n", "Ana Ruiz,06 12345678,Save,2024-03-12")
    assert keys() == set()


def test_a_number_that_the_house_shares_keeps_nobody_else_out(take_in: TakeIn) -> None:
    take_in(CIVICRM, "1,Ana,Ruiz,,030 1234567,,,", "2,Carl,Ruiz,,030-1234567,,,")
    erase("civicrm:1")
    take_in(CIVICRM, "3,Dora,Ruiz,,0301234567,,,", "4,Ana,Ruiz,,0301234567,,,")
    assert keys() == {"civicrm:2", "civicrm:3"}


def test_a_handle_that_their_file_told_does_not_bring_them_back(take_in: TakeIn) -> None:
    take_in(CIVICRM, "1,Ana,Ruiz,ana@den.example,,@AnaGives,,")
    erase("civicrm:1")
    met = Account(network=Network.X, native_id="12345", handle="AnaGives", name="Ana Ruiz")
    quoted = Account(network=Network.X, native_id="@anagives", handle="AnaGives")
    assert come_in(met, quoted) == 0


def test_a_handle_that_somebody_else_has_keeps_nobody_out(take_in: TakeIn) -> None:
    take_in(CIVICRM, "1,Ana,Ruiz,,,@denfriends,,", "2,Bo,Mill,,,@denfriends,,")
    erase("civicrm:1")
    assert come_in(Account(network=Network.X, native_id="5", handle="DenFriends")) == 1
    assert "civicrm:2" in keys()


@pytest.mark.parametrize("header", ["Contact ID,First Name,Last Name,City\n", CIVICRM])
def test_the_number_of_a_file_with_the_name_tells_who_it_is_in_another_file(
    take_in: TakeIn, header: str
) -> None:
    take_in(CIVICRM, "42,Bo,Mill,,,,,")
    erase("civicrm:42")
    take_in(header, "42,Bo,Mill,Utrecht" + "," * (header.count(",") - 3))
    assert keys() == set()


def test_our_own_cards_do_not_bring_them_back(take_in: TakeIn, tmp_path: Path) -> None:
    take_in(CIVICRM, "2,Bo,Mill,,,,,")
    export_file(tmp_path / "people.vcf", PeopleFilters(), now_us=NOW_US)
    erase("civicrm:2")
    import_file(tmp_path / "people.vcf", now_us=NOW_US)
    assert keys() == set()


def test_a_contact_with_their_address_alone_goes_with_them_and_is_shown_before(
    take_in: TakeIn,
) -> None:
    come_in(book("ana@den.example"))
    take_in(CIVICRM, "1,Ana,Ruiz,Ana@den.example,,,,")
    going = erasing(models.Account.objects.get(native_id="civicrm:1").person_id)
    assert going
    assert len(going.account_names) == 2
    erase("civicrm:1")
    assert keys() == set()


def test_a_contact_with_an_address_that_somebody_else_has_too_stays(take_in: TakeIn) -> None:
    come_in(book("fam@den.example"))
    take_in(CIVICRM, "1,Ana,Ruiz,fam@den.example,,,,", "2,Carl,Ruiz,fam@den.example,,,,")
    erase("civicrm:1")
    assert keys() == {"fam@den.example", "civicrm:2"}
    again = know_accounts([book("fam@den.example")], now_us=NOW_US, seen_us=NOW_US)
    assert (len(again.ids), again.made) == (1, 0)


def test_what_could_not_be_read_of_their_file_is_told_without_its_cells(take_in: TakeIn) -> None:
    header = "Contact ID,First Name,Last Name,Email,Birth Date,Do Not Email,Do Not Contact\n"
    take_in(header, "1,Zora,Wombat,z@den.example,zora was born in May,,", "2,Bo,Mill,zorawombat,,,")
    problems = models.Source.objects.get().problems
    assert "wombat" in str(problems)
    erase("civicrm:1")
    after = models.Source.objects.get().problems
    assert [each["where"] for each in after] == [each["where"] for each in problems]
    assert "wombat" not in str(after)
    assert "zora" not in str(after)
