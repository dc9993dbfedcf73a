"""Finds which records of mine say that I like, follow, block or listed somebody.

The AppView knows all of them, but hears of each a moment later; my own repository knows at once,
but has to be leafed through. So what the one names is looked up in the other.
"""

from collections.abc import Iterator

from hobnob.networks.bluesky.client import Client
from hobnob.networks.bluesky.errors import NotThere
from hobnob.networks.bluesky.uris import BLOCK, FOLLOW, LIKE, LIST_ITEM, REPOST, AtUri
from hobnob.networks.fields import Record, each, part, words

_RECENT = 100
_VIEWED = {LIKE: "like", REPOST: "repost", FOLLOW: "following", BLOCK: "blocking"}
"""Where a view of a post or profile names my record."""


class Mine:
    """The records of one account that set a state."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._me = client.signed_in.did

    def at(self, uri: AtUri) -> Record | None:
        """The record at an address of mine, None where there is none."""
        try:
            return self._client.ask(
                "com.atproto.repo.getRecord", repo=self._me, collection=uri.collection, rkey=uri.key
            )
        except NotThere:
            return None

    def standing(self, collection: str, subject: str, on_list: str = "") -> list[AtUri]:
        """Every record of a collection that is about a post or account, and is there now."""
        recent = list(self._recent(collection, subject, on_list))
        named = [uri for uri in self._named(collection, subject, on_list) if uri not in recent]
        return [*recent, *(uri for uri in named if uri.did == self._me and self.at(uri))]

    def post(self, uri: str) -> Record | None:
        """A post as I may see it, None where I may not, or it is gone."""
        answer = self._client.ask("app.bsky.feed.getPosts", uris=[uri])
        return next((view for view in each(answer, "posts") if words(view, "uri") == uri), None)

    def profile(self, did: str) -> Record | None:
        """A profile, None where somebody is gone or suspended."""
        answer = self._client.ask("app.bsky.actor.getProfiles", actors=[did])
        return next((view for view in each(answer, "profiles") if words(view, "did") == did), None)

    def _recent(self, collection: str, subject: str, on_list: str) -> Iterator[AtUri]:
        answer = self._client.ask(
            "com.atproto.repo.listRecords", repo=self._me, collection=collection, limit=_RECENT
        )
        for record in each(answer, "records"):
            value, uri = part(record, "value"), AtUri.read(words(record, "uri"))
            about = words(value, "subject") or words(part(value, "subject"), "uri")
            if uri and about == subject and words(value, "list") == on_list:
                yield uri

    def _named(self, collection: str, subject: str, on_list: str) -> Iterator[AtUri]:
        """What the AppView names, whether it is still there or not."""
        if collection == LIST_ITEM:
            found = self._membership(subject, on_list)
        else:
            view = self.post(subject) if collection in (LIKE, REPOST) else self.profile(subject)
            found = words(part(view or {}, "viewer"), _VIEWED[collection])
        if uri := AtUri.read(found):
            yield uri

    def _membership(self, subject: str, on_list: str) -> str:
        """Which record puts somebody on a list of mine."""
        cursor = ""
        while True:
            answer = self._client.ask(
                "app.bsky.graph.getListsWithMembership",
                actor=subject,
                limit=_RECENT,
                cursor=cursor,
            )
            for item in each(answer, "listsWithMembership"):
                if words(part(item, "list"), "uri") == on_list:
                    return words(part(item, "listItem"), "uri")
            following = words(answer, "cursor")
            if following in ("", cursor):
                return ""
            cursor = following
