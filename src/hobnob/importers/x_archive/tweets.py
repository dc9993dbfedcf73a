"""What I wrote: posts, and with them my replies, quotes, reposts and mentions of others.

X's archive has no id of the quoted or the reposted post. A quote is a link to it, a repost is the
text after "RT @user: ", cut at 140 characters.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.importers.x_archive.accounts import Accounts, account_called, is_handle
from hobnob.importers.x_archive.attached import linked_posts, read_attached
from hobnob.importers.x_archive.dates import id_date_us, post_date_us
from hobnob.importers.x_archive.fields import Record, each, id_in, needed_id, part, words
from hobnob.importers.x_archive.liked_authors import LikedAuthors
from hobnob.importers.x_archive.notes import Notes
from hobnob.importers.x_archive.translation import Said

_NOBODY = frozenset({"i", "web", "anyuser", "statuses"})
"""Stands in links where a handle should be."""
_REPOST = re.compile(r"RT @(\w{1,20}):? ?", re.ASCII)
_NO_LANGUAGE = frozenset({"und", "zxx", "qam", "qct", "qht", "qme", "qst", "art"})
_MOST_WAITING = 20_000
"""Quotes kept until the last post; later ones of strangers go by the handle alone."""


class Tweets:
    """Translates my posts one by one, and learns from them who is who."""

    def __init__(
        self,
        owner: Account,
        *,
        own_handles: Iterable[str],
        accounts: Accounts,
        authors: LikedAuthors,
        notes: Notes,
    ):
        self._owner = owner
        self._own_handles = {handle.lower() for handle in own_handles}
        self._accounts = accounts
        self._authors = authors
        self._notes = notes
        self._waiting: list[tuple[Post, str]] = []

    def translate(self, tweet: Record, _position: int) -> tuple[Said, ...]:
        """What one post of mine says. Raises Misshapen where it has no id."""
        post = self._post(tweet)
        entities = part(tweet, "entities")
        if post.text.startswith("RT @") and (repost := _REPOST.match(post.text)):
            return (self._repost(post, repost, entities),)
        interactions = []
        mentioned = self._mentioned(entities, post.at_us) if entities.get("user_mentions") else {}
        if replied_to := self._replied_to(tweet, post):
            mentioned.pop(replied_to.native_id, None)
            interactions.append(self._interaction(Kind.REPLY, post.native_id, replied_to, post))
        for account in mentioned.values():
            native_id = f"{post.native_id}>{account.native_id}"
            interactions.append(self._interaction(Kind.MENTION, native_id, account, post))
        if entities.get("urls") and (quote := self._quote(entities, post)):
            interactions.append(quote)
        return (Said(tuple(interactions), (post,)),)

    def left_over(self) -> Iterator[Said]:
        """What could be told only after the last post: quotes of people named later on."""
        for post, handle in self._waiting:
            quote = self._interaction(Kind.QUOTE, post.native_id, self._called(handle), post)
            yield Said((quote,))
        self._waiting.clear()

    def _post(self, tweet: Record) -> Post:
        native_id = needed_id(tweet, "id_str", "id")
        text = words(tweet, "full_text") or words(tweet, "text")
        if "&" in text:
            text = unescape(text)
        at_us = post_date_us(words(tweet, "created_at"))
        if at_us is None:
            at_us = id_date_us(native_id)
        language = words(tweet, "lang")
        return Post(
            network=Network.X,
            native_id=native_id,
            author=self._owner,
            text=self._notes.whole(text, at_us),
            at_us=at_us,
            url=f"https://x.com/{self._owner.handle or 'i'}/status/{native_id}",
            in_reply_to=id_in(tweet, "in_reply_to_status_id_str", "in_reply_to_status_id"),
            language="" if language in _NO_LANGUAGE else language,
            is_sensitive=tweet.get("possibly_sensitive") in (True, "true"),
            attached=read_attached(
                tweet, quotes=self._quoted(tweet, native_id), is_repost=text.startswith("RT @")
            ),
        )

    def _quoted(self, tweet: Record, own_id: str) -> str:
        """The id of the post that is quoted: of somebody else's where there are several."""
        entities = part(tweet, "entities")
        if not entities.get("urls"):
            return ""
        links = [link for link in linked_posts(entities) if link[1] != own_id]
        of_others = (post_id for handle, post_id in links if not self._is_mine(handle))
        return next(of_others, links[0][1] if links else "")

    def _is_mine(self, handle: str) -> bool:
        return handle.lower() in self._own_handles

    def _mentioned(self, entities: Record, at_us: int | None) -> dict[str, Account]:
        """The others a post names, each once, by id."""
        accounts = {}
        for mention in each(entities, "user_mentions"):
            if account := self._named(mention, at_us):
                accounts[account.native_id] = account
        return accounts

    def _named(self, mention: Record, at_us: int | None) -> Account | None:
        return self._account(
            id_in(mention, "id_str", "id"),
            words(mention, "screen_name"),
            words(mention, "name"),
            at_us,
        )

    def _account(self, native_id: str, handle: str, name: str, at_us: int | None) -> Account | None:
        """The account a post speaks of; None where it is me, or nobody can tell."""
        if native_id:
            is_me = native_id == self._owner.native_id
            return None if is_me else self._accounts.seen(native_id, handle, name, at_us)
        if not is_handle(handle) or self._is_mine(handle):
            return None
        return self._called(handle)

    def _called(self, handle: str) -> Account:
        return self._accounts.called(handle) or account_called(handle)

    def _replied_to(self, tweet: Record, post: Post) -> Account | None:
        native_id = id_in(tweet, "in_reply_to_user_id_str", "in_reply_to_user_id")
        handle = words(tweet, "in_reply_to_screen_name")
        account = self._account(native_id, handle, "", post.at_us)
        if account and post.in_reply_to:
            self._authors.answered(post.in_reply_to, account.native_id)
        return account

    def _repost(self, post: Post, repost: re.Match[str], entities: Record) -> Said:
        handle = repost[1].lower()
        if handle in self._own_handles:
            return Said(posts=(post,))
        author = None
        for mention in each(entities, "user_mentions"):
            if words(mention, "screen_name").lower() == handle:
                author = author or self._named(mention, post.at_us)
        author = author or self._called(repost[1])
        self._authors.reposted(post.text[repost.end() :], author.native_id)
        interaction = Interaction(
            network=Network.X,
            kind=Kind.REPOST,
            direction=Direction.FROM_ME,
            native_id=post.native_id,
            actor=self._owner,
            target=author,
            at_us=post.at_us,
        )
        return Said((interaction,), (post,))

    def _quote(self, entities: Record, post: Post) -> Interaction | None:
        """The first link to a post of somebody else; None where there is none, or not yet."""
        for handle, post_id in linked_posts(entities):
            if self._is_mine(handle) or handle.lower() in _NOBODY:
                continue
            self._authors.linked(post_id, handle)
            if not self._accounts.called(handle) and len(self._waiting) < _MOST_WAITING:
                self._waiting.append((post, handle))
                return None
            return self._interaction(Kind.QUOTE, post.native_id, self._called(handle), post)
        return None

    def _interaction(self, kind: Kind, native_id: str, target: Account, post: Post) -> Interaction:
        return Interaction(
            network=Network.X,
            kind=kind,
            direction=Direction.FROM_ME,
            native_id=native_id,
            actor=self._owner,
            target=target,
            post=post,
            at_us=post.at_us,
        )
