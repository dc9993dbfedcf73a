import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import MINUTE
from hobnob.operations.record import record
from hobnob.web import clock
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id
from tests.web.world import decide_address, ten_say_things, two_wait, words


def test_the_first_time_it_asks_for_an_archive(robin: Client) -> None:
    said = words(robin.get("/"))
    assert "Whom do you talk with?" in said
    assert "What others said to you is not in there" in said
    assert "Bring in your archive" in said


def test_a_row_says_who_what_why_and_one_act(robin: Client) -> None:
    two_wait()
    said = words(robin.get("/"))
    assert "2 people, about 1 minute" in said
    assert "Ana Núñez @ana@tusk.example asked you yesterday Where do tigers sleep?" in said
    assert "because you have not answered yet" in said
    assert said.index("Ana Núñez") < said.index("Nice stripes.")


def test_what_is_done_leaves_and_undo_brings_it_back(robin: Client) -> None:
    two_wait()
    said = words(robin.post(decide_address(ANA), {"done": "waiting", "back": "/"}, follow=True))
    assert "Ana Núñez: done." in said
    assert "1 person, about 1 minute" in said
    assert "So far: 1 person answered." in said
    said = words(robin.post("/undo/", {"back": "/"}, follow=True))
    assert "Taken back: the tick on Ana Núñez." in said
    assert "2 people, about 1 minute" in said


def test_when_all_is_done_it_says_stop(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    two_wait()
    robin.post(decide_address(ANA), {"done": "waiting"})
    robin.post(decide_address(CEM), {"promote": "watchlist"})
    robin.post(decide_address(CEM), {"done": "watchlist"})
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 18 * MINUTE)
    said = words(robin.post(decide_address(BO), {"done": "waiting"}, follow=True))
    assert "That’s enough for today." in said
    assert "18 minutes. 2 people answered, 1 greeted, 1 promoted." in said


def test_somebody_may_stop_before_all_is_done(robin: Client) -> None:
    two_wait()
    assert "Another time, then." in words(robin.get("/enough/"))
    robin.post(decide_address(ANA), {"done": "waiting"})
    assert "1 minute. 1 person answered." in words(robin.get("/enough/"))


def test_after_a_pause_a_new_sitting_begins(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    two_wait()
    robin.post(decide_address(ANA), {"done": "waiting"})
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 31 * MINUTE)
    assert "Another time, then." in words(robin.get("/enough/"))


def test_with_everybody_answered_and_nothing_done_it_says_so(robin: Client) -> None:
    two_wait()
    for who in (ANA, BO):
        robin.post(decide_address(who), {"done": "waiting"})
        robin.post("/undo/")
    robin.post(decide_address(ANA), {"snooze": "3d", "section": "waiting"})
    robin.post(decide_address(BO), {"snooze": "7d", "section": "waiting"})
    assert "2 people put off" in words(robin.get("/"))


QUERIES = 81


def test_the_page_asks_the_database_as_often_for_many_people_as_for_few(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    two_wait()
    ten_say_things()
    with django_assert_num_queries(QUERIES):
        robin.get("/")
    herd = [account(f"calf{number:03}") for number in range(60)]
    record([happened(Kind.MENTION, each, text="Hello?") for each in herd], now_us=NOW_US)
    for each in herd[:50]:
        curator(days_later=-1).promote(person_id(each), "watchlist")
    with django_assert_num_queries(QUERIES):
        robin.get("/")


def test_htmx_gets_what_changes_and_no_more(robin: Client) -> None:
    two_wait()
    html = robin.get("/", headers={"hx-request": "true"}).content.decode()
    assert '<main class="page" id="page"' in html
    assert 'id="toast"' in html
    assert 'id="rail-lists"' in html
    assert "<html" not in html
    assert "<dialog" not in html


def test_a_persons_page_is_one_click_away(robin: Client) -> None:
    two_wait()
    assert f'href="/people/{person_id(ANA)}/"' in robin.get("/").content.decode()
