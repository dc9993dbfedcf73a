import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.lists import STARTER_LISTS
from hobnob.operations.edit_lists import create_list
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.lists import PAGE
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
    create_list("Otters")
    assert "press “Put on another list” on a person’s page" in words(robin.get("/lists/otters/"))


def test_after_an_archive_an_empty_list_says_that_it_holds_one_side(robin: Client) -> None:
    models.Source.objects.create(kind="x_archive", started_us=NOW_US, finished_us=NOW_US)
    assert "An archive holds your side only" in words(robin.get("/lists/mentioned/"))


def test_an_empty_list_with_a_rule_offers_the_past(robin: Client) -> None:
    record([happened(Kind.REPOST, ANA)], now_us=NOW_US)
    create_list("Otters")
    rule = {"kind": "repost", "back": "/lists/otters/"}
    robin.post("/lists/otters/rules/new/", rule)
    assert "They repost you: that holds from now on. Apply to all" in words(
        robin.get("/lists/otters/")
    )
    number = models.Rule.objects.get(list__key="otters").pk
    robin.post(f"/rules/{number}/change/", {"history": "", "back": "/lists/otters/"})
    assert members("otters") == {ANA.handle}


def test_a_long_list_comes_in_pages(robin: Client) -> None:
    herd = [account(f"calf{number:03}") for number in range(PAGE + 30)]
    record([happened(Kind.REPLY, each) for each in herd], now_us=NOW_US)
    first = robin.get("/lists/mentioned/").content.decode()
    second = robin.get("/lists/mentioned/?page=2").content.decode()
    assert (first.count("data-row"), second.count("data-row")) == (PAGE, 30)
    assert 'href="?page=2" rel="next"' in first
    assert 'href="?page=1" rel="prev"' in second
    assert robin.get("/lists/mentioned/?page=x").content.decode().count("data-row") == PAGE


QUERIES = 13


@pytest.mark.parametrize("size", [2, 90])
def test_a_list_asks_the_database_as_often_for_many_people_as_for_few(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    herd = [account(f"calf{number:03}") for number in range(size)]
    record([happened(Kind.REPLY, each, text="Hello.") for each in herd], now_us=NOW_US)
    with django_assert_num_queries(QUERIES):
        robin.get("/lists/mentioned/")


def test_a_rule_names_the_first_few_whom_it_would_add(robin: Client) -> None:
    herd = [account(f"calf{number:03}") for number in range(8)]
    record([happened(Kind.REPLY, each, days_ago=9) for each in herd], now_us=NOW_US)
    rule = models.Rule.objects.get(list__key="mentioned")
    models.Membership.objects.all().delete()
    said = words(robin.get(f"/lists/mentioned/rules/?try={rule.pk}"))
    named = "Calf000, Calf001, Calf002, Calf003, Calf004 and 3 more."
    assert f"Over the whole history it would add {named}" in said


def test_a_rule_says_what_it_would_add(robin: Client) -> None:
    two_wait()
    rule = models.Rule.objects.get(list__key="mentioned")
    models.Membership.objects.all().delete()
    said = words(robin.get(f"/lists/mentioned/rules/?try={rule.pk}"))
    assert "Over the whole history it would add Bo, Ana Núñez." in said
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


def test_the_form_for_a_list_has_a_page_of_its_own(robin: Client) -> None:
    assert "Meant for how many people" in words(robin.get("/lists/new/"))


@pytest.mark.parametrize("address", ["/lists/new/", "/lists/watchlist/edit/"])
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "Otters", "capacity": "many"}, "“many” is no number of people"),
        ({"name": "Mentioned You", "capacity": "7"}, "a list called “Mentioned You” already"),
        ({"name": " ", "capacity": ""}, "A list needs a name"),
    ],
)
def test_a_form_that_will_not_do_keeps_what_was_typed(
    robin: Client, address: str, typed: dict[str, str], sentence: str
) -> None:
    refused = robin.post(address, {**typed, "about": "They <swim>."})
    assert refused.status_code == 400
    assert sentence in words(refused)
    html = refused.content.decode()
    assert f'name="name" value="{typed["name"]}"' in html
    assert f'name="capacity" value="{typed["capacity"]}"' in html
    assert 'name="about" value="They &lt;swim&gt;."' in html


def test_a_list_made_by_mistake_can_be_removed(robin: Client) -> None:
    create_list("Otters")
    address = "/lists/otters/edit/"
    said = words(robin.post(address, {"remove": "", "back": "/lists/"}, follow=True))
    assert "Otters is removed." in said
    assert robin.get("/lists/otters/").status_code == 404


def test_a_list_that_holds_somebody_is_not_removed(robin: Client) -> None:
    two_wait()
    create_list("Otters")
    robin.post(decide_address(ANA), {"promote": "otters"})
    refused = robin.post("/lists/otters/edit/", {"remove": "", "back": "/lists/"})
    assert "Otters holds people: take them off it, then remove it." in words(refused)
    assert members("otters") == {ANA.handle}


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
    assert "They quote or repost me, and it says “tiger”" in page
    assert "They quote or repost you, and it says “tiger”: then they join The Watchlist" in page
    assert "has_words:" not in page
    assert "What would it add?" in page


def test_a_rule_that_will_not_do_keeps_what_was_typed(robin: Client) -> None:
    typed = {"direction": "mine", "condition": "has_words", "word": "tiger"}
    refused = robin.post("/lists/watchlist/rules/new/", typed)
    assert refused.status_code == 400
    assert "choose at least one kind" in words(refused)
    html = refused.content.decode()
    assert 'value="mine" checked' in html
    assert 'value="has_words" selected' in html
    assert 'name="word" value="tiger"' in html
    typed = {"kind": "quote", "condition": "has_words", "word": ""}
    refused = robin.post("/lists/watchlist/rules/new/", typed)
    assert "Write what it is to look for: tigers, say." in words(refused)
    assert 'value="quote" checked' in refused.content.decode()
    assert not models.Rule.objects.filter(list__key="watchlist").exists()


def test_nobody_on_the_closest_list_is_offered_to_be_promoted(robin: Client) -> None:
    ten_say_things()
    assert 'name="promote"' not in robin.get("/lists/say/").content.decode()
    assert 'name="promote"' in robin.get("/lists/watchlist/").content.decode()
    assert robin.get("/lists/mentioned/").content.decode().count('name="promote"') == 1
