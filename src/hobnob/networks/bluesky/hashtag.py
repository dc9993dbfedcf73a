"""Asks for the posts of a hashtag, newest first.

https://docs.bsky.app/docs/api/app-bsky-feed-search-posts
"""

import re

from hobnob.networks.base import NetworkRefused
from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.walk import Answer, Key
from hobnob.networks.fields import Record, moment, words

MOST = 100

_TAG = re.compile(r"[^\s#]{1,64}")


class Hashtag:
    """What people say under a hashtag, however they spell its capitals."""

    def __init__(self, client: Client, translator: Translator, tag: str) -> None:
        self._client = client
        self._translator = translator
        self._tag = tag.strip().removeprefix("#")
        if not _TAG.fullmatch(self._tag):
            raise NetworkRefused(f"“{tag}” is no hashtag: write it as #TuskTalk.")

    def fetch(self, older: str) -> Answer:
        """The page below a place."""
        answer = self._client.ask(
            "app.bsky.feed.searchPosts",
            q=f"#{self._tag}",
            tag=[self._tag],
            sort="latest",
            limit=MOST,
            cursor=older,
        )
        found, cursor = listed(answer, "posts"), words(answer, "cursor")
        keys = tuple(key for view in found if (key := _key(view)))
        return Answer(
            page=page_of(found, self._translator.post_alone),
            older="" if cursor == older else cursor,
            keys=keys,
            lowest_us=min((key.at_us for key in keys), default=None),
        )


def _key(view: Record) -> Key | None:
    uri, at_us = words(view, "uri"), moment(view, "indexedAt")
    return Key(uri, uri, at_us) if uri and at_us is not None else None
