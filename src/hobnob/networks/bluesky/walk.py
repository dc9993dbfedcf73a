"""Walks a stream from its newest item downwards, page by page, and keeps a place after each.

Items are looked at again for some hours, because what is new need not be on top: whoever writes a
record dates it, and it may arrive late (docs/how-to/connect-bluesky.md).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from hobnob.domain.moments import HOUR
from hobnob.networks.base import Cursor, Json, Page

OVERLAP = 6 * HOUR
REMEMBERED = 40
"""So many of the newest items are remembered: when they are missed, their posts may be gone."""
MOST_CHECKED = 20


class Key(NamedTuple):
    """What an item is recognised by when it is read again."""

    uri: str
    post: str
    """The post without which the item would not be there."""
    at_us: int
    """Where it stands in the stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One page as it was answered, and where the next one begins."""

    page: Page
    """What it says; its cursor is the walk's to fill in."""
    older: str
    """What to ask for to get what is older; "" at the end."""
    keys: tuple[Key, ...] = ()
    lowest_us: int | None = None
    """Everything newer than this was shown. None where nothing on the page has a moment."""


Fetch = Callable[[str], Answer]
"""Asks for the page at a place, "" for the newest."""
IsGone = Callable[[str], bool]


def newest_first(
    fetch: Fetch, since: Cursor | None, is_gone: IsGone, *, now_us: int
) -> Iterator[Page]:
    """What is newer than what was read before, and some of that once more."""
    walk = _Tail.resumed(since)
    while True:
        answer = fetch(walk.older)
        gone = [post for post in walk.missed(answer) if is_gone(post)]
        walk = walk.after(answer)
        is_last = since is None or not answer.older or walk.is_below_floor
        page = replace(answer.page, deleted_posts=(*answer.page.deleted_posts, *gone))
        yield replace(page, cursor=walk.done(now_us) if is_last else walk.place(), is_last=is_last)
        if is_last:
            return


def to_the_end(fetch: Fetch, since: Cursor | None, *, is_snapshot: bool) -> Iterator[Page]:
    """Everything from the newest, or from where it was interrupted, to the beginning.

    A snapshot ends without a last page where somebody in it could not be understood.
    """
    place: Any = since or {}
    older, is_flawed = place.get("older", ""), place.get("is_flawed", False)
    while True:
        answer = fetch(older)
        older = answer.older
        is_flawed = is_snapshot and (is_flawed or bool(answer.page.problems))
        cursor = {"older": older, "is_flawed": is_flawed}
        yield replace(answer.page, cursor=cursor, is_last=not older and not is_flawed)
        if not older:
            return


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tail:
    """Where a walk is that ends some hours below what was the newest item the last time."""

    floor_us: int = 0
    known: tuple[Key, ...] = ()
    """The newest items of the last time."""
    older: str = ""
    top: tuple[Key, ...] = ()
    """The newest items of this time."""
    lowest_us: int | None = None
    """Down to where it is read."""

    @classmethod
    def resumed(cls, since: Cursor | None) -> "_Tail":
        place: Any = since or {}
        return cls(
            floor_us=place.get("floor_us", 0),
            known=tuple(Key(*each) for each in place.get("known", ())),
            older=place.get("older", ""),
            top=tuple(Key(*each) for each in place.get("top", ())),
            lowest_us=place.get("lowest_us"),
        )

    def missed(self, answer: Answer) -> list[str]:
        """Posts of remembered items that should have been on a page, and were not."""
        lowest = answer.lowest_us if answer.older else -1
        if lowest is None:
            return []
        seen = {key.uri for key in (*answer.keys, *self.top)}
        missing = [
            key.post
            for key in self.known
            if key.post and key.uri not in seen and self._is_between(key, lowest)
        ]
        return list(dict.fromkeys(missing))[:MOST_CHECKED]

    def _is_between(self, key: Key, lowest_us: int) -> bool:
        return lowest_us < key.at_us and (self.lowest_us is None or key.at_us < self.lowest_us)

    def after(self, answer: Answer) -> "_Tail":
        lowest = answer.lowest_us
        return replace(
            self,
            older=answer.older,
            top=tuple(sorted({*self.top, *answer.keys}, key=_newest)[:REMEMBERED]),
            lowest_us=self.lowest_us if lowest is None else lowest,
        )

    @property
    def is_below_floor(self) -> bool:
        return self.lowest_us is not None and self.lowest_us < self.floor_us

    def place(self) -> Cursor:
        return {
            "floor_us": self.floor_us,
            "known": _rows(self.known),
            "older": self.older,
            "top": _rows(self.top),
            "lowest_us": self.lowest_us,
        }

    def done(self, now_us: int) -> Cursor:
        # What is dated ahead would hide what comes before its day.
        top_us = min(self.top[0].at_us, now_us) if self.top else self.floor_us + OVERLAP
        return {"floor_us": max(top_us - OVERLAP, 0), "known": _rows(self.top)}


def _newest(key: Key) -> tuple[int, str]:
    return -key.at_us, key.uri


def _rows(keys: tuple[Key, ...]) -> list[Json]:
    return [list(key) for key in keys]
