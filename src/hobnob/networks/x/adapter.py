"""One account of X, for reading: what `sync` speaks to."""

import re
from collections.abc import Iterator, Mapping, Sequence

from hobnob.domain.networks import Capability, Cost, Mode, Reach, Stream
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Clock, Cursor, Page
from hobnob.networks.x.client import Client
from hobnob.networks.x.errors import NotThere, not_understood
from hobnob.networks.x.fields import is_handle, is_id
from hobnob.networks.x.keys import Keys
from hobnob.networks.x.lookup import Lookup
from hobnob.networks.x.people_posts import PeoplesPosts
from hobnob.networks.x.prices import Meter, price_of_stream
from hobnob.networks.x.read import Reader
from hobnob.networks.x.scopes import modes
from hobnob.networks.x.sources import source_of
from hobnob.networks.x.translate import Translator

_PROFILE = re.compile(r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/(\w{1,20})/?", re.ASCII)


class XAdapter:
    """Reads as the account that is signed in."""

    def __init__(self, client: Client, keys: Keys, *, clock: Clock) -> None:
        self._client = client
        self._keys = keys
        self._clock = clock
        self._meter = Meter(clock)
        self._lookup = Lookup(client, self._meter)

    @property
    def network(self) -> Network:
        """The network it speaks to."""
        return Network.X

    @property
    def cost_of_lookups(self) -> Cost:
        """What whoami, resolve and hydrate cost so far: no page tells it."""
        return self._lookup.cost

    def capabilities(self) -> Mapping[Capability, Mode]:
        """How each thing is had with what this sign-in allows."""
        return modes(self._keys.signed_in.scopes)

    def whoami(self) -> Account:
        """The account that is signed in."""
        for me in self._lookup.people("/2/users/me", "me"):
            self._keys.learn(me)
            return me
        raise not_understood()

    def resolve(self, name: str) -> Account | None:
        """The account that "@ana" or the address of a profile names, if there is one."""
        address = _PROFILE.fullmatch(name.strip())
        handle = address[1] if address else name.strip().removeprefix("@")
        if not is_handle(handle):
            return None
        try:
            found = self._lookup.people(f"/2/users/by/username/{handle}", "user_by_name")
        except NotThere:
            return None
        return found[0] if found else None

    def hydrate(self, native_ids: Sequence[str]) -> Iterator[Account]:
        """The profiles behind ids; those that are gone or suspended are left out."""
        return self._lookup.people_with(native_ids)

    def posts(self, native_ids: Sequence[str]) -> Iterator[Page]:
        """The posts with these ids, under the very ids that they were asked by; a hundred a page.

        What is gone, suspended, protected or withheld is among the deleted ones.
        """
        return self._lookup.posts(native_ids)

    def price(self, stream: Stream, *, reach: Reach, count: int) -> Cost:
        """What reading `count` items would cost, if none was read today."""
        return price_of_stream(stream, count)

    def pull(
        self,
        stream: Stream,
        *,
        of: str = "",
        reach: Reach,
        since: Cursor | None = None,
        members: Sequence[str] = (),
    ) -> Iterator[Page]:
        """The pages of a stream, each fetched when it is asked for.

        What is so now is read from the top to the end, whichever way it is asked for. What people
        post is asked for one by one: LIST_POSTS takes the ids of its `members`.
        """
        me = self._keys.signed_in.me or self.whoami()
        translator = Translator(me)
        if stream is Stream.LIST_POSTS:
            return PeoplesPosts(self._client, self._meter, translator, me).round(
                list(dict.fromkeys(filter(is_id, members))), since
            )
        source = source_of(stream, of, me.native_id, translator)
        reader = Reader(self._client, self._meter, source, self._clock)
        if reach is Reach.TAIL and not source.is_snapshot:
            return reader.tail(since)
        return reader.older(since)
