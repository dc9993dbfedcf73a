"""What X's answers say, in the words of the domain. Pure: JSON in, values out.

Native ids are those that an archive gives the same act: the post for a reply, quote or repost,
"post>target" for a mention, "actor>post" for a like, "actor>target" for a follow, block or mute,
the event for a message.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.networks import RemoteList
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.base import Problem
from hobnob.networks.fields import Misshapen, Record, moment
from hobnob.networks.lines import Lines
from hobnob.networks.x.accounts import named_account, read_account
from hobnob.networks.x.fields import id_in, is_id, needed_id, words
from hobnob.networks.x.included import Included
from hobnob.networks.x.posts import (
    ANSWERED,
    QUOTED,
    REPOSTED,
    first_id,
    is_withheld,
    mentions,
    read_post,
    read_repost,
    referred,
)


class Said(NamedTuple):
    """What one item of an answer says; empty where it says nothing about people."""

    interactions: tuple[Interaction, ...] = ()
    posts: tuple[Post, ...] = ()
    accounts: tuple[Account, ...] = ()
    lists: tuple[RemoteList, ...] = ()
    gone: tuple[str, ...] = ()
    """Native ids of posts of which X says that they are not to be shown."""


NOTHING = Said()


def translated(
    items: Iterable[Record], translate: Callable[[Record, int], Said]
) -> tuple[list[Said], list[Problem]]:
    """What items say, each of them told its place; one that makes no sense is a problem."""
    said, problems = [], []
    for place, item in enumerate(items):
        try:
            said.append(translate(item, place))
        except Misshapen as error:
            problems.append(Problem(where=id_in(item) or f"item {place + 1}", reason=str(error)))
    return said, problems


class Translator:
    """Translates what X tells one account. Every call may raise Misshapen."""

    def __init__(self, me: Account) -> None:
        self._me = me
        self._lines = Lines(me=me)

    def post(self, source: Record, seen: Included) -> Said:
        """A post of whomever, and what it says of me and somebody else."""
        if original := referred(source, REPOSTED):
            return self._repost(source, seen.post(original), seen)
        post = read_post(source, seen)
        gone = (post.native_id,) if is_withheld(source) else ()
        return Said(tuple(self._talk(source, post, seen)), (post,), gone=gone)

    def feed_item(self, source: Record, seen: Included) -> Said:
        """A post in a feed, whomever it speaks to; before it the repost that brought it there."""
        said = self.post(source, seen)._replace(interactions=())
        by = seen.account(id_in(source, "author_id"))
        # My own reposts are lines of the log, as the stream of my posts tells them.
        if not referred(source, REPOSTED) or not said.posts or not by or self._lines.is_me(by):
            return said
        repost = read_repost(source, by, said.posts[0], seen)
        return said._replace(posts=(repost, *said.posts))

    def mention(self, source: Record, seen: Included) -> Said:
        """A post that X counts among my mentions: I may be named where its words don't show it."""
        said = self.post(source, seen)
        if said.interactions or not said.posts or referred(source, REPOSTED):
            return said
        [post] = said.posts
        if self._lines.is_me(post.author):
            return said
        return said._replace(interactions=(self._hear(Kind.MENTION, post),))

    def my_like(self, source: Record, seen: Included, order: int) -> Said:
        """A post among my likes, which stand in order and carry no date.

        It goes by the version that I liked, as it does in an archive.
        """
        post = replace(read_post(source, seen), native_id=needed_id(source, "post"))
        gone = (post.native_id,) if is_withheld(source) else ()
        if self._lines.is_me(post.author):
            return Said(posts=(post,), gone=gone)
        native_id = f"{self._me.native_id}>{post.native_id}"
        like = self._lines.from_me(Kind.LIKE, native_id, post.author, post=post, order=order)
        return Said((like,), gone=gone)

    def follower(self, user: Record, order: int) -> Said:
        """Somebody who follows me. Since when is not told."""
        actor = read_account(user)
        native_id = f"{actor.native_id}>{self._me.native_id}"
        return Said((self._lines.towards_me(Kind.FOLLOW, native_id, actor, order=order),))

    def tie(self, kind: Kind, user: Record, order: int) -> Said:
        """Somebody whom I follow, block or mute."""
        target = read_account(user)
        native_id = f"{self._me.native_id}>{target.native_id}"
        return Said((self._lines.from_me(kind, native_id, target, order=order),))

    def member(self, user: Record) -> Said:
        """Somebody on a list."""
        return Said(accounts=(read_account(user),))

    def my_list(self, source: Record) -> Said:
        """A list of mine."""
        listed = RemoteList(
            network=Network.X,
            native_id=needed_id(source, "list"),
            name=words(source, "name"),
            is_public=source.get("private") is not True,
        )
        return Said(lists=(listed,))

    def message(self, source: Record, seen: Included) -> Said:
        """A direct message between two. In a group X does not tell who the others are."""
        native_id = needed_id(source, "message")
        sender_id = id_in(source, "sender_id")
        other_id = self._other(words(source, "dm_conversation_id"), sender_id)
        sender, other = seen.account(sender_id), seen.account(other_id)
        if sender is None or other is None or source.get("event_type") != "MessageCreate":
            return NOTHING
        post = Post(
            network=Network.X,
            native_id=f"dm:{native_id}",
            author=sender,
            text=words(source, "text"),
            at_us=moment(source, "created_at"),
            is_private=True,
        )
        say = self._lines.from_me if self._lines.is_me(sender) else self._lines.towards_me
        return Said((say(Kind.MESSAGE, native_id, other, post=post, at_us=post.at_us),), (post,))

    # ── Posts ────────────────────────────────────────────────────────────────

    def _repost(self, source: Record, original: Record, seen: Included) -> Said:
        native_id = needed_id(source, "post")
        actor = seen.account(id_in(source, "author_id"))
        post = read_post(original, seen) if original else None
        author = post.author if post else _named_first(source)
        by_me, of_mine = self._lines.is_me(actor), self._lines.is_me(author)
        posts = (post,) if post else ()
        gone = (first_id(original),) if is_withheld(original) else ()
        if by_me == of_mine or author is None:
            return Said(posts=posts, gone=gone)
        say, other = (self._lines.from_me, author) if by_me else (self._lines.towards_me, actor)
        at_us = moment(source, "created_at")
        line = say(Kind.REPOST, native_id, other, post=post, at_us=at_us)
        return Said((line,), posts, gone=gone)

    def _talk(self, source: Record, post: Post, seen: Included) -> Iterator[Interaction]:
        """To whom a post speaks: everybody, if I wrote it; only me, if somebody else did."""
        if not self._lines.is_me(post.author):
            yield from self._talk_to_me(source, post, seen)
            return
        answered = seen.account(id_in(source, "in_reply_to_user_id"))
        others = {named.native_id: named for named in _named(source, seen)}
        others.pop(self._me.native_id, None)
        if answered and not self._lines.is_me(answered):
            named = others.pop(answered.native_id, answered)
            target = answered if answered.handle else named
            yield self._say(Kind.REPLY, post.native_id, target, post)
        quoted = self._quoted_author(source, seen)
        if quoted and not self._lines.is_me(quoted):
            yield self._say(Kind.QUOTE, post.native_id, quoted, post)
        for target in others.values():
            yield self._say(Kind.MENTION, f"{post.native_id}>{target.native_id}", target, post)

    def _talk_to_me(self, source: Record, post: Post, seen: Included) -> Iterator[Interaction]:
        answers_me = id_in(source, "in_reply_to_user_id") == self._me.native_id
        if answers_me and referred(source, ANSWERED):
            yield self._hear(Kind.REPLY, post)
        elif any(self._lines.is_me(named) for named in _named(source, seen)):
            yield self._hear(Kind.MENTION, post)
        if self._lines.is_me(self._quoted_author(source, seen)):
            yield self._hear(Kind.QUOTE, post)

    def _quoted_author(self, source: Record, seen: Included) -> Account | None:
        quoted = seen.post(referred(source, QUOTED))
        return seen.account(id_in(quoted, "author_id"))

    def _say(self, kind: Kind, native_id: str, target: Account, post: Post) -> Interaction:
        return self._lines.from_me(kind, native_id, target, post=post, at_us=post.at_us)

    def _hear(self, kind: Kind, post: Post) -> Interaction:
        native_id = post.native_id
        if kind is Kind.MENTION:
            native_id = f"{native_id}>{self._me.native_id}"
        return self._lines.towards_me(kind, native_id, post.author, post=post, at_us=post.at_us)

    # ── Messages ─────────────────────────────────────────────────────────────

    def _other(self, conversation: str, sender_id: str) -> str:
        """The id of whom I write with: a conversation of two is named "123-456"."""
        if sender_id and sender_id != self._me.native_id:
            return sender_id
        pair = {each for each in conversation.split("-") if is_id(each)}
        others = pair - {self._me.native_id}
        return others.pop() if len(pair) == 2 and len(others) == 1 else ""


def _named(source: Record, seen: Included) -> Iterator[Account]:
    """Everybody whom the words of a post name, with what the answer brings along about them."""
    for mention in mentions(source):
        if named := named_account(mention):
            known = seen.account(named.native_id) if is_id(named.native_id) else None
            yield known if known and known.handle else named


def _named_first(source: Record) -> Account | None:
    """Whose post a repost repeats, where the post itself is not to be had: "RT @ana: ..."."""
    handle = words(source, "text").removeprefix("RT @").partition(":")[0]
    for mention in mentions(source):
        if words(mention, "username").lower() == handle.lower():
            return named_account(mention)
    return None
