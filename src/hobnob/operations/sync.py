"""Read a connected account: what is new first, then what is so now, then what is left behind."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import SNAPSHOTS, Reach, Stream
from hobnob.domain.people import Network
from hobnob.domain.reading import MOST_PAGES
from hobnob.networks.base import Adapter, CursorExpired, NetworkRefused, RateLimited, SignInNeeded
from hobnob.operations import connect
from hobnob.operations.deriving.fold_contacts import settle_contacts
from hobnob.operations.identity import join_by_handle
from hobnob.operations.outbox.seen import note_what_was_done_by_hand
from hobnob.operations.record import Recorded
from hobnob.operations.spending import LimitReached, spend
from hobnob.operations.streams.keep_page import move
from hobnob.operations.streams.plan import members_of, states_of
from hobnob.operations.streams.read import (
    BrokeOff,
    Clock,
    Reading,
    is_snapshot_due,
    read_gaps,
    read_snapshot,
    read_tail,
)
from hobnob.storage import models

NO_END = 10**9
A_THOUSAND = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a sync is."""

    stream: str
    recorded: Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How much one sync reads."""

    is_thorough: bool = False
    """What is so now is read even where it was read within a day."""
    pages: int = NO_END
    """How many answers it takes of each stream at most; the next sync goes on."""


EVERYTHING_NEW = How()

OnProgress = Callable[[Progress], None]


def sync(
    connection_id: int,
    *,
    clock: Clock,
    how: How = EVERYTHING_NEW,
    on_progress: OnProgress = lambda _: None,
) -> Recorded:
    """Read one connection as far as its network lets us. Says what that brought.

    What stops it is kept with the connection and its streams, where
    `storage.queries.connections` finds it. Raises CannotConnect when there is no such connection.
    """
    connection = _connection(connection_id)
    run = _Run(connection, clock, how, on_progress)
    with _under_way(connection, clock):
        adapter, signed_in = None, connect.kept_sign_in(connection)
        try:
            adapter = connect.open_adapter(connection, clock=clock)
            run.read(adapter)
        except HobnobError as error:
            connection.error = str(error)
            # Where it was renewed or connected anew meanwhile, the next sync has what it needs.
            is_as_it_was = connect.kept_sign_in(connection) == signed_in
            connection.needs_sign_in = isinstance(error, SignInNeeded) and is_as_it_was
        if adapter is not None:
            spend(adapter.cost_of_lookups, connection_id=connection.pk, now_us=clock())
        settle_contacts()
        if run.recorded.people_new:
            join_by_handle(Network(connection.network), now_us=clock())
        note_what_was_done_by_hand(now_us=clock())
    return run.recorded


def announce(connection_id: int, *, now_us: int) -> None:
    """Say that a connection is about to be read: it waits for its turn in the background."""
    models.Connection.objects.filter(pk=connection_id).update(syncing_since_us=now_us)


def _connection(connection_id: int) -> models.Connection:
    connected = models.Connection.objects.filter(disconnected_us__isnull=True)
    found = connected.select_related("account").filter(pk=connection_id).first()
    if found is None:
        raise connect.CannotConnect(connect.NOT_CONNECTED)
    return found


@contextmanager
def _under_way(connection: models.Connection, clock: Clock) -> Iterator[None]:
    """Notes since when a sync is under way, and what stopped it where something did."""
    row = models.Connection.objects.filter(pk=connection.pk)
    row.update(syncing_since_us=clock())
    connection.error, connection.needs_sign_in = "", False
    try:
        yield
        row.update(
            synced_us=clock(),
            error=connection.error,
            needs_sign_in=connection.needs_sign_in,
        )
    finally:
        row.update(syncing_since_us=None)


class _Run:
    """One sync: the order of its streams, and which error stops how much."""

    def __init__(
        self, connection: models.Connection, clock: Clock, how: How, on_progress: OnProgress
    ) -> None:
        self.recorded = Recorded()
        self._connection = connection
        self._clock = clock
        self._how = how
        self._on_progress = on_progress

    def read(self, adapter: Adapter) -> None:
        """Read what is due. Raises what makes it useless to ask for more."""
        modes = adapter.capabilities()
        self._connection.modes = {str(each): str(mode) for each, mode in modes.items()}
        self._connection.save(update_fields=["modes"])
        states = states_of(self._connection, modes, now_us=self._clock())
        what_happens = [each for each in states if each.stream not in SNAPSHOTS]
        for state in what_happens:
            self._read(adapter, state, read_tail)
        self._read_snapshots(adapter, states)
        # The lists that were just heard of for the first time have members to be read as well.
        more = states_of(self._connection, modes, now_us=self._clock())
        self._read_snapshots(adapter, (each for each in more if each.of and each not in states))
        for state in what_happens:
            if state.gaps:
                self._read(adapter, state, read_gaps)

    def _read_snapshots(self, adapter: Adapter, states: Iterable[models.StreamState]) -> None:
        for state in states:
            if state.stream in SNAPSHOTS and (
                self._how.is_thorough or is_snapshot_due(state, self._clock())
            ):
                self._read(adapter, state, read_snapshot)

    def _read(
        self, adapter: Adapter, state: models.StreamState, read: Callable[[Reading], None]
    ) -> None:
        """Read a stream in one way. What only it is refused stops only it."""
        if (state.paused_until_us or 0) > self._clock():
            return
        reading = Reading(
            adapter=adapter,
            state=state,
            clock=self._clock,
            on_page=self._heard,
            pages_left=min(self._how.pages, MOST_PAGES.get(Stream(state.stream), NO_END)),
            members=members_of(state),
        )
        self._note_price(adapter, state)
        try:
            read(reading)
        except RateLimited as error:
            move(state, paused_until_us=error.until_us)
        except LimitReached as error:
            # A snapshot would begin anew next month, and cost as much again: another yes is needed.
            goes_on = state.is_allowed and state.stream not in SNAPSHOTS
            move(state, tried_us=self._clock(), error=str(error), is_allowed=goes_on)
        except (BrokeOff, CursorExpired, NetworkRefused) as error:
            move(state, tried_us=self._clock(), error=str(error))

    def _note_price(self, adapter: Adapter, state: models.StreamState) -> None:
        """Keep what it costs, so that a page can show it without asking anybody."""
        cost = adapter.price(Stream(state.stream), reach=Reach.BACKFILL, count=A_THOUSAND)
        if cost.microdollars != state.price_microdollars:
            move(state, price_microdollars=cost.microdollars)

    def _heard(self, state: models.StreamState, recorded: Recorded) -> None:
        self.recorded += recorded
        self._on_progress(Progress(stream=state.stream, recorded=self.recorded))
