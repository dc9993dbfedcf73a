"""Who wrote what I liked is learnt at a price that is known before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.networks import Cost
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.base import Page
from hobnob.networks.x.like_authors import Way
from hobnob.operations import connect
from hobnob.operations.claim_account import claim_account
from hobnob.operations.liked_authors import (
    NoWay,
    learn_by_cards,
    learn_by_id,
    offers,
    unknown_liked,
)
from hobnob.operations.record import record
from hobnob.operations.spending import LimitReached
from hobnob.storage import models
from tests.people import NOW_US, members

pytestmark = pytest.mark.django_db

ROBIN = Account(network=Network.X, native_id="1001", handle="robin_herd")
OLLIE = Account(network=Network.X, native_id="1002", handle="ollie_otter")
A_POST = 5_000


class FakeX:
    """Knows who wrote post 12; post 11 is gone."""

    def posts(self, native_ids: Sequence[str]) -> Iterator[Page]:
        found = [
            Post(network=Network.X, native_id=each, author=OLLIE, text="Otters hold hands.")
            for each in native_ids
            if each == "12"
        ]
        yield Page(
            cursor={},
            is_last=True,
            posts=tuple(found),
            deleted_posts=tuple(each for each in native_ids if each == "11"),
            cost=Cost(requests=1, microdollars=A_POST * len(found)),
        )


def clock() -> int:
    return NOW_US


@pytest.fixture(autouse=True)
def _liked() -> None:
    claim_account(ROBIN, now_us=NOW_US, seen_us=NOW_US)
    record([like("11"), like("12")], now_us=NOW_US)


@pytest.fixture
def x(monkeypatch: pytest.MonkeyPatch) -> models.Connection:
    monkeypatch.setattr(connect, "open_adapter", lambda *_, **__: FakeX())
    return models.Connection.objects.create(
        network=Network.X, account=models.Account.objects.get(is_me=True), connected_us=NOW_US
    )


def like(post: str) -> Interaction:
    return Interaction(
        network=Network.X,
        kind=Kind.LIKE,
        direction=Direction.FROM_ME,
        native_id=f"{ROBIN.native_id}>{post}",
        actor=ROBIN,
        target=None,
        post=Post(network=Network.X, native_id=post, text="Otters hold hands."),
    )


def test_the_ways_are_told_with_their_price_before_anybody_is_asked() -> None:
    prices = {each.way: each.cost.microdollars for each in offers()}
    assert (prices[Way.CARDS], prices[Way.BY_ID]) == (0, 2 * A_POST)
    missing = {each.way: each.missing for each in offers()}
    assert (missing[Way.CARDS], "connect x" in missing[Way.BY_ID]) == ("", True)


def test_the_author_joins_people_ive_favorited_and_the_price_is_counted(
    x: models.Connection,
) -> None:
    assert members("favorited") == set()
    learn_by_id(clock=clock, most=100)
    assert members("favorited") == {OLLIE.handle}
    assert x.spending.get().microdollars == A_POST


def test_what_is_gone_is_not_asked_for_again(x: models.Connection) -> None:
    assert unknown_liked() == ["12", "11"]
    learn_by_id(clock=clock, most=100)
    assert unknown_liked() == []
    assert models.Post.objects.get(native_id="11").text == ""


def test_nothing_is_asked_beyond_the_limit_of_the_month(x: models.Connection) -> None:
    models.Connection.objects.update(monthly_limit_microdollars=A_POST)
    with pytest.raises(LimitReached):
        learn_by_id(clock=clock, most=100)
    assert not models.Spending.objects.exists()


def test_without_a_connection_only_cards_are_a_way() -> None:
    with pytest.raises(NoWay, match="not connected"):
        learn_by_id(clock=clock, most=100)


def test_a_card_tells_the_handle_and_that_is_enough_for_the_list() -> None:
    authors = {"12": replace(OLLIE, native_id="@ollie_otter")}
    learn_by_cards(clock=clock, most=100, author=authors.get)
    assert members("favorited") == {OLLIE.handle}
    assert unknown_liked() == ["11"]
