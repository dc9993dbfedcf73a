"""How a stream is walked where servers differ: links, ids, limits, what is gone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pytest

from hobnob.domain.networks import Stream
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Cursor, Page, RateLimit
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.client import Listed
from hobnob.networks.mastodon.errors import NotThere
from hobnob.networks.mastodon.read import REMEMBERED, Reader
from hobnob.networks.mastodon.sources import source_of
from hobnob.networks.mastodon.translate import Translator

ME = Account(network=Network.MASTODON, native_id="1@tusk.example")
NOW_US = 1_795_000_000_000_000


@dataclass
class Server:
    """Statuses or accounts by id, newest first, told in as many ways as there are servers."""

    ids: list[str]
    most: int = 20
    has_links: bool = True
    heeds_max_id: bool = True
    deleted: set[str] = field(default_factory=set)
    make: Callable[[str], Any] = lambda native_id: native_id
    requests: int = 0
    asked_for: list[str] = field(default_factory=list)
    limit: RateLimit = field(default_factory=RateLimit)

    def listed(self, question: Callable[[Any], Any]) -> Listed:
        self.requests += 1
        asked = question(self)
        there = [each for each in self.ids if each not in self.deleted]
        if asked.get("max_id") and self.heeds_max_id:
            there = there[there.index(asked["max_id"]) + 1 :]
        shown = there[: self.most]
        older = shown[-1] if self.has_links and len(there) > self.most else ""
        return Listed(
            items=tuple(map(self.make, shown)),
            older=older,
            is_end=not shown or (self.has_links and not older),
        )

    def ask(self, question: Callable[[Any], Any]) -> Any:
        self.requests += 1
        return question(self)

    # The calls of Mastodon.py that the sources make.

    def account_statuses(self, _: str, **asked: Any) -> Any:
        return asked

    def favourites(self, **asked: Any) -> Any:
        return asked

    def account_followers(self, _: str, **asked: Any) -> Any:
        return asked

    def status(self, native_id: str) -> None:
        self.asked_for.append(native_id)
        if native_id in self.deleted:
            raise NotThere("tusk.example has no such thing: look elsewhere.")


def person(native_id: str) -> Any:
    return {"id": native_id, "acct": f"somebody{native_id}"}


def post(native_id: str) -> Any:
    return {"id": native_id, "account": person("2"), "content": f"<p>Tea {native_id}</p>"}


def reader(server: Server, stream: Stream) -> Reader:
    server.make = person if stream is Stream.FOLLOWERS else post
    translator = Translator("tusk.example", ME)
    source = source_of(stream, "", "1", translator)
    return Reader(server, source, Accounts("tusk.example"), lambda: NOW_US)


def ids(*numbers: range) -> list[str]:
    return [str(n) for each in numbers for n in each]


def posts_on(pages: Iterator[Page] | list[Page]) -> set[str]:
    return {each.native_id.partition("@")[0] for page in pages for each in page.posts}


@pytest.mark.parametrize("has_links", [True, False])
def test_posts_are_read_to_the_beginning_with_links_and_without(has_links: bool) -> None:
    server = Server(ids(range(100, 0, -1)), has_links=has_links)
    pages = list(reader(server, Stream.MY_POSTS).older(None))
    assert posts_on(pages) == set(server.ids)
    assert [page.is_last for page in pages].index(True) == len(pages) - 1


def test_ids_need_no_order_that_anybody_but_the_server_knows() -> None:
    names = ["b3", "0f", "zz", "A1", "9", "10"] * 7
    server = Server([f"{name}-{n}" for n, name in enumerate(names)], has_links=False)
    known = list(server.ids)
    [first] = reader(server, Stream.MY_POSTS).tail(None)
    server.ids[:0] = ["a-new-one", "Z0"]
    pages = list(reader(server, Stream.MY_POSTS).tail(first.cursor))
    assert posts_on(pages) >= {"a-new-one", "Z0"}
    assert posts_on(reader(server, Stream.MY_POSTS).older(None)) >= set(known)


def test_a_quiet_stream_takes_one_request() -> None:
    server = Server(ids(range(100, 0, -1)))
    [first] = reader(server, Stream.MY_POSTS).tail(None)
    [again] = reader(server, Stream.MY_POSTS).tail(first.cursor)
    assert again.is_last
    assert again.cost.requests == 1
    assert again.cursor == first.cursor


def test_a_tail_goes_down_to_what_it_knows_and_no_further() -> None:
    server = Server(ids(range(100, 0, -1)))
    [first] = reader(server, Stream.MY_POSTS).tail(None)
    server.ids[:0] = ids(range(150, 100, -1))
    pages = list(reader(server, Stream.MY_POSTS).tail(first.cursor))
    assert [page.is_last for page in pages] == [False, False, True]
    assert posts_on(pages) >= set(ids(range(150, 100, -1)))
    assert "1" not in posts_on(pages)


def test_a_killed_tail_goes_on_below_and_what_came_since_is_read_by_the_next() -> None:
    server = Server(ids(range(100, 0, -1)))
    cursor: Cursor = next(reader(server, Stream.MY_POSTS).tail(None)).cursor
    server.ids[:0] = ids(range(150, 100, -1))
    [killed] = islice(reader(server, Stream.MY_POSTS).tail(cursor), 1)
    server.ids[:0] = ids(range(160, 150, -1))
    rest = list(reader(server, Stream.MY_POSTS).tail(killed.cursor))
    assert "1" not in posts_on(rest)
    after = list(reader(server, Stream.MY_POSTS).tail(rest[-1].cursor))
    assert posts_on([killed, *rest, *after]) >= set(ids(range(160, 100, -1)))


def test_a_server_that_says_the_same_again_and_again_is_asked_no_more() -> None:
    server = Server(ids(range(100, 0, -1)), has_links=False, heeds_max_id=False)
    pages = list(reader(server, Stream.MY_POSTS).older(None))
    assert pages[-1].is_last
    assert server.requests == 2


def test_likes_without_links_are_one_page() -> None:
    server = Server(ids(range(100, 0, -1)), has_links=False)
    pages = list(reader(server, Stream.MY_LIKES).older(None))
    assert [page.is_last for page in pages] == [True]


def test_likes_stand_in_order_over_all_pages() -> None:
    server = Server(ids(range(50, 0, -1)))
    [one] = islice(reader(server, Stream.MY_LIKES).older(None), 1)
    rest = reader(server, Stream.MY_LIKES).older(one.cursor)
    orders = [line.order for page in [one, *rest] for line in page.interactions]
    assert orders == [NOW_US - n for n in range(50)]


def test_a_snapshot_that_may_have_more_is_never_called_whole() -> None:
    server = Server(ids(range(100, 0, -1)), has_links=False)
    pages = list(reader(server, Stream.FOLLOWERS).older(None))
    assert [page.is_last for page in pages] == [False]


def test_a_snapshot_smaller_than_any_answer_is_whole_without_links() -> None:
    server = Server(ids(range(19, 0, -1)), has_links=False)
    pages = list(reader(server, Stream.FOLLOWERS).older(None))
    assert [page.is_last for page in pages] == [True]


def test_only_what_was_there_and_is_no_more_is_asked_for() -> None:
    server = Server(ids(range(100, 0, -1)))
    [first] = reader(server, Stream.MY_POSTS).tail(None)
    server.deleted = {"95"}
    [again] = reader(server, Stream.MY_POSTS).tail(first.cursor)
    assert server.asked_for == ["95"]
    assert again.deleted_posts == ("95@tusk.example",)
    assert again.cost.requests == 2


def test_an_unliked_post_is_not_a_deleted_one() -> None:
    server = Server(ids(range(10, 0, -1)))
    [first] = reader(server, Stream.MY_LIKES).tail(None)
    server.ids.remove("7")
    [again] = reader(server, Stream.MY_LIKES).tail(first.cursor)
    assert server.asked_for == ["7"]
    assert again.deleted_posts == ()


def test_when_everything_known_is_gone_it_reads_to_the_end() -> None:
    server = Server(ids(range(60, 0, -1)))
    [first] = reader(server, Stream.MY_POSTS).tail(None)
    server.ids = ids(range(5, 0, -1))
    [page] = reader(server, Stream.MY_POSTS).tail(first.cursor)
    assert page.is_last
    assert posts_on([page]) == set(server.ids)


def test_a_cursor_stays_small() -> None:
    server = Server(ids(range(5_000, 0, -1)))
    cursor: Any = next(reader(server, Stream.MY_POSTS).tail(None)).cursor
    server.ids[:0] = ids(range(6_000, 5_000, -1))
    for page in reader(server, Stream.MY_POSTS).tail(cursor):
        place: Any = page.cursor
        assert len(place["known"]) <= REMEMBERED
        assert len(place.get("top", ())) <= REMEMBERED


def test_a_misshapen_item_is_listed_and_the_rest_goes_in() -> None:
    server = Server(["3", "2", "1"])
    read = reader(server, Stream.MY_POSTS)
    server.make = lambda native_id: post(native_id) if native_id != "2" else {"id": "2"}
    [page] = read.tail(None)
    assert posts_on([page]) == {"3", "1"}
    assert [(each.where, each.reason) for each in page.problems] == [("2", "the account has no id")]


def test_a_snapshot_with_somebody_who_was_not_understood_is_not_whole() -> None:
    server = Server(ids(range(30, 0, -1)))
    read = reader(server, Stream.FOLLOWERS)
    server.make = lambda native_id: person(native_id) if native_id != "25" else {}
    pages = list(read.older(None))
    assert [page.is_last for page in pages] == [False, False]
    assert [each.where for page in pages for each in page.problems] == ["item 6"]
