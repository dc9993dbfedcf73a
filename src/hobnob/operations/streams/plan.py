"""Which streams of a connection are read, and how far each of them is."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef

from hobnob.domain.networks import WITHOUT_HISTORY, Capability, Mode, Stream
from hobnob.domain.reading import READS
from hobnob.storage import bulk, models


def states_of(
    connection: models.Connection, modes: Mapping[Capability, Mode], *, now_us: int
) -> list[models.StreamState]:
    """The state of each stream that the network lets us read and the person wants, in order.

    Messages only where they were asked for. What lists the network has, the last read of them
    says; what people post is read of those on lists that are meant for a few.
    """
    wanted = [
        stream
        for stream, capability in READS.items()
        if modes.get(capability) is Mode.API
        and (stream is not Stream.MESSAGES or connection.reads_messages)
    ]
    of_each = {
        Stream.LIST_MEMBERS: _lists_of(connection),
        Stream.LIST_POSTS: _lists_of_a_few(connection.network),
        Stream.HASHTAG: list(connection.hashtags.order_by("pk").values_list("tag", flat=True)),
    }
    return _states(connection, ((s, of) for s in wanted for of in of_each.get(s, [""])), now_us)


def _lists_of(connection: models.Connection) -> list[str]:
    lists = connection.lists.filter(ended_us__isnull=True).order_by("pk")
    return list(lists.values_list("native_id", flat=True))


def _lists_of_a_few(network: str) -> list[str]:
    """Keys of our lists that are meant for a few, and have somebody on this network."""
    somebody = models.Account.objects.filter(
        network=network,
        is_me=False,
        person__memberships__list=OuterRef("pk"),
        person__memberships__is_member=True,
        person__memberships__faded_us__isnull=True,
    )
    lists = models.List.objects.filter(Exists(somebody), capacity__isnull=False)
    return list(lists.order_by("position", "pk").values_list("key", flat=True))


def members_of(state: models.StreamState) -> list[str]:
    """Native ids, on the network of a stream, of the people on the list of ours it is about."""
    if state.stream != Stream.LIST_POSTS:
        return []
    accounts = models.Account.objects.filter(
        network=state.connection.network,
        is_me=False,
        person__memberships__list__key=state.of,
        person__memberships__is_member=True,
        person__memberships__faded_us__isnull=True,
    )
    return list(accounts.order_by("pk").values_list("native_id", flat=True))


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
    history = [] if stream in WITHOUT_HISTORY else [{"cursor": None, "floor": 0}]
    return models.StreamState.objects.create(
        connection=connection, stream=stream, of=of, source=source, gaps=history
    )
