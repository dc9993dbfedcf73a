"""mastodon-mock in a process of its own, with an account on it.

https://github.com/matthewdeanmartin/mastodon_mock
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from mastodon import Mastodon
from server import Size, ask_bare, now_us, path_and_query

from hobnob.domain.people import Network
from hobnob.operations import connect
from hobnob.storage import models

_Call = Callable[..., object]
_CALLS: Mapping[str, Callable[[Mastodon], _Call]] = {
    "/api/v2/instance": lambda api: api.instance_v2,
    "accounts/verify_credentials": lambda api: api.account_verify_credentials,
    "accounts/(.+)/statuses": lambda api: api.account_statuses,
    "accounts/(.+)/followers": lambda api: api.account_followers,
    "accounts/(.+)/following": lambda api: api.account_following,
    "notifications": lambda api: api.notifications,
    "favourites": lambda api: api.favourites,
    "blocks": lambda api: api.blocks,
    "mutes": lambda api: api.mutes,
    "lists": lambda api: api.lists,
    "lists/(.+)/accounts": lambda api: api.list_accounts,
    "statuses/(.+)": lambda api: api.status,
}
"""What Mastodon.py calls the paths that a sync asks for."""


class MastodonServer:
    """Robin's account."""

    name = "mastodon"

    def __init__(self, address: str) -> None:
        self._address = address

    def connect(self) -> models.Connection:
        """Connect the account by its token."""
        wish = connect.Wish(network=Network.MASTODON, place=self._address.partition("://")[2])
        return connect.connect_by_hand(wish, {"token": _token("robin")}, clock=now_us)

    def ask_by_client(self, asked: Sequence[str]) -> None:
        """The documented calls of Mastodon.py."""
        api = client(self._address, "robin")
        for url in asked:
            path, query = path_and_query(url)
            call, arguments = _call(api, path.removeprefix("/api/v1/"))
            call(*arguments, **{_NAMES.get(name, name): value for name, value in query.items()})

    def ask_bare(self, asked: Sequence[str]) -> None:
        """Addresses as they are."""
        ask_bare(asked, _token("robin"))


_NAMES = {"types[]": "types", "exclude_types[]": "exclude_types"}


def _call(api: Mastodon, path: str) -> tuple[_Call, tuple[str, ...]]:
    for pattern, method in _CALLS.items():
        if match := re.fullmatch(pattern, path):
            return method(api), match.groups()
    raise LookupError(f"Add to _CALLS what Mastodon.py calls {path}.")


def client(address: str, name: str) -> Mastodon:
    """Mastodon.py as its documentation begins."""
    return Mastodon(api_base_url=address, access_token=_token(name), ratelimit_method="throw")


def _token(name: str) -> str:
    return f"{name}-token"


@contextmanager
def mastodon_server(size: Size) -> Iterator[MastodonServer]:
    """A server with an account that has something to read."""
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=serve, args=(there,))
    process.start()
    try:
        address: str = here.recv()
        _happen(address, size)
        yield MastodonServer(address)
    finally:
        here.send("enough")
        process.join()


def serve(pipe: Connection) -> None:
    """Serve until something is said."""
    from mastodon_mock.config import SeedAccount, SeedConfig
    from mastodon_mock.testing import MockServer

    accounts = [SeedAccount(username=n, access_token=_token(n)) for n in ("robin", "ana", "sam")]
    with MockServer(seed=SeedConfig(accounts=accounts)) as server:
        pipe.send(server.base_url)
        pipe.recv()


def _happen(address: str, size: Size) -> None:
    robin, ana, sam = (client(address, name) for name in ("robin", "ana", "sam"))
    me: Any = robin.account_verify_credentials()
    for who in (ana, sam):
        them: Any = who.account_verify_credentials()
        who.account_follow(me.id)
        robin.account_follow(them.id)
    for number in range(size.mentions):
        (ana, sam)[number % 2].status_post(f"@robin tea number {number}?")
    for number in range(size.posts):
        robin.status_post(f"tea number {number}")
    for number in range(size.likes):
        hers: Any = ana.status_post(f"bath number {number}")
        robin.status_favourite(hers.id)
