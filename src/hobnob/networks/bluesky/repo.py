"""Reads records of my own repository: everything I did that others can see, each with its date.

Complete and exact where feeds are neither: posts whose parents are gone, likes of people who left.
https://docs.bsky.app/docs/api/com-atproto-repo-list-records
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from hobnob.networks.bluesky.client import Client, listed
from hobnob.networks.bluesky.lookup import Lookup
from hobnob.networks.bluesky.pages import page_of
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.uris import FOLLOW, POST, AtUri, tid_us
from hobnob.networks.bluesky.walk import Answer, Key
from hobnob.networks.fields import Record, words

MOST = 100


class Repo:
    """Some collections of one account, side by side, the largest key first."""

    def __init__(
        self,
        client: Client,
        translator: Translator,
        collections: Sequence[str],
        *,
        me: str,
        floor_us: int = 0,
    ) -> None:
        self._client = client
        self._translator = translator
        self._collections = collections
        self._me = me
        self._floor_us = floor_us
        self._lookup = Lookup(client, me=me, asks_after=FOLLOW in collections)

    def fetch(self, older: str) -> Answer:
        """The page of each collection below a place that names the last key of each."""
        places: Mapping[str, str] = (
            json.loads(older) if older else dict.fromkeys(self._collections, "")
        )
        found: list[Record] = []
        open_at: dict[str, str] = {}
        lowest: list[int | None] = []
        for collection, place in places.items():
            answer = self._client.ask(
                "com.atproto.repo.listRecords",
                repo=self._me,
                collection=collection,
                limit=MOST,
                cursor=place,
            )
            records, cursor = listed(answer, "records"), words(answer, "cursor")
            found += records
            # The last page names a place too; an empty one is the end.
            if records and cursor and cursor != place:
                open_at[collection] = cursor
                lowest.append(min(_moments(records), default=None))
        # What is older was looked up when it was new.
        around = self._lookup.around(filter(self._is_new, found))
        return Answer(
            page=page_of(found, lambda record: self._translator.my_record(record, around)),
            older=json.dumps(open_at) if open_at else "",
            keys=tuple(key for record in found if (key := _key(record))),
            # Down to there each of them was shown.
            lowest_us=None if None in lowest else max(filter(None, lowest), default=None),
        )

    def _is_new(self, record: Record) -> bool:
        key = _key(record)
        return key is None or key.at_us >= self._floor_us


def _moments(records: Sequence[Record]) -> Iterator[int]:
    return (key.at_us for record in records if (key := _key(record)))


def _key(record: Record) -> Key | None:
    uri = AtUri.read(words(record, "uri"))
    at_us = tid_us(uri.key) if uri else None
    if uri is None or at_us is None:
        return None
    return Key(str(uri), str(uri) if uri.collection == POST else "", at_us)
