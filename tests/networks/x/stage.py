"""The fake X as a stage: Robin's account, and others who do what a test says."""

from atexit import register
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from tempfile import NamedTemporaryFile

import certifi

from hobnob.networks.base import Secret
from hobnob.networks.http.answers import Limits
from hobnob.networks.http.connecting import Connector
from hobnob.networks.http.door import Door
from hobnob.networks.x.adapter import XAdapter
from hobnob.networks.x.opening import open_client, open_keys
from hobnob.networks.x.scopes import TO_ACT
from hobnob.networks.x.signed_in import SignedIn
from tests.contract.networks import Fault
from tests.networks.x.allowing import CLIENT_ID
from tests.networks.x.fake_x import FakeX
from tests.networks.x.world import ANA, ROBIN

NOW_US = 1_795_000_000_000_000


@cache
def one_authority() -> str:
    """A file with one authority to trust: nobody here needs any, and to read all takes a while."""
    first = Path(certifi.where()).read_text("utf-8").partition("-----END CERTIFICATE-----")
    with NamedTemporaryFile("w", suffix=".pem", delete=False) as file:
        file.write("".join(first[:2]))
    register(Path(file.name).unlink)
    return file.name


class XStage:
    """Robin's app, signed in with a token that nobody can renew."""

    def __init__(self, x: FakeX) -> None:
        self.x = x
        self.page_size = x.page_size
        self.kept: list[Secret] = []
        """What the adapters had kept."""
        signed_in = SignedIn(
            client_id=CLIENT_ID,
            token=x.allowing.token(TO_ACT)["access_token"],
            scopes=TO_ACT,
            user_id=ROBIN,
            handle="robin_herd",
            name="Robin Aldous",
        )
        self.secret = asdict(signed_in)
        self._is_in_a_hurry = False

    def adapter(self) -> XAdapter:
        limits = Limits(read_seconds=0.3) if self._is_in_a_hurry else Limits()
        self._is_in_a_hurry = False
        open_door = partial(
            Door, limits=limits, connector=Connector(allow_loopback=True), ca_file=one_authority()
        )
        clock = lambda: self.x.now_us  # noqa: E731
        keys = open_keys(
            self.x.host, self.secret, clock=clock, keep=self.kept.append, open_door=open_door
        )
        client = open_client(self.x.host, keys, clock=clock, open_door=open_door)
        return XAdapter(client, keys, clock=clock)

    def wait(self, us: int) -> None:
        """Time goes by; Robin signs in anew where that is needed."""
        self.x.now_us += us
        self.secret["token"] = self.x.allowing.token(TO_ACT)["access_token"]

    def mention_me(self, count: int) -> list[str]:
        posts = [self.x.world.write(ANA, f"@robin_herd tea number {n}?").id for n in range(count)]
        return [f"{post}>{ROBIN}" for post in posts]

    def follow_me(self, count: int) -> int:
        self.x.world.followers[:0] = self.x.world.crowd(count)
        return len(self.x.world.followers)

    def post_at_home(self, text: str) -> str:
        self.x.world.following = [ANA]
        return self.x.world.write(ANA, text).id

    def post_a_picture(self, text: str, *, link: str, shows: str) -> str:
        self.x.world.following = [ANA]
        short = "https://t.co/tigers"
        return self.x.world.write(
            ANA,
            f"{text} {short}",
            links=((short, link),),
            pictures=(("3_1857000000000000070", shows),),
        ).id

    def hand_on(self, post: str) -> str:
        original = self.x.world.posts[post]
        return self.x.world.write(ANA, f"RT @ana_d: {original.text}", reposts=post).id

    def write_to_me(self, text: str) -> None:
        self.x.world.send(ANA, ROBIN, text)

    def take_back(self, mention: str) -> str:
        post = mention.partition(">")[0]
        self.x.world.delete(post)
        return post

    def fail(self, fault: Fault) -> None:
        self.x.fail(fault)
        # Only who waits for it in vain need not be patient.
        self._is_in_a_hurry = fault is Fault.TIMEOUT
