import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.lists import STARTER_LISTS
from hobnob.domain.moments import DAY
from hobnob.operations.lists.edit import create_list
from hobnob.operations.lists.fade_members import fade_members
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.lists.members import PAGE
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, members, person_id
from tests.web.world import decide_address, ten_say_things, two_wait, words


def names(robin: Client, address: str) -> list[str]:
    """Who stands among the people of a list, in order."""
    html = robin.get(address).content.decode()
    return re.findall(r'id="member-\d+".*?data-key="Enter"><bdi>(.*?)</bdi>', html, re.DOTALL)


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


QUERIES = 29


@pytest.mark.parametrize("size", [2, 90])
def test_a_list_asks_the_database_as_often_for_many_people_as_for_few(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    herd = [account(f"calf{number:03}") for number in range(size)]
    record([happened(Kind.REPLY, each, text="Hello.") for each in herd], now_us=NOW_US)
    with django_assert_num_queries(QUERIES):
        robin.get("/lists/mentioned/")


def test_a_list_comes_in_the_order_one_asks_for(robin: Client) -> None:
    record(
        [
            happened(Kind.REPLY, ANA, days_ago=2),
            happened(Kind.REPLY, BO, days_ago=30),
            happened(Kind.LIKE, BO, by_me=True, days_ago=29.5),
            happened(Kind.REPLY, CEM, days_ago=60),
        ],
        now_us=NOW_US,
    )
    assert names(robin, "/lists/mentioned/") == [ANA.name, BO.name, CEM.name]
    assert names(robin, "/lists/mentioned/?order=steadiest") == [BO.name, ANA.name, CEM.name]
    assert names(robin, "/lists/mentioned/?order=quietest") == [CEM.name, BO.name, ANA.name]
    assert names(robin, "/lists/mentioned/?order=loudest") == [ANA.name, BO.name, CEM.name]


def test_the_pages_of_a_list_keep_its_order(robin: Client) -> None:
    herd = [account(f"calf{number:03}") for number in range(PAGE + 1)]
    record(
        [happened(Kind.REPLY, each, days_ago=number + 1) for number, each in enumerate(herd)],
        now_us=NOW_US,
    )
    html = robin.get("/lists/mentioned/?order=quietest").content.decode()
    assert 'href="?page=2&amp;order=quietest" rel="next"' in html
    assert names(robin, "/lists/mentioned/?order=quietest&page=2") == ["Calf000"]


def test_a_list_too_large_to_sort_says_so(robin: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    two_wait()
    monkeypatch.setattr("hobnob.storage.queries.lists.members.MOST_SORTED", 1)
    said = words(robin.get("/lists/mentioned/?order=quietest"))
    assert "a list of more than 5,000 people is not sorted otherwise" in said
    assert names(robin, "/lists/mentioned/?order=quietest") == [ANA.name, BO.name]


def test_a_list_says_what_moved_and_how_long_i_was_there(robin: Client) -> None:
    two_wait()
    assert "This month 2 joined. No time counted yet." in words(robin.get("/lists/mentioned/"))
    assert "How long you were with each list will stand here." in words(robin.get("/lists/"))
    models.ReadingTime.objects.create(
        reader=local_user(), place="mentioned", day=NOW_US // DAY, seconds=600
    )
    time = "About 10 minutes in the last 4 weeks; all of it this week."
    assert f"This month 2 joined. {time}" in words(robin.get("/lists/mentioned/"))
    assert f"Everybody who mentions, answers or quotes you. {time}" in words(robin.get("/lists/"))


def test_what_a_list_suggests_stands_above_its_people_with_the_reason(robin: Client) -> None:
    record(
        [
            happened(Kind.REPLY, ANA, by_me=by_me, days_ago=day)
            for day in (1.0, 2.0, 3.0, 4.0, 5.0)
            for by_me in (False, True)
        ],
        now_us=NOW_US,
    )
    said = words(robin.get("/lists/mentioned/"))
    assert "For you to decide Ana Núñez" in said
    assert "because of 5 exchanges in 14 days" in said
    act = {"promote": "", "section": "decide", "back": "/lists/mentioned/"}
    said = words(robin.post(decide_address(ANA), act, follow=True))
    assert "Ana Núñez is on The Watchlist." in said
    assert "For you to decide" not in said


def test_what_a_list_suggests_can_be_waved_away(robin: Client) -> None:
    ten_say_things()
    models.List.objects.filter(key="say").update(capacity=9, is_capacity_hard=False)
    html = robin.get("/lists/say/").content.decode()
    assert 'name="demote" data-key="x">Move down' in html
    (number,) = re.findall(r'id="suggestion-(\d+)"', html)
    away = {"done": "decide", "back": "/lists/say/"}
    said = words(robin.post(f"/people/{number}/decide/", away, follow=True))
    assert said.count("For you to decide") == 1
    assert f'id="suggestion-{number}"' not in robin.get("/lists/say/").content.decode()


def test_who_has_faded_stands_apart_and_can_be_brought_back(robin: Client) -> None:
    record(
        [happened(Kind.MENTION, ANA, days_ago=500), happened(Kind.MENTION, BO)],
        now_us=NOW_US - 400 * DAY,
    )
    assert "Nobody has faded from this list." in words(robin.get("/lists/mentioned/faded/"))
    fade_members(now_us=NOW_US)
    said = words(robin.get("/lists/mentioned/"))
    assert "2 people, 1 of them faded." in said
    assert names(robin, "/lists/mentioned/") == [BO.name]
    said = words(robin.get("/lists/mentioned/faded/"))
    assert "faded just now: nothing between you, and no post of theirs seen, for a year" in said
    assert "2, 1 faded" in words(robin.get("/lists/"))
    back = {"bring_back": str(person_id(ANA)), "back": "/lists/mentioned/faded/"}
    said = words(robin.post("/lists/mentioned/faded/", back, follow=True))
    assert "Ana Núñez is back on Mentioned You, by your hand." in said
    assert set(names(robin, "/lists/mentioned/")) == {ANA.name, BO.name}
    assert robin.post("/lists/mentioned/faded/", {"bring_back": "999"}).status_code == 404


def test_a_list_on_which_everybody_has_faded_leads_to_them(robin: Client) -> None:
    record([happened(Kind.MENTION, ANA, days_ago=500)], now_us=NOW_US - 400 * DAY)
    fade_members(now_us=NOW_US)
    assert "Everybody here has faded." in words(robin.get("/lists/mentioned/"))


def test_when_people_fade_is_said_in_the_form_and_seen_at_once(robin: Client) -> None:
    record([happened(Kind.MENTION, ANA, days_ago=60)], now_us=NOW_US - 50 * DAY)
    address = "/lists/mentioned/edit/"
    assert 'name="fade_days" value="365"' in robin.get(address).content.decode()
    form = {"name": "Mentioned You", "about": "", "capacity": "", "silent_days": "30"}
    robin.post(address, {**form, "fade_days": "30"})
    assert "1 person, 1 of them faded" in words(robin.get("/lists/mentioned/"))
    assert models.List.objects.get(key="mentioned").silent_days == 30
    robin.post(address, {**form, "fade_days": ""})
    assert "1 person." in words(robin.get("/lists/mentioned/"))
    refused = robin.post(address, {**form, "name": "Others", "fade_days": "3"})
    assert "3 days will not do: write a number from 7 to 3,650." in words(refused)
    assert models.List.objects.get(key="mentioned").name == "Mentioned You"
    refused = robin.post(address, {**form, "fade_days": "soon"})
    assert "“soon” is no number of days: write 365, or leave it empty." in words(refused)


def test_the_stages_of_somebody_stand_on_their_page(robin: Client) -> None:
    two_wait()
    assert "before:" not in words(robin.get(f"/people/{person_id(ANA)}/"))
    curator().promote(person_id(ANA), "watchlist", why="asks well")
    said = words(robin.get(f"/people/{person_id(ANA)}/"))
    assert "On The Watchlist since 18 November; before: Mentioned You since 17 November." in said
    assert "The Watchlist, since 18 November put there by robin: asks well" in said


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


def test_a_rule_takes_several_conditions(robin: Client) -> None:
    robin.post(
        "/lists/watchlist/rules/new/",
        {
            "back": "/lists/watchlist/rules/",
            "kind": "reply",
            "flag": ["not_a_bot", "followed"],
            "condition": ["at_least", "is_about"],
            "word": ["3 in 30", "tiger*, big cats"],
        },
    )
    rule = models.Rule.objects.get(list__key="watchlist")
    assert rule.conditions == [
        "not_a_bot",
        "followed",
        "at_least:3 in 30",
        "is_about:tiger*, big cats",
    ]
    said = words(robin.get("/lists/watchlist/rules/"))
    assert (
        "They answer you, and they are not a bot, and you follow them, and it happens 3 times in "
        "30 days, and it is about “tiger*” or “big cats”: then they join The Watchlist"
    ) in said


@pytest.mark.parametrize(
    ("condition", "word", "sentence"),
    [
        ("matches", "(tigers", "a bracket “(” is never closed"),
        ("at_least", "often", "write 3 in 30, say"),
        ("on_network", "nowhere", "is none that it knows"),
        ("in_chat", "two words", "is no hashtag"),
    ],
)
def test_a_word_that_a_condition_cannot_use_is_refused_beside_the_form(
    robin: Client, condition: str, word: str, sentence: str
) -> None:
    typed = {"kind": "reply", "flag": "followed", "condition": condition, "word": word}
    refused = robin.post("/lists/watchlist/rules/new/", typed)
    assert refused.status_code == 400
    assert sentence in words(refused)
    html = refused.content.decode()
    assert f'value="{condition}" selected' in html
    assert f'name="word" value="{word}"' in html
    assert 'value="followed" checked' in html


def test_nobody_on_the_closest_list_is_offered_to_be_promoted(robin: Client) -> None:
    ten_say_things()
    assert 'name="promote"' not in robin.get("/lists/say/").content.decode()
    assert 'name="promote"' in robin.get("/lists/watchlist/").content.decode()
    assert robin.get("/lists/mentioned/").content.decode().count('name="promote"') == 1
