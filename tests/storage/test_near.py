"""Who is near a place: by hand, by files, by profiles; a word by hand goes first."""

from dataclasses import replace
from pathlib import Path

import pytest

from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Profile
from hobnob.operations.record import record
from hobnob.operations.tell import tell
from hobnob.storage.queries.finding.near import near
from tests.donors import bring_donors
from tests.people import ANA, BO, CEM, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record([happened(Kind.MENTION, who, days_ago=3) for who in (ANA, BO, CEM)], now_us=NOW_US)


def told(who: Account, place: str, *, private: bool = False) -> None:
    author = curator().author
    tell(person_id(who), FactKind.PLACE, place, author=author, now_us=NOW_US, is_private=private)


def profile(who: Account, location: str) -> None:
    account = replace(who, profile=Profile(location=location))
    record([], accounts=[account], now_us=NOW_US)


def found(place: str, **asked: int) -> list[tuple[str, str, str]]:
    return [(each.person.name, each.where, each.because) for each in near(place, **asked)]


def test_the_nearest_come_first_each_with_who_says_so() -> None:
    told(ANA, "Zeist")
    profile(BO, "Utrecht, mostly")
    profile(CEM, "Groningen")
    assert found("utrecht") == [
        ("Bo", "in Utrecht", "because their profile says: “Utrecht, mostly”"),
        ("Ana Núñez", "in Zeist, 8 km away", "because by the word of robin: “Zeist”"),
    ]


def test_what_was_told_by_hand_goes_before_a_profile() -> None:
    profile(ANA, "Utrecht")
    told(ANA, "Groningen")
    assert found("Utrecht") == []
    assert [name for name, *_ in found("Groningen")] == ["Ana Núñez"]


def test_what_was_told_in_private_is_its_authors_alone() -> None:
    told(ANA, "Utrecht", private=True)
    assert found("Utrecht") == []
    assert len(found("Utrecht", reader_id=curator().author.pk)) == 1


def test_files_tell_and_who_is_to_be_left_alone_is_left_out(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    assert found("Utrecht") == [
        ("Ida Ruiz", "in Utrecht", "because donors.csv says: “Utrecht, Netherlands”")
    ]
    assert found("Zwolle") == []


def test_a_place_that_no_map_has_is_found_by_its_name() -> None:
    told(ANA, "Heron Cove, somewhere north")
    assert found("heron cove") == [
        (
            "Ana Núñez",
            "in heron cove",
            "because by the word of robin: “Heron Cove, somewhere north”",
        )
    ]


def test_a_word_taken_back_says_nothing() -> None:
    told(ANA, "Utrecht")
    curator().undo()
    assert found("Utrecht") == []


@pytest.mark.parametrize("place", ["Ålesund", "ålesund", "ÅLESUND"])
def test_capitals_beyond_ascii_are_the_same_letters(place: str, tmp_path: Path) -> None:
    bring_donors(
        tmp_path,
        "Contact ID,First Name,Last Name,Email,City,Country\n"
        "42,Ida,Ruiz,ida@den.example,Ålesund,Norway\n"
        "43,Eva,Ruiz,eva@den.example,ÅLESUND,Norway\n"
        "44,Ole,Ruiz,ole@den.example,Oslo,Norway\n",
    )
    profile(BO, "ålesund, mostly")
    assert {name for name, *_ in found(place)} == {"Ida Ruiz", "Eva Ruiz", "Bo"}


def test_a_region_is_the_same_in_capitals_beyond_ascii(tmp_path: Path) -> None:
    bring_donors(
        tmp_path,
        "Contact ID,First Name,Last Name,Email,City,State/Province\n"
        "42,Ida,Ruiz,ida@den.example,Nesvik,ØYRIKET\n",
    )
    assert [name for name, *_ in found("øyriket")] == ["Ida Ruiz"]
