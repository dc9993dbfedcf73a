"""Somebody on one of the servers, who signs in, reads and acts as hobnob does."""

import re
from collections.abc import Callable
from itertools import count
from threading import Event
from time import time
from typing import TypeVar
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener, urlopen

import pytest

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import SECOND
from hobnob.domain.networks import Reach, Stream
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Order, Outcome, Secret, Unreachable
from hobnob.networks.mastodon.adapter import MastodonAdapter
from hobnob.networks.mastodon.connecting import SIGN_IN_TO_ACT
from hobnob.networks.mastodon.write import MastodonWriter, open_writer
from tests.snac.servers import Server

PATIENCE_SECONDS = 120
"""Letters between two servers take a few seconds each; on a busy machine, longer."""
_BACK = "http://127.0.0.1:9/"

_Found = TypeVar("_Found")
_keys = count(1)


class Somebody:
    """One account, and what it sees and does."""

    def __init__(self, server: Server, name: str) -> None:
        self.server = server
        self.handle = f"{name}@{server.name}"
        self.secret = _signed_in(server, name)
        self.me: Account = patiently(lambda: self.adapter().whoami())

    def adapter(self) -> MastodonAdapter:
        return SIGN_IN_TO_ACT.adapter(
            self.server.host, self.secret, clock=_now_us, keep=pytest.fail
        )

    def writer(self) -> MastodonWriter:
        return open_writer(self.server.host, self.secret, clock=_now_us, keep=pytest.fail)

    def order(self, kind: ActionKind, target: str = "", text: str = "") -> Order:
        """One approved now."""
        by = self.me.native_id
        action = Action(network=Network.MASTODON, by=by, kind=kind, target=target, text=text)
        return Order(action=action, key=f"3m{next(_keys):011}", approved_us=_now_us())

    def do(self, kind: ActionKind, target: str = "", text: str = "") -> Outcome:
        """Act once, and look whether it happened where the answer got lost on the way."""
        order = self.order(kind, target, text)
        try:
            return self.writer().send(order)
        except Unreachable:
            found = patiently(lambda: self.writer().find(order))
            assert found is not None, f"{kind} never arrived"
            return found

    def knows(self, other: "Somebody") -> Account:
        """The other one, as this server knows them."""
        return eventually(lambda: self.adapter().resolve(other.handle))

    def hears(self, kind: Kind, other: "Somebody") -> str:
        """Waits until the other one did that to me. The native id of the post it is about."""

        def heard() -> str | None:
            for page in self.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL):
                for line in page.interactions:
                    is_theirs = line.actor is not None and line.actor.handle == other.handle
                    if is_theirs and (line.kind, line.direction) == (kind, Direction.TOWARDS_ME):
                        return line.post.native_id if line.post else "no post"
            return None

        return eventually(heard)


def eventually(ask: Callable[[], _Found | None]) -> _Found:
    """What comes in the end: servers deliver when they get round to it."""
    for _ in range(PATIENCE_SECONDS * 2):
        if (found := patiently(ask)) is not None:
            return found
        Event().wait(0.5)
    raise AssertionError("it never came")


def patiently(ask: Callable[[], _Found]) -> _Found:
    """The answer, asked for again where the connection broke off, as snac's do now and then."""
    for _ in range(5):
        try:
            return ask()
        except Unreachable:
            Event().wait(0.5)
    return ask()


def _now_us() -> int:
    return int(time() * SECOND)


class _StayHere(HTTPRedirectHandler):
    """Where the browser would be sent is all that is wanted."""

    def redirect_request(self, *_: object) -> None:
        return None


def _signed_in(server: Server, name: str) -> Secret:
    """As in a browser: open the page, say who I am, and come back with a code."""
    address, begun = SIGN_IN_TO_ACT.begin(server.host, returns_to=_BACK)
    with urlopen(address, timeout=10) as answer:
        page = answer.read().decode()
    fields = dict(re.findall(r'name="([^"]+)"[^>]*value="([^"]*)"', page))
    fields |= {"login": name, "passwd": server.passwords[name]}
    action = re.search(r'action="([^"]+)"', page)
    assert action, page
    there = urlsplit(action[1])._replace(scheme="http", netloc=server.host).geturl()
    with pytest.raises(HTTPError) as sent_on:
        build_opener(_StayHere).open(there, urlencode(fields).encode(), timeout=10)
    asked = parse_qs(urlsplit(sent_on.value.headers["Location"]).query)
    sent_on.value.close()
    assert asked["state"] == [begun["state"]]
    return SIGN_IN_TO_ACT.finish(server.host, asked["code"][0], begun)
