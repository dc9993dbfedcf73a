"""The network in memory keeps the promises of real ones: else tests built on it prove nothing."""

from dataclasses import replace

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.networks import Stream
from hobnob.domain.people import Profile
from hobnob.domain.posts import Attached, Link, Media, Post
from hobnob.networks.base import Adapter
from tests.contract import fake_network
from tests.contract.fake_network import MILLISECOND, FakeNetwork
from tests.contract.feeds import FeedContract
from tests.contract.networks import Fault, NetworkContract, Stage
from tests.people import ANA, ME, NOW_US, account, happened

MEANT = {
    Fault.RATE_LIMIT: fake_network.Fault.RATE_LIMIT,
    Fault.SERVER_ERROR: fake_network.Fault.SERVER_ERROR,
    Fault.TIMEOUT: fake_network.Fault.TIMEOUT,
    Fault.HALF_ANSWER: fake_network.Fault.HALF_ANSWER,
    Fault.SIGNED_OUT: fake_network.Fault.SIGNED_OUT,
}


TOLD = Profile(made_us=NOW_US)


class FakeStage:
    """What people do on the network in memory."""

    def __init__(self) -> None:
        self.network = FakeNetwork(me=ME)
        self.page_size = self.network.page_size
        self._count = 0

    def adapter(self) -> Adapter:
        return self.network

    def mention_me(self, count: int) -> list[str]:
        some = [self._said(Kind.MENTION, "Do tigers purr?") for _ in range(count)]
        self.network.happen(Stream.NOTIFICATIONS, *some)
        return [each.native_id for each in some]

    def follow_me(self, count: int) -> int:
        followers = self.network.so_now.setdefault((Stream.FOLLOWERS, ""), [])
        for number in range(len(followers), len(followers) + count):
            who = replace(account(f"calf{number}"), profile=TOLD)
            followers.append(
                happened(Kind.FOLLOW, who, native_id=f"{who.native_id}>{ME.native_id}")
            )
        return len(followers)

    def post_at_home(self, text: str) -> str:
        return self._shown(Attached(), text)

    def post_a_picture(self, text: str, *, link: str, shows: str) -> str:
        return self._shown(Attached(links=(Link(url=link),), media=(Media(alt=shows),)), text)

    def hand_on(self, post: str) -> str:
        return self._shown(Attached(reposts=post), "")

    def _shown(self, attached: Attached, text: str) -> str:
        said = self._said(Kind.MENTION, text)
        assert said.post is not None
        author = replace(ANA, profile=TOLD)
        post = replace(said.post, author=author, attached=attached)
        self.network.happen(Stream.HOME, replace(said, post=post))
        return post.native_id

    def write_to_me(self, text: str) -> None:
        self.network.happen(Stream.MESSAGES, self._said(Kind.MESSAGE, text))

    def take_back(self, mention: str) -> str:
        post = f"post-{mention}"
        self.network.delete(post)
        return post

    def fail(self, fault: Fault) -> None:
        self.network.faults = [MEANT[fault]]

    def _said(self, kind: Kind, text: str) -> Interaction:
        self._count += 1
        native_id = f"m{self._count:04}"
        at_us = NOW_US + self._count * MILLISECOND
        return Interaction(
            network=ME.network,
            kind=kind,
            direction=Direction.TOWARDS_ME,
            native_id=native_id,
            actor=ANA,
            target=ME,
            post=Post(
                network=ME.network,
                native_id=f"post-{native_id}",
                author=ANA,
                text=text,
                at_us=at_us,
                is_private=kind is Kind.MESSAGE,
            ),
            at_us=at_us,
        )


class TestFakeNetwork(NetworkContract, FeedContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return FakeStage()
