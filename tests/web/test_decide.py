import re
from datetime import datetime

import pytest
from django.test import Client

from hobnob.domain.moments import DAY
from hobnob.operations.curate import Curator
from hobnob.operations.lists.edit import edit_list
from hobnob.operations.local_user import local_user
from hobnob.storage import models
from hobnob.storage.queries.person.page import person_page
from tests.people import ANA, BO, NOW_US, members, person_id
from tests.web.world import KIM, TEN, decide_address, ten_say_things, two_wait, words


@pytest.fixture
def _two_wait(robin: Client) -> None:
    two_wait()


pytestmark = pytest.mark.usefixtures("_two_wait")


def test_promoting_says_where_somebody_is_now(robin: Client) -> None:
    said = words(robin.post(decide_address(ANA), {"promote": "", "back": "/"}, follow=True))
    assert "Ana Núñez is on The Watchlist. Undo" in said
    assert members("watchlist") == {ANA.handle}


def test_promoting_to_a_list_by_name_goes_there(robin: Client) -> None:
    robin.post(decide_address(ANA), {"promote": "say"})
    assert members("say") == {ANA.handle}


@pytest.mark.parametrize(
    ("reason", "said"),
    [("annoys", "they annoy me"), ("links", "they post links only"), ("spam", "it is spam")],
)
def test_removing_keeps_the_reason(robin: Client, reason: str, said: str) -> None:
    robin.post(decide_address(ANA), {"remove": reason, "list": "mentioned"})
    assert members("mentioned") == {"bo@den.example"}
    assert said in words(robin.get("/lists/mentioned/removed/"))


def test_whom_one_took_off_can_be_left_to_the_rules_again(robin: Client) -> None:
    robin.post(decide_address(ANA), {"remove": "other", "list": "mentioned"})
    robin.post(decide_address(ANA), {"restore": "mentioned"})
    assert ANA.handle in members("mentioned")


@pytest.mark.parametrize(("wanted", "days"), [("1d", 1), ("3d", 3), ("7d", 7), ("month", 30)])
def test_putting_off_lasts_as_long_as_was_said(robin: Client, wanted: str, days: int) -> None:
    robin.post(decide_address(ANA), {"snooze": wanted, "section": "waiting"})
    card = models.TodayCard.objects.get(person_id=person_id(ANA))
    now, until = as_here(NOW_US), as_here(card.snoozed_until_us or 0)
    assert (until.date() - now.date()).days == days
    assert (until.hour, until.minute) == (4, 0)


def as_here(us: int) -> datetime:
    return datetime.fromtimestamp(us / 1_000_000).astimezone()


def test_tags_and_notes_are_kept_and_can_be_taken_back(robin: Client) -> None:
    robin.post(decide_address(ANA), {"tag": "", "text": "#Tigers"})
    robin.post(decide_address(ANA), {"note": "", "text": "Prefers jokes."})
    found = person_page(person_id(ANA), now_us=NOW_US)
    assert found is not None
    assert (found.tags, found.notes[0].text) == (("tigers",), "Prefers jokes.")
    robin.post("/undo/")
    robin.post(decide_address(ANA), {"untag": "tigers"})
    found = person_page(person_id(ANA), now_us=NOW_US)
    assert found is not None
    assert (found.tags, found.notes) == ((), ())


def test_promoting_over_the_capacity_says_how_many_there_are(robin: Client) -> None:
    edit_list("watchlist", name="The Watchlist", about="", capacity=1, now_us=NOW_US)
    robin.post(decide_address(BO), {"promote": "watchlist"})
    said = words(robin.post(decide_address(ANA), {"promote": "", "back": "/"}, follow=True))
    assert "Ana Núñez is on The Watchlist. The Watchlist now holds 2, meant for 1. Undo" in said


def test_a_full_list_asks_whom_to_move(robin: Client) -> None:
    ten_say_things()
    asked = robin.post(decide_address(KIM), {"promote": "", "back": "/lists/watchlist/"})
    assert asked["Location"] == (f"/people/{person_id(KIM)}/join/say/?back=%2Flists%2Fwatchlist%2F")
    page = robin.get(asked["Location"])
    assert "Who moves down so that Kim can join?" in words(page)
    assert all(each.name in words(page) for each in TEN)


def test_whom_one_moves_makes_room(robin: Client) -> None:
    ten_say_things()
    answer = {"promote": "say", "instead_of": str(person_id(TEN[3])), "back": "/lists/watchlist/"}
    response = robin.post(decide_address(KIM), answer)
    assert response["Location"] == "/lists/watchlist/"
    assert "Kim is on People Who Say Things. Dov moved down for them." in words(robin.get("/"))
    assert KIM.handle in members("say")
    assert TEN[3].handle in members("watchlist")
    robin.post("/undo/")
    assert members("say") == {each.handle for each in TEN}
    assert members("watchlist") == {KIM.handle}


def test_htmx_is_told_to_open_the_question_as_a_page(robin: Client) -> None:
    ten_say_things()
    response = robin.post(decide_address(KIM), {"promote": ""}, headers={"hx-request": "true"})
    assert response["HX-Redirect"].startswith(f"/people/{person_id(KIM)}/join/say/")


@pytest.mark.parametrize(
    "act",
    [
        {"note": "", "text": "  "},
        {"tag": "", "text": "#"},
        {"remove": "spam", "list": "watchlist"},
        {"remove": "spam", "list": "nothing"},
    ],
)
def test_what_cannot_be_done_is_said_where_one_was(robin: Client, act: dict[str, str]) -> None:
    before = models.Decision.objects.count()
    response = robin.post(decide_address(ANA), {**act, "back": "/lists/"}, follow=True)
    assert response.redirect_chain == [("/lists/", 302)]
    assert 'class="is-sorry"' in response.content.decode()
    assert models.Decision.objects.count() == before


def test_undoing_nothing_says_that_there_is_nothing(robin: Client) -> None:
    assert "There is nothing to undo" in words(robin.post("/undo/", {"back": "/"}, follow=True))


def test_what_is_older_is_named_with_its_day_and_undone_by_a_yes(robin: Client) -> None:
    Curator(author=local_user(), now_us=NOW_US - 17 * DAY).tag(person_id(ANA), "donor")
    asked = robin.post("/undo/", {"back": "/lists/"}, follow=True)
    assert asked.redirect_chain == [("/undo/older/?back=%2Flists%2F", 302)]
    assert (
        "The newest thing you did is from Sunday 1 November: the tag “donor” on Ana Núñez."
    ) in words(asked)
    assert tags() == ["donor"]

    (even,) = re.findall(r'name="even" value="(\d+)"', asked.content.decode())
    done = robin.post("/undo/", {"back": "/lists/", "even": even}, follow=True)
    assert done.redirect_chain == [("/lists/", 302)]
    assert "Taken back: the tag “donor” on Ana Núñez." in words(done)
    assert tags() == []


def test_a_yes_to_one_older_act_is_none_to_the_next(robin: Client) -> None:
    curator = Curator(author=local_user(), now_us=NOW_US - 17 * DAY)
    curator.tag(person_id(ANA), "donor")
    even = models.Decision.objects.latest("pk").pk
    curator.tag(person_id(ANA), "tigers")
    robin.post("/undo/", {"even": even})
    assert tags() == ["donor", "tigers"]


def test_a_part_of_a_page_is_left_for_the_question(robin: Client) -> None:
    Curator(author=local_user(), now_us=NOW_US - 17 * DAY).tag(person_id(ANA), "donor")
    asked = robin.post("/undo/", {"back": "/lists/"}, headers={"HX-Request": "true"})
    assert asked["HX-Redirect"] == "/undo/older/?back=%2Flists%2F"


def tags() -> list[str]:
    found = person_page(person_id(ANA), now_us=NOW_US)
    assert found is not None
    return sorted(found.tags)


@pytest.mark.parametrize(
    "act", [{}, {"follow": ""}, {"snooze": "9y", "section": "waiting"}, {"done": "nowhere"}]
)
def test_an_act_that_does_not_exist_is_not_found(robin: Client, act: dict[str, str]) -> None:
    assert robin.post(decide_address(ANA), act).status_code == 404


def test_nobody_is_not_found(robin: Client) -> None:
    assert robin.post("/people/999999/decide/", {"promote": ""}).status_code == 404
