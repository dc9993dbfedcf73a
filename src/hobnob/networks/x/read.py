"""Reads streams page by page, newest first, and says what each page cost.

A tail asks for what is newer than an id where X can be asked so, and else reads on until it meets
something it knows. What is mine is cheap, so its newest items are read again each time: an item
that is missing among them is looked up, and a post that X no longer has was taken back.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from hobnob.domain.networks import Cost
from hobnob.networks.base import Clock, Cursor, Page
from hobnob.networks.fields import part
from hobnob.networks.x.answers import gone_in, listed, looked_up, not_told_in
from hobnob.networks.x.client import Client
from hobnob.networks.x.errors import not_understood
from hobnob.networks.x.fields import words
from hobnob.networks.x.included import Included
from hobnob.networks.x.prices import A_PAGE, READ, Meter, Thing
from hobnob.networks.x.sources import Source
from hobnob.networks.x.translate import translated
from hobnob.networks.x.walk import REMEMBERED, Memory, Walk, posted_us


class _Step(NamedTuple):
    """One answer: what it says, and where to go on."""

    page: Page
    after: Walk


class Reader:
    """Reads one stream of one account."""

    def __init__(self, client: Client, meter: Meter, source: Source, clock: Clock) -> None:
        self._client = client
        self._meter = meter
        self._source = source
        self._clock = clock

    def tail(self, since: Cursor | None) -> Iterator[Page]:
        """What is newer than what was read before; of what is mine, that once more."""
        memory = Memory.of(since)
        self._meter.remember(self._source.thing, memory.keys, memory.day)
        newer_than = self._newer_than(memory.keys)
        walk = self._begin(since)
        while True:
            step = self._step(walk, self._source.most_of_tail, set(memory.keys), newer_than)
            walk = step.after
            has_met = not newer_than and bool(walk.met)
            if since is None or has_met or step.page.is_last:
                missing = self._missing(memory.keys, walk, is_whole=bool(newer_than))
                page = self._without_deleted(step.page, missing)
                yield replace(page, cursor=self._remember(walk, memory).place(), is_last=True)
                return
            yield replace(step.page, cursor={**memory.place(), **walk.place_of_tail()})

    def older(self, since: Cursor | None) -> Iterator[Page]:
        """Everything from the newest, or from where it was interrupted, to the beginning.

        A snapshot ends without a last page where somebody in it could not be understood.
        """
        walk = self._begin(since)
        while True:
            step = self._step(walk, A_PAGE, frozenset(), "")
            walk = step.after
            yield replace(step.page, cursor=walk.place())
            if not walk.older:
                return

    def _begin(self, since: Cursor | None) -> Walk:
        if since is not None and since.get("older"):
            return Walk.resumed(since)
        return Walk(began_us=self._clock())

    def _newer_than(self, known: Sequence[str]) -> str:
        """The id to ask for what is newer than; "" where X can't be asked so."""
        if not known or not self._source.has_since:
            return ""
        keeps_us = self._source.keeps_us
        if keeps_us is not None and posted_us(known[0]) <= self._clock() - keeps_us:
            return ""
        return str(int(known[-1]) - 1) if self._source.looks_again else known[0]

    def _step(self, walk: Walk, most: int, known: Set[str], newer_than: str) -> _Step:
        """One answer, from a place on."""
        before = self._client.requests
        asked = {**self._source.asked, "max_results": str(most)}
        if walk.older:
            asked["pagination_token"] = walk.older
        if newer_than:
            asked["since_id"] = newer_than
        answer = self._client.get(self._source.route, self._source.bucket, **asked)
        items = listed(answer)
        keys = [self._source.key(item) for item in items]
        seen, highest = Included(answer), walk.began_us - walk.read
        said, misshapen = translated(
            items, lambda item, place: self._source.translate(item, seen, highest - place)
        )
        problems = (*misshapen, *not_told_in(answer))
        older = words(part(answer, "meta"), "next_token")
        if older and older == walk.older:
            # It would go round in circles, and each turn costs.
            raise not_understood()
        is_flawed = walk.is_flawed or bool(problems)
        page = Page(
            cursor={},
            is_last=not older and not (self._source.is_snapshot and is_flawed),
            interactions=tuple(line for each in said for line in each.interactions),
            posts=tuple(post for each in said for post in each.posts),
            accounts=tuple(account for each in said for account in each.accounts),
            lists=tuple(one for each in said for one in each.lists),
            deleted_posts=(*gone_in(answer), *(post for each in said for post in each.gone)),
            problems=problems,
            cost=Cost(
                requests=self._client.requests - before,
                microdollars=self._meter.charge(self._source.thing, keys, self._source.price),
            ),
            limit=self._client.limit,
        )
        after = replace(
            walk,
            read=walk.read + len(items),
            older=older,
            is_flawed=is_flawed,
            top=(*walk.top, *filter(None, keys))[:REMEMBERED],
            met=(*walk.met, *(key for key in keys if key in known)),
        )
        return _Step(page, after)

    def _remember(self, walk: Walk, memory: Memory) -> Memory:
        """What to know again next time: the newest items, or the last one there was."""
        return Memory(keys=walk.top or memory.keys[:1], day=self._meter.today)

    # ── What was taken back ──────────────────────────────────────────────────

    def _missing(self, known: Sequence[str], walk: Walk, *, is_whole: bool) -> list[str]:
        """Items that should have come up again, had nothing happened to them."""
        if not self._source.looks_again:
            return []
        last_met = max((known.index(key) for key in walk.met), default=-1)
        expected = known if is_whole else known[: last_met + 1]
        return [key for key in expected if key not in walk.met]

    def _without_deleted(self, page: Page, missing: Sequence[str]) -> Page:
        """The page, with those missing posts that are gone for good. An unliked one is not."""
        if not missing:
            return page
        before = self._client.requests
        answer = self._client.get("/2/tweets", "posts", ids=",".join(missing))
        there = [self._source.key(item) for item in looked_up(answer)]
        cost = Cost(
            requests=self._client.requests - before,
            microdollars=self._meter.charge(Thing.POST, there, READ[Thing.POST]),
        )
        return replace(
            page, deleted_posts=(*page.deleted_posts, *gone_in(answer)), cost=page.cost + cost
        )
