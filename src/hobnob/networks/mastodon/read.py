"""Reads streams page by page: newest first, until something is met that was there the last time.

Only ids are compared, and only for being the same: servers count in numbers, in base 62, in hex or
by time (docs/decisions/0041-newest-first.md). A place is kept after each page, so that whoever is
interrupted goes on where it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from hobnob.domain.networks import Cost
from hobnob.networks.base import Cursor, Json, Page, Problem
from hobnob.networks.fields import Misshapen, Record
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.client import Client, Listed
from hobnob.networks.mastodon.errors import NotThere
from hobnob.networks.mastodon.fields import id_in
from hobnob.networks.mastodon.sources import Source
from hobnob.networks.mastodon.translate import Said
from hobnob.networks.throttle import Clock

REMEMBERED = 40
"""So many of the newest items are looked at again each time: what was edited or deleted shows."""
_MOST_CHECKED = 20
"""Posts that are asked for one by one to learn whether they are gone."""


LEAST_PER_ANSWER = 20
"""No server gives fewer at a time: fewer than this is all there is."""

Pairs = tuple[tuple[str, str], ...]
"""Keys of items, each with the id of the post that it would be gone with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where a walk from the newest item downwards is."""

    began_us: int
    """When it began: what has no date is put in order by this."""
    read: int = 0
    older: str = ""
    """What to ask for as `max_id`; "" at the top."""
    is_flawed: bool = False
    """Something on the way could not be understood: a snapshot without it is not whole."""
    top: Pairs = ()
    """Key and post of the newest items, to be remembered once the walk has met what is known."""

    @classmethod
    def resumed(cls, cursor: Cursor) -> "Walk":
        """The walk that a cursor was made of."""
        place: Any = cursor
        return cls(
            began_us=place["began_us"],
            read=place["read"],
            older=place["older"],
            is_flawed=place["is_flawed"],
            top=tuple((key, post) for key, post in place.get("top", ())),
        )

    def place(self) -> dict[str, Json]:
        """The walk as JSON, without its top."""
        return {
            "began_us": self.began_us,
            "read": self.read,
            "older": self.older,
            "is_flawed": self.is_flawed,
        }


class _Step(NamedTuple):
    """One answer: what it says, where to go on, and the keys of its items with their posts."""

    page: Page
    after: Walk
    seen: Mapping[str, str]


class Reader:
    """Reads one stream of one account."""

    def __init__(self, client: Client, source: Source, accounts: Accounts, clock: Clock) -> None:
        self._client = client
        self._source = source
        self._accounts = accounts
        self._clock = clock

    def tail(self, since: Cursor | None) -> Iterator[Page]:
        """What is newer than what was read before, and that once more."""
        known = _remembered(since)
        walk = self._begin(since)
        while True:
            step = self._step(walk, {key for key, _ in known})
            walk = step.after
            met = since is None or any(key in step.seen for key, _ in known)
            if met or step.page.is_last:
                yield replace(
                    self._without_deleted(step, known),
                    cursor={"known": _pairs(walk.top)},
                    is_last=True,
                )
                return
            cursor = {"known": _pairs(known), "top": _pairs(walk.top), **walk.place()}
            yield replace(step.page, cursor=cursor)

    def older(self, since: Cursor | None) -> Iterator[Page]:
        """Everything from the newest, or from where it was interrupted, to the beginning.

        A snapshot ends without a last page where the server has more and no way to be asked for
        it, or where somebody in it could not be understood.
        """
        walk = self._begin(since)
        while True:
            step = self._step(walk, frozenset())
            walk = step.after
            yield replace(step.page, cursor=walk.place())
            if step.page.is_last or not walk.older:
                return

    def _begin(self, since: Cursor | None) -> Walk:
        if since is not None and since.get("older"):
            return Walk.resumed(since)
        return Walk(began_us=self._clock())

    def _step(self, walk: Walk, known: Set[str]) -> _Step:
        """One answer, from a place on."""
        before = self._client.requests
        asked = {"limit": self._source.most} | ({"max_id": walk.older} if walk.older else {})
        listed = self._client.listed(lambda api: self._source.ask(api, asked))
        seen = [(self._source.key(item), self._source.post(item)) for item in listed.items]
        said, problems = self._translated(listed.items, walk, known)
        older = self._older(listed, walk)
        is_flawed = walk.is_flawed or bool(problems)
        page = Page(
            cursor={},
            is_last=not older and self._is_whole(listed, is_flawed=is_flawed),
            interactions=tuple(line for each in said for line in each.interactions),
            posts=tuple(post for each in said for post in each.posts),
            accounts=tuple(account for each in said for account in each.accounts),
            lists=tuple(one for each in said for one in each.lists),
            problems=tuple(problems),
            cost=Cost(requests=self._client.requests - before),
            limit=self._client.limit,
        )
        after = replace(
            walk,
            read=walk.read + len(seen),
            older=older,
            is_flawed=is_flawed,
            top=(*walk.top, *seen)[:REMEMBERED],
        )
        return _Step(page, after, dict(seen))

    def _translated(
        self, items: Iterable[Record], walk: Walk, known: Set[str]
    ) -> tuple[list[Said], list[Problem]]:
        said, problems = [], []
        for place, item in enumerate(items, start=walk.read):
            key = self._source.key(item)
            whole = item if key in known else self._source.complete(self._client, item)
            try:
                said.append(self._source.translate(whole, walk.began_us - place))
            except Misshapen as error:
                problems.append(Problem(where=key or f"item {place + 1}", reason=str(error)))
        return said, problems

    def _older(self, listed: Listed, walk: Walk) -> str:
        """Where to go on, "" where there is nothing more or no way on."""
        if listed.is_end or not self._source.is_paged:
            return ""
        older = listed.older
        if not older and self._source.is_paged_by_own_ids:
            older = id_in(listed.items[-1])
        # A server that does not heed what it is asked for says the same again and again.
        return "" if older == walk.older else older

    def _is_whole(self, listed: Listed, *, is_flawed: bool) -> bool:
        """Whether an answer after which there is no way on was the last one."""
        if not self._source.is_snapshot:
            return True
        is_end = listed.is_end or not self._source.is_paged
        return not is_flawed and (is_end or len(listed.items) < LEAST_PER_ANSWER)

    def _without_deleted(self, step: _Step, known: Pairs) -> Page:
        """The page, with those posts that were there the last time and are gone for good."""
        last_met = max((n for n, (key, _) in enumerate(known) if key in step.seen), default=-1)
        # Either the item is gone with its post, or it stayed behind without it.
        missing = {
            post for key, post in known[: last_met + 1] if post and step.seen.get(key) != post
        }
        before = self._client.requests
        deleted = [post for post in sorted(missing)[:_MOST_CHECKED] if self._is_gone(post)]
        return replace(
            step.page,
            deleted_posts=tuple(map(self._accounts.whole, deleted)),
            cost=step.page.cost + Cost(requests=self._client.requests - before),
        )

    def _is_gone(self, post: str) -> bool:
        """Whether a post can't be seen any more. An unliked or dismissed one can."""
        try:
            self._client.ask(lambda api: api.status(post))
        except NotThere:
            return True
        return False


def _pairs(pairs: Pairs) -> list[Json]:
    return [[key, post] for key, post in pairs]


def _remembered(since: Cursor | None) -> Pairs:
    known: Any = (since or {}).get("known", ())
    return tuple((key, post) for key, post in known)
