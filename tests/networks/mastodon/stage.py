"""mastodon-mock as a stage: a server of the Mastodon API on this machine, told what happens.

https://github.com/matthewdeanmartin/mastodon_mock
"""

import json
from functools import partial
from typing import Any
from urllib.request import Request, urlopen

from mastodon_mock.config import SeedAccount, SeedConfig
from mastodon_mock.testing import MockServer

from hobnob.networks.base import Unreachable
from hobnob.networks.http.answers import Answer, Limits
from hobnob.networks.http.connecting import Connector
from hobnob.networks.http.door import Door
from hobnob.networks.mastodon.adapter import MastodonAdapter
from hobnob.networks.mastodon.client import OpenDoor
from hobnob.networks.mastodon.signed_in import SignedIn
from hobnob.networks.mastodon.write import MastodonWriter
from hobnob.networks.throttle import Throttle
from tests.contract.networks import Fault

NOW_US = 1_795_000_000_000_000
CROWD = 41
"""People who may follow me: one more than the server puts into an answer."""

SEED = SeedConfig(
    accounts=[
        SeedAccount(username="robin", display_name="Robin Aldous", access_token="robin-token"),
        SeedAccount(username="ana", display_name="Ana de Vries", access_token="ana-token"),
        SeedAccount(username="sam", display_name="Sam Okoro", access_token="sam-token"),
        *(SeedAccount(username=f"crowd{n}", access_token=f"crowd{n}-token") for n in range(CROWD)),
    ]
)

_FAULTS: dict[Fault, dict[str, Any]] = {
    Fault.RATE_LIMIT: {"type": "ratelimit"},
    Fault.SERVER_ERROR: {"type": "status", "status": 503},
    Fault.TIMEOUT: {"type": "latency", "delay_ms": 2_000},
    Fault.HALF_ANSWER: {"type": "malformed"},
    Fault.SIGNED_OUT: {"type": "status", "status": 401},
}


class LosingDoor(Door):
    """What is asked for is done over there, and nobody ever hears of it."""

    def ask(self, method: str, url: str, **how: Any) -> Answer:
        answer = super().ask(method, url, **how)
        if method == "GET":
            return answer
        answer.close()
        raise Unreachable("The line went dead: try again later.", may_have_arrived=True)


class MastodonStage:
    """Robin's server. `ask` acts as whoever has a token there."""

    page_size = 40

    def __init__(self, server: MockServer) -> None:
        self.address = server.base_url
        self.host = server.base_url.partition("://")[2]
        self.ids = {name: self.id_of(name) for name in ("robin", "ana", "sam")}
        self._followers = 0
        self._is_in_a_hurry = False
        self.loses_answers = False

    def adapter(self) -> MastodonAdapter:
        return MastodonAdapter(
            self._signed_in(),
            throttle=self._throttle(),
            clock=lambda: NOW_US,
            open_door=self._open_door(),
        )

    def writer(self) -> MastodonWriter:
        """Acts as me, knowing nothing yet."""
        return MastodonWriter(
            self._signed_in(), throttle=self._throttle(), open_door=self._open_door()
        )

    def _signed_in(self) -> SignedIn:
        return SignedIn(address=self.address, server=self.host, token="robin-token")

    def _throttle(self) -> Throttle:
        return Throttle(self.host, clock=lambda: NOW_US, random=lambda: 0.5)

    def _open_door(self) -> OpenDoor:
        limits = Limits(read_seconds=0.3) if self._is_in_a_hurry else Limits()
        self._is_in_a_hurry = False
        door = LosingDoor if self.loses_answers else Door
        return partial(door, limits=limits, connector=Connector(allow_loopback=True))

    def mention_me(self, count: int) -> list[str]:
        posts = [self.post("ana", f"@robin tea number {n}?")["id"] for n in range(count)]
        return [f"{self.whole(post)}>{self.whole(self.ids['robin'])}" for post in posts]

    def follow_me(self, count: int) -> int:
        for n in range(self._followers, self._followers + count):
            self.ask(f"crowd{n}", f"accounts/{self.ids['robin']}/follow")
        self._followers += count
        return self._followers

    def post_at_home(self, text: str) -> str:
        return self.whole(self._at_home(text)["id"])

    def post_a_picture(self, text: str, *, link: str, shows: str) -> str:
        picture = self._upload("ana", shows)
        return self.whole(self._at_home(f"{text} {link}", media_ids=[picture])["id"])

    def hand_on(self, post: str) -> str:
        repost = self.ask("ana", f"statuses/{post.partition('@')[0]}/reblog")
        return self.whole(repost["id"])

    def _at_home(self, text: str, **fields: Any) -> Any:
        self.ask("robin", f"accounts/{self.ids['ana']}/follow")
        return self.post("ana", text, **fields)

    def _upload(self, name: str, shows: str) -> str:
        """A picture of no pixels, with its description: parts of a form (RFC 7578)."""
        part = "--tea\r\nContent-Disposition: form-data; name="
        form = (
            f'{part}"description"\r\n\r\n{shows}\r\n'
            f'{part}"file"; filename="bath.png"\r\nContent-Type: image/png\r\n\r\n\r\n--tea--\r\n'
        )
        kind = "multipart/form-data; boundary=tea"
        found: str = self._send(name, "media", form.encode(), kind, "POST")["id"]
        return found

    def write_to_me(self, text: str) -> None:
        self.post("ana", f"@robin {text}", visibility="direct")

    def take_back(self, mention: str) -> str:
        post = mention.partition(">")[0]
        self.ask("ana", f"statuses/{post.partition('@')[0]}", method="DELETE")
        return post

    def fail(self, fault: Fault) -> None:
        body = {"match": {"path_regex": "^/api/"}, "effect": _FAULTS[fault], "count": 1}
        self.ask("", "_mock/faults", **body)
        # Only who waits for it in vain need not be patient: the server is slow when all are busy.
        self._is_in_a_hurry = fault is Fault.TIMEOUT

    def whole(self, native_id: str) -> str:
        return f"{native_id}@{self.host}"

    def id_of(self, name: str) -> str:
        found: str = self.ask(name, "accounts/verify_credentials", method="GET")["id"]
        return found

    def post(self, name: str, text: str, **fields: Any) -> Any:
        return self.ask(name, "statuses", status=text, **fields)

    def ask(self, name: str, path: str, *, method: str = "POST", **fields: Any) -> Any:
        """One request as somebody, in the plainest way there is."""
        body = json.dumps(fields).encode() if fields else None
        return self._send(name, path, body, "application/json", method)

    def _send(self, name: str, path: str, body: bytes | None, kind: str, method: str) -> Any:
        request = Request(
            f"{self.address}/api/v1/{path}",
            method=method,
            data=body,
            headers={"Authorization": f"Bearer {name}-token", "Content-Type": kind},
        )
        with urlopen(request, timeout=10) as answer:
            return json.load(answer)
