"""What is said to be charged is what X charges, before and after."""

import pytest

from hobnob.domain.moments import DAY
from hobnob.domain.networks import NOTHING, Cost, Reach, Stream
from hobnob.networks.base import Page
from hobnob.networks.x.prices import Meter, Thing, price_of_stream
from tests.networks.x.rates import PRICES, SIZES
from tests.networks.x.stage import NOW_US, XStage
from tests.networks.x.world import ANA, ROBIN, List

OF_STREAMS = {
    Stream.NOTIFICATIONS: "mentions",
    Stream.MY_LIKES: "liked_tweets",
    Stream.HASHTAG: "search",
    Stream.HOME: "home",
    Stream.FOLLOWERS: "followers",
    Stream.FOLLOWING: "following",
    Stream.BLOCKS: "blocking",
    Stream.MUTES: "muting",
    Stream.MY_LISTS: "owned_lists",
    Stream.LIST_MEMBERS: "list_members",
    Stream.MESSAGES: "dm_events",
}


@pytest.mark.parametrize("stream", OF_STREAMS)
def test_the_prices_are_those_of_x(stream: Stream) -> None:
    name = OF_STREAMS[stream]
    assert price_of_stream(stream, 1).microdollars == PRICES[name][1]
    assert price_of_stream(stream, 1_000).requests == 10
    assert SIZES[name][1] >= 100


def test_ten_thousand_likes_cost_ten_dollars(stage: XStage) -> None:
    price = stage.adapter().price(Stream.MY_LIKES, reach=Reach.BACKFILL, count=10_000)
    assert price == Cost(requests=100, microdollars=10_000_000)


@pytest.mark.parametrize(
    "stream",
    [
        Stream.NOTIFICATIONS,
        Stream.MY_POSTS,
        Stream.MY_LIKES,
        Stream.FOLLOWERS,
        Stream.FOLLOWING,
        Stream.BLOCKS,
        Stream.MUTES,
        Stream.MY_LISTS,
        Stream.LIST_MEMBERS,
        Stream.MESSAGES,
        Stream.HASHTAG,
        Stream.HOME,
    ],
)
def test_what_a_backfill_was_said_to_cost_is_what_x_charges(stage: XStage, stream: Stream) -> None:
    count = 47
    _fill(stage, count)
    said = stage.adapter().price(stream, reach=Reach.BACKFILL, count=count)
    of = {Stream.LIST_MEMBERS: "7001", Stream.HASHTAG: "#TuskTalk"}.get(stream, "")
    pages = list(stage.adapter().pull(stream, of=of, reach=Reach.BACKFILL))
    assert len(pages) == 3
    assert said.microdollars == stage.x.charged == _sum(pages).microdollars
    assert _sum(pages).requests == 3


def test_what_is_read_again_on_the_same_day_is_not_charged_again(stage: XStage) -> None:
    stage.mention_me(5)
    [page] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    assert page.cost.microdollars == 5_000
    [again] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=page.cursor)
    assert again.cost == Cost(requests=1)
    assert stage.x.charged == 5_000


def test_it_is_charged_again_on_the_next_day(stage: XStage) -> None:
    stage.mention_me(5)
    [page] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    stage.wait(DAY)
    [again] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=page.cursor)
    assert again.cost.microdollars == 5_000
    assert stage.x.charged == 10_000


def test_an_hourly_look_costs_at_most_the_newest_twenty_a_day(stage: XStage) -> None:
    stage.mention_me(60)
    [page] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    before = stage.x.charged
    stage.wait(DAY - stage.x.now_us % DAY)
    spent = NOTHING
    for _ in range(24):
        # Each hour a new process, which knows what the cursor tells and nothing else.
        adapter = stage.adapter()
        [page] = adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=page.cursor)
        spent += page.cost
    assert spent.microdollars == stage.x.charged - before == 20_000


@pytest.mark.parametrize("stream", OF_STREAMS)
def test_no_page_costs_more_than_a_hundred_items(stage: XStage, stream: Stream) -> None:
    stage.x.page_size = 1_000
    _fill(stage, 130)
    of = {Stream.LIST_MEMBERS: "7001", Stream.HASHTAG: "#TuskTalk"}.get(stream, "")
    most = price_of_stream(stream, 100).microdollars
    for page in stage.adapter().pull(stream, of=of, reach=Reach.BACKFILL):
        assert 0 < page.cost.microdollars <= most


def test_a_look_at_the_likes_asks_for_few(stage: XStage) -> None:
    stage.x.page_size = 100
    _fill(stage, 47)
    [page] = stage.adapter().pull(Stream.MY_LIKES, reach=Reach.TAIL)
    assert page.cost.microdollars == 20_000


def test_a_look_at_home_asks_for_few(stage: XStage) -> None:
    stage.x.page_size = 100
    _fill(stage, 47)
    [page] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL)
    assert len(page.posts) == 20
    assert page.cost.microdollars == stage.x.charged == 100_000
    [page] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL, since=page.cursor)
    assert page.cost == Cost(requests=1)


def test_people_looked_up_are_counted_as_well(stage: XStage) -> None:
    adapter = stage.adapter()
    adapter.whoami()
    adapter.resolve("ana_d")
    list(adapter.hydrate(["1002", "1003", "9999"]))
    # Ana was paid for when she was looked for by name.
    assert adapter.cost_of_lookups == Cost(requests=3, microdollars=30_000)
    assert stage.x.charged == 30_000


def test_a_meter_counts_each_thing_once_a_day() -> None:
    now = [NOW_US]
    meter = Meter(lambda: now[0])
    assert meter.charge(Thing.POST, ["1", "2", "2"], 1_000) == 2_000
    assert meter.charge(Thing.USER, ["1"], 10_000) == 10_000
    assert meter.charge(Thing.POST, ["2", "3"], 5_000) == 5_000
    now[0] += DAY
    assert meter.charge(Thing.POST, ["1"], 1_000) == 1_000


def _sum(pages: list[Page]) -> Cost:
    total = NOTHING
    for page in pages:
        total += page.cost
    return total


def _fill(stage: XStage, count: int) -> None:
    """So many of everything that can be read."""
    world = stage.x.world
    for n in range(count):
        world.write(ROBIN, f"mine {n}")
        post = world.write(ANA, f"@robin_herd number {n} #TuskTalk")
        world.like(ROBIN, post.id)
        world.send(ANA, ROBIN, f"message {n}")
        world.lists[str(7001 + n)] = List(id=str(7001 + n), name=f"List {n}", private=True)
    people = world.crowd(count)
    world.followers, world.following = list(people), list(people)
    world.blocking, world.muting = list(people), list(people)
    world.lists["7001"].members = list(people)
