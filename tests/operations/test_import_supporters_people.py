"""What becomes of people in files: gifts, wishes, who is one with whom, who is erased."""

import os
from pathlib import Path

import pytest

from hobnob.domain.facts import Basis
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, SECOND
from hobnob.domain.supporters import given, still_promised
from hobnob.domain.supporters_json import from_json
from hobnob.importers.base import UnreadableFile
from hobnob.importers.supporters import meaning
from hobnob.operations import import_file as module
from hobnob.operations.forget import forget
from hobnob.operations.import_file import Imported, Progress, begin_import, import_file, run_import
from hobnob.operations.local_user import local_user
from hobnob.operations.rebuild import rebuild
from hobnob.operations.same_person import apart, not_same
from hobnob.operations.supporters.bring_in import WhatIsIt
from hobnob.operations.supporters.look_at import Choices, NeverRead, NoSuchColumn
from hobnob.operations.supporters.rehearse import rehearse_supporters
from hobnob.storage import models
from hobnob.storage.queries.matching.coverage import looked_for
from hobnob.storage.queries.sources import unfinished_sources
from tests.importers.supporters.building import RAISERS_EDGE
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

HEADER = "Contact ID,First Name,Last Name,Suffix,Email,Do Not Email,Do Not Contact,Deceased\n"


def civicrm(*rows: str) -> str:
    return HEADER + "".join(f"{each}\n" for each in rows)


def sheet(*rows: str) -> str:
    return "Name,Email,Petition Title,Signed On\n" + "".join(f"{each}\n" for each in rows)


def take_in(folder: Path, content: str, name: str = "people.csv", **said: object) -> Imported:
    path = folder / name
    path.write_text(content)
    os.utime(path, (NOW_US / SECOND, NOW_US / SECOND))
    return import_file(path, now_us=NOW_US, choices=Choices(**said))  # type: ignore[arg-type]


def account(native_id: str) -> models.Account:
    return models.Account.objects.get(network="address book", native_id=native_id)


def people() -> set[int]:
    return set(models.Account.objects.values_list("person_id", flat=True))


def test_a_pledge_is_never_summed_with_its_payments(tmp_path: Path) -> None:
    take_in(tmp_path, RAISERS_EDGE)
    gifts = from_json(models.Supporter.objects.get().said).gifts
    assert given(gifts) == {"": 5000}
    assert still_promised(gifts) == {"": 5000}
    assert models.Donation.objects.filter(kind="payment").count() == 2
    assert models.Interaction.objects.filter(kind=Kind.DONATION).count() == 2


def test_what_they_did_is_in_the_log_with_its_day_and_the_list_of_donors_follows(
    tmp_path: Path,
) -> None:
    take_in(tmp_path, sheet("Ana Ruiz,ana@den.example,Save the fens,2024-03-12"))
    signed = models.Interaction.objects.get()
    assert (signed.kind, signed.direction) == (Kind.PETITION, "towards me")
    assert signed.contact == account("email:ana@den.example")
    assert signed.at_us == 1_710_244_800 * SECOND
    assert signed.native_id == "email:ana@den.example>petitioner>Save the fens>2024-03-12"
    assert rebuild().is_same


def test_two_petitions_are_two_ties_and_two_lines(tmp_path: Path) -> None:
    ana = "Ana Ruiz,ana@den.example"
    take_in(tmp_path, sheet(f"{ana},Save the fens,2024-03-12", f"{ana},Save the moor,2024-04-01"))
    ties = account("email:ana@den.example").relationships.values_list("through", flat=True)
    assert set(ties) == {"Save the fens", "Save the moor"}
    assert models.Interaction.objects.count() == 2


def test_who_died_or_wants_to_be_left_alone_is_kept_and_not_contacted(tmp_path: Path) -> None:
    imported = take_in(
        tmp_path,
        civicrm(
            "1,Ana,Ruiz,,ana@den.example,Yes,No,No",
            "2,Bo,Vries,,bo@den.example,No,Yes,No",
            "3,Cem,Ay,,cem@den.example,No,No,Yes",
        ),
    )
    assert imported.supporters
    assert imported.supporters.not_to_contact == 2
    rows = {each.account.name: each for each in models.Supporter.objects.all()}
    assert rows["Ana Ruiz"].may_be_contacted
    assert from_json(rows["Ana Ruiz"].said).wishes[0].channel == "e-mail"
    assert not rows["Bo Vries"].may_be_contacted
    assert (rows["Cem Ay"].is_deceased, rows["Cem Ay"].may_be_contacted) == (True, False)


def test_why_they_may_be_kept_is_what_was_said_last(tmp_path: Path) -> None:
    take_in(tmp_path, civicrm("1,Ana,Ruiz,,,,,"))
    models.LookupBasis.objects.create(basis=Basis.CONTRACT, author=local_user(), made_us=NOW_US)
    take_in(tmp_path, civicrm("1,Ana,Ruiz,,,,,", "2,Bo,Vries,,,,,"))
    bases = dict(models.Supporter.objects.values_list("account__name", "basis"))
    assert bases == {"Ana Ruiz": "", "Bo Vries": "contract"}


ASKED = "Name,Email,Mastodon,May we look you up\n"
ANA_AT = "Ana Ruiz,ana@den.example,@ana@tusk.example"


def test_a_yes_to_being_looked_up_is_kept_as_consent(tmp_path: Path) -> None:
    models.LookupBasis.objects.create(basis=Basis.CONTRACT, author=local_user(), made_us=NOW_US)
    imported = take_in(tmp_path, f"{ASKED}{ANA_AT},yes\nBo Vries,bo@den.example,,\n")
    bases = dict(models.Supporter.objects.values_list("account__name", "basis"))
    assert bases == {"Ana Ruiz": "consent", "Bo Vries": "contract"}
    assert imported.supporters
    assert (1, "said yes to being looked up on networks") in imported.supporters.in_words()
    assert looked_for() == people()


def test_whoever_wants_no_look_up_is_not_looked_for_and_may_be_written_to(tmp_path: Path) -> None:
    imported = take_in(tmp_path, f"{ASKED}{ANA_AT},no\n")
    row = models.Supporter.objects.get()
    assert (row.may_be_looked_up, row.may_be_contacted, row.basis) == (False, True, "")
    assert looked_for() == set()
    assert imported.supporters
    said = "not to be looked up on networks: they asked for it"
    assert (1, said) in imported.supporters.in_words()


def test_a_no_in_one_file_holds_for_what_other_files_say_of_them(tmp_path: Path) -> None:
    take_in(tmp_path, civicrm("1,Ana,Ruiz,,ana@den.example,,,"))
    assert looked_for() == people()
    take_in(tmp_path, f"{ASKED}{ANA_AT},no\n", "form.csv")
    assert len(people()) == 1
    assert looked_for() == set()


def test_a_consent_that_is_taken_back_is_no_basis_any_more(tmp_path: Path) -> None:
    take_in(tmp_path, f"{ASKED}{ANA_AT},yes\n")
    take_in(tmp_path, f"{ASKED}{ANA_AT},no\n", "form-later.csv")
    row = models.Supporter.objects.get()
    assert (row.basis, row.may_be_looked_up) == ("", False)


# ── Who is one with whom ─────────────────────────────────────────────────────


def test_one_address_and_one_name_in_two_files_are_one_person(tmp_path: Path) -> None:
    take_in(tmp_path, civicrm("1,Robert,Ruiz,,ruiz@den.example,,,"))
    take_in(tmp_path, sheet("Bob Ruiz,Ruiz@den.example,Save the fens,2024-03-12"), "petition.csv")
    assert len(people()) == 1
    edge = models.Edge.objects.get(account=account("email:ruiz@den.example"), ended_us__isnull=True)
    assert edge.author is None
    assert edge.reason == "the same e-mail address and the same name in your files"
    assert rebuild().is_same


@pytest.mark.parametrize(
    "other", ["Bo Ruiz", "A. Ruiz", "Ana Vries", "Ana Ruiz Jr", "Ana", "Alexander Ruiz"]
)
def test_a_household_that_shares_an_address_stays_two(tmp_path: Path, other: str) -> None:
    take_in(tmp_path, civicrm("1,Ana,Ruiz,Sr,ruiz@den.example,,,"))
    take_in(tmp_path, sheet(f"{other},ruiz@den.example,Save the fens,2024-03-12"), "petition.csv")
    assert len(people()) == 2


def test_an_address_that_is_not_the_first_joins_too(tmp_path: Path) -> None:
    take_in(tmp_path, civicrm('1,Ana,Ruiz,,"ana@tusk.example; ana@den.example",,,'))
    take_in(tmp_path, sheet("Ana Ruiz,ana@den.example,Save the fens,2024-03-12"), "petition.csv")
    assert len(people()) == 1


def test_an_address_that_a_whole_office_has_joins_nobody(tmp_path: Path) -> None:
    rows = [f"{n},Ana,Ruiz,,office@den.example,,," for n in range(25)]
    take_in(tmp_path, civicrm(*rows))
    assert len(people()) == 25


def test_whom_somebody_said_to_be_two_stays_two(tmp_path: Path) -> None:
    rows = civicrm("1,Ana,Ruiz,,ana@den.example,,,", "2,Ana,Ruiz,,ana@den.example,,,")
    take_in(tmp_path, rows)
    assert len(people()) == 1
    apart(account("civicrm:2").pk, author=local_user(), now_us=NOW_US + DAY)
    take_in(tmp_path, rows)
    assert len(people()) == 2


def test_a_third_record_makes_no_two_one_who_are_said_to_be_two(tmp_path: Path) -> None:
    take_in(tmp_path, civicrm("1,Ana,Ruiz,,a@den.example,,,", "2,Ana,Ruiz,,c@den.example,,,"))
    mother, daughter = account("civicrm:1"), account("civicrm:2")
    not_same(mother.pk, daughter.pk, author=local_user(), now_us=NOW_US)
    both = "Name,Email,Other Email,Petition Title,Signed On\n"
    row = "Ana Ruiz,a@den.example,c@den.example,Save the fens,2024-03-12\n"
    take_in(tmp_path, both + row, "petition.csv")
    assert account("civicrm:1").person_id != account("civicrm:2").person_id
    assert len(people()) == 3


def test_a_person_who_was_erased_stays_so_and_is_counted_without_a_name(tmp_path: Path) -> None:
    # Her alone: whom one test forgets no other should look for, as that outlives the database.
    rows = civicrm("901,Ida,Holt,,ida@holt.example,,,", "902,Bo,Vries,,bo@den.example,,,")
    take_in(tmp_path, rows)
    forget(account("civicrm:901").person_id, author=local_user(), now_us=NOW_US)
    again = take_in(tmp_path, rows)
    assert again.supporters
    assert (again.supporters.left_out, again.supporters.people) == (1, 1)
    assert again.supporters.nothing_new == "Nothing new besides."
    rehearsed = rehearse_supporters(tmp_path / "people.csv", Choices())
    assert (rehearsed.tally.left_out, rehearsed.tally.people) == (1, 1)
    assert [each.key for each in rehearsed.first] == ["civicrm:902"]
    assert not any("Ida" in each.reason for each in again.problems)
    assert list(models.Supporter.objects.values_list("account__name", flat=True)) == ["Bo Vries"]


# ── How a file is read ───────────────────────────────────────────────────────


def test_killed_in_the_middle_it_goes_on_and_ends_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RECORDS_AT_ONCE", 10)
    path = tmp_path / "people.csv"
    path.write_text(civicrm(*(f"{n % 30},Ana{n % 30},Ruiz,,,,," for n in range(60))))
    source = begin_import(path, now_us=NOW_US)

    class Killed(BaseException):
        """As if the process had died."""

    def kill(progress: Progress) -> None:
        if progress.records_done >= 20:
            raise Killed

    with pytest.raises(Killed):
        run_import(source.pk, now_us=NOW_US, on_progress=kill)
    assert unfinished_sources() == [source.pk]
    assert models.Supporter.objects.count() == 20
    resumed = run_import(source.pk, now_us=NOW_US)
    assert resumed.was_resumed
    assert resumed.supporters
    assert resumed.supporters.people_new == models.Supporter.objects.count() == 30
    assert unfinished_sources() == []


def test_of_a_known_systems_file_only_the_day_of_its_gifts_is_asked(tmp_path: Path) -> None:
    header = "Contribution ID,Total Amount,First Name,Email,Came in,Colour\n"
    with pytest.raises(WhatIsIt) as asked:
        take_in(tmp_path, f"{header}G1,25.00,Ana,ana@den.example,2026-03-14,red\n")
    assert "“Came in”" in str(asked.value)
    assert "Colour" not in str(asked.value)
    when = {"Came in": meaning("gift date")}
    take_in(tmp_path, f"{header}G1,25.00,Ana,ana@den.example,2026-03-14,red\n", columns=when)
    assert str(models.Donation.objects.get().on_date) == "2026-03-14"


def test_columns_that_nobody_knows_are_asked_for_with_the_command_that_says_it(
    tmp_path: Path,
) -> None:
    with pytest.raises(WhatIsIt) as asked:
        take_in(tmp_path, "Name,Shoe size\nAna Ruiz,38\n")
    assert "“Shoe size” means in" in str(asked.value)
    assert "--column 'Shoe size=…'" in str(asked.value)
    assert not models.Source.objects.exists()


def test_what_was_said_holds_for_the_next_file_until_it_is_asked_anew(tmp_path: Path) -> None:
    content = "Name,Shoe size\nAna Ruiz,38\n"
    take_in(tmp_path, content, columns={"Shoe size": meaning("note")})
    take_in(tmp_path, content.replace("38", "39"), "next.csv")
    assert models.Supporter.objects.get().said["notes"][0]["value"] == "39"
    with pytest.raises(WhatIsIt):
        take_in(tmp_path, content, "third.csv", asks_anew=True)
    assert not models.FileMapping.objects.exists()


def test_a_mapping_that_is_corrected_takes_back_what_was_read_wrongly(tmp_path: Path) -> None:
    content = "Name,Email,Number\nAna Ruiz,ana@den.example,030 12345\n"
    take_in(tmp_path, content, columns={"Number": meaning("phone")})
    assert "phones" in models.Supporter.objects.get().said
    take_in(tmp_path, content, columns={"Number": None})
    assert "phones" not in models.Supporter.objects.get().said


def test_a_column_that_is_never_read_is_given_no_meaning(tmp_path: Path) -> None:
    content = "Name,Religion\nAna Ruiz,none\n"
    with pytest.raises(NeverRead, match=r"“Religion” tells of religion, which hobnob never reads"):
        take_in(tmp_path, content, columns={"Religion": meaning("labels")})
    assert not models.FileMapping.objects.exists()
    take_in(tmp_path, content, columns={"Religion": None})


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchColumn, match=r"has no column “Town”\. It has “Name”, “City”\."):
        take_in(tmp_path, "Name,City\nAna,Ulm\n", columns={"Town": meaning("city")})


def test_the_letters_of_an_old_spreadsheet_are_read_as_said(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("Name,City\nJosé Périer,Zürich\n".encode("mac_roman"))
    import_file(path, now_us=NOW_US, choices=Choices(encoding="mac_roman"))
    assert models.Supporter.objects.get().account.name == "José Périer"
    with pytest.raises(UnreadableFile, match="no way to write letters"):
        import_file(path, now_us=NOW_US, choices=Choices(encoding="klingon"))
