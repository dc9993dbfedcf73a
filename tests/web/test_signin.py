from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from hobnob.domain.moments import MINUTE
from hobnob.operations.signin import make_link
from hobnob.web import clock
from hobnob.web.signin import STAYS_DAYS
from tests.people import NOW_US
from tests.web.world import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def token() -> str:
    link = make_link("http://127.0.0.1:8765", now_us=NOW_US)
    return parse_qs(urlsplit(link).query)["token"][0]


def test_the_link_opens_hobnob_for_thirty_days(stranger: Client, token: str) -> None:
    assert stranger.get("/signin/", {"token": token}).status_code == 200
    assert stranger.post("/signin/", {"token": token})["Location"] == "/"
    assert stranger.get("/").status_code == 200
    assert stranger.session.get_expiry_age() == STAYS_DAYS * 24 * 3600


def test_looking_at_the_link_ahead_of_time_does_not_spend_it(stranger: Client, token: str) -> None:
    for _ in range(3):
        stranger.get("/signin/", {"token": token})
    assert stranger.get("/").status_code == 302
    stranger.post("/signin/", {"token": token})
    assert stranger.get("/").status_code == 200


def test_the_link_is_good_for_once(stranger: Client, token: str) -> None:
    stranger.post("/signin/", {"token": token})
    response = Client().post("/signin/", {"token": token})
    assert response.status_code == 403
    assert "run hobnob signin for a new one" in words(response)
    assert words(response).count("hobnob signin") == 1


def test_the_link_is_good_for_ten_minutes(
    stranger: Client, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 11 * MINUTE)
    assert stranger.post("/signin/", {"token": token}).status_code == 403


@pytest.mark.parametrize("made_up", ["", "x", "0123:abc", "../secret.key"])
def test_a_made_up_token_opens_nothing(stranger: Client, made_up: str) -> None:
    assert stranger.post("/signin/", {"token": made_up}).status_code == 403
    assert stranger.get("/").status_code == 302


def test_without_a_link_the_page_says_how_to_get_one(stranger: Client) -> None:
    assert "run hobnob signin for a new link" in words(stranger.get("/signin/"))


def test_signing_in_leads_to_the_page_that_was_asked_for(stranger: Client, token: str) -> None:
    response = stranger.post("/signin/", {"token": token, "back": "/lists/say/"})
    assert response["Location"] == "/lists/say/"


def test_signing_out_closes_the_door(robin: Client) -> None:
    robin.post("/signout/")
    assert robin.get("/").status_code == 302


def test_a_part_of_a_page_asked_for_after_the_session_ended_opens_the_door_as_a_page(
    stranger: Client,
) -> None:
    response = stranger.get("/", headers={"hx-request": "true"}, follow=True)
    assert response["HX-Redirect"].startswith("/signin/?next=")
