"""Asks for what everybody whom I follow posts, newest first.

https://docs.bsky.app/docs/api/app-bsky-feed-get-timeline
"""

from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.posts import happened_at
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.uris import AtUri
from hobnob.networks.bluesky.walk import Answer, Key
from hobnob.networks.fields import Record, moment, part, words

MOST = 100


class Home:
    """The home feed of one account, by time and not by an algorithm."""

    def __init__(self, client: Client, translator: Translator) -> None:
        self._client = client
        self._translator = translator

    def fetch(self, older: str) -> Answer:
        """The page below a place."""
        answer = self._client.ask("app.bsky.feed.getTimeline", limit=MOST, cursor=older)
        found, cursor = listed(answer, "feed"), words(answer, "cursor")
        keys = tuple(key for item in found if (key := _key(item)))
        return Answer(
            page=page_of(found, self._translator.feed_item),
            older="" if cursor == older else cursor,
            keys=keys,
            lowest_us=min((key.at_us for key in keys), default=None),
        )


def _key(item: Record) -> Key | None:
    """A post stands where it was written, a repost where it was handed on."""
    post, reason = part(item, "post"), part(item, "reason")
    uri = AtUri.read(words(post, "uri"))
    if uri is None:
        return None
    handed_on_us = moment(reason, "indexedAt")
    at_us = handed_on_us or happened_at(uri, part(post, "record"), post)
    if at_us is None:
        return None
    return Key(words(reason, "uri") or str(uri), str(uri), at_us)
