"""Who wrote the posts that I liked: an archive tells neither that nor when.

What the archive itself gives away is used up on import (my answers, my links, my reposts). For the
rest X has three ways, each with its price: my likes told anew, with their authors; the posts
themselves by their ids; and the little card that X shows of a post on others' pages, which costs
nothing but a request each, and knows the handle alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Protocol

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.networks import Cost, Stream
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.base import Page
from hobnob.networks.x.fields import is_id
from hobnob.networks.x.prices import AT_ONCE, READ, Thing, price_of_stream


class Way(StrEnum):
    """How to learn who wrote them."""

    MY_LIKES = "read all my likes again"
    BY_ID = "ask for each post"
    CARDS = "look at each post's card"


class ReadsPosts(Protocol):
    """An adapter that reads posts by their ids."""

    def posts(self, native_ids: Sequence[str]) -> Iterator[Page]:
        """The posts with these ids, a hundred a page."""
        ...


def price_of(count: int) -> Cost:
    """What asking for so many posts by their ids costs, if all of them are still there."""
    return Cost(requests=-(-count // AT_ONCE), microdollars=count * READ[Thing.POST])


def ways(unknown: int, *, likes: int) -> list[tuple[Way, Cost]]:
    """The ways to learn who wrote `unknown` of my `likes`, the cheapest first.

    Reading all likes again costs a fifth for each of them. Cards take a request for each post, are
    asked for slowly, and say the handle alone.
    """
    found = [
        (Way.CARDS, Cost(requests=unknown)),
        (Way.BY_ID, price_of(unknown)),
        (Way.MY_LIKES, price_of_stream(Stream.MY_LIKES, likes)),
    ]
    return sorted(found, key=lambda way: way[1].microdollars)


def to_ask_for(liked_posts: Iterable[str]) -> list[str]:
    """The ids that X can be asked for, each once, the newest first: the old are gone most often."""
    return sorted({each for each in liked_posts if is_id(each)}, key=int, reverse=True)


def learn(adapter: ReadsPosts, me: Account, liked_posts: Iterable[str]) -> Iterator[Page]:
    """My likes of these posts once more, with who wrote them; a hundred a page, with its cost.

    They are the lines that the archive brought, so that recording them completes those.
    """
    for page in adapter.posts(to_ask_for(liked_posts)):
        yield replace(page, interactions=tuple(_like(me, post) for post in page.posts), posts=())


def like_of(me: Account, native_id: str, author: Account) -> Interaction:
    """My like of a post, with who wrote it: the line that the archive brought without."""
    return _like(me, Post(network=Network.X, native_id=native_id, author=author))


def _like(me: Account, post: Post) -> Interaction:
    return Interaction(
        network=Network.X,
        kind=Kind.LIKE,
        direction=Direction.FROM_ME,
        native_id=f"{me.native_id}>{post.native_id}",
        actor=me,
        target=post.author,
        post=post,
    )
