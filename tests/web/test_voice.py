from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Network
from hobnob.domain.posts import Attached, Link, Post
from hobnob.operations.record import record
from tests.people import ANA, ME, NOW_US, happened
from tests.web.world import words


def mine(native_id: str, text: str = "Soup is a theory.", **rest: Any) -> Post:
    return Post(
        network=Network.MASTODON,
        native_id=native_id,
        author=ME,
        text=text,
        at_us=NOW_US - DAY,
        language="en",
        **rest,
    )


def post(*posts: Post) -> None:
    record([], posts=posts, now_us=NOW_US)


def answered(native_id: str) -> Interaction:
    return happened(Kind.REPLY, ANA, by_me=True, text="In trees.", native_id=native_id)


def test_without_a_post_of_mine_it_says_how_to_begin(robin: Client) -> None:
    said = words(robin.get("/voice/"))
    assert "Nothing of yours from the last twelve weeks is here yet." in said
    assert "Week of" not in said


def test_it_tells_talk_from_what_goes_out_to_everybody(robin: Client) -> None:
    link = Attached(links=(Link(url="https://news.example/1"),))
    post(
        mine("1", in_reply_to="7@tusk.example"),
        mine("2", "@ana@tusk.example they sleep in trees"),
        mine("3", "https://news.example/1", attached=link),
        mine("4", "Sign the petition! Every signature counts!"),
        mine("5", attached=Attached(quotes="1")),
        mine("6"),
        mine("7", in_reply_to="6"),
    )
    said = words(robin.get("/voice/"))
    assert (
        "Of your 7 posts since 26 October, 2 answered somebody and 3 went out to everybody." in said
    )
    assert (
        "16 November 7 posts: 2 answered somebody, 2 in your own words, 1 link, 1 announcement, "
        "1 quote of yourself" in said
    )
    assert "See who would like a word" in said


def test_what_others_say_and_what_is_private_is_not_my_voice(robin: Client) -> None:
    record([happened(Kind.REPLY, ANA, text="In trees.")], now_us=NOW_US)
    post(mine("1", is_private=True))
    assert "Nothing of yours" in words(robin.get("/voice/"))


def test_who_mostly_talks_is_not_sent_anywhere(robin: Client) -> None:
    post(mine("1", in_reply_to="7@tusk.example"))
    assert "See who would like a word" not in words(robin.get("/voice/"))


@pytest.mark.parametrize("count", [1, 60])
def test_it_takes_as_many_questions_whatever_i_posted(
    robin: Client, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    post(*(mine(str(number)) for number in range(count)))
    robin.get("/voice/")
    with django_assert_max_num_queries(8):
        robin.get("/voice/")


def test_every_page_leads_to_it(robin: Client) -> None:
    assert 'href="/voice/"' in robin.get("/lists/").content.decode()
