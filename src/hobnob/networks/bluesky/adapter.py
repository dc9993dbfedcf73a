"""One account of Bluesky, for reading: what `sync` speaks to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from hobnob.domain.networks import NOTHING, SNAPSHOTS, Capability, Cost, Mode, Reach, Stream
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Clock, Cursor, KeepSecret, NetworkRefused, Page
from hobnob.networks.bluesky.accounts import name_in, read_account
from hobnob.networks.bluesky.client import Client, OpenDoor
from hobnob.networks.bluesky.errors import NotThere
from hobnob.networks.bluesky.labels import is_left_out
from hobnob.networks.bluesky.list_posts import ListPosts
from hobnob.networks.bluesky.lookup import AT_ONCE
from hobnob.networks.bluesky.places import Places
from hobnob.networks.bluesky.read import Reader, requests_for
from hobnob.networks.bluesky.scopes import modes
from hobnob.networks.bluesky.signed_in import SignedIn
from hobnob.networks.bluesky.uris import AtUri, is_did
from hobnob.networks.bluesky.walk import newest_first, to_the_end
from hobnob.networks.fields import each
from hobnob.networks.http.door import Door
from hobnob.networks.throttle import Throttle


class BlueskyAdapter:
    """Reads as the account that is signed in."""

    def __init__(
        self,
        signed_in: SignedIn,
        *,
        throttle: Throttle,
        clock: Clock,
        keep: KeepSecret,
        places: Places | None = None,
        open_door: OpenDoor = Door,
    ) -> None:
        self._clock = clock
        self._places = places or Places()
        self._client = Client(signed_in, throttle=throttle, keep=keep, open_door=open_door)

    @property
    def network(self) -> Network:
        """The network it speaks to."""
        return Network.BLUESKY

    def capabilities(self) -> Mapping[Capability, Mode]:
        """How each thing is had with what this sign-in allows."""
        signed_in = self._client.signed_in
        return modes(signed_in.access, acts=bool(signed_in.acts))

    def whoami(self) -> Account:
        """The account that is signed in: its profile, or its name where there is none yet."""
        signed_in = self._client.signed_in
        try:
            return read_account(self._client.ask("app.bsky.actor.getProfile", actor=signed_in.did))
        except NotThere:
            return Account(
                network=Network.BLUESKY, native_id=signed_in.did, handle=signed_in.handle
            )

    @property
    def cost_of_lookups(self) -> Cost:
        """What whoami, resolve and hydrate cost so far: nothing that anybody counts."""
        return NOTHING

    def resolve(self, name: str) -> Account | None:
        """The account that "ana.example", a DID or the address of a profile names, if any."""
        wanted = name_in(name)
        if not wanted:
            return None
        try:
            profile = self._client.ask("app.bsky.actor.getProfile", actor=wanted)
        except NetworkRefused:
            # Nobody has that name, or whoever has it is suspended.
            return None
        return None if is_left_out(profile) else read_account(profile)

    def hydrate(self, native_ids: Sequence[str]) -> Iterator[Account]:
        """The profiles behind ids; those that are gone, suspended or closed are left out."""
        wanted = [native_id for native_id in native_ids if is_did(native_id)]
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            answer = self._client.ask("app.bsky.actor.getProfiles", actors=some)
            for profile in each(answer, "profiles"):
                if not is_left_out(profile):
                    yield read_account(profile)

    def find_people(self, name: str, most: int) -> Iterator[Account]:
        """Accounts that a search for a name finds; those that want no part in it are left out.

        https://docs.bsky.app/docs/api/app-bsky-actor-search-actors
        """
        answer = self._client.ask("app.bsky.actor.searchActors", q=name, limit=most)
        for profile in each(answer, "actors"):
            if not is_left_out(profile):
                yield read_account(profile)

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

        What is so now is read from the top to the end, whichever way it is asked for. `members`
        are those whose posts LIST_POSTS reads, the newest of each.
        """
        self._client.spent()
        for page in self._pages(stream, of, reach, since, members):
            yield replace(page, cost=self._client.spent(), limit=self._client.limit)

    def _pages(
        self,
        stream: Stream,
        of: str,
        reach: Reach,
        since: Cursor | None,
        members: Sequence[str],
    ) -> Iterator[Page]:
        if stream is Stream.LIST_POSTS:
            return ListPosts(self._client, self._reader.translator, members).pages(since)
        is_tail = reach is Reach.TAIL and stream not in SNAPSHOTS
        floor = since.get("floor_us", 0) if since and is_tail else 0
        floor_us = floor if isinstance(floor, int) else 0
        fetch = self._reader.fetch(stream, of=of, floor_us=floor_us)
        if is_tail:
            return newest_first(fetch, since, self._is_gone, now_us=self._clock())
        return to_the_end(fetch, since, is_snapshot=stream in SNAPSHOTS)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(
            client=self._client, me=self.whoami(), clock=self._clock, chat=self._places.chat
        )

    def _is_gone(self, post: str) -> bool:
        """Whether a post is there no more; what was done with it may have been taken back alone."""
        uri = AtUri.read(post)
        if uri is None:
            return False
        try:
            self._client.ask(
                "com.atproto.repo.getRecord",
                repo=uri.did,
                collection=uri.collection,
                rkey=uri.key,
            )
        except NotThere:
            return True
        return False
