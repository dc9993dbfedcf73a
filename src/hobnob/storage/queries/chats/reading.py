"""Which accounts of mine read the hashtag of a chat."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Subquery

from hobnob.domain.moments import ago
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.storage.models import Chat, Connection, Hashtag, StreamState


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Which accounts of mine read the hashtag, and how fresh that is."""

    count: int
    """How many read it."""
    could: int
    """How many more could."""
    is_syncing: bool
    says: str
    """ "#nptech was last read 3 minutes ago"."""


def reading_of(chat: Chat, now_us: int) -> Reading:
    """Who reads the hashtag of a chat."""
    state = StreamState.objects.filter(
        connection_id=OuterRef("pk"), stream=Stream.HASHTAG, of=chat.tag
    )
    connections = list(
        Connection.objects.filter(disconnected_us__isnull=True)
        .annotate(
            reads=Exists(Hashtag.objects.filter(connection_id=OuterRef("pk"), tag=chat.tag)),
            read_us=Subquery(state.values("read_us")[:1]),
        )
        .order_by("pk")
    )
    reads = [each for each in connections if each.reads]
    able = [each for each in connections if sees_hashtags(each)]
    newest_us = max((each.read_us for each in reads if each.read_us is not None), default=None)
    return Reading(
        count=len(reads),
        could=sum(not each.reads for each in able),
        is_syncing=any(each.syncing_since_us is not None for each in reads),
        says=_how_fresh(chat, reads, newest_us, now_us),
    )


def connections_reading(tag: str) -> list[int]:
    """Ids of the connections that read a hashtag."""
    reads = Hashtag.objects.filter(tag=tag, connection__disconnected_us__isnull=True)
    return list(reads.order_by("connection_id").values_list("connection_id", flat=True))


def sees_hashtags(connection: Connection) -> bool:
    """Whether an account of mine may read hashtags.

    Before its first sync nobody knows; what it cannot read it will leave.
    """
    modes = connection.modes
    return not modes or modes.get(str(Capability.SEE_HASHTAG)) == Mode.API


def _how_fresh(chat: Chat, reads: Sequence[Connection], newest_us: int | None, now_us: int) -> str:
    if not reads:
        return f"No connected account reads {chat.name}"
    if newest_us is None:
        return f"{chat.name} has not been read yet"
    return f"{chat.name} was last read {ago(newest_us, now_us)}"
