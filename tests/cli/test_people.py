"""`hobnob person`, `search`, `note` and `tag`: finding somebody, and what one remembers."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run
from tests.donors import bring_donors
from tests.people import ANA, BO, NOW_US, happened, person_id

pytestmark = pytest.mark.django_db

ANA_ON_X = Account(network=Network.X, native_id="22", handle="ana", name="Ana Lima")
IDA_IN_TALK = Account(network=Network.X, native_id="44", handle="ida", name="Ida Ruiz")
BARE = Account(network=Network.X, native_id="33")


@pytest.fixture(autouse=True)
def _some_people() -> None:
    people.begin()
    record(
        [
            happened(Kind.REPLY, ANA, days_ago=3, text="where do tigers sleep?"),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=2, text="in the reeds"),
            happened(Kind.MENTION, ANA_ON_X, days_ago=2, text="hello"),
            happened(Kind.FOLLOW, BARE, days_ago=None, order=1),
            happened(Kind.MENTION, BO, days_ago=2, text="nice stripes"),
        ],
        now_us=NOW_US,
    )


@pytest.mark.parametrize(
    "words",
    ["ana@tusk.example", "@ana@tusk.example", "@ANA@Tusk.example", "mastodon:ana@tusk.example"],
)
def test_a_handle_finds_somebody(words: str, hobnob: Run) -> None:
    assert hobnob("person", words, "--json").answer["name"] == "Ana Núñez"


@pytest.mark.parametrize("words", ["ana núñez", "Ana Núñez", "Núñez", "nunez"])
def test_a_name_or_part_of_one_finds_somebody(words: str, hobnob: Run) -> None:
    assert hobnob("person", words, "--json").answer["handle"] == "ana@tusk.example"


def test_a_network_tells_two_apart(hobnob: Run) -> None:
    assert hobnob("person", "x:ana", "--json").answer["name"] == "Ana Lima"


def test_somebody_without_a_handle_has_a_number(hobnob: Run) -> None:
    number = person_id(BARE)

    assert hobnob("person", f"id:{number}", "--json").answer["id"] == number


def test_several_matches_are_shown_to_choose_from(hobnob: Run) -> None:
    record([happened(Kind.MENTION, other_ana()), happened(Kind.MENTION, BO)], now_us=NOW_US)
    refused = hobnob("person", "Ana Lima")

    assert (refused.code, refused.out) == (2, "")
    first, *choices = refused.err.splitlines()
    assert first == "2 people are called “Ana Lima”. Say which:"
    assert choices == [
        "  bluesky:lima.example  Ana Lima  last contact yesterday",
        "  x:ana                 Ana Lima  last contact 2 days ago",
    ]


def test_who_stands_in_a_file_alone_is_told_by_what_they_are_and_by_the_file(
    hobnob: Run, tmp_path: Path
) -> None:
    bring_donors(tmp_path)
    record([happened(Kind.MENTION, IDA_IN_TALK, days_ago=3)], now_us=NOW_US)
    refused = hobnob("person", "Ida Ruiz").err
    number = models.Account.objects.get(network=Network.ADDRESS_BOOK, name="Ida Ruiz").person_id
    assert refused == (
        "2 people are called “Ida Ruiz”. Say which:\n"
        "  x:ida  Ida Ruiz  last contact 3 days ago\n"
        f"  id:{number}{' ' * (5 - len(f'id:{number}'))}  Ida Ruiz  donor, donors.csv\n"
    )


@pytest.mark.parametrize("command", [("person",), ("list", "promote")])
def test_a_name_that_is_nearly_somebodys_is_asked_about(
    command: tuple[str, ...], hobnob: Run
) -> None:
    refused = hobnob(*command, "Nuñes")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "Nobody is called “Nuñes”. Did you mean Ana Núñez? "
        f"Type: hobnob {' '.join(command)} mastodon:ana@tusk.example\n"
    )


def test_several_who_are_nearly_called_so_are_shown(hobnob: Run) -> None:
    refused = hobnob("person", "Anna").err
    first, *almost = refused.splitlines()
    assert first == "Nobody is called “Anna”. Did you mean one of these?"
    assert [each.split()[0] for each in almost] == ["x:ana", "mastodon:ana@tusk.example"]


def test_a_search_for_a_mistyped_name_says_who_may_be_meant(hobnob: Run) -> None:
    said = hobnob("search", "Nunes").out
    assert said.startswith("Nothing has “Nunes”. Did you mean:\nAna Núñez")
    meant = hobnob("search", "Nunes", "--json").answer["meant"]
    assert [each["name"] for each in meant] == ["Ana Núñez"]


def test_a_decision_is_never_made_about_somebody_guessed(hobnob: Run) -> None:
    refused = hobnob("list", "promote", "Núñez")

    assert refused.code == 2
    assert refused.err == (
        "Nobody is called just “Núñez”. There is one: Ana Núñez. "
        "Type: hobnob list promote mastodon:ana@tusk.example\n"
    )


@pytest.mark.parametrize("words", ["", ":", "x:", "id:", "id:x", "id:" + "9" * 30, "@", "\x00"])
def test_words_that_mean_nobody_are_refused(words: str, hobnob: Run) -> None:
    assert hobnob("person", words).code == 2


def test_a_page_shows_what_went_both_ways_and_what_one_remembers(hobnob: Run) -> None:
    hobnob("note", "ana@tusk.example", "loves tigers; prefers jokes")
    hobnob("tag", "ana@tusk.example", "#Donor")
    said = hobnob("person", "ana@tusk.example").out

    assert said.startswith("Ana Núñez\n@ana@tusk.example on mastodon\n#donor  ")
    assert "loves tigers; prefers jokes" in said
    assert "Mentioned You  because they answered you 3 days ago" in said
    assert said.index("You answered them") < said.index("They answered you")


def test_a_tag_comes_off_again(hobnob: Run) -> None:
    hobnob("tag", "x:ana", "donor")
    assert hobnob("person", "x:ana", "--json").answer["tags"] == ["donor"]

    assert hobnob("tag", "x:ana", "donor", "--off", "--json").answer["did"] == "untag"
    assert hobnob("person", "x:ana", "--json").answer["tags"] == []


def test_a_tag_that_is_there_is_not_put_there_again(hobnob: Run) -> None:
    hobnob("tag", "x:ana", "donor")
    again = hobnob("tag", "x:ana", "#Donor")

    assert (again.code, again.out) == (2, "")
    assert again.err == "Ana Lima has the tag “donor” already: there is nothing to do.\n"
    hobnob("tag", "x:ana", "donor", "--off")
    assert hobnob("tag", "x:ana", "donor").code == 0


def test_an_empty_note_is_refused(hobnob: Run) -> None:
    assert hobnob("note", "x:ana", "  ").code == 2


def test_search_finds_people_notes_and_posts(hobnob: Run) -> None:
    hobnob("note", "x:ana", "sent a postcard of a tiger")
    answer = hobnob("search", "tige", "--json").answer

    assert [each["text"] for each in answer["notes"]] == ["sent a postcard of a tiger"]
    assert [each["text"] for each in answer["posts"]] == ["where do tigers sleep?"]
    assert [each["name"] for each in hobnob("search", "lim", "--json").answer["people"]] == [
        "Ana Lima"
    ]
    assert (
        "Posts\nAna Núñez  3 days ago\n  “where do tigers sleep?”\n" in hobnob("search", "tige").out
    )
    assert hobnob("search", "zebra").out.startswith("Nothing has “zebra”.")


def other_ana() -> Account:
    return Account(
        network=Network.BLUESKY, native_id="did:plc:lima", handle="lima.example", name="Ana Lima"
    )
