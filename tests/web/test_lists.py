import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.lists import STARTER_LISTS
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, NOW_US, account, happened, members
from tests.web.world import decide_address, ten_say_things, two_wait, words


def test_the_four_lists_are_there_on_the_first_run(robin: Client) -> None:
    said = words(robin.get("/lists/"))
    for each in STARTER_LISTS:
        assert f"{each.name} 0" in said
        assert each.about in said


def test_a_list_says_why_everybody_is_on_it(robin: Client) -> None:
    two_wait()
    said = words(robin.get("/lists/mentioned/"))
    assert "Everybody who mentions, answers or quotes you. 2 people." in said
    assert "because they mentioned you yesterday: “Where do tigers sleep?”" in said


def test_a_full_list_says_so(robin: Client) -> None:
    ten_say_things()
    assert "10 of 10: full." in words(robin.get("/lists/say/"))


def test_an_empty_list_says_how_it_fills(robin: Client) -> None:
    assert "This list fills itself" in words(robin.get("/lists/favorited/"))
    assert "Put people here with w" in words(robin.get("/lists/watchlist/"))


def test_a_long_list_comes_in_pages(robin: Client) -> None:
    herd = [account(f"calf{number:03}") for number in range(130)]
    record([happened(Kind.REPLY, each) for each in herd], now_us=NOW_US)
    first = robin.get("/lists/mentioned/").content.decode()
    second = robin.get("/lists/mentioned/?page=2").content.decode()
    assert (first.count("data-row"), second.count("data-row")) == (100, 30)
    assert 'href="?page=2" rel="next"' in first
    assert 'href="?page=1" rel="prev"' in second
    assert robin.get("/lists/mentioned/?page=x").content.decode().count("data-row") == 100


QUERIES = 10


@pytest.mark.parametrize("size", [2, 90])
def test_a_list_asks_the_database_as_often_for_many_people_as_for_few(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    herd = [account(f"calf{number:03}") for number in range(size)]
    record([happened(Kind.REPLY, each, text="Hello.") for each in herd], now_us=NOW_US)
    with django_assert_num_queries(QUERIES):
        robin.get("/lists/mentioned/")


def test_a_rule_says_what_it_would_add(robin: Client) -> None:
    two_wait()
    rule = models.Rule.objects.get(list__key="mentioned")
    models.Membership.objects.all().delete()
    said = words(robin.get(f"/lists/mentioned/rules/?try={rule.pk}"))
    assert "Over the whole history it would add 2 people more." in said
    assert members("mentioned") == set()


def test_a_rule_can_be_switched_off_and_on(robin: Client) -> None:
    rule = models.Rule.objects.get(list__key="mentioned")
    address, back = f"/rules/{rule.pk}/change/", "/lists/mentioned/rules/"
    assert "The rule is off." in words(robin.post(address, {"off": "", "back": back}, follow=True))
    two_wait()
    said = words(robin.post(address, {"on": "", "back": back}, follow=True))
    assert "The rule is on." in said


def test_a_rule_can_reach_into_the_past(robin: Client) -> None:
    two_wait()
    rule = models.Rule.objects.get(list__key="mentioned")
    models.Membership.objects.all().delete()
    back = "/lists/mentioned/rules/"
    said = words(
        robin.post(f"/rules/{rule.pk}/change/", {"history": "", "back": back}, follow=True)
    )
    assert "The rule holds for the whole history. 2 people joined." in said


def test_a_rule_that_does_not_exist_says_so(robin: Client) -> None:
    response = robin.post("/rules/99/change/", {"on": "", "back": "/lists/"}, follow=True)
    assert "There is no rule number 99" in words(response)
    assert robin.post("/rules/1/change/", {"explode": ""}).status_code == 404


def test_whom_one_took_off_is_kept_with_the_reason(robin: Client) -> None:
    two_wait()
    assert "You have taken nobody off" in words(robin.get("/lists/mentioned/removed/"))
    robin.post(decide_address(ANA), {"remove": "annoys", "list": "mentioned"})
    said = words(robin.get("/lists/mentioned/removed/"))
    assert "because you took them off just now: they annoy me" in said


def test_a_list_of_ones_own_is_made_and_changed(robin: Client) -> None:
    made = robin.post("/lists/new/", {"name": "Otter people", "capacity": "12"})
    assert made["Location"] == "/lists/otter-people/"
    robin.post("/lists/otter-people/edit/", {"name": "Otterly good", "about": "", "capacity": ""})
    page = robin.get("/lists/otter-people/").content.decode()
    assert "Otterly good" in page
    assert 'value="Otterly good"' in robin.get("/lists/otter-people/edit/").content.decode()


def test_a_number_that_is_none_is_refused_with_a_sentence(robin: Client) -> None:
    refused = robin.post("/lists/new/", {"name": "Otters", "capacity": "many"}, follow=True)
    assert "“many” is no number of people" in refused.content.decode()


def test_a_rule_is_made_from_now_on(robin: Client) -> None:
    robin.post(
        "/lists/watchlist/rules/new/",
        {
            "back": "/lists/watchlist/rules/",
            "kind": ["repost", "quote"],
            "direction": "theirs",
            "condition": "has_words",
            "word": "tiger",
        },
    )
    page = robin.get("/lists/watchlist/rules/").content.decode()
    assert "has_words:tiger" in page
    assert "What would it add?" in page
