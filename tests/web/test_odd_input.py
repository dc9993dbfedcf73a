"""What no page sends but anybody signed in can type: it gets an answer, never a crash."""

import pytest
from django.test import Client

from hobnob.storage import models
from hobnob.storage.queries.person.page import person_page
from tests.people import ANA, BO, NOW_US, curator, members, person_id
from tests.web.world import KIM, TEN, decide_address, ten_say_things, two_wait, words

LONG = ["9" * 19, "9" * 30, "9" * 5_000]


@pytest.mark.parametrize("number", LONG)
@pytest.mark.parametrize(
    "address",
    [
        "/people/{}/",
        "/people/{}/decide/",
        "/people/{}/join/say/",
        "/rules/{}/change/",
        "/import/{}/",
    ],
)
def test_the_number_of_nobody_leads_nowhere(robin: Client, address: str, number: str) -> None:
    assert robin.get(address.format(number)).status_code == 404


@pytest.mark.parametrize("number", ["9" * 18, *LONG, "-1", "²", "x"])
def test_trying_a_rule_that_is_none_shows_the_rules(robin: Client, number: str) -> None:
    response = robin.get("/lists/mentioned/rules/", {"try": number})
    assert response.status_code == 200
    assert "Over the whole history" not in words(response)


@pytest.mark.parametrize("number", LONG)
def test_making_room_by_moving_a_long_number_asks_again(robin: Client, number: str) -> None:
    ten_say_things()
    act = {"promote": "say", "instead_of": number}
    assert robin.post(decide_address(KIM), act)["Location"].startswith(
        f"/people/{person_id(KIM)}/join/say/"
    )


def test_making_room_on_a_list_called_by_its_name_finds_the_page(robin: Client) -> None:
    ten_say_things()
    asked = robin.post(decide_address(KIM), {"promote": "People Who Say Things"}, follow=True)
    assert "Who moves down so that Kim can join?" in words(asked)


def test_where_there_is_room_by_now_nobody_moves_down(robin: Client) -> None:
    ten_say_things()
    curator().demote(person_id(TEN[9]))
    act = {"promote": "say", "instead_of": str(person_id(TEN[0])), "back": "/lists/say/"}
    said = words(robin.post(decide_address(KIM), act, follow=True))
    assert "Kim is on People Who Say Things." in said
    assert "moved down" not in said
    assert TEN[0].handle in members("say")


def test_moving_somebody_who_is_not_there_is_refused_with_a_sentence(robin: Client) -> None:
    ten_say_things()
    act = {"promote": "say", "instead_of": str(person_id(KIM)), "back": "/lists/say/"}
    said = words(robin.post(decide_address(KIM), act, follow=True))
    assert "They are not on People Who Say Things" in said


def test_undo_into_a_full_list_says_who_could_move(robin: Client) -> None:
    ten_say_things()
    robin.post(decide_address(TEN[0]), {"remove": "other", "list": "say"})
    curator().promote(person_id(KIM), "say")
    said = words(robin.post("/undo/", {"back": "/lists/say/"}, follow=True))
    assert "would make it 11. Move somebody down first, for example one of these: Bea, Cy" in said
    assert TEN[0].handle not in members("say")


def test_restoring_to_a_full_list_says_who_could_move(robin: Client) -> None:
    ten_say_things()
    models.Rule.objects.create(
        name="made before rules stayed off hard lists",
        list=models.List.objects.get(key="say"),
        kinds=["mention"],
        direction="towards me",
    )
    two_wait()
    curator().remove(person_id(ANA), "say")
    curator().remove(person_id(BO), "say")
    act = {"restore": "say", "back": "/lists/say/removed/"}
    said = words(robin.post(decide_address(ANA), act, follow=True))
    assert "Move somebody down first" in said
    assert ANA.handle not in members("say")


def test_a_nul_is_left_out_of_everything_that_is_written(robin: Client) -> None:
    two_wait()
    decide = decide_address(ANA)
    robin.post(decide, {"note": "", "text": "Loves\0 tigers."})
    robin.post(decide, {"tag": "", "text": "don\0or"})
    robin.post(decide, {"promote": "watchlist", "why": "fun\0ny"})
    robin.post("/lists/new/", {"name": "Ott\0ers", "about": "swim\0mers"})
    rule = {"kind": "reply", "condition": "has_words", "word": "ot\0ter"}
    robin.post("/lists/otters/rules/new/", rule)
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert [note.text for note in page.notes] == ["Loves tigers."]
    assert page.tags == ("donor",)
    assert page.lists[0].because.endswith(": funny")
    made = models.List.objects.get(key="otters")
    assert (made.name, made.about) == ("Otters", "swimmers")
    assert [each.conditions for each in made.rules.all()] == [["has_words:otter"]]


@pytest.mark.parametrize(
    "address", ["/search/?words=%00tiger", "/people/1/?shown=%00", "/?page=%00"]
)
def test_a_nul_in_an_address_is_no_crash(robin: Client, address: str) -> None:
    two_wait()
    assert robin.get(address).status_code in (200, 404)


def test_a_nul_in_a_search_is_left_out(robin: Client) -> None:
    two_wait()
    assert "Ana Núñez" in words(robin.get("/search/?words=A%00na"))


def test_a_list_name_of_a_hundred_thousand_characters_is_refused(robin: Client) -> None:
    act = {"name": "x" * 100_000, "back": "/lists/"}
    said = words(robin.post("/lists/new/", act, follow=True))
    assert "The name has 100,000 characters: write at most 80" in said


def test_a_list_called_new_can_be_opened(robin: Client) -> None:
    made = robin.post("/lists/new/", {"name": "New"}, follow=True)
    assert made.status_code == 200
    assert "New" in words(made)


@pytest.mark.parametrize(
    ("condition", "word", "sentence"),
    [
        ("has_words", "", "Write what it is to look for: tigers, say."),
        ("on_network", "nowhere", "“nowhere” is none that it knows. Write one of:"),
    ],
)
def test_a_condition_that_could_never_hold_is_refused_with_a_sentence(
    robin: Client, condition: str, word: str, sentence: str
) -> None:
    back = "/lists/watchlist/rules/"
    act = {"kind": "reply", "condition": condition, "word": word, "back": back}
    assert sentence in words(robin.post(f"{back}new/", act, follow=True))
    assert not models.Rule.objects.filter(list__key="watchlist").exists()


def test_a_list_that_one_fills_by_hand_offers_no_rule(robin: Client) -> None:
    said = words(robin.get("/lists/say/rules/"))
    assert "Make a rule" not in said
    assert "You give its places by hand" in said


def test_moving_down_stands_where_somebody_is_close(robin: Client) -> None:
    ten_say_things()
    address = f"/people/{person_id(TEN[0])}/"
    assert "Move down" in words(robin.get(address))
    said = words(robin.post(decide_address(TEN[0]), {"demote": "", "back": address}, follow=True))
    assert "Ada is on The Watchlist now." in said
    robin.post(decide_address(TEN[0]), {"demote": "", "back": address})
    gone = words(robin.get(address))
    assert "Move down" not in gone
    for taken_back in (
        "the removal of Ada from The Watchlist",
        "moving Ada down from People Who Say Things",
    ):
        said = words(robin.post("/undo/", {"back": address}, follow=True))
        assert f"Taken back: {taken_back}." in said
    assert TEN[0].handle in members("say")
