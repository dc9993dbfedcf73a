"""The town as a stage: Robin reads, Ana and others do what a test says."""

from functools import partial

from hobnob.networks.base import Secret
from hobnob.networks.bluesky.adapter import BlueskyAdapter
from hobnob.networks.bluesky.signed_in import SignedIn
from hobnob.networks.bluesky.uris import FOLLOW, REPOST
from hobnob.networks.bluesky.write import BlueskyWriter
from hobnob.networks.http.answers import Limits
from hobnob.networks.http.connecting import Connector
from hobnob.networks.http.door import Door
from hobnob.networks.throttle import Throttle
from tests.contract.networks import Fault
from tests.networks.bluesky.server import TownServer
from tests.networks.bluesky.town import ANA, ROBIN, Town

NOW_US = 1_795_000_000_000_000


class BlueskyStage:
    """Robin's account, in a town of its own."""

    page_size = 100

    def __init__(self, server: TownServer) -> None:
        self._server = server
        self.town: Town = server.new_town()
        self.kept: list[Secret] = []
        self._is_in_a_hurry = False

    @property
    def signed_in(self) -> SignedIn:
        """What was kept last; at first what Robin signed in with."""
        if self.kept:
            return SignedIn(**self.kept[-1])
        tokens = self.town.tokens
        return SignedIn(
            did=ROBIN,
            handle="robin.example",
            pds=self.town.address,
            access=tokens["access"],
            refresh=tokens["refresh"],
        )

    def adapter(self) -> BlueskyAdapter:
        return BlueskyAdapter(
            self.signed_in,
            throttle=self._throttle(),
            clock=lambda: NOW_US,
            keep=self.kept.append,
            open_door=self.open_door(),
        )

    def writer(self) -> BlueskyWriter:
        return BlueskyWriter(
            self.signed_in,
            throttle=self._throttle(),
            keep=self.kept.append,
            open_door=self.open_door(),
        )

    def open_door(self) -> "partial[Door]":
        limits = Limits(read_seconds=0.3) if self._is_in_a_hurry else Limits()
        self._is_in_a_hurry = False
        connector = Connector(allow_loopback=True)
        return partial(Door, limits=limits, connector=connector, ca_file=self._server.ca_file)

    def mention_me(self, count: int) -> list[str]:
        posts = [self.town.post(ANA, f"@robin tea number {n}?", names=ROBIN) for n in range(count)]
        return [f"{post}>{ROBIN}" for post in posts]

    def follow_me(self, count: int) -> int:
        known = len(self.town.people)
        for n in range(known, known + count):
            somebody = self.town.move_in(f"did:web:crowd{n}.example", f"Crowd {n}")
            self.town.make(somebody, FOLLOW, subject=ROBIN)
        return sum(uri.split("/")[3] == FOLLOW for uri in self.town.records)

    def post_at_home(self, text: str) -> str:
        self._follow_ana()
        return self.town.post(ANA, text)

    def post_a_picture(self, text: str, *, link: str, shows: str) -> str:
        self._follow_ana()
        index = {"byteStart": 0, "byteEnd": len(text.encode())}
        feature = {"$type": "app.bsky.richtext.facet#link", "uri": link}
        embed = {"$type": "app.bsky.embed.images", "images": [{"alt": shows, "image": {}}]}
        facets = [{"index": index, "features": [feature]}]
        return self.town.post(ANA, text, facets=facets, embed=embed)

    def hand_on(self, post: str) -> str:
        return self.town.make(ANA, REPOST, subject=self.town.reference(post))

    def _follow_ana(self) -> None:
        if not self.town.follows(ROBIN, ANA):
            self.town.make(ROBIN, FOLLOW, subject=ANA)

    def write_to_me(self, text: str) -> None:
        self.town.write(ANA, ROBIN, text)

    def take_back(self, mention: str) -> str:
        post = mention.partition(">")[0]
        del self.town.records[post]
        return post

    def fail(self, fault: Fault) -> None:
        # A session that is over is asked for anew: to be signed out takes a second refusal.
        self._server.faults = [fault] * (2 if fault is Fault.SIGNED_OUT else 1)
        self._is_in_a_hurry = fault is Fault.TIMEOUT

    def fail_once(self, fault: Fault, *, after: int = 0) -> None:
        """One request goes wrong, after so many that don't."""
        self._server.faults = [*[None] * after, fault]

    def _throttle(self) -> Throttle:
        return Throttle("Bluesky", clock=lambda: NOW_US, random=lambda: 0.5)
