"""Asks for people as they are now: who follows me, whom I mute, who is on a list.

https://docs.bsky.app/docs/api/app-bsky-graph-get-followers, .../app-bsky-graph-get-mutes,
.../app-bsky-graph-get-list
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

from hobnob.networks.base import Clock
from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.translate import Said
from hobnob.networks.bluesky.walk import Answer
from hobnob.networks.fields import Record, words

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """One list of people, whoever came last first. Its cursors name people and are the server's."""

    client: Client
    clock: Clock
    name: str
    """What is asked: "app.bsky.graph.getFollowers"."""
    asked: Mapping[str, str]
    found: str
    """Under which key the answer holds them."""
    translate: Callable[[Record, int], Said]
    """Takes an order among its like, too: a larger number is later."""

    def fetch(self, older: str) -> Answer:
        """The page below a place: "ORDER CURSOR", where the order of its first item stands."""
        order, _, place = older.partition(" ")
        first = int(order) if order else self.clock()
        answer = self.client.ask(self.name, limit=MOST, cursor=place, **self.asked)
        found, cursor = listed(answer, self.found), words(answer, "cursor")
        orders = count(first, -1)
        return Answer(
            page=page_of(found, lambda item: self.translate(item, next(orders))),
            # Who says the same again and again would never come to an end.
            older="" if cursor in ("", place) else f"{first - len(found)} {cursor}",
        )
