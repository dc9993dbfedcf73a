"""On Today one thanks, does something kind and asks, from the row."""

from django.test import Client

from hobnob.domain.campaigns import read_plan
from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.operations.asks.campaigns import make_campaign
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.operations.tell import tell
from tests.asks import ana_may_be_asked
from tests.people import ANA, BO, NOW_US, happened, person_id
from tests.web.world import decide_address, words


def ana_shared() -> None:
    record([happened(Kind.REPOST, ANA, days_ago=2)], now_us=NOW_US)


def test_a_thank_you_begins_in_its_row(robin: Client) -> None:
    ana_shared()
    html = robin.get("/").content.decode()
    address = f"/people/{person_id(ANA)}/give/?key=thanks"
    begins = html.index(address)
    link = html[begins : html.index('"', begins)].replace("&amp;", "&")
    assert "Thank" in words(robin.get("/"))
    assert robin.get(link).status_code == 200


def test_who_was_thanked_is_counted_on_the_end_screen(robin: Client) -> None:
    ana_shared()
    robin.post(decide_address(ANA), {"done": "thank"})
    assert "1 person thanked" in words(robin.get("/"))
    assert "That’s enough for today." in words(robin.get("/"))


def test_a_birthday_stands_among_the_gestures(robin: Client) -> None:
    record([happened(Kind.MENTION, BO, days_ago=200)], now_us=NOW_US)
    tell(person_id(BO), FactKind.BIRTHDAY, "18 November", author=local_user(), now_us=NOW_US)
    said = words(robin.get("/"))
    assert "Birthdays and gestures" in said
    assert "because it is their birthday" in said


def test_the_plan_stands_above_and_its_ask_opens_the_form(robin: Client) -> None:
    ana_may_be_asked()
    plan = read_plan(name="Wetlands in spring", asks=["petition: sign for the meadow"])
    make_campaign(plan, author=local_user(), now_us=NOW_US)
    response = robin.get("/")
    said = words(response)
    assert "Wetlands in spring: nobody asked yet" in said
    assert "for Wetlands in spring: sign for the meadow" in said
    assert "Fair to ask" in said
    html = response.content.decode()
    begins = html.index(f"/people/{person_id(ANA)}/ask/?")
    form = robin.get(html[begins : html.index('"', begins)].replace("&amp;", "&"))
    assert "sign for the meadow" in form.content.decode()
