"""How each stream is asked for, and how many requests it takes."""

from dataclasses import dataclass

from hobnob.domain.networks import Stream
from hobnob.domain.people import Account
from hobnob.networks.base import Clock, NetworkRefused
from hobnob.networks.bluesky.client import Client
from hobnob.networks.bluesky.hashtag import Hashtag
from hobnob.networks.bluesky.home import Home
from hobnob.networks.bluesky.lookup import AT_ONCE
from hobnob.networks.bluesky.messages import CONVERSATIONS, Messages
from hobnob.networks.bluesky.notifications import MOST, Notifications
from hobnob.networks.bluesky.people import People
from hobnob.networks.bluesky.repo import Repo
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.uris import BLOCK, FOLLOW, LIKE, LIST, POST, REPOST, AtUri
from hobnob.networks.bluesky.walk import Fetch

_COLLECTIONS = {
    Stream.MY_POSTS: (POST, REPOST),
    Stream.MY_LIKES: (LIKE,),
    Stream.FOLLOWING: (FOLLOW,),
    Stream.BLOCKS: (BLOCK,),
    Stream.MY_LISTS: (LIST,),
}
"""What I did lies in my own repository."""

_NEED_LOOKING_UP = frozenset({Stream.MY_POSTS, Stream.MY_LIKES, Stream.FOLLOWING, Stream.BLOCKS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The streams of one account."""

    client: Client
    me: Account
    clock: Clock
    chat: str
    """The service that keeps direct messages."""

    def fetch(self, stream: Stream, *, of: str, floor_us: int) -> Fetch:
        """Asks for pages of a stream. Raises NetworkRefused where `of` names nothing.

        What takes requests of its own is left out below the floor.
        """
        if stream in _COLLECTIONS:
            collections = _COLLECTIONS[stream]
            return Repo(
                self.client,
                self.translator,
                collections,
                me=self.me.native_id,
                floor_us=floor_us,
            ).fetch
        match stream:
            case Stream.NOTIFICATIONS:
                return Notifications(self.client, self.translator).fetch
            case Stream.HASHTAG:
                return Hashtag(self.client, self.translator, of).fetch
            case Stream.HOME:
                return Home(self.client, self.translator).fetch
            case Stream.MESSAGES:
                return Messages(
                    self.client, self.translator, chat=self.chat, floor_us=floor_us
                ).fetch
            case _:
                return self._people(stream, of).fetch

    @property
    def translator(self) -> Translator:
        """Says what answers mean to me."""
        return Translator(self.me)

    def _people(self, stream: Stream, of: str) -> People:
        translator = self.translator
        if stream is Stream.LIST_MEMBERS:
            return People(
                client=self.client,
                clock=self.clock,
                name="app.bsky.graph.getList",
                asked={"list": _list_uri(of)},
                found="items",
                translate=lambda item, _: translator.member(item),
            )
        if stream is Stream.MUTES:
            return People(
                client=self.client,
                clock=self.clock,
                name="app.bsky.graph.getMutes",
                asked={},
                found="mutes",
                translate=translator.muted,
            )
        return People(
            client=self.client,
            clock=self.clock,
            name="app.bsky.graph.getFollowers",
            asked={"actor": self.me.native_id},
            found="followers",
            translate=translator.follower,
        )


def requests_for(stream: Stream, count: int) -> int:
    """How many requests so many items of a stream take."""
    if stream is Stream.MESSAGES:
        return max(1, -(-count // CONVERSATIONS)) + count
    if stream is Stream.LIST_POSTS:
        return max(1, count)
    looked_up = -(-count // AT_ONCE) if stream in _NEED_LOOKING_UP else 0
    # A repository's last page says only that nothing follows.
    return len(_COLLECTIONS.get(stream, ())) + max(1, -(-count // MOST)) + looked_up


def _list_uri(of: str) -> str:
    uri = AtUri.read(of)
    if uri is None or uri.collection != LIST:
        raise NetworkRefused(f"“{of}” is no list of Bluesky: read your lists first.")
    return of
