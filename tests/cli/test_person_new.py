"""`hobnob person` and `hobnob today` tell in the terminal what the pages tell."""

import pytest

from hobnob.domain.campaigns import read_plan
from hobnob.domain.interactions import Kind
from hobnob.domain.posts import Post
from hobnob.operations.asks.campaigns import make_campaign
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage.models import PersonLook
from tests import people
from tests.asks import ana_may_be_asked
from tests.cli.conftest import Run
from tests.people import ANA, BO, NOW_US, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def ana_wrote(text: str) -> None:
    at_us = NOW_US - 3_600_000_000
    post = Post(network=ANA.network, native_id=text, author=ANA, text=text, at_us=at_us)
    record([happened(Kind.MENTION, ANA, days_ago=60)], posts=[post], now_us=NOW_US)


def test_what_is_new_comes_first_and_is_new_once(hobnob: Run) -> None:
    ana_wrote("Does anybody know where herons sleep?")
    said = hobnob("person", "ana@tusk.example").out
    assert "What's new  in the last four weeks" in said
    assert "“Does anybody know where herons sleep?”\n  They ask this, an hour ago" in said
    assert PersonLook.objects.get().person_id == person_id(ANA)


def test_programs_are_told_and_do_not_look(hobnob: Run) -> None:
    ana_wrote("It's my birthday!")
    new = hobnob("person", "ana@tusk.example", "--json").answer["new"]
    assert new["since"] == "in the last four weeks"
    assert new["birthday_heard"]["day"] == "18 November"
    assert not PersonLook.objects.exists()


def test_nothing_new_is_said(hobnob: Run) -> None:
    record([happened(Kind.MENTION, ANA, days_ago=60)], now_us=NOW_US)
    said = hobnob("person", "ana@tusk.example").out
    assert "Nothing new in the last four weeks." in said
    assert "You’ve exchanged 1 message. Nothing to conclude yet." in said


def test_today_says_how_to_thank_and_to_ask_from_here(hobnob: Run) -> None:
    ana_may_be_asked()
    record([happened(Kind.REPOST, BO, days_ago=1)], now_us=NOW_US)
    record([happened(Kind.REPLY, BO, by_me=True, days_ago=0.5, text="Hm.")], now_us=NOW_US)
    plan = read_plan(name="Wetlands in spring", asks=["petition: sign for the meadow"])
    make_campaign(plan, author=local_user(), now_us=NOW_US)
    said = hobnob("today").out
    assert "Wetlands in spring: nobody asked yet" in said
    assert "Thank  hobnob give to mastodon:bo@den.example" in said
    ask = "Ask  hobnob ask person mastodon:ana@tusk.example 'sign for the meadow'"
    assert f"{ask} --for petition --plan wetlands-in-spring" in said
