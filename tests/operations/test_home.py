"""What everybody whom I follow posts goes in last, as posts, and no further back than need be."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Capability, Cost, Mode, Stream
from hobnob.operations.spending import allow
from hobnob.operations.sync import How, sync
from hobnob.storage import models
from tests.contract.fake_network import FakeNetwork
from tests.contract.fake_sign_in import connect_me, put_in_place
from tests.people import ANA, NOW_US, happened

pytestmark = pytest.mark.django_db


def clock() -> int:
    return NOW_US


@pytest.fixture
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeNetwork:
    """A network that shows home, and nothing else."""
    network = put_in_place(monkeypatch).network
    network.modes = {Capability.SEE_HOME: Mode.API}
    return network


@pytest.fixture
def connected(tusk: FakeNetwork) -> int:
    return connect_me(clock)


def post(network: FakeNetwork, *numbers: int) -> None:
    for number in numbers:
        said = happened(
            Kind.MENTION,
            ANA,
            text=f"Tea {number}",
            days_ago=1 - number / 1000,
            native_id=f"{number}",
        )
        network.happen(Stream.HOME, said)


def read() -> set[int]:
    texts = models.Post.objects.exclude(text="").values_list("text", flat=True)
    return {int(text.removeprefix("Tea ")) for text in texts}


def state() -> models.StreamState:
    return models.StreamState.objects.get(stream=Stream.HOME)


def test_home_goes_in_as_posts_from_the_first_look_on(tusk: FakeNetwork, connected: int) -> None:
    post(tusk, *range(10))
    sync(connected, clock=clock)
    assert read() == {6, 7, 8, 9}
    assert models.Interaction.objects.count() == 0
    post(tusk, 10, 11)
    sync(connected, clock=clock)
    assert read() == {6, 7, 8, 9, 10, 11}
    assert (state().items, state().gaps) == (6, [])


def test_whoever_was_away_for_long_begins_anew_at_the_newest(
    tusk: FakeNetwork, connected: int
) -> None:
    post(tusk, 0)
    sync(connected, clock=clock)
    post(tusk, *range(1, 60))
    sync(connected, clock=clock, how=How(pages=2))
    assert state().tail is None
    assert state().read_us == NOW_US
    sync(connected, clock=clock)
    assert read() >= {56, 57, 58, 59}
    assert len(read()) < 20


def test_where_it_costs_money_it_waits_for_a_yes(tusk: FakeNetwork, connected: int) -> None:
    tusk.cost = Cost(requests=1, microdollars=5_000)
    post(tusk, 1)
    sync(connected, clock=clock)
    assert read() == set()
    assert state().price_microdollars > 0
    allow(connected, Stream.HOME)
    sync(connected, clock=clock)
    assert read() == {1}
