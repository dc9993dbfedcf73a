"""A network in memory behind the Adapter's shape, which misbehaves as real ones do.

What happens there is the truth a sync is measured by. Moments are as coarse as a millisecond, so
many things happen at the same one, and what comes late may be sorted before what was read. Pages
overlap and are shuffled. Each request meets the next fault of a plan; without any all goes well.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import cast

from hobnob.domain.interactions import Interaction
from hobnob.domain.moments import MINUTE
from hobnob.domain.networks import (
    FEEDS,
    NOTHING,
    SNAPSHOTS,
    Capability,
    Cost,
    Mode,
    Reach,
    RemoteList,
    Stream,
)
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.base import (
    Cursor,
    CursorExpired,
    NetworkRefused,
    Page,
    Problem,
    RateLimited,
    SignInNeeded,
    Unreachable,
)

MILLISECOND = 1_000

Standing = Interaction | Account | RemoteList
"""What a snapshot is made of: follows, blocks and mutes; members of a list; lists."""


class Killed(BaseException):
    """As if the process had died."""


class Fault(StrEnum):
    """What may become of one request."""

    NONE = "none"
    RATE_LIMIT = "429"
    SERVER_ERROR = "5xx"
    TIMEOUT = "timeout"
    HALF_ANSWER = "half answer"
    NO_WAY_ON = "no way on"
    """The pages stop before the last one, because nobody can tell how to ask for it."""
    EXPIRED = "cursor expired"
    SIGNED_OUT = "signed out"
    REFUSED = "refused"
    KILLED = "killed"


@dataclass
class FakeNetwork:
    """One account's view of a network. Change it as you like between two syncs."""

    me: Account
    streams: dict[Stream, list[Interaction]] = field(default_factory=dict)
    so_now: dict[tuple[Stream, str], list[Standing]] = field(default_factory=dict)
    edited: dict[str, Post] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    modes: dict[Capability, Mode] = field(
        default_factory=lambda: dict.fromkeys(Capability, Mode.API)
    )
    faults: list[Fault] = field(default_factory=list)
    page_size: int = 4
    overlap: int = 2
    cost: Cost = field(default_factory=lambda: Cost(requests=1))
    now_us: int = 0
    shuffle: random.Random = field(default_factory=lambda: random.Random(7))
    requests: list[tuple[Stream, Reach]] = field(default_factory=list)
    revoked: bool = False

    @property
    def network(self) -> Network:
        return self.me.network

    # ── What people do there ─────────────────────────────────────────────────

    def happen(self, stream: Stream, *interactions: Interaction) -> None:
        """Something happens."""
        self.streams.setdefault(stream, []).extend(interactions)

    def edit(self, post: Post) -> None:
        """The author changes the words."""
        self.edited[post.native_id] = post

    def delete(self, native_id: str) -> None:
        """The author takes the post back; what it was part of is shown no more."""
        self.deleted.add(native_id)

    # ── The adapter ──────────────────────────────────────────────────────────

    def capabilities(self) -> Mapping[Capability, Mode]:
        return self.modes

    def whoami(self) -> Account:
        return self.me

    @property
    def cost_of_lookups(self) -> Cost:
        return NOTHING

    def resolve(self, name: str) -> Account | None:
        return self.me if name == self.me.handle else None

    def hydrate(self, native_ids: Sequence[str]) -> Iterator[Account]:
        return iter(each for each in [self.me] if each.native_id in native_ids)

    def price(self, stream: Stream, *, reach: Reach, count: int) -> Cost:
        pages = -(-count // self.page_size)
        return Cost(
            requests=pages * self.cost.requests, microdollars=pages * self.cost.microdollars
        )

    def pull(
        self,
        stream: Stream,
        *,
        of: str = "",
        reach: Reach,
        since: Cursor | None = None,
        members: Sequence[str] = (),
    ) -> Iterator[Page]:
        if stream is Stream.LIST_POSTS:
            return self._round(members, since)
        if stream in SNAPSHOTS:
            return self._whole(stream, of, since)
        if reach is Reach.TAIL:
            return self._tail(stream, since)
        return self._backwards(stream, since)

    def _tail(self, stream: Stream, since: Cursor | None) -> Iterator[Page]:
        """Upwards, beginning with everything at the cursor's own moment once more."""
        items = self._items(stream)
        start = max(0, len(items) - self.page_size)
        if since is not None:
            at = cast(int, since["at"])
            start = next((n for n, each in enumerate(items) if _at(each) >= at), len(items))
        while self._answers(stream, Reach.TAIL, since):
            some = items[start : start + self.page_size]
            end = start + len(some)
            at = _at(some[-1]) if some else cast(int, since["at"]) if since else 0
            since = {"at": at}
            yield self._page(some, since, is_last=end >= len(items), is_feed=stream in FEEDS)
            if end >= len(items):
                return
            start = max(end - self.overlap, start + 1)

    def _backwards(self, stream: Stream, since: Cursor | None) -> Iterator[Page]:
        """Downwards, beginning with the item at the cursor once more."""
        items = self._items(stream)[::-1]
        start = 0
        if since is not None:
            place = (cast(int, since["at"]), cast(str, since["id"]))
            start = next((n for n, each in enumerate(items) if _place(each) <= place), len(items))
        while self._answers(stream, Reach.BACKFILL, since):
            some = items[start : start + self.page_size]
            end = start + len(some)
            at, native_id = _place(some[-1]) if some else (0, "")
            since = {"at": at, "id": native_id}
            yield self._page(some, since, is_last=end >= len(items))
            if end >= len(items):
                return
            start = max(end - self.overlap, start + 1)

    def _whole(self, stream: Stream, of: str, since: Cursor | None) -> Iterator[Page]:
        """What is so now. The cursor names what was shown, so that nobody slips by who moves up."""
        everything = self.so_now.get((stream, of), [])
        shown = list(cast(list[str], since["shown"])) if since else []
        while self._answers(stream, Reach.BACKFILL, since):
            left = [each for each in everything if each.native_id not in shown]
            some = left[: self.page_size]
            shown += [each.native_id for each in some]
            since = {"shown": [*shown]}
            is_last = len(some) == len(left)
            yield Page(
                cursor=since,
                is_last=is_last,
                interactions=tuple(each for each in some if isinstance(each, Interaction)),
                accounts=tuple(each for each in some if isinstance(each, Account)),
                lists=tuple(each for each in some if isinstance(each, RemoteList)),
                cost=self.cost,
            )
            if is_last:
                return

    def _round(self, members: Sequence[str], since: Cursor | None) -> Iterator[Page]:
        """The newest page of each of these people, from where the last round was left."""
        left = [each for each in cast(list[str], (since or {}).get("todo", [])) if each in members]
        todo = left or list(members)
        places = dict(cast(dict[str, int], (since or {}).get("places", {})))
        while self._answers(Stream.LIST_POSTS, Reach.TAIL, since):
            member = todo.pop(0)
            posts = [
                each for each in self._posts() if each.author and each.author.native_id == member
            ]
            places[member] = len(posts)
            since = {"places": {**places}, "todo": [*todo]}
            newest = tuple(posts[-self.page_size :])
            yield Page(cursor=since, is_last=not todo, posts=newest, cost=self.cost)
            if not todo:
                return

    def _posts(self) -> list[Post]:
        """Every post there is to be seen, oldest first."""
        said = [each for stream in self.streams for each in self._items(stream)]
        return [each.post for each in sorted(said, key=_place) if each.post is not None]

    def _items(self, stream: Stream) -> list[Interaction]:
        """What a stream shows now, oldest first; equal moments in no order that means anything."""
        shown = [
            each if each.post is None else replace(each, post=self._as_it_is(each.post))
            for each in self.streams.get(stream, [])
            if each.post is None or each.post.native_id not in self.deleted
        ]
        return sorted(shown, key=_place)

    def _as_it_is(self, post: Post) -> Post:
        return self.edited.get(post.native_id, post)

    def _page(
        self, some: Sequence[Interaction], cursor: Cursor, *, is_last: bool, is_feed: bool = False
    ) -> Page:
        """One answer; a feed is made of what was said, and of nothing between people."""
        shuffled = list(some)
        self.shuffle.shuffle(shuffled)
        said = [each.post for each in shuffled if each.post is not None] if is_feed else []
        return Page(
            cursor=cursor,
            is_last=is_last,
            interactions=() if is_feed else tuple(shuffled),
            posts=(*said, *self.edited.values()),
            deleted_posts=tuple(self.deleted),
            problems=tuple(self.problems),
            cost=self.cost,
        )

    def _answers(self, stream: Stream, reach: Reach, since: Cursor | None) -> bool:
        """Whether the next request is answered as it should be: that is up to the plan."""
        self.requests.append((stream, reach))
        match self.faults.pop(0) if self.faults else Fault.NONE:
            case Fault.RATE_LIMIT:
                until_us = self.now_us + 15 * MINUTE
                raise RateLimited("Tusk: waiting until 14:05 UTC (rate limit).", until_us=until_us)
            case Fault.SERVER_ERROR | Fault.TIMEOUT | Fault.HALF_ANSWER as fault:
                said = f"Tusk gave no proper answer ({fault}): the next sync goes on."
                raise Unreachable(said, may_have_arrived=True)
            case Fault.NO_WAY_ON:
                return False
            case Fault.EXPIRED if since is not None:
                raise CursorExpired("Tusk forgot the place: the next sync begins at the newest.")
            case Fault.SIGNED_OUT:
                raise SignInNeeded("Tusk does not know us any more: run `hobnob connect mastodon`.")
            case Fault.REFUSED:
                raise NetworkRefused("Tusk does not show that to this account.")
            case Fault.KILLED:
                raise Killed
        return True


def _at(interaction: Interaction) -> int:
    """The moment as the network keeps it: in whole milliseconds."""
    return (interaction.at_us or 0) // MILLISECOND


def _place(interaction: Interaction) -> tuple[int, str]:
    """Where it stands in its stream."""
    return _at(interaction), interaction.native_id
