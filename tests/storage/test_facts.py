"""Facts: by hand and from files, each with where it is from; and what only its author sees."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User

from hobnob.domain.facts import FactKind, NotAFact
from hobnob.operations.same_person import same
from hobnob.operations.tell import NothingTold, take_away, tell
from hobnob.storage import models
from hobnob.storage.queries.finding.search import search
from hobnob.storage.queries.people.facts import FactLine, facts_of, records_of
from hobnob.storage.queries.person.page import person_page
from tests import people
from tests.donors import DONORS, bring_donors, donor
from tests.people import ANA, NOW_US, curator, person_id
from tests.web.world import two_wait

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    two_wait()


def known(who: int, reader: User | None = None) -> dict[FactKind, FactLine]:
    reader_id = (reader or curator().author).pk
    found = facts_of(who, list(records_of(who)), reader_id=reader_id, now_us=NOW_US)
    return {each.kind: each for each in found}


def say(who: int, kind: FactKind, text: str, **rest: bool) -> None:
    tell(who, kind, text, author=curator().author, now_us=NOW_US, **rest)


def test_what_a_file_says_stands_with_the_file_and_its_column(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    facts = known(donor("Ida").person_id)
    assert {kind: fact.holds[0].shown for kind, fact in facts.items()} == {
        FactKind.BIRTHDAY: "15 April 1980",
        FactKind.PLACE: "Utrecht, Netherlands",
        FactKind.WORK: "Ranger",
        FactKind.WEBSITE: "https://ida.example",
        FactKind.EMAIL: "ida@den.example",
    }
    because = facts[FactKind.BIRTHDAY].holds[0].because
    assert because.startswith("donors.csv, column “Birth Date”, ")


def test_a_word_by_hand_wins_and_the_files_stays_under_it(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ida = donor("Ida").person_id
    say(ida, FactKind.BIRTHDAY, "16 April")
    fact = known(ida)[FactKind.BIRTHDAY]
    assert (fact.holds[0].shown, fact.is_by_hand) == ("16 April", True)
    assert fact.holds[0].because.startswith("robin, ")
    assert [each.shown for each in fact.besides] == ["15 April 1980"]
    take_away(ida, FactKind.BIRTHDAY, author=curator().author, now_us=NOW_US)
    fact = known(ida)[FactKind.BIRTHDAY]
    assert (fact.holds[0].shown, fact.is_by_hand, fact.besides) == ("15 April 1980", False, ())


def test_the_last_word_holds_and_an_undo_brings_back_the_one_before() -> None:
    ana = person_id(ANA)
    say(ana, FactKind.PLACE, "Utrecht")
    say(ana, FactKind.PLACE, "Leiden")
    assert known(ana)[FactKind.PLACE].holds[0].value == "Leiden"
    curator().undo()
    assert known(ana)[FactKind.PLACE].holds[0].value == "Utrecht"
    curator().undo()
    assert known(ana) == {}


def test_saying_the_same_twice_and_taking_nothing_away_are_refused() -> None:
    ana = person_id(ANA)
    say(ana, FactKind.PLACE, "Utrecht")
    with pytest.raises(NothingTold, match="already"):
        say(ana, FactKind.PLACE, " Utrecht ")
    with pytest.raises(NothingTold, match="nothing to take away"):
        take_away(ana, FactKind.WORK, author=curator().author, now_us=NOW_US)
    with pytest.raises(NotAFact):
        say(ana, FactKind.BIRTHDAY, "soon")
    assert models.Decision.objects.count() == 1


def test_what_is_private_is_seen_by_its_author_alone() -> None:
    ana, kit = person_id(ANA), User.objects.create(username="kit")
    say(ana, FactKind.PLACE, "Utrecht")
    say(ana, FactKind.PLACE, "at her sister's in Leiden", is_private=True)
    curator().note(ana, "Her sister is ill.", is_private=True)
    curator().note(ana, "Loves tigers.")
    assert known(ana)[FactKind.PLACE].holds[0].value == "at her sister's in Leiden"
    assert known(ana, kit)[FactKind.PLACE].holds[0].value == "Utrecht"
    robin = curator().author
    for reader, notes in ((robin.pk, 2), (kit.pk, 1), (None, 1)):
        page = person_page(ana, now_us=NOW_US, reader_id=reader)
        assert page is not None
        assert len(page.notes) == notes
        assert len(search("sister", now_us=NOW_US, reader_id=reader).notes) == notes - 1


def test_the_facts_of_one_person_come_from_all_their_records(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ana = models.Account.objects.get(native_id=ANA.native_id)
    same(donor("Ida").pk, ana.pk, author=curator().author, now_us=NOW_US, why="she told me")
    page = person_page(ana.person_id, now_us=NOW_US, reader_id=curator().author.pk)
    assert page is not None
    assert page.line.name == "Ana Núñez"
    assert page.tags == ("donor",)
    assert page.records.tags[0].because == "donors.csv: 2 gifts since 2024: 70 EUR"
    assert page.records.wishes == ("no phone, by donors.csv, column “Do Not Phone”",)
    (file,) = (each for each in page.accounts if each.is_in_files)
    assert (file.name, file.where) == ("Ida Ruiz", "in donors.csv")
    assert file.because == "because robin said so just now: she told me"
    assert page.why_here.startswith("You have them because they donated on 12 March 2024, ")
    assert "donors.csv has them, taken in on" in page.why_here


def test_who_asked_to_be_left_alone_and_who_died_are_said_at_the_head(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    said = {}
    for name in ("Otto", "Cleo", "Ida"):
        page = person_page(donor(name).person_id, now_us=NOW_US)
        assert page is not None
        said[name] = page.records.caution
    assert said == {
        "Otto": "They asked not to be contacted, says donors.csv, column “Do Not Contact”.",
        "Cleo": "They have died, says donors.csv.",
        "Ida": "",
    }


def test_promoting_a_donor_without_an_account_works(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ida = donor("Ida").person_id
    curator().promote(ida, "watchlist")
    page = person_page(ida, now_us=NOW_US)
    assert page is not None
    assert [each.key for each in page.lists if each.is_member] == ["watchlist"]
    assert (page.line.name, page.line.url, page.is_only_in_files) == ("Ida Ruiz", "", True)


def test_a_file_brought_in_again_changes_nothing(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    ida = donor("Ida").person_id
    before = known(ida)
    bring_donors(tmp_path, DONORS)
    assert known(ida) == before
