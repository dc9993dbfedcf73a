"""What Bluesky's answers say, in the words of the domain. Pure: JSON in, values out.

Native ids are addresses of records, the same whoever tells: the post for a reply or quote,
"post>target" for a mention, the record of its own for a like, repost, follow or block. A mute is
no record but "actor>target"; a message is "conversation/message".
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.networks import RemoteList
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.bluesky.accounts import known_by_id, read_account
from hobnob.networks.bluesky.attached import quoted
from hobnob.networks.bluesky.labels import is_left_out
from hobnob.networks.bluesky.posts import happened_at, read_post, read_repost
from hobnob.networks.bluesky.text import mentioned, whole_text
from hobnob.networks.bluesky.uris import (
    BLOCK,
    FOLLOW,
    LIKE,
    LIST,
    POST,
    REPOST,
    AtUri,
    did_of,
    is_did,
    post_in,
)
from hobnob.networks.fields import Misshapen, Record, each, moment, part, words
from hobnob.networks.lines import Lines


class Said(NamedTuple):
    """What one item of an answer says; empty where it says nothing about people."""

    interactions: tuple[Interaction, ...] = ()
    posts: tuple[Post, ...] = ()
    accounts: tuple[Account, ...] = ()
    lists: tuple[RemoteList, ...] = ()
    deleted_posts: tuple[str, ...] = ()


class Around(NamedTuple):
    """What records alone don't tell: views of the posts and profiles they speak of, by id."""

    posts: Mapping[str, Record]
    profiles: Mapping[str, Record]


NOTHING = Said()
NOBODY_AROUND = Around({}, {})

_DONE_TO_MINE = {"like": Kind.LIKE, "repost": Kind.REPOST}
_SAID_BY_POST = {"reply": Kind.REPLY, "mention": Kind.MENTION, "quote": Kind.QUOTE}
_GESTURES = {LIKE: Kind.LIKE, REPOST: Kind.REPOST}
_TIES = {FOLLOW: Kind.FOLLOW, BLOCK: Kind.BLOCK}
_REPOSTED = "app.bsky.feed.defs#reasonRepost"
_CURATED = "app.bsky.graph.defs#curatelist"
_DELETED_MESSAGE = "chat.bsky.convo.defs#deletedMessageView"
_MESSAGE = "chat.bsky.convo.defs#messageView"


class Translator:
    """Translates what one account is told. Every call may raise Misshapen."""

    def __init__(self, me: Account) -> None:
        self._me = me
        self._lines = Lines(me=me)

    # ── What others did ──────────────────────────────────────────────────────

    def notification(self, source: Record) -> Said:
        """Somebody did something that concerns me.

        https://docs.bsky.app/docs/api/app-bsky-notification-list-notifications
        """
        author, reason = part(source, "author"), words(source, "reason")
        if is_left_out(author) or is_left_out(source):
            return NOTHING
        if reason == "follow":
            return self._done_to_me(Kind.FOLLOW, source, None)
        if reason in _DONE_TO_MINE:
            mine = AtUri.read(words(source, "reasonSubject"))
            if mine is None or mine.did != self._me.native_id or mine.collection != POST:
                return NOTHING
            return self._done_to_me(_DONE_TO_MINE[reason], source, self._preview(mine))
        if reason in _SAID_BY_POST:
            return self._told_of(reason, source)
        return NOTHING

    def post(self, view: Record) -> Said:
        """A post from wherever, and what it says of me and somebody else."""
        if is_left_out(view) or is_left_out(part(view, "author")):
            return NOTHING
        uri = AtUri.needed(view, "uri", "post")
        author = read_account(part(view, "author"))
        post = read_post(uri, part(view, "record"), author, view=view)
        return Said(tuple(self._talk(part(view, "record"), post)), (post,))

    def post_alone(self, view: Record) -> Said:
        """A post under a hashtag, whomever it speaks to."""
        return Said(posts=self.post(view).posts)

    def feed_item(self, item: Record) -> Said:
        """A post in a feed, whomever it speaks to; before it the repost that brought it there.

        https://docs.bsky.app/docs/api/app-bsky-feed-get-timeline
        """
        said = self.post_alone(part(item, "post"))
        reason = part(item, "reason")
        if not said.posts or reason.get("$type") != _REPOSTED:
            return said
        by = read_account(part(reason, "by"))
        if self._lines.is_me(by):
            # That is a line of the log, by my own records.
            return said
        return Said(posts=(self._repost(by, reason, said.posts[0]), *said.posts))

    def follower(self, source: Record, order: int) -> Said:
        """Somebody who follows me. Since when, the key of their follow tells, if it is told."""
        actor = read_account(source)
        uri = AtUri.read(words(part(source, "viewer"), "followedBy"))
        native_id = str(uri) if uri else f"{actor.native_id}>{self._me.native_id}"
        at_us = happened_at(uri, {}, {}) if uri else None
        line = self._lines.towards_me(
            Kind.FOLLOW,
            native_id,
            actor,
            at_us=at_us,
            order=order if at_us is None else None,
        )
        return Said((line,))

    def muted(self, source: Record, order: int) -> Said:
        """Somebody whom I mute. Nobody else knows, and nothing says since when."""
        target = read_account(source)
        native_id = f"{self._me.native_id}>{target.native_id}"
        return Said((self._lines.from_me(Kind.MUTE, native_id, target, order=order),))

    def member(self, item: Record) -> Said:
        """Somebody on a list."""
        return Said(accounts=(read_account(part(item, "subject")),))

    # ── What I did ───────────────────────────────────────────────────────────

    def my_record(self, source: Record, around: Around = NOBODY_AROUND) -> Said:
        """A record of mine: {"uri": "at://...", "cid": "...", "value": {...}}.

        https://docs.bsky.app/docs/api/com-atproto-repo-list-records
        """
        uri, value = AtUri.needed(source, "uri", "record"), part(source, "value")
        if uri.collection == POST:
            post = read_post(uri, value, self._me)
            lines = tuple(self._my_talk(value, post, around))
            return Said(lines, (post, *self._context(value, around)))
        if uri.collection in _GESTURES:
            return self._my_gesture(_GESTURES[uri.collection], uri, value, around)
        if uri.collection in _TIES:
            return self._my_tie(_TIES[uri.collection], uri, value, around)
        return self._my_list(uri, value) if uri.collection == LIST else NOTHING

    def _my_gesture(self, kind: Kind, uri: AtUri, value: Record, around: Around) -> Said:
        liked = AtUri.read(post_in(value, "subject"))
        if liked is None:
            # A feed, a labeler, a list: nothing that somebody said.
            return NOTHING
        post = self._seen(liked, around)
        if self._lines.is_me(post.author):
            return Said(posts=(post,))
        at_us = happened_at(uri, value, {})
        return Said((self._lines.from_me(kind, str(uri), post.author, post=post, at_us=at_us),))

    def _my_tie(self, kind: Kind, uri: AtUri, value: Record, around: Around) -> Said:
        did = words(value, "subject")
        if not is_did(did):
            raise Misshapen(f"the {kind} names nobody")
        target = _account(did, around)
        at_us = happened_at(uri, value, {})
        return Said((self._lines.from_me(kind, str(uri), target, at_us=at_us),))

    def _my_list(self, uri: AtUri, value: Record) -> Said:
        """A list for reading. Those for muting and blocking are none of people I care for."""
        if words(value, "purpose") != _CURATED:
            return NOTHING
        listed = RemoteList(
            network=Network.BLUESKY,
            native_id=str(uri),
            name=words(value, "name"),
            is_public=True,
        )
        return Said(lists=(listed,))

    # ── Messages ─────────────────────────────────────────────────────────────

    def message(self, convo: Record, source: Record) -> Said:
        """One message of a conversation: one line, or one for each to whom I wrote.

        https://docs.bsky.app/docs/api/chat-bsky-convo-get-messages
        """
        native_id = f"{_needed(convo, 'conversation')}/{_needed(source, 'message')}"
        kind = source.get("$type", _MESSAGE)
        if kind == _DELETED_MESSAGE:
            return Said(deleted_posts=(f"dm:{native_id}",))
        members = {
            did: member for member in each(convo, "members") if (did := words(member, "did"))
        }
        sender = words(part(source, "sender"), "did")
        if kind != _MESSAGE or not is_did(sender) or is_left_out(members.get(sender, {})):
            return NOTHING
        around = Around({}, members)
        post = Post(
            network=Network.BLUESKY,
            native_id=f"dm:{native_id}",
            author=self._me if sender == self._me.native_id else _account(sender, around),
            text=whole_text(source),
            at_us=moment(source, "sentAt"),
            is_private=True,
        )
        return Said(tuple(self._messages(native_id, post, around)))

    def _messages(self, native_id: str, post: Post, around: Around) -> Iterator[Interaction]:
        if not self._lines.is_me(post.author):
            yield self._hear(Kind.MESSAGE, native_id, post)
            return
        others = [did for did in around.profiles if did != self._me.native_id and is_did(did)]
        for did in others:
            own_id = native_id if len(others) == 1 else f"{native_id}>{did}"
            yield self._say(Kind.MESSAGE, own_id, _account(did, around), post)

    # ── Notifications ────────────────────────────────────────────────────────

    def _done_to_me(self, kind: Kind, source: Record, post: Post | None) -> Said:
        uri = AtUri.needed(source, "uri", "notification")
        at_us = happened_at(uri, part(source, "record"), source)
        actor = read_account(part(source, "author"))
        return Said((self._lines.towards_me(kind, str(uri), actor, post=post, at_us=at_us),))

    def _told_of(self, reason: str, source: Record) -> Said:
        """A notification that hands over a post: the post says what it is."""
        said = self.post(source)
        if said.interactions or not said.posts or reason == "reply":
            # An answer to somebody else, further down a thread of mine, is not to me.
            return said
        post, mine = said.posts[0], self._me.native_id
        is_mention = reason == "mention"
        native_id = f"{post.native_id}>{mine}" if is_mention else post.native_id
        return Said((self._hear(_SAID_BY_POST[reason], native_id, post),), said.posts)

    # ── Posts ────────────────────────────────────────────────────────────────

    def _talk(self, value: Record, post: Post) -> Iterator[Interaction]:
        """To whom a post speaks: everybody, if I wrote it; only me, if somebody else did."""
        if self._lines.is_me(post.author):
            yield from self._my_talk(value, post, NOBODY_AROUND)
            return
        mine = self._me.native_id
        if did_of(post.in_reply_to) == mine:
            yield self._hear(Kind.REPLY, post.native_id, post)
        elif mine in mentioned(value):
            yield self._hear(Kind.MENTION, f"{post.native_id}>{mine}", post)
        if did_of(quoted(value)) == mine:
            yield self._hear(Kind.QUOTE, post.native_id, post)

    def _my_talk(self, value: Record, post: Post, around: Around) -> Iterator[Interaction]:
        answered, cited = did_of(post.in_reply_to), did_of(quoted(value))
        if answered and answered != self._me.native_id:
            yield self._say(Kind.REPLY, post.native_id, _account(answered, around), post)
        if cited and cited != self._me.native_id:
            yield self._say(Kind.QUOTE, post.native_id, _account(cited, around), post)
        for did in mentioned(value):
            if is_did(did) and did not in (answered, self._me.native_id):
                named = _account(did, around)
                yield self._say(Kind.MENTION, f"{post.native_id}>{did}", named, post)

    def _repost(self, by: Account, reason: Record, original: Post) -> Post:
        """Older servers don't tell the record of a repost: then it is known by who and what."""
        uri = AtUri.read(words(reason, "uri"))
        native_id = str(uri) if uri else f"{by.native_id}>{original.native_id}"
        at_us = happened_at(uri, {}, reason) if uri else moment(reason, "indexedAt")
        return read_repost(native_id, by, original, at_us=at_us)

    def _context(self, value: Record, around: Around) -> Iterator[Post]:
        """What I answered and quoted, as far as it is to be seen."""
        for uri in (post_in(part(value, "reply"), "parent"), quoted(value)):
            found = AtUri.read(uri)
            if found and uri in around.posts:
                yield self._seen(found, around)

    def _seen(self, uri: AtUri, around: Around) -> Post:
        """A post that something was done with, as much of it as there is to see."""
        view = around.posts.get(str(uri), {})
        if not view or is_left_out(view) or is_left_out(part(view, "author")):
            return self._preview(uri, around)
        author = self._me if uri.did == self._me.native_id else read_account(part(view, "author"))
        return read_post(uri, part(view, "record"), author, view=view)

    def _preview(self, uri: AtUri, around: Around = NOBODY_AROUND) -> Post:
        """A post of which nothing is told but whose it is."""
        author = self._me if uri.did == self._me.native_id else _account(uri.did, around)
        return Post(network=Network.BLUESKY, native_id=str(uri), author=author)

    def _say(self, kind: Kind, native_id: str, target: Account, post: Post) -> Interaction:
        return self._lines.from_me(kind, native_id, target, post=post, at_us=post.at_us)

    def _hear(self, kind: Kind, native_id: str, post: Post) -> Interaction:
        return self._lines.towards_me(kind, native_id, post.author, post=post, at_us=post.at_us)


def _account(did: str, around: Around) -> Account:
    """Somebody, by their profile if it is to be seen."""
    profile = around.profiles.get(did, {})
    return read_account(profile) if words(profile, "did") == did else known_by_id(did)


def _needed(source: Record, what: str) -> str:
    native_id = words(source, "id")
    if native_id and len(native_id) <= 128 and not set(native_id) & set("/> "):
        return native_id
    raise Misshapen(f"the {what} has no id")
