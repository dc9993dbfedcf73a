"""Whatever a network does between and during syncs, in the end the log says what happened there."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import HOUR, SECOND
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.domain.posts import Post
from hobnob.operations import connect
from hobnob.operations.claim_account import claim_account
from hobnob.operations.rebuild import rebuild
from hobnob.operations.sync import How, sync
from hobnob.storage import models
from tests.contract.fake_network import MILLISECOND, FakeNetwork, Fault, Killed
from tests.people import ANA, BO, ME, NOW_US, account

PEOPLE = [ANA, BO, account("dara")]
HAPPENS = [[Stream.NOTIFICATIONS], [Stream.MY_LIKES], [Stream.NOTIFICATIONS, Stream.MY_POSTS]]
"""Which streams tell the same thing."""
READ = {
    Capability.SEE_TALK: Mode.API,
    Capability.SEE_LIKES_GIVEN: Mode.API,
    Capability.SEE_FOLLOWS: Mode.API,
}
FAULTS = [*Fault, *4 * [Fault.EXPIRED, Fault.NONE]]


@dataclass
class World:
    """A network, my connection to it, and everything that ever happened there."""

    network: FakeNetwork
    connection: models.Connection
    now_us: int = NOW_US
    count: int = 0
    happened: dict[str, Interaction] = field(default_factory=dict)

    def clock(self) -> int:
        return self.now_us

    def happen(self, where: list[Stream], pauses: list[int]) -> None:
        """As many things as there are pauses (milliseconds) before them; often there is none."""
        for pause in pauses:
            self.count += 1
            self.now_us += pause * MILLISECOND
            # The ids say nothing of the order in which things happened.
            each = something(where[0], self.count * 7919 % 1000, self.count, self.now_us)
            self.happened[each.native_id] = each
            for stream in where:
                self.network.happen(stream, each)

    def revise(self, which: int) -> None:
        """Something is edited, or taken back."""
        posts = [each.post for each in self.happened.values() if each.post is not None]
        if not posts:
            return
        post = posts[which % len(posts)]
        if which % 3 == 0:
            self.network.delete(post.native_id)
        else:
            self.network.edit(replace(post, text="short now" if which % 2 else f"{post.text} (!)"))

    def follow(self, which: int) -> None:
        """Somebody follows, or ceases to."""
        follows = self.network.so_now.setdefault((Stream.FOLLOWERS, ""), [])
        follow = follow_by(which)
        if follow in follows:
            follows.remove(follow)
        else:
            follows.append(follow)
            self.happened[follow.native_id] = follow

    def sync(self, faults: list[Fault], pages: int = 1000) -> None:
        """One sync that meets these faults, with a moment to recover from it."""
        self.now_us += HOUR
        self.network.now_us = self.now_us
        self.network.faults = list(faults)
        try:
            how = How(is_thorough=True, pages=pages)
            sync(self.connection.pk, clock=self.clock, how=how)
        except Killed:
            pass
        ended_now = models.Tie.objects.filter(ended_us=self.now_us)
        assert not {follow_id(each) for each in ended_now} & self.followers()

    def followers(self) -> set[str]:
        """Who follows now, by the follow."""
        return {each.native_id for each in self.network.so_now.get((Stream.FOLLOWERS, ""), [])}


def something(where: Stream, number: int, serial: int, at_us: int) -> Interaction:
    """A mention of me, or a like of mine, unlike any other."""
    who = PEOPLE[serial % len(PEOPLE)]
    is_mine = where is Stream.MY_LIKES
    post = Post(
        network=ME.network,
        native_id=f"post{number}",
        author=who,
        text=f"Do tigers purr? {number}",
        at_us=at_us,
    )
    return Interaction(
        network=ME.network,
        kind=Kind.LIKE if is_mine else Kind.MENTION,
        direction=Direction.FROM_ME if is_mine else Direction.TOWARDS_ME,
        native_id=f"{number:03}-{serial}",
        actor=ME if is_mine else who,
        target=who if is_mine else ME,
        post=post,
        at_us=at_us,
    )


def follow_by(which: int) -> Interaction:
    who = PEOPLE[which % len(PEOPLE)]
    return Interaction(
        network=ME.network,
        kind=Kind.FOLLOW,
        direction=Direction.TOWARDS_ME,
        native_id=f"{who.native_id}>{ME.native_id}",
        actor=who,
        target=ME,
    )


def follow_id(tie: models.Tie) -> str:
    return f"{tie.account.native_id}>{ME.native_id}"


pauses = st.lists(st.sampled_from([0, 0, 0, 1, 5000]), min_size=2, max_size=9)
steps = st.one_of(
    st.tuples(st.just("happen"), st.sampled_from(HAPPENS), pauses),
    st.tuples(st.just("revise"), st.integers(0, 50)),
    st.tuples(st.just("follow"), st.integers(0, 2)),
    st.tuples(
        st.just("sync"),
        st.lists(st.sampled_from(FAULTS), max_size=8),
        st.sampled_from([1, 2, 1000]),
    ),
)


class TestSync(TestCase):
    @settings(max_examples=30)
    @given(st.lists(steps, min_size=2, max_size=9))
    def test_the_log_is_what_happened_whatever_the_network_did(
        self, plan: list[tuple[str, *tuple[object, ...]]]
    ) -> None:
        world = begin()
        acts: dict[str, Callable[..., None]] = {
            "happen": world.happen,
            "revise": world.revise,
            "follow": world.follow,
            "sync": world.sync,
        }
        with patch.object(connect, "open_adapter", lambda _connection, clock: world.network):
            world.happen([Stream.NOTIFICATIONS], [0, 0, 1, 0, 5])
            for who in range(len(PEOPLE)):
                world.follow(who)
            world.sync([])
            for act, *arguments in plan:
                acts[act](*arguments)
            for _ in range(3):
                world.sync([])
        self.assert_the_log_is_the_truth(world)

    def assert_the_log_is_the_truth(self, world: World) -> None:
        kept = {each.native_id: each for each in models.Interaction.objects.select_related("post")}
        shown = {
            each.native_id
            for each in world.happened.values()
            if each.post is None or each.post.native_id not in world.network.deleted
        }
        gone_unread = set(world.happened) - shown - set(kept)
        still = world.followers()
        left_unread = {
            each for each in set(world.happened) - set(kept) - gone_unread if each not in still
        }
        assert all(world.happened[each].kind is Kind.FOLLOW for each in left_unread)
        assert set(kept) == set(world.happened) - gone_unread - left_unread
        assert models.Interaction.objects.count() == len(kept)
        for native_id, row in kept.items():
            self.assert_words_are_as_they_stand(row, world.happened[native_id], world.network)
        followers = models.Tie.objects.filter(ended_us__isnull=True)
        assert {follow_id(each) for each in followers} == still
        assert not any(state.gaps for state in models.StreamState.objects.all())
        assert rebuild().is_same

    def assert_words_are_as_they_stand(
        self, row: models.Interaction, happened: Interaction, network: FakeNetwork
    ) -> None:
        if happened.post is None or row.post is None:
            assert happened.post is None
            assert row.post is None
        elif row.post.native_id in network.deleted:
            assert row.post.text == ""
        else:
            assert row.post.text == network.edited.get(row.post.native_id, happened.post).text


def begin() -> World:
    """Connected, and nothing happened yet."""
    mine = claim_account(ME, now_us=NOW_US - SECOND, seen_us=NOW_US - SECOND)
    connection = models.Connection.objects.create(
        network=ME.network, server="tusk.example", account=mine, connected_us=NOW_US - SECOND
    )
    return World(
        network=FakeNetwork(me=ME, modes=READ, page_size=2, overlap=1), connection=connection
    )
