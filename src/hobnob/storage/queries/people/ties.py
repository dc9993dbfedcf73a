"""Whom I follow, block and mute, and who follows me: by whole reads of a network, else by the log.

A network's snapshot says what is so now; the log says only what once happened, and no archive tells
of an end. So the log counts where no snapshot was ever read to its end.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, Max, QuerySet
from django.db.models.expressions import RawSQL

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.networks import Stream
from hobnob.domain.outbox import State
from hobnob.domain.people import Network
from hobnob.storage.models import Account, Interaction, OutboxItem, StreamState, Tie
from hobnob.storage.these import these

_STREAMS = (Stream.FOLLOWERS, Stream.FOLLOWING, Stream.BLOCKS, Stream.MUTES)

_SET_BY = {
    Stream.FOLLOWING: (ActionKind.FOLLOW, ActionKind.UNFOLLOW),
    Stream.BLOCKS: (ActionKind.BLOCK, ActionKind.UNBLOCK),
    Stream.MUTES: (ActionKind.MUTE, ActionKind.UNMUTE),
}
"""What I do from here that begins and ends such a tie: known before the next read tells it."""

_TOLD_BY = {
    Stream.FOLLOWING: (Kind.FOLLOW, Direction.FROM_ME),
    Stream.FOLLOWERS: (Kind.FOLLOW, Direction.TOWARDS_ME),
    Stream.BLOCKS: (Kind.BLOCK, Direction.FROM_ME),
    Stream.MUTES: (Kind.MUTE, Direction.FROM_ME),
}

NO_TALK = (Kind.FOLLOW, Kind.BLOCK, Kind.MUTE)
"""Kinds that say how things stand, and are nobody's word to anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshots:
    """When it was last known whole how things stand on each network (microseconds UTC)."""

    read_us: Mapping[tuple[str, str], int]
    """By network and stream."""
    archived_us: int | None = None
    """When X made the newest archive that lists who follows me; None: there is none."""

    def is_whole(self, network: str, stream: Stream) -> bool:
        """Whether the network was ever asked for all of them."""
        return (network, stream) in self.read_us

    def followers_known_us(self, network: str) -> int | None:
        """The last moment at which all who followed me were known; None: they never were."""
        read_us = self.read_us.get((network, Stream.FOLLOWERS))
        if read_us is None and network == Network.X:
            return self.archived_us
        return read_us


def snapshots() -> Snapshots:
    """What was read to its end, and what the newest archive lists."""
    return Snapshots(read_us=whole_reads(), archived_us=_archived_us())


def whole_reads() -> dict[tuple[str, str], int]:
    """When each was read to its end. Of several accounts of mine on a network, all have to be."""
    read: dict[tuple[str, str], int] = {}
    unread: set[tuple[str, str]] = set()
    states = StreamState.objects.filter(stream__in=_STREAMS)
    for network, stream, read_us in states.values_list("connection__network", "stream", "read_us"):
        if read_us is None:
            unread.add((network, stream))
        else:
            read[network, stream] = min(read_us, read.get((network, stream), read_us))
    return {key: us for key, us in read.items() if key not in unread}


def _archived_us() -> int | None:
    """An archive numbers its followers down from the moment that it was made."""
    followers = Interaction.objects.filter(
        network=Network.X, kind=Kind.FOLLOW, direction=Direction.TOWARDS_ME, at_us__isnull=True
    )
    newest: int | None = followers.aggregate(newest=Max("order"))["newest"]
    return newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """How often something happened with an account, and when last."""

    count: int
    newest_us: int | None
    newest_order: int | None


Events = Mapping[tuple[int, str, str], Happened]
"""By account, kind and direction."""


def events_with(account_ids: Collection[int]) -> Events:
    """Everything that happened with these accounts, counted."""
    counted = (
        Interaction.objects.filter(contact_id__in=account_ids)
        .values_list("contact_id", "kind", "direction")
        .annotate(count=Count("pk"), newest=Max("at_us"), last=Max("order"))
    )
    return {
        (account_id, kind, direction): Happened(
            count=count, newest_us=newest_us, newest_order=order
        )
        for account_id, kind, direction, count, newest_us, order in counted
    }


class Ties:
    """How things stand between me and some accounts."""

    def __init__(
        self, account_ids: Collection[int], events: Events, known: Snapshots | None = None
    ) -> None:
        """Ask for these accounts at once. `events` is what `events_with` says about them."""
        self._events = events
        self._known = known or snapshots()
        self._ties = _ties(account_ids)
        self._done = _done(account_ids)

    def holds(self, account_id: int, network: str, stream: Stream) -> bool:
        """Whether I follow, block or mute them, or they follow me, as far as it is known."""
        tie = self._ties.get((account_id, stream))
        read_us = self._known.read_us.get((network, stream))
        begins, ends = _SET_BY.get(stream, (None, None))
        began_us, ended_us = self._did(account_id, begins), self._did(account_id, ends)
        if max(began_us, ended_us) > (read_us or 0):
            return began_us > ended_us
        if tie is not None:
            return tie[1] is None
        return read_us is None and self._told(account_id, stream) is not None

    def since_us(self, account_id: int, network: str, stream: Stream) -> int | None:
        """When that began, or was first seen to be so; None: nobody knows."""
        began_us = self.began_us(account_id, stream)
        if began_us is not None:
            return began_us
        told, tie = self._told(account_id, stream), self._ties.get((account_id, stream))
        seen = [tie[0]] if tie else []
        if told and told.newest_order is not None and network == Network.X:
            seen.append(told.newest_order)
        return min(seen, default=None)

    def began_us(self, account_id: int, stream: Stream) -> int | None:
        """When that began, where a source or an act of mine dates it."""
        told = self._told(account_id, stream)
        done_us = self._did(account_id, _SET_BY[stream][0]) if stream in _SET_BY else 0
        return max(done_us, (told.newest_us or 0) if told else 0) or None

    def follows_me(self, account_id: int, network: str, *, asked_after_us: int) -> bool | None:
        """Whether they follow me. None: nobody looked at all of them after that moment."""
        if self.holds(account_id, network, Stream.FOLLOWERS):
            return True
        known_us = self._known.followers_known_us(network)
        return False if known_us is not None and known_us >= asked_after_us else None

    def followed_for(self, account_id: int) -> str:
        """What I followed them for, where I did it from here; else ""."""
        return self._done.get((account_id, ActionKind.FOLLOW), _NEVER).why

    def _told(self, account_id: int, stream: Stream) -> Happened | None:
        kind, direction = _TOLD_BY[stream]
        return self._events.get((account_id, kind, direction))

    def _did(self, account_id: int, kind: ActionKind | None) -> int:
        return self._done.get((account_id, kind), _NEVER).at_us if kind else 0


def _ties(account_ids: Iterable[int]) -> dict[tuple[int, str], tuple[int, int | None]]:
    """(first seen, ended) by account and stream; of several accounts of mine, one that holds."""
    found: dict[tuple[int, str], tuple[int, int | None]] = {}
    ties = Tie.objects.filter(account_id__in=account_ids, state__stream__in=_STREAMS)
    for account_id, stream, first_us, ended_us in ties.values_list(
        "account_id", "state__stream", "first_us", "ended_us"
    ):
        before = found.get((account_id, stream))
        if before is None or ended_us is None:
            found[account_id, stream] = (first_us, ended_us)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """Something I did from here."""

    at_us: int
    why: str


_NEVER = _Done(at_us=0, why="")


def _done(account_ids: Iterable[int]) -> dict[tuple[int, str], _Done]:
    """What I did last to an account from here, by account and kind."""
    kinds = [kind for pair in _SET_BY.values() for kind in pair]
    sent = OutboxItem.objects.filter(about_id__in=account_ids, kind__in=kinds, state=State.SENT)
    rows = sent.order_by("ended_us", "pk").values_list(
        "about_id", "kind", "ended_us", "approval__why"
    )
    return {
        (account_id, kind): _Done(at_us=ended_us or 0, why=why or "")
        for account_id, kind, ended_us, why in rows
    }


# ── The same as a set ────────────────────────────────────────────────────────


def whom_i(*streams: Stream, among: Collection[int] | None = None) -> QuerySet[Account]:
    """Whom I follow, block or mute: every account for which `Ties.holds` one of these streams.

    `among` are the accounts it is asked of, where these are few. Written as SQL: the same out of
    query sets takes ten times as long to put together as to answer.
    """
    read = whole_reads()
    told, params = _told_in_my_name() if among is None else _told_of(among)
    holding = " UNION ".join(_holding(stream, read, told) for stream in streams)
    held = RawSQL(holding, params * len(streams))  # noqa: S611 (our own names and numbers)
    found = Account.objects.filter(pk__in=held, is_me=False)
    return found if among is None else found.filter(pk__in=these(among))


def _holding(stream: Stream, read: Mapping[tuple[str, str], int], told: str) -> str:
    """What was done from here since the last read, else what that shows, else what the log tells.

    Each way to hold begins with a set of its own, so that no other account is looked at.
    """
    begins, ends = (_since_read(kind, stream, read) for kind in _SET_BY[stream])
    over = _last_of(ends, against=begins, unless=">")
    ties = (
        "SELECT t.account_id FROM storage_tie t JOIN storage_streamstate s ON s.id = t.state_id "  # noqa: S608 (our own names)
        f"WHERE s.stream = '{stream}' AND t.ended_us"
    )
    kind, direction = _TOLD_BY[stream]
    unread = ", ".join(f"'{each}'" for each in Network if (each, stream) not in read) or "NULL"
    return (
        f"{_last_of(begins, against=ends, unless='>=')} "  # noqa: S608 (our own names)
        f"UNION {ties} IS NULL AND t.account_id NOT IN ({over}) "
        f"UNION SELECT i.contact_id FROM storage_interaction i WHERE {told} "
        f"AND i.network IN ({unread}) AND i.kind = '{kind}' AND i.direction = '{direction}' "
        "AND i.contact_id IS NOT NULL "
        f"AND i.contact_id NOT IN ({ties} IS NOT NULL) AND i.contact_id NOT IN ({over})"
    )


def _last_of(acts: str, *, against: str, unless: str) -> str:
    """The accounts of these acts, but for those to whom I did the opposite after them."""
    return (
        f"SELECT done.about_id FROM ({acts}) AS done WHERE NOT EXISTS ("  # noqa: S608 (our own names)
        f"SELECT 1 FROM ({against}) AS later "
        f"WHERE later.about_id = done.about_id AND later.ended_us {unless} done.ended_us)"
    )


def _since_read(kind: ActionKind, stream: Stream, read: Mapping[tuple[str, str], int]) -> str:
    """What I did from here that no whole read can have shown yet."""
    whens = [
        f"WHEN '{each}' THEN {read[each, stream]:d}" for each in Network if (each, stream) in read
    ]
    since_us = f"CASE a.network {' '.join(whens)} ELSE 0 END" if whens else "0"
    return (
        "SELECT o.about_id, o.ended_us FROM storage_outboxitem o "  # noqa: S608 (our own names and numbers)
        "JOIN storage_account a ON a.id = o.about_id "
        f"WHERE o.kind = '{kind}' AND o.state = '{State.SENT}' AND o.ended_us > {since_us}"
    )


_Told = tuple[str, tuple[Any, ...]]
"""Which lines of the log may tell of a tie: a condition, and its parameters."""


def _told_of(account_ids: Collection[int]) -> _Told:
    """Lines about some accounts."""
    listed = ", ".join(f"{each:d}" for each in account_ids) or "NULL"
    return f"i.contact_id IN ({listed})", ()


def _told_in_my_name() -> _Told:
    """Lines of the log whose native id begins with me: "me>them", or my repository.

    In the order of bytes that SQLite compares texts by, these are ranges of the index that holds
    every line once. PostgreSQL's order is a language's, in which they are not: it goes by kind.
    """
    if connection.vendor == "postgresql":
        return "TRUE", ()
    mine = Account.objects.filter(is_me=True).values_list("network", "native_id")
    starts = [(network, start) for network, me in mine for start in (f"{me}>", f"at://{me}/")]
    ranges = ["(i.network = %s AND i.native_id >= %s AND i.native_id < %s)"] * len(starts)
    ends = ((network, start, f"{start}\U0010ffff") for network, start in starts)
    return f"({' OR '.join(ranges) or 'FALSE'})", tuple(part for each in ends for part in each)
