"""The real servers of Bluesky, with an account on them: what tests/real_bluesky starts."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from atproto import Client
from machine import SOURCES
from server import Size, ask_bare, now_us, path_and_query

from hobnob.domain.people import Network
from hobnob.operations import connect
from hobnob.storage import models

sys.path.append(str(SOURCES.parent))

from tests.real_bluesky.network import network
from tests.real_bluesky.people import Somebody

_UPPER = re.compile("([A-Z])")


class BlueskyServer:
    """Robin's account."""

    name = "bluesky"

    def __init__(self, pds: str, robin: Somebody) -> None:
        self._pds, self._robin = pds, robin
        self._session = robin.client.export_session_string()
        self._password = robin.app_password()

    def connect(self) -> models.Connection:
        """Connect the account by an app password."""
        wish = connect.Wish(network=Network.BLUESKY, place=self._robin.handle)
        [asked] = wish.sign_in.asks_by_hand
        return connect.connect_by_hand(wish, {asked.name: self._password}, clock=now_us)

    def ask_by_client(self, asked: Sequence[str]) -> None:
        """The SDK's documented calls: app.bsky.graph.get_followers({...})."""
        client = Client(self._pds)
        client.login(session_string=self._session, fetch_bsky_profile=False)
        for url in asked:
            path, query = path_and_query(url)
            call = client
            for part in path.removeprefix("/xrpc/").split("."):
                call = getattr(call, _UPPER.sub(r"_\1", part).lower())
            call(query)
        client.request.close()

    def ask_bare(self, asked: Sequence[str]) -> None:
        """Addresses as they are."""
        ask_bare(asked, self._robin.client._session.access_jwt)


@contextmanager
def bluesky_server(size: Size) -> Iterator[BlueskyServer]:
    """The network of tests/real_bluesky, with an account that has something to read."""
    with network() as started:
        os.environ.update(started.settings)
        robin, ana, sam = (Somebody(started, f"{name}.test") for name in ("robin", "ana", "sam"))
        root = robin.post("Has anybody seen an elephant float?")
        for who, part in ((ana, size.mentions // 2), (sam, size.mentions - size.mentions // 2)):
            who.replies(root, part)
            who.follow(robin)
            robin.follow(who)
        hers = ana.posts(f"bath number {number}" for number in range(size.likes))
        robin.posts(f"tea number {number}" for number in range(size.posts))
        robin.likes(hers)
        robin.make_list("The Watchlist", ana, sam)
        started.settle()
        yield BlueskyServer(started.pds, robin)
        for who in (robin, ana, sam):
            who.leave()
