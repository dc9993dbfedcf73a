"""What people on lists of mine post, and what is posted with a hashtag."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.domain.people import Account
from hobnob.operations.choose_hashtags import add_hashtag, drop_hashtag
from hobnob.operations.record import record
from hobnob.operations.streams import plan
from hobnob.operations.sync import How, sync
from hobnob.storage import models
from hobnob.storage.queries.connections import connections
from tests.contract.fake_network import FakeNetwork
from tests.contract.fake_sign_in import connect_me, put_in_place
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db

HERD = [account(name) for name in ("ada", "bea", "cy", "dov")]


def clock() -> int:
    return NOW_US


@pytest.fixture
def tusk(monkeypatch: pytest.MonkeyPatch) -> FakeNetwork:
    """A network that shows posts and nothing else."""
    network = put_in_place(monkeypatch).network
    network.modes = {Capability.SEE_LIST_POSTS: Mode.API, Capability.SEE_HASHTAG: Mode.API}
    return network


@pytest.fixture
def connected(tusk: FakeNetwork) -> int:
    return connect_me(clock)


def watch(*people: Account) -> None:
    """Put people on the Watchlist."""
    record([happened(Kind.REPLY, each, days_ago=9) for each in people], now_us=NOW_US)
    for each in people:
        curator().promote(person_id(each), "watchlist")


def post(network: FakeNetwork, who: Account, text: str) -> None:
    network.happen(Stream.HASHTAG, happened(Kind.MENTION, who, text=text, days_ago=1))


def asked(network: FakeNetwork) -> int:
    """For how many people it was asked since the last time."""
    count = sum(stream is Stream.LIST_POSTS for stream, _ in network.requests)
    network.requests.clear()
    return count


def test_what_the_people_of_a_list_post_goes_in_and_is_no_interaction(
    tusk: FakeNetwork, connected: int
) -> None:
    watch(ANA)
    before = models.Interaction.objects.count()
    post(tusk, ANA, "Tigers purr.")
    post(tusk, BO, "Nobody watches me.")
    sync(connected, clock=clock)
    texts = models.Post.objects.exclude(text="").values_list("text", flat=True)
    assert list(texts) == ["Tigers purr."]
    assert models.Interaction.objects.count() == before
    sync(connected, clock=clock)
    assert models.StreamState.objects.get().items == 1


def test_only_lists_that_are_meant_for_a_few_are_read(tusk: FakeNetwork, connected: int) -> None:
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    sync(connected, clock=clock)
    assert asked(tusk) == 0


def test_people_who_are_elsewhere_are_not_asked_for_here(tusk: FakeNetwork, connected: int) -> None:
    watch(CEM)
    sync(connected, clock=clock)
    assert asked(tusk) == 0


def test_each_sync_asks_for_some_and_the_next_one_for_the_others(
    tusk: FakeNetwork, connected: int
) -> None:
    watch(*HERD)
    for each in HERD:
        post(tusk, each, f"{each.name} says hello.")
    sync(connected, clock=clock, how=How(pages=3))
    assert (asked(tusk), models.Post.objects.exclude(text="").count()) == (3, 3)
    sync(connected, clock=clock, how=How(pages=3))
    assert (asked(tusk), models.Post.objects.exclude(text="").count()) == (1, 4)
    assert models.StreamState.objects.get().read_us == NOW_US
    sync(connected, clock=clock, how=How(pages=3))
    assert asked(tusk) == 3


def test_who_left_the_list_is_read_no_more(tusk: FakeNetwork, connected: int) -> None:
    watch(*HERD)
    sync(connected, clock=clock, how=How(pages=1))
    asked(tusk)
    for each in HERD[1:]:
        curator().remove(person_id(each), "watchlist")
    state = models.StreamState.objects.get()
    assert plan.members_of(state) == [HERD[0].native_id]
    sync(connected, clock=clock)
    assert asked(tusk) == 1


def test_a_feed_has_no_history_to_be_read(tusk: FakeNetwork, connected: int) -> None:
    watch(ANA)
    add_hashtag(connected, "#TuskTalk")
    sync(connected, clock=clock)
    assert not any(models.StreamState.objects.values_list("gaps", flat=True))
    [line] = connections(NOW_US)
    assert [(each.stream, each.of) for each in line.streams] == [
        ("list posts", "The Watchlist"),
        ("hashtag", "#tusktalk"),
    ]
    assert line.says == "All is read."


def test_a_dropped_hashtag_is_asked_for_no_more(tusk: FakeNetwork, connected: int) -> None:
    add_hashtag(connected, " #TuskTalk")
    sync(connected, clock=clock)
    assert (Stream.HASHTAG in {stream for stream, _ in tusk.requests}) is True
    drop_hashtag(connected, "tusktalk")
    tusk.requests.clear()
    sync(connected, clock=clock)
    assert tusk.requests == []
    assert connections(NOW_US)[0].streams == ()
