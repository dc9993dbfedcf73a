"""`hobnob hygiene`: the same cards as the page, and one yes to one thing."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.outbox import State
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people, weeds
from tests.cli.conftest import Run
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.test_hygiene import full_day
from tests.weeds import RUDE, SELLER, found, i_follow, looked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()
    weeds.connected()


def flat(text: str) -> str:
    """What is read, whatever the width of the terminal."""
    return " ".join(text.split())


def only() -> models.OutboxItem:
    return models.OutboxItem.objects.get()


def test_it_shows_the_next_cards_with_proof_and_what_they_are_to_me(hobnob: Run) -> None:
    weeds.a_seller()
    weeds.rudeness()
    looked()
    said = flat(hobnob("hygiene").out)
    assert "Hygiene · 2 accounts to think about · 0 of 15 today, gentle on purpose" in said
    assert "1 Grow Fast @growfast@stall.example" in said
    assert "You never exchanged a word. You followed them on 10 August." in said
    assert "because they sell followers in their bio" in said
    assert "their bio: “Buy real followers here, cheap and instant." in said
    assert "Block Grow Fast" in said
    assert "hygiene block mastodon:growfast@stall.example" in said
    assert "wrote to you 2 days ago: “You are an idiot.”" in said


def test_as_json_it_tells_programs_the_same(hobnob: Run) -> None:
    weeds.a_seller()
    looked()
    answer = hobnob("hygiene", "--json").answer
    assert (answer["waiting"], answer["done_today"], answer["most_a_day"]) == (1, 0, 15)
    (card,) = answer["cards"]
    assert card["proposes"] == "block"
    assert card["found"][0]["check"] == "sells_followers"
    assert card["found"][0]["proof"][0]["part"] == "Buy real followers"


def test_a_look_finds_and_a_clean_one_says_so(hobnob: Run) -> None:
    assert "Nobody has looked yet." in hobnob("hygiene").out
    i_follow(BO)
    assert "Looked at 1 account: all is clean." in hobnob("hygiene", "look").out
    assert "Clean. Checked 1 account just now." in hobnob("hygiene").out
    weeds.a_seller()
    assert hobnob("hygiene", "look", "--json").answer == {"accounts": 2, "found": 1}
    assert set(found()) == {SELLER.handle}


@pytest.mark.parametrize("act", ["unfollow", "mute", "block"])
def test_an_act_shows_what_is_sent_and_takes_one_yes(hobnob: Run, act: str) -> None:
    weeds.a_seller()
    looked()
    said = flat(hobnob("hygiene", act, "growfast@stall.example").out)
    assert f"{act.title()} Grow Fast as @robin@tusk.example on Mastodon" in said
    assert "waits for your yes" in said
    assert only().state == State.DRAFT
    said = flat(hobnob("hygiene", act, "growfast@stall.example", "--yes").out)
    assert "goes out in 30 s as @robin@tusk.example." in said
    assert only().approval is not None
    assert only().approval.why.startswith("because they sell followers")
    assert "Clean." in hobnob("hygiene").out


def test_keep_is_for_ever_and_can_be_undone(hobnob: Run) -> None:
    weeds.a_seller()
    looked()
    said = hobnob("hygiene", "keep", "growfast@stall.example", "--why", "a cousin").out
    assert "Grow Fast is kept: nothing is suggested against them again." in flat(said)
    assert "1 kept by you" in hobnob("hygiene").out
    hobnob("undo")
    assert "1 account to think about" in hobnob("hygiene").out


def test_of_whom_nothing_is_found_out_nothing_is_done(hobnob: Run) -> None:
    i_follow(BO)
    ended = hobnob("hygiene", "block", "bo@den.example")
    assert ended.code == 2
    assert "Nothing is found out about Bo" in flat(ended.err)
    assert not models.OutboxItem.objects.exists()


def test_a_day_has_an_end_here_too(hobnob: Run) -> None:
    weeds.a_seller()
    looked()
    full_day()
    ended = hobnob("hygiene", "block", "growfast@stall.example", "--yes")
    assert ended.code == 2
    assert "You have let go 15 people within a day" in flat(ended.err)


def test_people_worth_following_come_with_the_reason_which_is_kept(hobnob: Run) -> None:
    assert "Nobody new just now." in hobnob("hygiene", "follow").out
    record(
        [happened(Kind.REPLY, ANA, days_ago=each, text=f"Yes, {each}!") for each in (1, 2, 3)],
        now_us=NOW_US,
    )
    said = flat(hobnob("hygiene", "follow").out)
    assert "Worth following · 1 person · 0 of 15 today" in said
    assert "“Yes, 1!” because they answered you 3 times" in said
    answer = hobnob("hygiene", "follow", "--json").answer
    assert answer["people"][0]["person"]["id"] == person_id(ANA)
    said = flat(hobnob("hygiene", "follow", "ana@tusk.example", "--yes").out)
    assert "“Follow Ana Núñez” goes out in 30 s" in said
    assert only().approval.why == "because they answered you 3 times"


def test_whom_it_does_not_show_it_does_not_follow(hobnob: Run) -> None:
    weeds.rudeness()
    looked()
    ended = hobnob("hygiene", "follow", RUDE.handle)
    assert ended.code == 2
    assert "Rudi is not among those shown" in flat(ended.err)
