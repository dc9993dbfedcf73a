"""What a server's answers say, in the words of the domain. Pure: JSON in, values out.

Native ids, all made of the ids that the server read from gives ("109302@tusk.example"):
the post for a reply or quote, "post>target" for a mention, "actor>post" for a like, "actor>target"
for a follow, block or mute. A repost is "actor>post" too: a notification of one says who and what,
never the id of the repost itself (docs/decisions/0040-mastodon-ids.md).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.networks import RemoteList
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.fields import Record, each, moment, part, words
from hobnob.networks.lines import Lines
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.attached import quoted
from hobnob.networks.mastodon.fields import id_in, needed_id
from hobnob.networks.mastodon.posts import DIRECT, read_post, read_repost
from hobnob.networks.mastodon.profiles import is_suspended


class Said(NamedTuple):
    """What one item of an answer says; empty where it says nothing about people."""

    interactions: tuple[Interaction, ...] = ()
    posts: tuple[Post, ...] = ()
    accounts: tuple[Account, ...] = ()
    lists: tuple[RemoteList, ...] = ()


NOTHING = Said()

_LIKED = frozenset({"favourite", "reaction", "emoji_reaction", "pleroma:emoji_reaction"})
"""Servers other than Mastodon let people choose a picture in place of the star."""
_SAID_BY_POST = frozenset({"mention", "quote", "status", "update", "quoted_update"})


class Translator:
    """Translates what one server tells one account of it. Every call may raise Misshapen."""

    def __init__(self, server: str, me: Account) -> None:
        self.accounts = Accounts(server)
        self._lines = Lines(me=me)
        self._me = me

    def notification(self, source: Record) -> Said:
        """Somebody did something that concerns me.

        https://docs.joinmastodon.org/entities/Notification/
        """
        kind = words(source, "type")
        status = part(source, "status")
        if is_suspended(part(source, "account")):
            return NOTHING
        if kind == "follow":
            return self._done_to_me(Kind.FOLLOW, source, self._me.native_id)
        if not status:
            return NOTHING
        if kind in _LIKED:
            return self._liked_mine(source, status)
        if kind == "reblog":
            # Some servers hand over the repost, Mastodon what was reposted.
            post = read_post(part(status, "reblog") or status, self.accounts)
            return self._done_to_me(Kind.REPOST, source, post.native_id, post)
        return self._told_of(kind, status) if kind in _SAID_BY_POST else NOTHING

    def status(self, source: Record) -> Said:
        """A post from wherever, and what it says of me and somebody else.

        Private mentions say nothing here: they are messages, which are read when asked for.
        """
        if _is_hidden(source):
            return NOTHING
        if original := part(source, "reblog"):
            return self._repost(source, original)
        post = read_post(source, self.accounts)
        return Said(tuple(self._talk(source, post)), (post,))

    def post(self, source: Record) -> Said:
        """A post in a feed, whomever it speaks to; before it the repost that brought it there."""
        original = part(source, "reblog") or source
        if any(map(_is_hidden, (source, original))):
            return NOTHING
        post = read_post(original, self.accounts)
        if original is source:
            return Said(posts=(post,))
        repost = read_repost(source, post, self.accounts)
        # My own are lines of the log, as the stream of my posts tells them.
        return Said(posts=(post,) if self._lines.is_me(repost.author) else (repost, post))

    def message(self, source: Record) -> Said:
        """A private mention: one message, or one for each whom I named."""
        if words(source, "visibility") != DIRECT or is_suspended(part(source, "account")):
            return NOTHING
        seen = read_post(source, self.accounts)
        post = _as_message(seen)
        if not self._lines.is_me(seen.author):
            message = self._lines.towards_me(
                Kind.MESSAGE, seen.native_id, seen.author, post=post, at_us=post.at_us
            )
            return Said((message,))
        return Said(tuple(self._messages(seen.native_id, post, list(self._named(source)))))

    def conversation(self, source: Record) -> Said:
        """Every message of a conversation that is to be seen.

        https://docs.joinmastodon.org/entities/Conversation/, with "statuses" put in.
        """
        statuses = [part(source, "last_status"), *each(source, "statuses")]
        said = [self.message(status) for status in statuses if status]
        return Said(tuple(line for one in said for line in one.interactions))

    def my_like(self, source: Record, order: int) -> Said:
        """A post among my favourites, which stand in order and carry no date."""
        if _is_hidden(source):
            return NOTHING
        post = read_post(source, self.accounts)
        if self._lines.is_me(post.author):
            return Said(posts=(post,))
        native_id = f"{self._me.native_id}>{post.native_id}"
        like = self._lines.from_me(Kind.LIKE, native_id, post.author, post=post, order=order)
        return Said((like,))

    def follower(self, source: Record, order: int) -> Said:
        """Somebody who follows me. Since when is not told."""
        actor = self.accounts.read(source)
        native_id = f"{actor.native_id}>{self._me.native_id}"
        return Said((self._lines.towards_me(Kind.FOLLOW, native_id, actor, order=order),))

    def tie(self, kind: Kind, source: Record, order: int) -> Said:
        """Somebody whom I follow, block or mute."""
        target = self.accounts.read(source)
        native_id = f"{self._me.native_id}>{target.native_id}"
        return Said((self._lines.from_me(kind, native_id, target, order=order),))

    def member(self, source: Record) -> Said:
        """Somebody on a list."""
        return Said(accounts=(self.accounts.read(source),))

    def my_list(self, source: Record) -> Said:
        """A list of mine. Nobody else can see it."""
        listed = RemoteList(
            network=Network.MASTODON,
            native_id=self.accounts.whole(needed_id(source, "list")),
            name=words(source, "title"),
            is_public=False,
        )
        return Said(lists=(listed,))

    # ── Notifications ────────────────────────────────────────────────────────

    def _done_to_me(self, kind: Kind, source: Record, what: str, post: Post | None = None) -> Said:
        actor = self.accounts.read(part(source, "account"))
        line = self._lines.towards_me(
            kind,
            f"{actor.native_id}>{what}",
            actor,
            post=post,
            at_us=moment(source, "created_at"),
        )
        return Said((line,))

    def _liked_mine(self, source: Record, status: Record) -> Said:
        post = read_post(status, self.accounts)
        # That a message was liked may be told; what it says stays among the messages.
        is_message = words(status, "visibility") == DIRECT
        shown = None if is_message else post
        return self._done_to_me(Kind.LIKE, source, post.native_id, shown)

    def _told_of(self, kind: str, status: Record) -> Said:
        """A notification that hands over a post: the post says what it is."""
        said = self.status(status)
        if said.interactions or not said.posts or kind not in {"mention", "quote"}:
            return said
        post = said.posts[0]
        if self._lines.is_me(post.author):
            return said
        # The server says so though the post doesn't: the quote is still hidden, say.
        is_quote = kind == "quote"
        line = self._lines.towards_me(
            Kind.QUOTE if is_quote else Kind.MENTION,
            post.native_id if is_quote else f"{post.native_id}>{self._me.native_id}",
            post.author,
            post=post,
            at_us=post.at_us,
        )
        return Said((line,), said.posts)

    # ── Posts ────────────────────────────────────────────────────────────────

    def _repost(self, source: Record, original: Record) -> Said:
        if is_suspended(part(original, "account")):
            return NOTHING
        actor = self.accounts.read(part(source, "account"))
        post = read_post(original, self.accounts)
        native_id = f"{actor.native_id}>{post.native_id}"
        at_us = moment(source, "created_at")
        by_me, of_mine = self._lines.is_me(actor), self._lines.is_me(post.author)
        if by_me == of_mine:
            return Said(posts=(post,))
        if by_me:
            line = self._lines.from_me(Kind.REPOST, native_id, post.author, post=post, at_us=at_us)
        else:
            line = self._lines.towards_me(Kind.REPOST, native_id, actor, post=post, at_us=at_us)
        return Said((line,))

    def _talk(self, source: Record, post: Post) -> Iterator[Interaction]:
        """To whom a post speaks: everybody, if I wrote it; only me, if somebody else did."""
        if not self._lines.is_me(post.author):
            yield from self._talk_to_me(source, post)
            return
        answered = self._answered(source)
        others = {named.native_id: named for named in self._named(source)}
        if answered and not self._lines.is_me(answered):
            others.pop(answered.native_id, None)
            yield self._say(Kind.REPLY, post.native_id, answered, post)
        author = self._quoted_author(source)
        if author and not self._lines.is_me(author):
            yield self._say(Kind.QUOTE, post.native_id, author, post)
        for target in others.values():
            yield self._say(Kind.MENTION, f"{post.native_id}>{target.native_id}", target, post)

    def _talk_to_me(self, source: Record, post: Post) -> Iterator[Interaction]:
        mine = self._me.native_id
        if self._lines.is_me(self._answered(source)):
            yield self._hear(Kind.REPLY, post.native_id, post)
        elif any(self.accounts.whole(id_in(named)) == mine for named in _mentions(source)):
            yield self._hear(Kind.MENTION, f"{post.native_id}>{mine}", post)
        if self._lines.is_me(self._quoted_author(source)):
            yield self._hear(Kind.QUOTE, post.native_id, post)

    def _messages(
        self, native_id: str, post: Post, targets: list[Account]
    ) -> Iterator[Interaction]:
        for target in targets:
            own_id = native_id if len(targets) == 1 else f"{native_id}>{target.native_id}"
            yield self._say(Kind.MESSAGE, own_id, target, post)

    def _say(self, kind: Kind, native_id: str, target: Account, post: Post) -> Interaction:
        return self._lines.from_me(kind, native_id, target, post=post, at_us=post.at_us)

    def _hear(self, kind: Kind, native_id: str, post: Post) -> Interaction:
        return self._lines.towards_me(kind, native_id, post.author, post=post, at_us=post.at_us)

    def _answered(self, source: Record) -> Account | None:
        """Whom a post answers: with a handle if it names them too."""
        native_id = id_in(source, "in_reply_to_account_id")
        if not native_id:
            return None
        for mention in _mentions(source):
            if id_in(mention) == native_id:
                return self.accounts.read(mention)
        return self.accounts.known_by_id(native_id)

    def _quoted_author(self, source: Record) -> Account | None:
        author = part(quoted(source), "account")
        return None if not author or is_suspended(author) else self.accounts.read(author)

    def _named(self, source: Record) -> Iterator[Account]:
        """The others whom a post names, each once."""
        accounts = {named.native_id: named for named in map(self.accounts.read, _mentions(source))}
        accounts.pop(self._me.native_id, None)
        yield from accounts.values()


def _is_hidden(status: Record) -> bool:
    """Whether a post is a message, or its author was suspended."""
    return words(status, "visibility") == DIRECT or is_suspended(part(status, "account"))


def _mentions(source: Record) -> Iterator[Record]:
    return (mention for mention in each(source, "mentions") if id_in(mention))


def _as_message(post: Post) -> Post:
    """The post of a private mention, kept apart from what a feed may show."""
    return replace(
        post,
        native_id=f"dm:{post.native_id}",
        in_reply_to=f"dm:{post.in_reply_to}" if post.in_reply_to else "",
        is_private=True,
    )
