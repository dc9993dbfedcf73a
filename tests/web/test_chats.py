import re

import pytest
from django.test import Client

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests import weeds
from tests.chats import TUESDAY, Evening, tusktalk
from tests.people import ANA, BO, ME, NOW_US, account, happened, members, person_id
from tests.web.world import decide_address, words

HOST, DOV = account("host"), account("dov")
SESSION = f"/chats/tusktalk/{TUESDAY}/"
FORM = {"tag": "#TuskTalk", "weekday": "1", "clock": "20:00", "zone": "UTC", "minutes": "60"}


def an_evening() -> Evening:
    """The host asks, I answer, Ana is new and waits, Bo I know, Dov speaks to all."""
    record([happened(Kind.MENTION, BO, days_ago=400, text="Hello.")], now_us=NOW_US)
    evening = Evening()
    asked = evening.post(HOST, "Q1: who waters your plants?", 1)
    mine = evening.post(ME, "A1: the rain", 5)
    evening.say(ANA, ME, "Rain! Where do you live?", 6, answers=mine)
    evening.say(ME, BO, "@bo and you?", 9)
    evening.post(DOV, "A1: my neighbour", 12, answers=asked)
    evening.record()
    tusktalk()
    return evening


def test_with_no_chats_it_asks_for_one(robin: Client) -> None:
    said = words(robin.get("/chats/"))
    assert "Which chats do you go to?" in said
    assert "Add a chat: #hashtag, weekday, hour" in said


def test_a_chat_found_in_my_posts_is_one_click_away(robin: Client) -> None:
    for weeks in (0, 1, 2):
        evening = Evening(day=TUESDAY.fromordinal(TUESDAY.toordinal() - 7 * weeks))
        for minute in (2, 8, 30):
            evening.post(ME, f"A{minute}: yes", minute)
        evening.record()
    html = robin.get("/chats/").content.decode()
    assert "because you used #tusktalk 9 times, on Tuesdays" in html
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', html.split("because you used")[1]))
    said = words(robin.post("/chats/new/", fields, follow=True))
    assert "#tusktalk Tuesdays at 20:00, UTC, for 60 minutes." in said
    assert models.Chat.objects.get().key == "tusktalk"


def test_a_chat_is_added_by_hand(robin: Client) -> None:
    assert 'value="#tusktalk"' in robin.get("/chats/new/?tag=%23tusktalk").content.decode()
    zone = {**FORM, "zone": "new york", "clock": "8 pm"}
    said = words(robin.post("/chats/new/", zone, follow=True))
    assert "Tuesdays at 20:00, New York time, for 60 minutes." in said
    assert "Nothing of it is here yet." in said


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("tag", "two words", "“two words” is no hashtag"),
        ("tag", "#123", "“123” is no hashtag"),
        ("weekday", "7", "A chat is on a day of the week"),
        ("clock", "evening", "“evening” is no time of day"),
        ("zone", "Atlantis", "There is no time zone “Atlantis”"),
        ("minutes", "3", "10 minutes to 8 hours"),
        ("minutes", "", "10 minutes to 8 hours"),
        ("about", "x" * 201, "at most 200 characters"),
    ],
)
def test_what_is_no_chat_is_said_beside_what_was_typed(
    robin: Client, field: str, typed: str, sentence: str
) -> None:
    response = robin.post("/chats/new/", {**FORM, field: typed})
    assert response.status_code == 400
    assert sentence in words(response)
    assert not models.Chat.objects.exists()


def test_the_same_chat_is_not_added_twice(robin: Client) -> None:
    tusktalk()
    assert "#TuskTalk is there already at that hour" in words(robin.post("/chats/new/", FORM))


def test_the_first_page_tells_how_it_went(robin: Client) -> None:
    an_evening()
    said = words(robin.get("/chats/"))
    assert "#TuskTalk is in 6 days" in said
    assert "#TuskTalk , Tuesday 17 November 14 hours ago" in said
    assert "You met 1 person; 1 waits for an answer. 2 to follow up" in said


def test_a_session_is_told_by_its_people(robin: Client) -> None:
    an_evening()
    said = words(robin.get(SESSION))
    assert "You met 1 person; 1 waits for an answer." in said
    assert "Waiting for your answer 1 Ana Núñez" in said
    assert "because they wrote to you and you have not answered; your first words ever" in said
    assert "You know them 1 Bo" in said
    assert "You said @bo and you? #tusktalk" in said
    assert "Question 1 Q1: who waters your plants? #tusktalk asked by Host" in said
    assert said.index("You know them") < said.index("Question 1") < said.index("my neighbour")
    assert "No connected account reads #TuskTalk." in said


def test_followed_up_they_leave_and_undo_brings_them_back(robin: Client) -> None:
    an_evening()
    address = f"/chats/tusktalk/people/{person_id(ANA)}/"
    said = words(robin.post(address, {"back": SESSION}, follow=True))
    assert "Ana Núñez: followed up." in said
    assert "You met 1 person; nobody waits for an answer." in said
    assert "Waiting for your answer" not in said
    said = words(robin.post("/undo/", {"back": SESSION}, follow=True))
    assert "Waiting for your answer 1 Ana Núñez" in said


def test_when_all_are_followed_up_it_says_stop(robin: Client) -> None:
    an_evening()
    for who in (ANA, BO):
        robin.post(f"/chats/tusktalk/people/{person_id(who)}/", {"back": SESSION})
    assert "That’s all of this session." in words(robin.get(SESSION))


def test_somebody_is_put_on_a_list_from_there_and_stays(robin: Client) -> None:
    an_evening()
    robin.post(decide_address(ANA), {"promote": "", "back": SESSION})
    said = words(robin.get(SESSION))
    assert "Ana Núñez @ana@tusk.example The Watchlist" in said
    assert members("watchlist") == {ANA.handle}


def test_a_starred_answer_becomes_a_note(robin: Client) -> None:
    an_evening()
    post = models.Post.objects.get(text__startswith="A1: my neighbour")
    address = f"/chats/tusktalk/posts/{post.pk}/"
    assert "Kept as a note about Dov." in words(robin.post(address, {"back": SESSION}, follow=True))
    assert "“A1: my neighbour #tusktalk” (in #TuskTalk)" in words(
        robin.get(f"/people/{person_id(DOV)}/")
    )
    assert "That is kept as a note already" in words(
        robin.post(address, {"back": SESSION}, follow=True)
    )
    assert robin.get(SESSION).content.decode().count("</svg> kept") == 1


def test_nobody_stars_their_own_words(robin: Client) -> None:
    an_evening()
    mine = models.Post.objects.get(text__startswith="A1: the rain")
    address = f"/chats/tusktalk/posts/{mine.pk}/"
    assert "or your own" in words(robin.post(address, {"back": SESSION}, follow=True))


def test_while_it_goes_on_the_page_looks_again_by_itself(
    robin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = an_evening()
    assert "every 20s" not in robin.get(SESSION).content.decode()
    monkeypatch.setattr(clock, "now_us", lambda: evening.at(40))
    html = robin.get(SESSION).content.decode()
    assert f'hx-get="{SESSION}?live" hx-trigger="every 20s"' in html
    assert "going on, 20 minutes left" in html
    part = robin.get(f"{SESSION}?live").content.decode()
    assert part.strip().startswith('<div id="session"')
    assert "<html" not in part
    assert 'id="toast"' not in part


def test_before_it_begins_it_says_when(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    tusktalk()
    monkeypatch.setattr(clock, "now_us", lambda: Evening().at(-120))
    assert "It begins in 2 hours." in words(robin.get(SESSION))


@pytest.mark.parametrize(
    "address",
    [
        "/chats/tusktalk/2026-11-18/",
        "/chats/tusktalk/yesterday/",
        "/chats/tusktalk/20261117/",
        "/chats/tusktalk/2026-13-45/",
        "/chats/tusktalk/9999-12-28/",
        "/chats/tusktalk/0001-01-02/",
        "/chats/nptech/2026-11-17/",
        "/chats/nptech/",
        "/chats/nptech/edit/",
    ],
)
def test_what_is_no_session_is_not_there(robin: Client, address: str) -> None:
    tusktalk()
    assert robin.get(address).status_code == 404


def test_a_chat_is_changed_ended_and_goes_on(robin: Client) -> None:
    an_evening()
    address = "/chats/tusktalk/edit/"
    assert 'value="20:00"' in robin.get(address).content.decode()
    changed = {**FORM, "about": "How people become friends"}
    assert "How people become friends" in words(robin.post(address, changed, follow=True))
    said = words(robin.post(address, {"end": "", "back": "/chats/"}, follow=True))
    assert "#TuskTalk has ended. What happened in it stays." in said
    assert "1 that ended" in said
    said = words(robin.post(address, {"resume": "", "back": "/chats/"}, follow=True))
    assert "#TuskTalk goes on." in said
    assert robin.post(address, {**FORM, "clock": "never"}).status_code == 400


def test_when_a_chat_has_ended_it_says_that_its_hashtag_is_read_on(robin: Client) -> None:
    weeds.connected()
    tusktalk()
    address = "/chats/tusktalk/edit/"
    reads_on = "Its hashtag is read until you leave it under Connections"
    assert reads_on in words(robin.get(address))
    assert reads_on in words(robin.post(address, {"end": "", "back": "/chats/"}, follow=True))


@pytest.mark.parametrize("before", ["9999-12-31", "0001-01-01", "2026-11-31", "soon"])
def test_a_day_that_no_chat_has_shows_the_newest_sessions(robin: Client, before: str) -> None:
    an_evening()
    found = robin.get(f"/chats/tusktalk/?before={before}")
    assert "Tuesday 17 November" in words(found)


def test_reading_needs_a_network_that_shows_hashtags(robin: Client) -> None:
    tusktalk()
    said = words(robin.post("/chats/tusktalk/read/", {"back": "/chats/"}, follow=True))
    assert "No connected account can read hashtags" in said


def test_where_i_first_met_somebody_stands_on_their_page(robin: Client) -> None:
    an_evening()
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert f'<a href="{SESSION}"><bdi>#TuskTalk</bdi></a> on 17 November 2026' in html
    assert "First met" not in words(robin.get(f"/people/{person_id(BO)}/"))
