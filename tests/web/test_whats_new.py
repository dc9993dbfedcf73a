"""A person's page tells what is new with them, and what stands between us."""

import pytest
from django.test import Client

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.posts import Post
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.world import decide_address, two_wait, words


@pytest.fixture(autouse=True)
def _two_wait(robin: Client) -> None:
    two_wait()


def page_of_ana(robin: Client) -> str:
    return words(robin.get(f"/people/{person_id(ANA)}/"))


def ana_wrote(text: str, *, at_us: int = NOW_US - HOUR) -> int:
    post = Post(network=ANA.network, native_id=text, author=ANA, text=text, at_us=at_us)
    record([], posts=[post], now_us=NOW_US)
    return models.Post.objects.get(native_id=text).pk


def looked(robin: Client, *, made_us: int) -> None:
    """The page tells that it was in front of somebody."""
    told = {"place": f"person:{person_id(ANA)}", "seconds": "20", "at": str(made_us)}
    assert robin.post("/time/", told).status_code == 204


def later(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + int(days * DAY))


def test_the_first_look_tells_of_four_weeks(robin: Client) -> None:
    said = page_of_ana(robin)
    assert "What’s new in the last four weeks" in said
    assert "They ask this, yesterday" in said


def test_what_was_looked_at_is_new_no_more(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    looked(robin, made_us=NOW_US)
    later(monkeypatch, 3)
    assert "Nothing new since Wednesday." in page_of_ana(robin)


def test_opening_a_page_alone_is_no_look(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page_of_ana(robin)
    assert not models.PersonLook.objects.exists()
    assert not models.ReadingTime.objects.exists()


def test_the_page_says_where_its_time_counts_and_when_it_was_made(robin: Client) -> None:
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert f'data-place="person:{person_id(ANA)}" data-at="{NOW_US}"' in html


def test_a_look_from_tomorrow_is_a_look_now(robin: Client) -> None:
    looked(robin, made_us=NOW_US + DAY)
    assert models.PersonLook.objects.get().looked_us == NOW_US


def test_a_question_can_be_answered_from_there(robin: Client) -> None:
    number = ana_wrote("Does anybody know where herons sleep?")
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert f'href="/posts/{number}/answer/?back=' in html


def test_a_birthday_is_kept_with_one_press_and_undone_with_one(robin: Client) -> None:
    number = ana_wrote("It's my birthday today!")
    assert "Keep 18 November as their birthday" in page_of_ana(robin)
    said = words(robin.post(decide_address(ANA), {"heard": number}, follow=True))
    assert "Ana Núñez has their birthday on 18 November, as they said themselves." in said
    said = page_of_ana(robin)
    assert "Keep 18 November" not in said
    assert "Birthday 18 November" in said
    assert "“It's my birthday today!”, 18 November 2026" in said
    robin.post("/undo/")
    assert "Keep 18 November as their birthday" in page_of_ana(robin)


@pytest.mark.parametrize("heard", ["", "x", "0", "999999999"])
def test_nothing_is_kept_of_a_post_that_is_not_there(robin: Client, heard: str) -> None:
    response = robin.post(decide_address(ANA), {"heard": heard})
    assert response.status_code in (302, 400, 404)
    assert not models.Decision.objects.exists()


def test_another_persons_post_tells_no_birthday_of_theirs(robin: Client) -> None:
    number = ana_wrote("It's my birthday today!")
    robin.post(decide_address(BO), {"heard": number})
    assert not models.Decision.objects.exists()


def test_after_one_message_there_is_nothing_to_conclude(robin: Client) -> None:
    assert "You’ve exchanged 1 message. Nothing to conclude yet." in page_of_ana(robin)


def test_a_tie_is_shown_by_its_parts(robin: Client) -> None:
    answer = happened(Kind.REPLY, ANA, by_me=True, days_ago=0.5, text="In the shade.")
    record([answer, happened(Kind.MESSAGE, ANA, days_ago=0.4)], now_us=NOW_US)
    said = page_of_ana(robin)
    assert "Mutual They wrote to you 2 times; you wrote to them once." in said
    assert "Recent Last contact 9 hours ago" in said
    assert "Deep A direct message" in said


@pytest.mark.parametrize("part", ["new", "between", "told", "topics", "notes", "timeline"])
def test_the_contents_lead_to_every_part(robin: Client, part: str) -> None:
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert f'href="#{part}"' in html
    assert f'id="{part}"' in html
