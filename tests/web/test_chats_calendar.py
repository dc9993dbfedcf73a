import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from hobnob.web.chats_calendar import CLOSED
from tests.chats import tusktalk
from tests.web.world import words


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)


def address(robin: Client, act: str = "renew") -> str:
    """What the page shows after pressing the button; "" where it shows none."""
    html = robin.post("/chats/calendar/", {act: "", "back": "/chats/calendar/"}, follow=True)
    found = re.search(r'value="http://testserver([^"]+)" readonly', html.content.decode())
    return unescape(found[1]) if found else ""


def test_the_coming_weeks_are_listed(robin: Client) -> None:
    tusktalk()
    said = words(robin.get("/chats/calendar/"))
    assert "From Monday 23 November Tuesday 24 November" in said
    assert "#TuskTalk" in said
    assert said.count("Tuesday") == 4


def test_without_chats_it_asks_for_one(robin: Client) -> None:
    assert "No chat comes." in words(robin.get("/chats/calendar/"))


def test_there_is_no_address_before_it_is_asked_for(robin: Client, stranger: Client) -> None:
    said = words(robin.get("/chats/calendar/"))
    assert "There is none until you ask for it" in said
    assert stranger.get("/chats/calendar.ics").status_code == 403


def test_a_calendar_program_reads_it_without_signing_in(robin: Client, stranger: Client) -> None:
    tusktalk()
    response = stranger.get(address(robin))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    assert b"SUMMARY:#TuskTalk" in response.content
    assert not response.cookies


@pytest.mark.parametrize("key", ["", "guess", "a:b:c", "\0", "é" * 300])
def test_with_another_key_it_stays_closed(robin: Client, stranger: Client, key: str) -> None:
    address(robin)
    response = stranger.get("/chats/calendar.ics", {"key": key})
    assert (response.status_code, response.content.decode()) == (403, CLOSED)


def test_a_new_address_ends_the_old_one(robin: Client, stranger: Client) -> None:
    old = address(robin)
    new = address(robin)
    assert stranger.get(old).status_code == 403
    assert stranger.get(new).status_code == 200


def test_switched_off_it_is_closed(robin: Client, stranger: Client) -> None:
    old = address(robin)
    assert address(robin, "off") == ""
    assert stranger.get(old).status_code == 403


def test_it_changes_nothing(robin: Client, stranger: Client) -> None:
    assert stranger.post(address(robin)).status_code == 405


def test_another_name_for_this_machine_is_refused_there_too(robin: Client) -> None:
    response = Client().get(address(robin), headers={"host": "calendar.example"})
    assert response.status_code == 400
