"""`hobnob chats ...`: which come, whom I met, whom I see only there, and the calendar."""

from datetime import timedelta
from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people, weeds
from tests.chats import TUESDAY, Evening, tusktalk
from tests.cli.conftest import Run
from tests.people import ANA, BO, ME, NOW_US, account, happened

pytestmark = pytest.mark.django_db

HOST = account("host")


@pytest.fixture(autouse=True)
def _begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    people.begin()


def an_evening() -> None:
    record([happened(Kind.MENTION, BO, days_ago=400, text="Hello.")], now_us=NOW_US)
    evening = Evening()
    asked = evening.post(HOST, "Q1: who waters your plants?", 1)
    mine = evening.post(ME, "A1: the rain", 5, answers=asked)
    evening.say(ANA, ME, "Rain! Where do you live?", 6, answers=mine)
    evening.say(ME, BO, "@bo and you?", 9)
    evening.record()
    tusktalk()


def test_a_chat_is_added_in_plain_words(hobnob: Run) -> None:
    said = hobnob("chats", "add", "#NpTech", "tuesday", "8pm", "--zone", "new york").out
    assert said.startswith(
        "#NpTech is added: Tuesdays at 20:00, New York time, for 60 minutes. "
        "The next one is in 6 days: "
    )
    answer = hobnob("chats", "--json").answer
    assert answer["chats"][0] == {
        "key": "nptech",
        "name": "#NpTech",
        "about": "",
        "weekday": "Tuesday",
        "hour": "20:00",
        "time_zone": "America/New_York",
        "minutes": 60,
        "has_ended": False,
        "next": "2026-11-25T01:00:00+00:00",
        "is_on": False,
    }


def test_without_a_zone_it_is_the_hour_of_here(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    added = hobnob("chats", "add", "tusktalk", "tue", "20", "--minutes", "90", "--json").answer
    assert (added["time_zone"], added["minutes"]) == ("Europe/Amsterdam", 90)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("two words", "tuesday", "20:00"), "“two words” is no hashtag"),
        (("#a", "someday", "20:00"), "“someday” is no day of the week"),
        (("#a", "monday", "late"), "“late” is no time of day"),
        (("#a", "monday", "20:00", "--zone", "Atlantis"), "There is no time zone “Atlantis”"),
        (("#a", "monday", "20:00", "--minutes", "1"), "10 minutes to 8 hours"),
    ],
)
def test_what_is_no_chat_is_said(hobnob: Run, words: tuple[str, ...], sentence: str) -> None:
    refused = hobnob("chats", "add", *words)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err


def test_with_none_it_says_how_to_add_one(hobnob: Run) -> None:
    said = hobnob("chats").out
    assert "No chat is here yet. Add one: hashtag, weekday, hour." in said
    assert "hobnob chats add '#tusktalk' tuesday 20:00 --zone Europe/Amsterdam" in said


def test_the_last_sessions_are_told_by_their_people(hobnob: Run) -> None:
    an_evening()
    said = hobnob("chats").out
    assert "#TuskTalk  in 6 days  tusktalk" in said
    assert "You met 1 person; 1 waits for an answer." in said
    assert "2 to follow up  hobnob chats session tusktalk 2026-11-17" in said
    (told,) = hobnob("chats", "--json").answer["sessions"]
    assert (told["met"], told["spoke_with"], told["waiting"], told["there"]) == (1, 2, 1, 3)


def test_a_session_is_shown_as_on_its_page(hobnob: Run) -> None:
    an_evening()
    said = hobnob("chats", "session", "tusktalk").out
    for each in (
        "#TuskTalk, Tuesday 17 November",
        "Waiting for your answer  1",
        "Ana Núñez  @ana@tusk.example",
        "“Rain! Where do you live? #tusktalk”",
        "Answer  hobnob act reply mastodon:ana@tusk.example",
        "You: “@bo and you? #tusktalk”",
        "Promote  hobnob list promote mastodon:bo@den.example",
        "There too: Host",
        "Question 1",
        "You: A1: the rain #tusktalk",
        "No connected account reads #TuskTalk.",
    ):
        assert each in said
    answer = hobnob("chats", "session", "#TuskTalk", "2026-11-17", "--json").answer
    assert [(each["person"]["name"], each["is_new"]) for each in answer["people"]] == [
        ("Ana Núñez", True),
        ("Bo", False),
    ]
    assert answer["questions"][0]["question"] == "Q1: who waters your plants? #tusktalk"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nptech",), "There is no chat “nptech”"),
        (("tusktalk",), "Nothing of tusktalk is here yet"),
        (("tusktalk", "2026-11-18"), "There was no session on 2026-11-18"),
        (("tusktalk", "yesterday"), "“yesterday” is no date"),
    ],
)
def test_what_is_no_session_is_said(hobnob: Run, words: tuple[str, ...], sentence: str) -> None:
    tusktalk()
    refused = hobnob("chats", "session", *words)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err


def test_chats_in_my_posts_are_suggested_with_the_command_that_adds_them(hobnob: Run) -> None:
    for week in range(3):
        evening = Evening(day=TUESDAY - timedelta(weeks=week))
        for minute in (2, 8, 30):
            evening.post(ME, f"A{minute}: yes", minute)
        evening.record()
    said = hobnob("chats").out
    assert "because you used #tusktalk 9 times, on Tuesdays" in said
    assert "hobnob chats add '#tusktalk' tuesday 20:00" in said
    assert hobnob("chats", "--json").answer["suggested"][0]["weeks"] == 3


def test_who_is_only_in_chats_is_shown_with_the_reason(hobnob: Run) -> None:
    assert "Nobody is in chats alone." in hobnob("chats", "only").out
    for week in range(3):
        evening = Evening(day=TUESDAY - timedelta(weeks=week))
        evening.say(ANA, ME, "@robin yes", 10)
        evening.say(ME, BO, "yes", 20)
        evening.record()
    tusktalk()
    said = hobnob("chats", "only").out
    assert said.index("They talk to you in chats") < said.index("Ana Núñez")
    assert said.index("You talk to them in chats") < said.index("Bo  @bo@den.example")
    answer = hobnob("chats", "only", "--json").answer
    assert answer["they_come"][0]["feed"] == "we have seen no other posts of theirs"
    assert answer["i_go"][0]["person"]["name"] == "Bo"


def test_the_calendar_is_shown_and_written(hobnob: Run, tmp_path: Path) -> None:
    assert "No chat comes." in hobnob("chats", "calendar").out
    tusktalk()
    assert hobnob("chats", "calendar").out.splitlines()[0].endswith("#TuskTalk")
    (first, *_) = hobnob("chats", "calendar", "--json").answer["sessions"]
    assert (first["day"], first["starts"]) == ("2026-11-24", "2026-11-24T20:00:00+00:00")
    file = tmp_path / "chats.ics"
    assert f"Written to {file}." in hobnob("chats", "calendar", "--ics", str(file)).out
    assert b"SUMMARY:#TuskTalk" in file.read_bytes()
    refused = hobnob("chats", "calendar", "--ics", str(tmp_path))
    assert (refused.code, "cannot be written" in refused.err) == (2, True)


def test_an_ended_chat_is_told_as_such(hobnob: Run) -> None:
    an_evening()
    assert hobnob("chats", "end", "tusktalk").out == (
        "#TuskTalk has ended. What happened in it stays.\n"
    )
    assert "Ended: #TuskTalk" in hobnob("chats").out
    assert hobnob("chats", "end", "tusktalk", "--json").answer == {"ended": "tusktalk"}
    assert models.Chat.objects.get().ended_us == NOW_US


def test_when_a_chat_has_ended_it_says_how_to_leave_its_hashtag(hobnob: Run) -> None:
    weeds.connected()
    tusktalk()
    assert hobnob("chats", "end", "tusktalk").out == (
        "#TuskTalk has ended. What happened in it stays. Its hashtag is read until you drop it: "
        "hobnob sources drop-hashtag '#tusktalk'\n"
    )
