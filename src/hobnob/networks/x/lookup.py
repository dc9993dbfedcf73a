"""Looks people and posts up by their names and ids, a hundred at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hobnob.domain.networks import NOTHING, Cost
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.networks.base import Page
from hobnob.networks.fields import Record
from hobnob.networks.x.accounts import read_account
from hobnob.networks.x.answers import gone_in, looked_up
from hobnob.networks.x.client import Client
from hobnob.networks.x.fields import id_in, is_id
from hobnob.networks.x.included import Included
from hobnob.networks.x.posts import is_withheld, read_post
from hobnob.networks.x.prices import AT_ONCE, READ, Meter, Thing
from hobnob.networks.x.sources import ABOUT_POSTS, ABOUT_USERS


class Lookup:
    """Asks for what is known by name or id. What is gone or suspended is left out."""

    def __init__(self, client: Client, meter: Meter) -> None:
        self.cost = NOTHING
        """What looking people up cost so far: no page tells it."""
        self._client = client
        self._meter = meter

    def people(self, route: str, bucket: str, **asked: str) -> list[Account]:
        """The profiles that a question is answered with."""
        before = self._client.requests
        answer = self._client.get(route, bucket, **asked, **ABOUT_USERS)
        users = [user for user in looked_up(answer) if id_in(user)]
        self.cost += self._cost(Thing.USER, users, before)
        return [read_account(user) for user in users]

    def people_with(self, native_ids: Sequence[str]) -> Iterator[Account]:
        """The profiles behind ids."""
        for batch in _batches(native_ids):
            yield from self.people("/2/users", "users", ids=",".join(batch))

    def posts(self, native_ids: Sequence[str]) -> Iterator[Page]:
        """The posts with these ids, under the very ids that they were asked by; a hundred a page.

        What is gone, suspended, protected or withheld is among the deleted ones.
        """
        batches = list(_batches(native_ids))
        for number, batch in enumerate(batches, start=1):
            before = self._client.requests
            answer = self._client.get("/2/tweets", "posts", ids=",".join(batch), **ABOUT_POSTS)
            items = [item for item in looked_up(answer) if id_in(item)]
            posts = _posts(items, Included(answer))
            yield Page(
                cursor={},
                is_last=number == len(batches),
                posts=posts,
                accounts=tuple(post.author for post in posts if post.author),
                deleted_posts=(*gone_in(answer), *map(id_in, filter(is_withheld, items))),
                cost=self._cost(Thing.POST, items, before),
                limit=self._client.limit,
            )

    def _cost(self, thing: Thing, items: Sequence[Record], before: int) -> Cost:
        return Cost(
            requests=self._client.requests - before,
            microdollars=self._meter.charge(thing, map(id_in, items), READ[thing]),
        )


def _posts(items: Sequence[Record], seen: Included) -> tuple[Post, ...]:
    return tuple(replace(read_post(item, seen), native_id=id_in(item)) for item in items)


def _batches(native_ids: Sequence[str]) -> Iterator[list[str]]:
    """Ids that can be ones of X, each once, as many as one request takes."""
    wanted = list(dict.fromkeys(filter(is_id, native_ids)))
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
