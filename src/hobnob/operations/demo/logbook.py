"""Keeps what the people of the demo say and do, with ids, addresses and handles as networks do."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Attached, Post
from hobnob.operations.demo import ids
from hobnob.operations.demo.cast import HOME, Member
from hobnob.operations.demo.said import read_said

_HANDLE = re.compile(r"@(\w+)")


class Logbook:
    """Interactions and posts of one world, in the order they were put in."""

    def __init__(self, people: Mapping[str, Member]) -> None:
        self._people = people
        self._mine = frozenset(people["robin"].accounts.values())
        self._count = 0
        self._liked: set[str] = set()
        self.interactions: list[Interaction] = []
        self.posts: list[Post] = []

    def account(self, key: str, network: Network) -> Account:
        """Where a person of the cast is found; away from networks, the usual place stands in."""
        member = self._people[key]
        return member.main if network is Network.OFFLINE else member.accounts[network]

    def is_mine(self, account: Account) -> bool:
        """Whether the account is one of Robin's."""
        return account in self._mine

    def keys_in(self, text: str) -> list[str]:
        """The people of the cast named with an @ in a text."""
        return [key for key in _HANDLE.findall(text) if key in self._people]

    def post(
        self,
        author: Account,
        line: str,
        at_us: int,
        *,
        answers: Post | None = None,
        quotes: Post | None = None,
        language: str = "",
    ) -> Post:
        """Somebody posts a line, with what it carries in brackets."""
        native_id, url = self._new_id(author, at_us, "post")
        said = read_said(line)
        answered = answers.author if answers else None
        named = {self.account(key, author.network) for key in self.keys_in(said.words)}
        carried = replace(
            said.attached,
            quotes=quotes.native_id if quotes else "",
            names=len(named - {answered}),
        )
        post = Post(
            network=author.network,
            native_id=native_id,
            author=author,
            text=self._with_handles(said.text(author.network), author.network),
            at_us=at_us,
            url=url,
            in_reply_to=answers.native_id if answers else "",
            language=said.language or language or "en",
            is_sensitive=said.is_sensitive,
            attached=carried,
        )
        self.posts.append(post)
        return post

    def message(self, author: Account, target: Account, text: str, at_us: int) -> Post:
        """Somebody writes to somebody alone."""
        native_id = self._new_id(author, at_us, "message")[0].rpartition("/")[2]
        post = Post(
            network=author.network,
            native_id=f"dm:{native_id}",
            author=author,
            text=text,
            at_us=at_us,
            is_private=True,
        )
        self.add(Kind.MESSAGE, native_id, author, target, at_us, post)
        return post

    def life(self, kind: Kind, actor: Account, target: Account, text: str, at_us: int) -> None:
        """Something happens away from any network."""
        self._count += 1
        native_id = f"diary-{self._count:05}"
        post = Post(
            network=Network.OFFLINE,
            native_id=native_id,
            author=actor,
            text=text,
            at_us=at_us,
            is_private=True,
        )
        self.add(kind, native_id, actor, target, at_us, post, Network.OFFLINE)

    def repost(self, actor: Account, post: Post, at_us: int) -> None:
        """Somebody passes a post on: their feed shows it as a post of its own, without words."""
        native_id, url = self._new_id(actor, at_us, "repost")
        self.add(Kind.REPOST, native_id, actor, post.author, at_us, post)
        self.posts.append(
            Post(
                network=actor.network,
                native_id=native_id,
                author=actor,
                text="",
                at_us=at_us,
                url=url,
                attached=Attached(reposts=post.native_id),
            )
        )

    def like(self, actor: Account, post: Post, at_us: int) -> None:
        """Somebody likes a post."""
        native_id = f"{actor.native_id}>{post.native_id}"
        if native_id not in self._liked:
            self._liked.add(native_id)
            self.add(Kind.LIKE, native_id, actor, post.author, at_us, post)

    def follow(self, actor: Account, target: Account, at_us: int) -> None:
        """Somebody follows somebody."""
        self.add(Kind.FOLLOW, f"{actor.native_id}>{target.native_id}", actor, target, at_us)

    def mention(self, post: Post, target: Account) -> None:
        """A post names somebody it does not answer."""
        if post.author and post.at_us is not None:
            native_id = f"{post.native_id}>{target.native_id}"
            self.add(Kind.MENTION, native_id, post.author, target, post.at_us, post)

    def add(
        self,
        kind: Kind,
        native_id: str,
        actor: Account,
        target: Account | None,
        at_us: int,
        post: Post | None = None,
        network: Network | None = None,
    ) -> None:
        """Put one interaction into the log."""
        if self.is_mine(actor):
            direction = Direction.FROM_ME
        elif target and self.is_mine(target):
            direction = Direction.TOWARDS_ME
        else:
            direction = Direction.BETWEEN_OTHERS
        self.interactions.append(
            Interaction(
                network=network or actor.network,
                kind=kind,
                direction=direction,
                native_id=native_id,
                actor=actor,
                target=target,
                post=post,
                at_us=at_us,
            )
        )

    def _new_id(self, author: Account, at_us: int, collection: str) -> tuple[str, str]:
        """What the network would call this, and its address."""
        self._count += 1
        if author.network is Network.BLUESKY:
            key = ids.record_key(at_us, self._count)
            native_id = f"at://{author.native_id}/app.bsky.feed.{collection}/{key}"
            return native_id, f"{author.url}/post/{key}"
        status = ids.status_id(at_us, self._count)
        return f"{status}@{HOME}", f"{author.url}/{status}"

    def _with_handles(self, text: str, network: Network) -> str:
        """The text with "@ana" as the network shows it: Mastodon leaves the server out."""

        def handle(found: re.Match[str]) -> str:
            member = self._people.get(found[1])
            if member is None or network is Network.MASTODON or network not in member.accounts:
                return found[0]
            return "@" + member.accounts[network].handle

        return _HANDLE.sub(handle, text)
