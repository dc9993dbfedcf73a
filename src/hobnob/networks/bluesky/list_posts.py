"""Asks what the people of a list of ours post: one after the other, for no network knows the list.

https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hobnob.networks.base import Cursor, Json, Page
from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.errors import Closed, NotThere
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.uris import is_did
from hobnob.networks.bluesky.walk import OVERLAP
from hobnob.networks.fields import Record, moment, part

MOST = 30
"""What somebody posted beyond that since the last time is left to bsky.app."""


class ListPosts:
    """The newest posts of some people, a page for each of them."""

    def __init__(self, client: Client, translator: Translator, members: Sequence[str]) -> None:
        self._client = client
        self._translator = translator
        self._members = [did for did in members if is_did(did)]

    def pages(self, since: Cursor | None) -> Iterator[Page]:
        """Each member's page; whoever is interrupted goes on with those who are left."""
        place: Any = since or {}
        places: dict[str, int] = {
            did: at_us for did, at_us in place.get("places", {}).items() if did in self._members
        }
        todo = [did for did in place.get("todo", ()) if did in self._members] or self._members
        if not todo:
            yield Page(cursor={"places": {}, "todo": []}, is_last=True)
        for done, did in enumerate(todo, start=1):
            page, newest_us = self._posted(did, places.get(did, 0))
            places[did] = max(newest_us, places.get(did, 0))
            left: list[Json] = [*todo[done:]]
            yield replace(page, cursor={"places": {**places}, "todo": left}, is_last=not left)

    def _posted(self, did: str, place_us: int) -> tuple[Page, int]:
        """What somebody posted since a moment, and when they did so last."""
        try:
            answer = self._client.ask(
                "app.bsky.feed.getAuthorFeed",
                actor=did,
                filter="posts_and_author_threads",
                includePins="false",
                limit=MOST,
            )
        except (NotThere, Closed):
            # Suspended, gone, or one of us has blocked the other: there is nothing to be seen.
            return page_of([], self._translator.feed_item), 0
        found = [item for item in listed(answer, "feed") if _at(item) >= place_us - OVERLAP]
        newest_us = max(map(_at, found), default=0)
        return page_of(found, self._translator.feed_item), newest_us


def _at(item: Record) -> int:
    """When an item came to stand in the feed."""
    shown = part(item, "reason") or part(item, "post")
    return moment(shown, "indexedAt") or 0
