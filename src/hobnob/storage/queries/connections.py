"""The accounts that are read live: how each of their streams is, and what they took."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hobnob.domain.actions import NEEDS
from hobnob.domain.moments import ago, from_us, span
from hobnob.domain.networks import WITHOUT_HISTORY, Capability, Mode, Stream, dollars
from hobnob.domain.people import Network
from hobnob.domain.reading import UNASKED, WANTED
from hobnob.storage.models import Connection, List, Spending, StreamState

_YOU = {"I": "you", "me": "you", "my": "your"}


class Health(StrEnum):
    """How a stream or a connection is."""

    GREEN = "ok"
    WAITING = "waiting"
    """Its network asked for patience."""
    AMBER = "needs a look"
    """Something a person should know, said in its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamLine:
    """One stream, in one line."""

    stream: str
    key: str
    """What it is about, as it is kept: the id of a list, a hashtag."""
    of: str
    """The name of the list, or the hashtag, where it is about one."""
    health: Health
    read_us: int | None
    """The last good read."""
    read: str
    """When that was, in words."""
    items: int
    is_history_left: bool
    says: str
    problems: tuple[dict[str, str], ...]
    price: str
    """Of a thousand of its items: "$5.00"; "" where it is free."""
    is_allowed: bool
    """Somebody said yes to that price."""

    @property
    def waits_for_yes(self) -> bool:
        """Something of it is left out because it costs money."""
        is_unasked = self.stream in UNASKED and not self.is_history_left
        return bool(self.price) and not self.is_allowed and not is_unasked


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What reading took in one month."""

    month: str
    requests: int
    microdollars: int

    @property
    def dollars(self) -> str:
        """ "$0.09"; "" where it is free."""
        return dollars(self.microdollars) if self.microdollars else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionLine:
    """One connected account."""

    id: int
    network: str
    title: str
    """The network's name as people write it."""
    handle: str
    server: str
    health: Health
    says: str
    """One sentence: what a person should know first."""
    is_syncing: bool
    synced_us: int | None
    synced: str
    reads_messages: bool
    acts: bool
    """Something can be done there from hobnob."""
    streams: tuple[StreamLine, ...]
    cannot: tuple[str, ...]
    """A sentence for each thing that can't be read."""
    spent: tuple[Spent, ...]
    """The newest month first."""
    hashtags: tuple[str, ...]
    meter: str
    """ "$0.42 of $5.00 spent this month"; "" where all is free."""
    limit: str
    """The most that is spent in a month, in dollars: "5.00"."""

    @property
    def waits_for_yes(self) -> tuple[StreamLine, ...]:
        """The streams of which something is left out because it costs money."""
        return tuple(each for each in self.streams if each.waits_for_yes)

    @property
    def items(self) -> int:
        """How much of the log came from here first."""
        return sum(each.items for each in self.streams)


def connections(now_us: int) -> list[ConnectionLine]:
    """Every account that is connected, in the order they were."""
    connected = Connection.objects.filter(disconnected_us__isnull=True).order_by("pk")
    found = connected.select_related("account").prefetch_related(
        "streams", "spending", "lists", "hashtags"
    )
    ours = dict(List.objects.values_list("key", "name")) if found else {}
    return [_line(each, _Names.of(each, ours), now_us) for each in found]


def connection(connection_id: int, now_us: int) -> ConnectionLine | None:
    """One connected account, None where there is no such."""
    return next((each for each in connections(now_us) if each.id == connection_id), None)


def connections_named(words: Sequence[str], now_us: int) -> list[ConnectionLine]:
    """The connected accounts that all these words fit: network, server or handle."""
    wanted = {word.strip().lower().removeprefix("@") for word in words}
    return [
        each
        for each in connections(now_us)
        if wanted <= {each.network, each.server, each.handle.lower()}
    ]


def due_connections(now_us: int, *, every_us: int) -> list[int]:
    """Ids of the accounts that were not read for so long, and can be without a person's help."""
    connected = Connection.objects.filter(disconnected_us__isnull=True, needs_sign_in=False)
    rows = connected.order_by("pk").values_list("pk", "synced_us")
    return [pk for pk, synced_us in rows if synced_us is None or now_us - synced_us >= every_us]


def last_sync(now_us: int) -> str:
    """ "last sync 12 minutes ago (Mastodon ok)"; "" while nothing is connected."""
    lines = connections(now_us)
    if not lines:
        return ""
    synced = [each.synced_us for each in lines if each.synced_us is not None]
    when = f"last sync {ago(max(synced), now_us)}" if synced else "not synced yet"
    return f"{when} ({', '.join(f'{each.title} {each.health}' for each in lines)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What the streams of one connection are about, by what their `of` says."""

    by_stream: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, each: Connection, ours: Mapping[str, str]) -> "_Names":
        """Lists over there that still are, lists of ours, and the hashtags that are read."""
        theirs = [one for one in each.lists.all() if one.ended_us is None]
        return cls(
            by_stream={
                Stream.LIST_MEMBERS: {one.native_id: one.name for one in theirs},
                Stream.LIST_POSTS: ours,
                Stream.HASHTAG: {one.tag: str(one) for one in each.hashtags.all()},
            }
        )

    def has(self, state: StreamState) -> bool:
        """Whether what a stream is about is still there."""
        return state.of in self.by_stream.get(state.stream, {state.of: ""})

    def name(self, state: StreamState) -> str:
        """The name of what a stream is about, "" where it is about nothing special."""
        return self.by_stream.get(state.stream, {}).get(state.of, state.of)


def _line(each: Connection, names: _Names, now_us: int) -> ConnectionLine:
    network = Network(each.network)
    streams = tuple(_stream(one, names, now_us) for one in _in_order(each.streams.all(), names))
    health, says = _overall(each, streams)
    return ConnectionLine(
        id=each.pk,
        network=network,
        title=network.title,
        handle=each.account.handle or each.account.native_id,
        server=each.server,
        health=health,
        says=says,
        is_syncing=each.syncing_since_us is not None,
        synced_us=each.synced_us,
        synced="never" if each.synced_us is None else ago(each.synced_us, now_us),
        reads_messages=each.reads_messages,
        acts=any(each.modes.get(str(needed)) == Mode.API for needed in NEEDS.values()),
        streams=streams,
        cannot=tuple(_cannot(each, network)),
        spent=tuple(_spent(each.spending.all())),
        hashtags=tuple(sorted(one.tag for one in each.hashtags.all())),
        meter=_meter(each, now_us) if any(stream.price for stream in streams) else "",
        limit=f"{each.monthly_limit_microdollars / 1e6:.2f}",
    )


def _meter(each: Connection, now_us: int) -> str:
    months = {one.month: one.microdollars for one in each.spending.all()}
    spent = months.get(f"{from_us(now_us):%Y-%m}", 0)
    return f"{dollars(spent)} of {dollars(each.monthly_limit_microdollars)} spent this month"


def _in_order(states: Iterable[StreamState], names: _Names) -> list[StreamState]:
    """As the networks' vocabulary has them; lists and hashtags that are no more left out."""
    order = {str(stream): number for number, stream in enumerate(Stream)}
    shown = [each for each in states if names.has(each)]
    return sorted(shown, key=lambda each: (order.get(each.stream, len(order)), each.pk))


def _stream(each: StreamState, names: _Names, now_us: int) -> StreamLine:
    waits = (each.paused_until_us or 0) - now_us
    health, says = Health.GREEN, ""
    if each.error:
        health, says = Health.AMBER, each.error
    elif waits > 0:
        health = Health.WAITING
        until = f"{from_us(now_us + waits):%H:%M} UTC"
        says = f"Waiting until {until}, in {span(waits)}: the network asked for patience."
    return StreamLine(
        stream=each.stream,
        key=each.of,
        of=names.name(each),
        health=health,
        read_us=each.read_us,
        read="never" if each.read_us is None else ago(each.read_us, now_us),
        items=each.items,
        is_history_left=each.stream not in WITHOUT_HISTORY and bool(each.gaps),
        says=says,
        problems=tuple(each.problems),
        price=dollars(each.price_microdollars) if each.price_microdollars else "",
        is_allowed=each.is_allowed,
    )


def _overall(each: Connection, streams: Iterable[StreamLine]) -> tuple[Health, str]:
    """The worst that is the case, and the sentence for it."""
    if each.error:
        return Health.AMBER, each.error
    for health in (Health.AMBER, Health.WAITING):
        for stream in streams:
            if stream.health is health:
                return health, f"{stream.stream.capitalize()}: {stream.says}"
    if each.synced_us is None:
        return Health.GREEN, "Not read yet."
    if any(stream.is_history_left and not stream.waits_for_yes for stream in streams):
        return Health.GREEN, "What is new is read; older things still come, sync by sync."
    if any(stream.waits_for_yes for stream in streams):
        return Health.GREEN, "What is new is read; the rest costs money and waits for your yes."
    return Health.GREEN, "All is read."


def _cannot(each: Connection, network: Network) -> Iterable[str]:
    for capability in WANTED:
        mode = each.modes.get(str(capability))
        if each.modes and mode != Mode.API:
            yield f"{network.title} does not let hobnob {_to_you(capability)}."
        elif capability is Capability.SEE_MESSAGES and not each.reads_messages:
            yield "Direct messages are not read, because you did not ask for them."


def _to_you(capability: str) -> str:
    """What I can do, said to the person whose "I" that is: "see who liked you"."""
    return " ".join(_YOU.get(word, word) for word in capability.split())


def _spent(months: Iterable[Spending]) -> list[Spent]:
    newest_first = sorted(months, key=lambda each: each.month, reverse=True)
    return [
        Spent(month=each.month, requests=each.requests, microdollars=each.microdollars)
        for each in newest_first
    ]
