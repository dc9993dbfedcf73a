from dataclasses import replace

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Network
from hobnob.domain.posts import Post
from hobnob.operations.record import record
from hobnob.storage.queries.finding.search import people_called, search
from hobnob.storage.queries.lists.members import (
    PAGE,
    every_list,
    every_member,
    list_page,
    removed_page,
)
from hobnob.storage.queries.person.page import person_page
from tests import people
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def test_the_four_lists_exist_on_the_first_run() -> None:
    assert [(each.name, each.count, each.capacity) for each in every_list()] == [
        ("People Who Say Things", 0, 10),
        ("The Watchlist", 0, 100),
        ("Mentioned You", 0, None),
        ("People I've Favorited", 0, None),
    ]


def test_a_list_says_of_everybody_why_they_are_on_it() -> None:
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=2, text="@robin have you   seen\nthis?"),
            happened(Kind.QUOTE, BO, days_ago=3),
        ],
        now_us=NOW_US,
    )
    page = list_page("mentioned", now_us=NOW_US)
    assert page is not None
    assert [(each.person.handle, each.because) for each in page.members] == [
        (ANA.handle, "because they mentioned you 2 days ago: “@robin have you seen this?”"),
        (BO.handle, "because they quoted you 3 days ago"),
    ]


def test_a_like_without_a_moment_still_has_a_reason() -> None:
    record([happened(Kind.LIKE, ANA, by_me=True, days_ago=None)], now_us=NOW_US)
    (member,) = every_member("favorited", now_us=NOW_US)
    assert member.since_us is None
    assert member.because == "because you liked their post at an unknown time"


def test_who_was_taken_off_is_listed_with_the_reason() -> None:
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    curator().remove(person_id(ANA), "mentioned", why="links only")
    page = removed_page("mentioned", now_us=NOW_US)
    assert page is not None
    assert page.removed_count == 1
    assert page.members[0].because == "because you took them off just now: links only"


def test_a_long_list_comes_in_pages_that_miss_nobody() -> None:
    crowd = [account(f"cub{number}") for number in range(2 * PAGE + 30)]
    record(
        [happened(Kind.MENTION, each, days_ago=n % 7) for n, each in enumerate(crowd)],
        now_us=NOW_US,
    )
    pages = [list_page("mentioned", now_us=NOW_US, page=number) for number in (1, 2, 3)]
    seen = [member.person.handle for page in pages if page for member in page.members]
    assert len(seen) == len(set(seen)) == len(crowd)
    assert [page.has_next for page in pages if page] == [True, True, False]


def test_no_such_list_and_nobody_there_are_none() -> None:
    assert list_page("enemies", now_us=NOW_US) is None
    assert person_page(999_999, now_us=NOW_US) is None


def test_a_timeline_goes_both_ways_newest_first_unknown_moments_last() -> None:
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=3, text="hello"),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=2, text="hello yourself"),
            happened(Kind.LIKE, ANA, by_me=True, days_ago=None),
            happened(Kind.DONATION, ANA, days_ago=9),
        ],
        now_us=NOW_US,
    )
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert [(row.did, row.when) for row in page.timeline] == [
        ("You answered them", "2 days ago"),
        ("They mentioned you", "3 days ago"),
        ("They donated", "9 days ago"),
        ("You liked their post", "at an unknown time"),
    ]
    assert page.strength.mutual == "They wrote to you once; you wrote to them once."
    narrowed = person_page(person_id(ANA), now_us=NOW_US, shown="offline")
    assert narrowed is not None
    assert [row.kind for row in narrowed.timeline] == ["donation"]


@pytest.mark.parametrize(
    "words", ["ana@tusk.example", "@ANA@tusk.example", "mastodon:ana@tusk.example", "ana núñez"]
)
def test_somebody_is_found_by_handle_or_name(words: str) -> None:
    record([], accounts=[ANA, BO], now_us=NOW_US)
    assert [each.handle for each in people_called(words)] == [ANA.handle]


def test_nobody_is_found_by_my_own_handle() -> None:
    assert people_called(people.ME.handle) == []


def test_search_finds_beginnings_without_accents() -> None:
    record([], accounts=[ANA, BO, CEM], now_us=NOW_US)
    assert [each.handle for each in search("nunez an", now_us=NOW_US).people] == [ANA.handle]


def test_search_follows_a_new_name_and_forgets_the_old() -> None:
    record([], accounts=[CEM], now_us=NOW_US)
    record([], accounts=[replace(CEM, name="Cemal Otter")], now_us=NOW_US, seen_us=NOW_US + 1)
    assert [each.name for each in search("otter", now_us=NOW_US).people] == ["Cemal Otter"]


def test_search_finds_posts_and_notes() -> None:
    post = Post(network=Network.BLUESKY, native_id="p", author=CEM, text="Otters hold hands")
    record([], posts=[post], now_us=NOW_US)
    curator().note(person_id(CEM), "keeps otters")
    found = search("otter", now_us=NOW_US)
    assert [each.text for each in found.posts] == ["Otters hold hands"]
    assert [each.text for each in found.notes] == ["keeps otters"]


@pytest.mark.parametrize(
    "words", ['"', "' OR 1=1", "NEAR(", "*", "", "a AND", "-", "{}", "tiger:*"]
)
def test_search_takes_any_words_as_words(words: str) -> None:
    record([], accounts=[ANA], now_us=NOW_US)
    assert search(words, now_us=NOW_US).posts == ()
