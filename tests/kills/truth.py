"""Three networks in memory: what happened on them, and what was done on them how many times."""

import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from hobnob.domain.actions import OPPOSITE, Action, ActionKind, Recovery
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import SNAPSHOTS, Reach, Stream
from hobnob.domain.people import Network
from tests.kills.setup import ME, profile

What = tuple[str, str, str, str, str]
"""Network, kind, target, text and list: what an action does, whoever asks for it."""

Item = list[Any]
"""Kind, native id, number of who it was, moment (microseconds)."""


def what(action: Action) -> What:
    """What an action does."""
    return (
        str(action.network),
        str(action.kind),
        action.target,
        action.text,
        action.on_list,
    )


_SETS = {ActionKind.LIKE, ActionKind.FOLLOW, ActionKind.LIST_ADD}


@dataclass
class Doings:
    """What was done. Each thing that came to be is counted, whoever asked for it how often."""

    made: Counter[What] = field(default_factory=Counter)
    so_now: set[What] = field(default_factory=set)
    """States that are set, by the action that sets them."""
    told: set[What] = field(default_factory=set)
    """What somebody who looked was told to be there."""
    _keys: set[str] = field(default_factory=set)
    _moments: dict[What, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def do(self, done: What, key: str, *, now_us: int) -> None:
        """Do it once more, unless the network knows that it is done."""
        with self._lock:
            match _profile(done):
                case Recovery.STATE:
                    self._set(done)
                case Recovery.NAMED | Recovery.KEYED if key in self._keys:
                    return
                case Recovery.NAMED:
                    self._keys.add(key)
                    self._make(done, now_us)
                case _:
                    self._make(done, now_us)

    def remember(self, key: str) -> None:
        """Store the key of a post, which a server does some time after the post."""
        with self._lock:
            self._keys.add(key)

    def find(self, sought: What, key: str, *, since_us: int) -> bool:
        """Whether it is there."""
        with self._lock:
            is_there = self._is_there(sought, key, since_us)
            if is_there:
                self.told.add(sought)
        return is_there

    def _is_there(self, sought: What, key: str, since_us: int) -> bool:
        match _profile(sought):
            case Recovery.STATE:
                kind = ActionKind(sought[1])
                return (_setting(sought) in self.so_now) is (kind in _SETS)
            case Recovery.NAMED:
                return key in self._keys
        return self._moments.get(sought, -1) >= since_us

    def _set(self, done: What) -> None:
        setting = _setting(done)
        if done == setting and setting not in self.so_now:
            self.so_now.add(setting)
            self.made[done] += 1
        elif done != setting and setting in self.so_now:
            self.so_now.remove(setting)
            self.made[done] += 1

    def _make(self, done: What, now_us: int) -> None:
        self.made[done] += 1
        self._moments[done] = now_us


def _profile(done: What) -> Recovery:
    return profile(Network(done[0]), ActionKind(done[1]))


def _setting(done: What) -> What:
    """The same, or what it takes back."""
    kind = ActionKind(done[1])
    network, _, target, text, on_list = done
    return (network, str(kind if kind in _SETS else OPPOSITE[kind]), target, text, on_list)


# ── What happens ─────────────────────────────────────────────────────────────

PAGE = 40
OVERLAP = 6
PEOPLE = 150
_TOWARDS_ME = (Kind.LIKE, Kind.MENTION, Kind.REPLY, Kind.REPOST)


@dataclass
class Happenings:
    """What happened, by network and stream, in the order it did."""

    random: Random
    streams: dict[tuple[str, str], list[Item]] = field(default_factory=dict)
    count: int = 0

    def __post_init__(self) -> None:
        for network in ME:
            for stream in (Stream.NOTIFICATIONS, Stream.MY_POSTS, Stream.MY_LIKES):
                self.streams[network, stream] = []
            self.streams[network, Stream.FOLLOWERS] = [
                [Kind.FOLLOW, f"{who}>me", who, None] for who in range(PEOPLE)
            ]

    def happen(self, count: int, *, now_us: int) -> None:
        """So many things happen, all at one moment."""
        for _ in range(count):
            self.count += 1
            network = self.random.choice(list(ME))
            item = [
                self.random.choice(_TOWARDS_ME),
                f"{self.count:07}",
                self.random.randrange(PEOPLE),
                now_us,
            ]
            for stream in self._where():
                self.streams[network, stream].append(item)

    def _where(self) -> Sequence[Stream]:
        """Some things are told by two streams."""
        return self.random.choice(
            (
                [Stream.NOTIFICATIONS],
                [Stream.NOTIFICATIONS],
                [Stream.NOTIFICATIONS, Stream.MY_POSTS],
                [Stream.MY_POSTS],
                [Stream.MY_LIKES],
            )
        )

    def page(
        self, network: str, stream: str, reach: str, place: int | None
    ) -> tuple[list[Item], int, bool]:
        """Items, the place to go on from, and whether that is the end. Pages overlap."""
        items = self.streams.get((network, stream), [])
        end = len(items)
        if stream not in SNAPSHOTS and reach == Reach.BACKFILL:
            stop = end if place is None else min(end, place + OVERLAP)
            start = max(0, (end if place is None else place) - PAGE)
            return items[start:stop], start, start == 0
        if place is None:
            start = 0 if stream in SNAPSHOTS else max(0, end - PAGE)
        else:
            start = max(0, place - OVERLAP)
        stop = min(end, max(start, place or start) + PAGE)
        return items[start:stop], stop, stop == end

    def known(self) -> list[list[str]]:
        """Network, kind and native id of all that can be read."""
        shown = {
            (network, item[0], item[1])
            for (network, _), items in self.streams.items()
            for item in items
        }
        return [list(each) for each in sorted(shown)]
