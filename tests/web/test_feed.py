import re

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.moments import HOUR
from hobnob.domain.posts import Attached, Link, Media
from hobnob.storage import models
from hobnob.storage.queries.feed.page import feed_page
from hobnob.web import clock
from tests.people import ANA, BO, NOW_US, account, curator, members
from tests.reading import (
    ANSWER,
    ASKS,
    TALK,
    WARNED,
    a_morning,
    kept,
    number,
    opened,
    posted,
    put_on,
    reader,
)
from tests.web.world import decide_address, words

PAGE = "/feed/watchlist/"
READ = "/feed/watchlist/read/"


def html(response: HttpResponse) -> str:
    return response.content.decode()


def field(response: HttpResponse, name: str) -> str:
    """What a form of the page would send for a button or field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html(response))
    assert found, name
    return found[1]


def test_lists_are_what_one_chooses_from_and_home_is_last(robin: Client) -> None:
    a_morning()
    said = words(robin.get("/feed/"))
    assert "The Watchlist 7 to read, 7 link-drops You have not looked yet" in said
    assert said.rindex("Home nothing new") > said.index("People I've Favorited nothing new")


def test_a_row_says_who_what_why_and_one_act(robin: Client) -> None:
    a_morning()
    said = words(robin.get(PAGE))
    assert "Your first look: what was said in the last three days. 7 to read" in said
    assert f"Ana Núñez @ana@tusk.example yesterday {TALK.text}" in said
    assert "Say something o" in said
    assert "That’s all from the last three days. 7 link-drops v" in said


def test_what_is_only_links_is_folded_and_one_may_leave(robin: Client) -> None:
    a_morning()
    reader(days_later=-0.01).see([row.id for row in opened().rows])
    reader(days_later=-0.01).stop_at("watchlist", None)
    said = words(robin.get(PAGE))
    assert "Nothing new to discuss. 7 link-drops are folded below; you can leave." in said


def test_with_nothing_new_it_says_so(robin: Client) -> None:
    assert "Nothing new from the last three days. You can leave." in words(robin.get(PAGE))
    assert "let the rest go" not in words(robin.get(PAGE))


def test_pictures_are_told_and_never_fetched(robin: Client) -> None:
    a_morning()
    page = robin.get(PAGE)
    assert "Picture: An otter asleep on its back, a shell on its belly" in words(page)
    assert "2 pictures without a description" in words(page)
    assert "<img" not in html(page)


def test_what_its_author_warns_of_is_behind_the_warning(robin: Client) -> None:
    a_morning()
    page = html(robin.get(PAGE))
    hidden = page[page.index("Behind a warning: health") :]
    assert hidden.index(WARNED.text) < hidden.index("</details>")
    assert page.count(WARNED.text) == 1


def test_a_warning_covers_the_pictures_too(robin: Client) -> None:
    media = (Media(alt="Soup, seen from above"),)
    kept(posted(ANA, "Lunch.", is_sensitive=True, attached=Attached(media=media)))
    put_on("watchlist", ANA)
    page = html(robin.get(PAGE))
    start = page.index("Behind a warning: sensitive")
    assert start < page.index("Soup, seen from above") < page.index("</details>", start)


def test_a_folded_link_shows_no_title_that_is_warned_of(robin: Client) -> None:
    link = Link(url="https://paper.example/x", title="What nobody wants to see", is_card=True)
    attached = Attached(links=(link,), labels=("nudity",))
    kept(posted(ANA, link.url, attached=attached))
    put_on("watchlist", ANA)
    page = robin.get(PAGE)
    assert "Ana Núñez behind a warning: nudity" in words(page)
    assert link.title not in html(page)


def test_an_answer_shows_what_it_answers(robin: Client) -> None:
    a_morning()
    kept(ANSWER)
    assert f"answering Ana Núñez: “{TALK.text}”" in words(robin.get(PAGE))


def test_one_post_is_ticked_off_and_the_look_goes_on(robin: Client) -> None:
    a_morning()
    page = robin.get(PAGE)
    back, at = field(page, "back"), field(page, "at")
    tick = {"seen": number(TALK), "at": at, "back": back.replace("&amp;", "&")}
    again = robin.post(READ, tick, follow=True)
    assert f'id="post-{number(TALK)}"' not in html(again)
    assert "6 to read" in words(again)


def test_what_was_passed_stays_until_the_next_look(
    robin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_morning()
    here = field(robin.get(PAGE), "back").replace("&amp;", "&")
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + HOUR)
    passed = robin.post(READ, {"passed": f"{number(TALK)},{number(ASKS)}", "stop": number(ASKS)})
    assert passed.status_code == 204
    assert html(robin.get(here)).count("is-passed") == 2
    anew = robin.get(PAGE)
    assert f'id="post-{number(TALK)}"' not in html(anew)
    assert "Since you last looked (today " in words(anew)


def test_the_place_where_one_stopped_is_one_link_away(robin: Client) -> None:
    a_morning()
    reader().stop_at("watchlist", number(ASKS))
    page = html(robin.get(PAGE))
    assert f'href="#post-{number(ASKS)}">Go on where you stopped' in page
    assert f'data-stopped="{number(ASKS)}"' in page


def test_a_group_is_marked_as_read_without_a_script_and_brought_back(robin: Client) -> None:
    a_morning()
    page = robin.get(PAGE)
    mark = {"mark": field(page, "mark"), "at": field(page, "at")}
    after = robin.post(READ, mark, follow=True)
    assert "Marked as read. Bring them back" in words(after)
    assert "Discussion" not in words(after)
    back = robin.post(READ, {"unmark": field(after, "unmark")}, follow=True)
    assert "Discussion" in words(back)


def test_the_rest_is_let_go_and_brought_back(robin: Client) -> None:
    a_morning()
    page = robin.get(PAGE)
    form = {name: field(page, name) for name in ("rest", "was", "at", "returned")}
    after = robin.post(READ, form, follow=True)
    assert "That’s enough for now." in words(after)
    assert "The rest is let go." in words(after)
    back = robin.post(READ, {"bring_back": field(after, "bring_back")}, follow=True)
    assert "7 to read" in words(back)


def test_letting_go_deals_with_what_came_back_too(robin: Client) -> None:
    kept(TALK, posted(BO, "Hello.", days_ago=5))
    put_on("watchlist", ANA, BO)
    reader(days_later=-0.9).see([number(TALK)])
    kept(ANSWER)
    page = robin.get(PAGE)
    assert "back because of 1 new answer since you saw it" in words(page)
    form = {name: field(page, name) for name in ("rest", "was", "at", "returned")}
    assert "That’s enough for now." in words(robin.post(READ, form, follow=True))


def test_how_it_is_arranged_is_remembered(robin: Client) -> None:
    a_morning()
    robin.post(READ, {"together": "person", "back": PAGE})
    robin.post(READ, {"sort": "oldest first", "back": PAGE})
    page = words(robin.get(PAGE))
    assert "Oldest first" in page
    assert "Discussion 1" not in page
    robin.post(READ, {"together": "kind", "back": PAGE})
    assert "Discussion" in words(robin.get(PAGE))


def test_who_is_removed_takes_all_their_posts_away(robin: Client) -> None:
    a_morning()
    form = {"remove": "links", "list": "watchlist", "back": PAGE}
    after = robin.post(decide_address(account("eva")), form, follow=True)
    assert "Eva is off The Watchlist" in words(after)
    assert "Eva @" not in words(after)


def test_who_is_promoted_from_here_is_on_the_closer_list(robin: Client) -> None:
    a_morning()
    robin.post(decide_address(ANA), {"promote": "", "back": PAGE})
    assert members("say") == {ANA.handle}


def test_one_part_can_be_read_alone(robin: Client) -> None:
    a_morning()
    said = words(robin.get(f"{PAGE}?only=question"))
    assert "Only one part of it. All that is new" in said
    assert ASKS.text in said
    assert TALK.text not in said
    assert "let the rest go" not in said


def test_a_page_ends_where_a_sitting_does(robin: Client) -> None:
    kept(*(posted(ANA, f"Word {n:02}.", days_ago=n / 20) for n in range(1, 50)))
    put_on("watchlist", ANA)
    said = words(robin.get(PAGE))
    assert "49 to read; the 32 here take about 5 min." in said
    assert "Discussion 32 of 49" in said
    assert "Enough for one sitting. 17 more wait behind these; you may let them go." in said


def test_what_can_be_answered_is_collected_from_all_lists(robin: Client) -> None:
    a_morning()
    said = words(robin.get("/feed/questions/"))
    assert "You could answer this" in said
    assert "The Watchlist 1" in said
    assert ASKS.text in said


def test_home_has_nobody_to_take_off_a_list(robin: Client) -> None:
    assert "Home" in words(robin.get("/feed/home/"))


@pytest.mark.parametrize("address", ["/feed/nothing/", "/feed/nothing/read/"])
def test_a_list_that_is_not_there_has_no_feed(robin: Client, address: str) -> None:
    answer = robin.post(address, {"passed": ""}) if "read" in address else robin.get(address)
    assert answer.status_code == 404


@pytest.mark.parametrize("form", [{}, {"sort": "by likes"}])
def test_an_act_that_is_not_there_is_not_done(robin: Client, form: dict[str, str]) -> None:
    assert robin.post(READ, form).status_code == 404


@pytest.mark.parametrize("at", ["x", "-1", "99999999999999999", "1"])
def test_an_odd_moment_in_the_address_is_a_new_look(robin: Client, at: str) -> None:
    a_morning()
    assert "7 to read" in words(robin.get(f"{PAGE}?at={at}&since={at}&was={at}"))


def test_time_is_told_by_the_page_and_kept(robin: Client) -> None:
    assert robin.post("/time/", {"place": "watchlist", "seconds": "12"}).status_code == 204
    assert models.ReadingTime.objects.get().seconds == 12


def test_what_people_wrote_stays_text(robin: Client) -> None:
    kept(posted(ANA, "<script>alert(1)</script> & \u202eevil"))
    put_on("watchlist", ANA)
    page = html(robin.get(PAGE))
    assert "<script>alert" not in page
    assert "\u202e" not in page


QUERIES = 19


def test_the_page_asks_the_database_as_often_for_many_posts_as_for_few(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_morning()
    with django_assert_num_queries(QUERIES):
        robin.get(PAGE)
    herd = [account(f"calf{n:02}") for n in range(40)]
    kept(
        *(
            posted(who, f"Good morning from {who.name}.", days_ago=n / 20)
            for n, who in enumerate(herd)
        )
    )
    put_on("watchlist", *herd)
    with django_assert_num_queries(QUERIES):
        robin.get(PAGE)


def test_choosing_asks_once_a_feed(
    robin: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_morning()
    with django_assert_num_queries(18):
        robin.get("/feed/")


def test_each_reader_has_their_own_memory(robin: Client) -> None:
    a_morning()
    robin.post(READ, {"passed": number(TALK)})
    shown = feed_page("watchlist", curator().author, now_us=NOW_US)
    assert shown is not None
    assert number(TALK) in {row.id for row in shown.rows}
