"""One account of one Mastodon server, for reading: what `sync` speaks to."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial

from mastodon import Mastodon

from hobnob.domain.networks import NOTHING, Capability, Cost, Mode, Reach, Stream
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Cursor, Page
from hobnob.networks.fields import Misshapen, Record, each, words
from hobnob.networks.http.door import Door
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.client import Client, OpenDoor
from hobnob.networks.mastodon.errors import NotThere
from hobnob.networks.mastodon.fields import id_in, is_id
from hobnob.networks.mastodon.profiles import is_suspended
from hobnob.networks.mastodon.read import Reader
from hobnob.networks.mastodon.rounds import read_round
from hobnob.networks.mastodon.scopes import modes
from hobnob.networks.mastodon.signed_in import SignedIn
from hobnob.networks.mastodon.sources import Source, requests_for, source_of
from hobnob.networks.mastodon.translate import Translator
from hobnob.networks.throttle import Clock, Throttle

_PROFILES_AT_ONCE = 20


class MastodonAdapter:
    """Reads as the account that is signed in."""

    def __init__(
        self,
        signed_in: SignedIn,
        *,
        throttle: Throttle,
        clock: Clock,
        open_door: OpenDoor = Door,
    ) -> None:
        self._signed_in = signed_in
        self._clock = clock
        self._accounts = Accounts(signed_in.server)
        self._client = Client(
            signed_in.address, signed_in.token, throttle=throttle, open_door=open_door
        )

    @property
    def network(self) -> Network:
        """The network it speaks to."""
        return Network.MASTODON

    def capabilities(self) -> Mapping[Capability, Mode]:
        """How each thing is had with what this sign-in allows."""
        return modes(self._signed_in.scopes)

    def whoami(self) -> Account:
        """The account that is signed in."""
        return self._accounts.read(self._client.ask(lambda api: api.account_verify_credentials()))

    @property
    def cost_of_lookups(self) -> Cost:
        """What whoami, resolve and hydrate cost so far: nothing that anybody counts."""
        return NOTHING

    def resolve(self, name: str) -> Account | None:
        """The account that "ana@tusk.example" or the address of a profile names, if there is one.

        The server asks others about accounts that it has never heard of.
        """
        wanted = name.strip().removeprefix("@").removesuffix(f"@{self._signed_in.server}")
        return (None if "://" in wanted else self._looked_up(wanted)) or self._searched(wanted)

    def hydrate(self, native_ids: Sequence[str]) -> Iterator[Account]:
        """The profiles behind ids of this server; those that are gone or suspended are left out."""
        wanted = [own for each in native_ids if is_id(own := self._accounts.own(each))]
        for start in range(0, len(wanted), _PROFILES_AT_ONCE):
            for profile in self._profiles(wanted[start : start + _PROFILES_AT_ONCE]):
                if id_in(profile) and not is_suspended(profile):
                    yield self._accounts.read(profile)

    def find_people(self, name: str, most: int) -> Iterator[Account]:
        """Accounts of a name among those that this server has heard of.

        https://docs.joinmastodon.org/methods/accounts/#search
        """
        found = self._client.listed(lambda api: api.account_search(name, limit=most))
        for profile in found.items:
            if id_in(profile) and not is_suspended(profile):
                yield self._accounts.read(profile)

    def price(self, stream: Stream, *, reach: Reach, count: int) -> Cost:
        """What reading `count` items would cost: requests, never money."""
        return Cost(requests=requests_for(stream, count))

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

        What is so now is read from the top to the end, whichever way it is asked for. Of members
        those count whom this server knows.
        """
        translator = Translator(self._signed_in.server, self._me)
        me = self._accounts.own(self._me.native_id)
        if stream is Stream.LIST_POSTS:
            known = [each for each in members if is_id(self._accounts.own(each))]
            return read_round(
                lambda author: self._reader(source_of(stream, author, me, translator)), known, since
            )
        source = source_of(stream, of, me, translator)
        reader = self._reader(source)
        if reach is Reach.TAIL and not source.is_snapshot:
            return reader.tail(since)
        return reader.older(since)

    def _reader(self, source: Source) -> Reader:
        return Reader(self._client, source, self._accounts, self._clock)

    @cached_property
    def _me(self) -> Account:
        return self.whoami()

    def _looked_up(self, handle: str) -> Account | None:
        try:
            return self._accounts.read(self._client.ask(lambda api: api.account_lookup(handle)))
        except (NotThere, Misshapen):
            return None

    def _searched(self, name: str) -> Account | None:
        """What a search finds, if it is what was asked for and not something like it."""
        found = self._client.ask(
            lambda api: api.search_v2(name, resolve=True, result_type="accounts")
        )
        for profile in each(found, "accounts"):
            account = self._accounts.read(profile)
            if name.lower() in _names(account, profile):
                return account
        return None

    def _profiles(self, wanted: Sequence[str]) -> Iterator[Record]:
        """Many in one request where the server is new enough (Mastodon 4.3), else one by one."""
        try:
            yield from self._client.listed(lambda api: api.accounts(list(wanted))).items
        except NotThere:
            for native_id in wanted:
                with suppress(NotThere):
                    yield self._client.ask(partial(Mastodon.account, id=native_id))


def _names(account: Account, profile: Record) -> set[str]:
    """Everything that names exactly this account, in lower case."""
    names = (account.handle, words(profile, "acct"), account.url, words(profile, "uri"))
    return {name.lower() for name in names if name}
