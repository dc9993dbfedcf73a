"""Who wrote what I liked, which an archive does not say: the ways to learn it, and their prices."""

from collections.abc import Iterator
from functools import partial

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Cost
from hobnob.networks.base import RateLimited, Unreachable
from hobnob.networks.http.connecting import Connector
from hobnob.networks.http.door import Door
from hobnob.networks.throttle import Throttle
from hobnob.networks.x.accounts import account_called
from hobnob.networks.x.cards import Cards
from hobnob.networks.x.like_authors import Way, learn, like_of, price_of, to_ask_for, ways
from tests.networks.x.golden import ME
from tests.networks.x.stage import XStage
from tests.networks.x.world import ANA, ROBIN, SAM


@pytest.mark.parametrize(
    ("count", "requests", "microdollars"),
    [(0, 0, 0), (1, 1, 5_000), (100, 1, 500_000), (101, 2, 505_000), (10_000, 100, 50_000_000)],
)
def test_the_price_is_known_first(count: int, requests: int, microdollars: int) -> None:
    assert price_of(count) == Cost(requests=requests, microdollars=microdollars)


def test_the_cheapest_way_comes_first() -> None:
    few = [way for way, _ in ways(100, likes=10_000)]
    most = [way for way, _ in ways(9_000, likes=10_000)]
    assert few == [Way.CARDS, Way.BY_ID, Way.MY_LIKES]
    assert most == [Way.CARDS, Way.MY_LIKES, Way.BY_ID]
    assert dict(ways(9_000, likes=10_000))[Way.MY_LIKES].microdollars == 10_000_000


def test_each_post_is_asked_for_once_and_the_newest_first() -> None:
    assert to_ask_for(["20", "100", "20", "no id", "../3"]) == ["100", "20"]


def test_the_line_of_the_archive_learns_whom_it_is_about(stage: XStage) -> None:
    posts = [stage.x.world.write(author, f"by {author}") for author in (ANA, SAM)]
    [page] = learn(stage.adapter(), ME, [post.id for post in posts])
    told = {line.native_id: line for line in page.interactions}
    assert set(told) == {f"{ROBIN}>{post.id}" for post in posts}
    like = told[f"{ROBIN}>{posts[0].id}"]
    assert like.kind is Kind.LIKE
    assert like.target is not None
    assert like.target.handle == "ana_d"


def test_what_was_said_to_be_the_price_is_what_x_charges(stage: XStage) -> None:
    posts = [stage.x.world.write(ANA, f"tea {n}").id for n in range(230)]
    pages = list(learn(stage.adapter(), ME, posts))
    assert sum(page.cost.microdollars for page in pages) == stage.x.charged
    assert price_of(230) == Cost(requests=3, microdollars=stage.x.charged)
    assert [page.is_last for page in pages] == [False, False, True]


def test_what_is_gone_costs_nothing_and_loses_its_words(stage: XStage) -> None:
    gone, there = (stage.x.world.write(ANA, "tea").id for _ in range(2))
    stage.x.world.delete(gone)
    [page] = learn(stage.adapter(), ME, [gone, there])
    assert page.deleted_posts == (gone,)
    assert len(page.interactions) == 1
    assert page.cost.microdollars == stage.x.charged == 5_000


def test_a_post_that_was_edited_keeps_the_id_it_was_asked_by(stage: XStage) -> None:
    first = stage.x.world.write(ANA, "tae")
    edited = stage.x.world.edit(first.id, "tea")
    [page] = learn(stage.adapter(), ME, [edited.id])
    assert [line.native_id for line in page.interactions] == [f"{ROBIN}>{edited.id}"]


def test_an_author_learnt_elsewhere_completes_the_same_line(stage: XStage) -> None:
    post = stage.x.world.write(ANA, "tea")
    [page] = learn(stage.adapter(), ME, [post.id])
    [by_id] = page.interactions
    by_card = like_of(ME, post.id, account_called("ana_d"))
    assert (by_card.kind, by_card.native_id) == (by_id.kind, by_id.native_id)
    assert by_card.target is not None
    assert by_card.target.handle == "ana_d"


def test_nothing_to_learn_asks_nobody(stage: XStage) -> None:
    assert list(learn(stage.adapter(), ME, [])) == []
    assert stage.x.asked == []


# ── Cards ────────────────────────────────────────────────────────────────────


@pytest.fixture
def cards(stage: XStage) -> Iterator[Cards]:
    throttle = Throttle("X", clock=lambda: stage.x.now_us, random=lambda: 0.5)
    open_door = partial(Door, connector=Connector(allow_loopback=True))
    return Cards(throttle, address=stage.x.address, open_door=open_door)


def answers(stage: XStage, monkeypatch: pytest.MonkeyPatch, status: int, body: bytes) -> None:
    monkeypatch.setattr(stage.x, "answer", lambda *_: (status, {}, body, None))


def test_a_card_tells_the_handle(
    stage: XStage, cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def card(_: str, target: str, headers: dict[str, str], __: bytes) -> object:
        asked.append(target)
        assert "authorization" not in headers
        return 200, {}, b'{"author_name": "Ana", "author_url": "https://twitter.com/ana_d"}', None

    monkeypatch.setattr(stage.x, "answer", card)
    author = cards.author("1857000000000000002")
    assert author is not None
    assert (author.native_id, author.handle) == ("@ana_d", "ana_d")
    assert asked[0].startswith("/oembed?url=https%3A%2F%2Fx.com%2Fi%2Fstatus%2F1857000000000000002")


@pytest.mark.parametrize("status", [403, 404])
def test_a_post_that_is_gone_has_no_card(
    stage: XStage, cards: Cards, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    answers(stage, monkeypatch, status, b"")
    assert cards.author("1857000000000000002") is None


def test_a_card_that_leads_elsewhere_names_nobody(
    stage: XStage, cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(stage, monkeypatch, 200, b'{"author_url": "https://evil.example/ana_d"}')
    assert cards.author("1857000000000000002") is None


@pytest.mark.parametrize(("status", "error"), [(429, RateLimited), (500, Unreachable)])
def test_who_asks_too_fast_is_told_to_wait(
    stage: XStage,
    cards: Cards,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    error: type[Exception],
) -> None:
    answers(stage, monkeypatch, status, b"")
    with pytest.raises(error):
        cards.author("1857000000000000002")
    with pytest.raises(RateLimited):
        cards.author("1857000000000000003")
