"""Money: shown before it is spent, and never more of it than the limit of the month."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Capability, Cost, Mode, Stream, dollars
from hobnob.operations.spending import allow, set_limit
from hobnob.operations.sync import sync
from hobnob.storage import models
from hobnob.storage.queries.connections import connections
from tests.contract.fake_network import FakeNetwork
from tests.contract.fake_sign_in import connect_me, put_in_place
from tests.people import ANA, BO, NOW_US, happened

pytestmark = pytest.mark.django_db

A_CENT = 10_000


class Pricey:
    """A connection to a network that takes a cent for a page of four, and its clock."""

    def __init__(self, network: FakeNetwork) -> None:
        self.network = network
        self.now_us = NOW_US
        self.id = connect_me(lambda: self.now_us)

    def sync(self) -> set[Stream]:
        """Which streams were asked for."""
        self.network.requests.clear()
        sync(self.id, clock=lambda: self.now_us)
        return {stream for stream, _ in self.network.requests}

    @property
    def spent(self) -> int:
        return sum(models.Spending.objects.values_list("microdollars", flat=True))

    def state(self, stream: Stream) -> models.StreamState:
        return models.StreamState.objects.get(stream=stream)


@pytest.fixture
def tusk(monkeypatch: pytest.MonkeyPatch) -> Pricey:
    network = put_in_place(monkeypatch).network
    network.cost = Cost(requests=1, microdollars=A_CENT)
    network.happen(
        Stream.NOTIFICATIONS, *(happened(Kind.MENTION, ANA, days_ago=n) for n in range(1, 41))
    )
    network.so_now[Stream.FOLLOWERS, ""] = [happened(Kind.FOLLOW, BO, native_id="bo>me")]
    return Pricey(network)


def test_without_a_yes_only_what_is_new_is_read(tusk: Pricey) -> None:
    assert tusk.sync() == {Stream.NOTIFICATIONS, Stream.MY_POSTS}
    assert models.Interaction.objects.count() == 4
    assert tusk.spent == 2 * A_CENT
    assert tusk.state(Stream.NOTIFICATIONS).price_microdollars == 250 * A_CENT
    [line] = connections(NOW_US)
    assert {each.stream for each in line.waits_for_yes} == {
        "notifications",
        "my posts",
        "followers",
        "following",
    }
    assert line.says == "What is new is read; the rest costs money and waits for your yes."


def test_a_yes_holds_for_one_history(tusk: Pricey) -> None:
    tusk.sync()
    allow(tusk.id, Stream.NOTIFICATIONS)
    tusk.sync()
    assert models.Interaction.objects.count() == 40
    assert not tusk.state(Stream.NOTIFICATIONS).is_allowed


def test_a_yes_holds_for_one_look_at_what_is_so_now(tusk: Pricey) -> None:
    tusk.sync()
    allow(tusk.id, Stream.FOLLOWERS)
    assert Stream.FOLLOWERS in tusk.sync()
    tusk.now_us += 2 * DAY
    assert Stream.FOLLOWERS not in tusk.sync()


def test_no_month_costs_more_than_its_limit(tusk: Pricey) -> None:
    set_limit(tusk.id, 0.30)
    tusk.sync()
    allow(tusk.id, Stream.NOTIFICATIONS)
    tusk.sync()
    assert tusk.spent <= 30 * A_CENT
    state = tusk.state(Stream.NOTIFICATIONS)
    assert "of $0.30 spent this month" in state.error
    assert state.is_allowed
    asked = len(tusk.network.requests)
    assert asked < 10


def test_it_goes_on_next_month_where_it_stopped(tusk: Pricey) -> None:
    set_limit(tusk.id, 0.30)
    tusk.sync()
    allow(tusk.id, Stream.NOTIFICATIONS)
    for _ in range(6):
        tusk.sync()
        tusk.now_us += 31 * DAY
    assert models.Interaction.objects.count() == 40
    assert max(models.Spending.objects.values_list("microdollars", flat=True)) <= 30 * A_CENT


def test_a_look_that_the_limit_stopped_is_not_begun_again_without_another_yes(
    tusk: Pricey,
) -> None:
    tusk.sync()
    allow(tusk.id, Stream.FOLLOWERS)
    set_limit(tusk.id, 0.02)
    tusk.sync()
    assert "of $0.02 spent this month" in tusk.state(Stream.FOLLOWERS).error
    assert not tusk.state(Stream.FOLLOWERS).is_allowed


def test_what_is_free_is_read_without_asking(tusk: Pricey) -> None:
    tusk.network.cost = Cost(requests=1)
    set_limit(tusk.id, 0)
    assert tusk.sync() >= {Stream.NOTIFICATIONS, Stream.FOLLOWERS}
    assert models.Interaction.objects.count() == 41


def test_what_people_post_is_not_bought_without_asking(tusk: Pricey) -> None:
    tusk.network.modes[Capability.SEE_HASHTAG] = Mode.API
    models.Hashtag.objects.create(connection_id=tusk.id, tag="tusktalk")
    assert Stream.HASHTAG not in tusk.sync()
    allow(tusk.id, Stream.HASHTAG, "tusktalk")
    assert Stream.HASHTAG in tusk.sync()
    assert Stream.HASHTAG in tusk.sync()


@pytest.mark.parametrize(
    ("amount", "words"), [(4_990_000, "$4.99"), (5_000, "$0.005"), (0, "$0.00"), (1, "$0.000001")]
)
def test_money_is_said_exactly(amount: int, words: str) -> None:
    assert dollars(amount) == words
