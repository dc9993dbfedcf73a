"""What one run is like: how many kills, how many workers, and by which rules they send."""

import time
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.actions import WRITES_TEXT, ActionKind, Recovery
from hobnob.domain.moments import SECOND
from hobnob.domain.people import Account, Network

ME = {
    Network.BLUESKY: Account(
        network=Network.BLUESKY, native_id="did:plc:robin", handle="robin.example"
    ),
    Network.MASTODON: Account(
        network=Network.MASTODON, native_id="1@tusk.example", handle="robin@tusk.example"
    ),
    Network.X: Account(network=Network.X, native_id="10000000001", handle="robinvale_eg"),
}

TEXTS = {
    Network.BLUESKY: Recovery.NAMED,
    Network.MASTODON: Recovery.KEYED,
    Network.X: Recovery.LOOK,
}
"""What tells, by network, whether a post arrived."""


def profile(network: Network, kind: ActionKind) -> Recovery:
    """What in truth tells whether an action arrived over there."""
    return TEXTS[network] if kind in WRITES_TEXT else Recovery.STATE


class Way(StrEnum):
    """Who sends."""

    HOBNOB = "hobnob"
    NAIVE = "naive"
    """Send, then mark as sent: what an outbox without claims does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """One run."""

    kills: int = 200
    workers: int = 1
    seed: int = 1
    way: Way = Way.HOBNOB
    grace_us: int = SECOND
    """Longer than the network takes over a request: see `faults.WORST_S`."""
    posts_on_x: Recovery = Recovery.LOOK
    """What X's writer says of posts. Anything else is a lie that has to show."""
    slow: int = 4
    """Of a hundred actions so many are done late, though within the worst time."""
    only: Recovery | None = None
    """Every action is of this profile; otherwise all four take turns."""
    actions: int = 800
    interactions: int = 7_200


START_US = 1_795_000_000 * SECOND
SPEED = 60
"""A minute passes in a second: the hold after a yes is half a second, a retry comes after one."""


@dataclass(frozen=True, slots=True)
class FastClock:
    """The moment it is (microseconds UTC), the same in every process of a run."""

    began_ns: int

    def __call__(self) -> int:
        """START_US and what has passed since, 60 times as fast."""
        return START_US + (time.monotonic_ns() - self.began_ns) * SPEED // 1_000
