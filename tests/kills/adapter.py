"""Read the networks: hobnob's Adapter over the wire."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hobnob.domain.actions import NEEDS
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.networks import NOTHING, Capability, Cost, Mode, Reach, Stream
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.networks.base import Cursor, Page
from tests.kills.moments import Moment, Note
from tests.kills.setup import ME
from tests.kills.wire import Wire

READS = (Capability.SEE_TALK, Capability.SEE_LIKES_GIVEN, Capability.SEE_FOLLOWS)
MODES = dict.fromkeys((*READS, *NEEDS.values()), Mode.API)


@dataclass(frozen=True, slots=True, kw_only=True)
class WireAdapter:
    """One of my accounts, for reading."""

    network: Network
    wire: Wire
    note: Note

    def capabilities(self) -> Mapping[Capability, Mode]:
        """What there are streams for, and every action."""
        return MODES

    def whoami(self) -> Account:
        """Robin."""
        return ME[self.network]

    @property
    def cost_of_lookups(self) -> Cost:
        return NOTHING

    def resolve(self, name: str) -> Account | None:
        """Nobody else is asked for by name."""
        return self.whoami() if name == self.whoami().handle else None

    def hydrate(self, native_ids: Sequence[str]) -> Iterator[Account]:
        """Profiles say nothing more here."""
        return iter(())

    def price(self, stream: Stream, *, reach: Reach, count: int) -> Cost:
        """Reading is free."""
        return NOTHING

    def pull(
        self,
        stream: Stream,
        *,
        of: str = "",
        reach: Reach,
        since: Cursor | None = None,
        members: Sequence[str] = (),
    ) -> Iterator[Page]:
        """The pages of a stream."""
        place: Any = since["place"] if since is not None else None
        is_last = False
        while not is_last:
            self.note(Moment.READING)
            answer = self.wire.ask(
                ask="read", network=self.network, stream=stream, reach=reach, place=place
            )
            self.note(Moment.KEEPING)
            place, is_last = answer["place"], answer["is_last"]
            yield Page(
                cursor={"place": place},
                is_last=is_last,
                interactions=tuple(self._interaction(stream, *each) for each in answer["items"]),
                cost=Cost(requests=1),
            )

    def _interaction(
        self, stream: Stream, kind: str, native_id: str, who: int, at_us: int | None
    ) -> Interaction:
        them = Account(
            network=self.network, native_id=f"who-{who}", handle=f"who{who}", name=f"Who {who}"
        )
        is_mine = stream is Stream.MY_LIKES
        actor, target = (ME[self.network], them) if is_mine else (them, ME[self.network])
        has_text = kind in (Kind.MENTION, Kind.REPLY)
        return Interaction(
            network=self.network,
            kind=Kind(kind),
            direction=Direction.FROM_ME if is_mine else Direction.TOWARDS_ME,
            native_id=native_id,
            actor=actor,
            target=target,
            post=Post(
                network=self.network,
                native_id=f"post-{native_id}",
                author=actor,
                text=f"Do tigers purr? {native_id}",
                at_us=at_us,
            )
            if has_text
            else None,
            at_us=at_us,
        )
