"""What a benchmark asks of a network's servers on this machine."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple, Protocol
from urllib.parse import parse_qsl, urlsplit

import httpx

from hobnob.domain.moments import to_us
from hobnob.storage import models


class Size(NamedTuple):
    """How much there is to read on an account."""

    mentions: int
    posts: int
    likes: int


class Server(Protocol):
    """An account that was mentioned, wrote and liked so often, and who asks for it."""

    name: str

    def connect(self) -> models.Connection:
        """Connect the account to the hobnob whose database is empty."""
        ...

    def ask_by_client(self, asked: Sequence[str]) -> None:
        """Ask for the same addresses by the network's own client library; drop the answers."""
        ...

    def ask_bare(self, asked: Sequence[str]) -> None:
        """Ask for the same addresses by httpx, parse the JSON, drop it."""
        ...


def now_us() -> int:
    """The moment it is now (microseconds UTC)."""
    return to_us(datetime.now(UTC))


def ask_bare(asked: Sequence[str], token: str) -> None:
    """Ask for addresses one after the other, on one connection."""
    with httpx.Client(headers={"Authorization": f"Bearer {token}"}) as client:
        for url in asked:
            client.get(url).raise_for_status().json()


def path_and_query(url: str) -> tuple[str, dict[str, str | int | list[str]]]:
    """Of "/a?limit=9&uris=b&uris=c": "/a" and {"limit": 9, "uris": ["b", "c"]}."""
    parts = urlsplit(url)
    query: dict[str, str | int | list[str]] = {}
    for name, value in parse_qsl(parts.query):
        given = query.get(name)
        if name == "limit":
            query[name] = int(value)
        elif name in LISTED:
            query[name] = [*given, value] if isinstance(given, list) else [value]
        else:
            query[name] = value
    return parts.path, query


LISTED = frozenset({"uris", "actors", "id[]", "types[]", "reasons"})
"""What may be given several times."""
