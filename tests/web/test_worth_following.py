"""People worth following: the reason each, one press, and the reason again later."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outbox import State
from hobnob.domain.people import Account
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests import weeds
from tests.people import ANA, BO, ME, NOW_US, account, curator, happened
from tests.storage.test_worth_following import answered
from tests.web.world import words
from tests.weeds import CLOSED, looked, number, profile


@pytest.fixture
def desk(robin: Client) -> Client:
    """Signed in, with an account that acts; Ana answered me, and so did Bo."""
    weeds.connected()
    answered(ANA, times=4)
    answered(BO, times=3)
    return robin


def press(robin: Client, who: Account, name: str, value: str = "") -> str:
    mine = models.Account.objects.get(native_id=ME.native_id).pk
    given = {name: value, "as": mine, "once": f"a {who.handle}", "back": "/hygiene/follow/"}
    return words(robin.post(f"/hygiene/follow/{number(who)}/", given, follow=True))


def only() -> models.OutboxItem:
    return models.OutboxItem.objects.get()


def test_everybody_stands_there_with_the_reason(desk: Client) -> None:
    said = words(desk.get("/hygiene/follow/"))
    assert "2 people worth following 0 of 15 today, gentle on purpose." in said
    assert "On Mastodon as @robin@tusk.example" in said
    assert "Ana Núñez @ana@tusk.example wrote yesterday Yes, 1." in said
    assert "because they answered you 4 times; you don’t follow them Follow y" in said


def test_a_press_follows_and_remembers_why(desk: Client) -> None:
    said = press(desk, ANA, "follow")
    assert "“Follow Ana Núñez” goes out in 30 s as @robin@tusk.example." in said
    assert "1 person worth following 1 of 15 today" in said
    assert (only().kind, only().target) == ("follow", ANA.native_id)
    assert only().approval is not None
    assert only().approval.why == "because they answered you 4 times"


def test_the_card_says_later_when_and_what_for_i_followed(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(CLOSED)
    press(desk, CLOSED, "follow")
    models.OutboxItem.objects.update(state=State.SENT, ended_us=NOW_US)
    later_us = NOW_US + 40 * DAY
    monkeypatch.setattr(clock, "now_us", lambda: later_us)
    profile(CLOSED, is_suspended=True)
    looked(now_us=later_us)
    said = words(desk.get("/hygiene/"))
    assert "You followed them on 18 November: they answered you 3 times." in said


def test_put_off_and_never(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Ana Núñez is back in a week." in press(desk, ANA, "snooze", "7d")
    said = press(desk, BO, "never")
    assert "Bo is not suggested again." in said
    assert "Nobody new just now" in said
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 9 * DAY)
    said = words(desk.get("/hygiene/follow/"))
    assert "Ana Núñez" in said
    assert "because they answered you 3 times" not in said
    # Nine days later it is asked whether that is meant.
    asked = desk.post("/undo/", {"back": "/"}, follow=True)
    assert "putting Bo off. Take it back" in words(asked)
    yes = {"back": "/", "even": asked.context["act"]}
    assert "Taken back: putting Bo off." in words(desk.post("/undo/", yes, follow=True))
    assert "2 people worth following" in words(desk.get("/hygiene/follow/"))


def test_a_day_has_an_end(desk: Client) -> None:
    press(desk, ANA, "follow")
    item = only()
    for each in range(14):
        item.pk, item.form, item.key = None, f"before {each}", None
        yes = models.Decision.objects.create(
            verb="approve", made_us=NOW_US, author=curator().author
        )
        item.approval = yes
        item.save()
    said = words(desk.get("/hygiene/follow/"))
    assert "That is enough for today You followed 15 people within a day." in said
    assert "You have followed 15 people within a day" in press(desk, BO, "follow")


def test_what_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.post("/hygiene/follow/999/", {"follow": ""}).status_code == 404
    assert desk.post(f"/hygiene/follow/{number(BO)}/", {"snooze": "x"}).status_code == 404


QUERIES = 22


def test_the_page_asks_as_often_for_many_people_as_for_few(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES):
        desk.get("/hygiene/follow/")
    herd = [account(f"calf{each:03}") for each in range(40)]
    record(
        [happened(Kind.REPLY, each, days_ago=day) for each in herd for day in (1, 2)],
        now_us=NOW_US,
    )
    with django_assert_num_queries(QUERIES):
        desk.get("/hygiene/follow/")
