"""Which streams of a connection are read, and how far each of them is."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from hobnob.domain.networks import SNAPSHOTS, Capability, Mode, Stream
from hobnob.domain.reading import READS
from hobnob.storage import bulk, models


def states_of(
    connection: models.Connection, modes: Mapping[Capability, Mode], *, now_us: int
) -> list[models.StreamState]:
    """The state of each stream that the network lets us read and the person wants, in order.

    Messages only where they were asked for. What lists there are, the last read of them says.
    """
    wanted = [
        stream
        for stream, capability in READS.items()
        if modes.get(capability) is Mode.API
        and (stream is not Stream.MESSAGES or connection.reads_messages)
    ]
    of_each = {Stream.LIST_MEMBERS: _lists_of(connection)}
    return _states(connection, ((s, of) for s in wanted for of in of_each.get(s, [""])), now_us)


def _lists_of(connection: models.Connection) -> list[str]:
    lists = connection.lists.filter(ended_us__isnull=True).order_by("pk")
    return list(lists.values_list("native_id", flat=True))


@transaction.atomic
def _states(
    connection: models.Connection, streams: Iterable[tuple[Stream, str]], now_us: int
) -> list[models.StreamState]:
    bulk.lock_log()
    known = {(each.stream, each.of): each for each in connection.streams.select_related("source")}
    states = []
    for stream, of in streams:
        state = known.get((stream, of)) or _new_state(connection, stream, of, now_us)
        # One object stands for the connection, whose network each page asks for.
        state.connection = connection
        states.append(state)
    return states


def _new_state(
    connection: models.Connection, stream: Stream, of: str, now_us: int
) -> models.StreamState:
    account = connection.account
    source = models.Source.objects.create(
        kind=connection.network,
        fingerprint=f"{connection.network}:{account.native_id}:{stream}:{of}",
        title=f"{connection}: {stream}",
        owner=account,
        started_us=now_us,
        # No file waits to be read to its end: how far a stream is, its state says.
        finished_us=now_us,
    )
    history = [] if stream in SNAPSHOTS else [{"cursor": None, "floor": 0}]
    return models.StreamState.objects.create(
        connection=connection, stream=stream, of=of, source=source, gaps=history
    )
