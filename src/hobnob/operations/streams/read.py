"""Read one stream of a connection: its tail, what is left behind it, or a snapshot as a whole.

A stream known so far is one stretch of items with gaps in it. The tail cursor reads on above the
newest item. Each gap is read backwards, newest first, with a cursor of its own: the first one is
the history before the connection began; another opens whenever the network has forgotten the tail
cursor. A gap ends at the beginning of the stream, or at its floor: items of this same stream that
were in the log before the gap opened. Items that other sources told don't count, nor do those that
the gap itself brought before a kill: to stop at one of them would lose what lies beneath it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY
from hobnob.domain.networks import NOTHING, WITHOUT_HISTORY, Cost, Reach, Stream
from hobnob.domain.reading import UNASKED
from hobnob.domain.stream_health import is_doubtful_end, silence
from hobnob.networks.base import Adapter, Cursor, CursorExpired, Page
from hobnob.operations.record import Recorded
from hobnob.operations.spending import A_PAGE, check_limit
from hobnob.operations.streams.keep_page import keep_page, move
from hobnob.storage import bulk, models

Clock = Callable[[], int]
"""The moment it is now (microseconds UTC). A sync lasts too long for one."""

SNAPSHOT_EVERY = DAY
"""What is so now is asked for once a day: it takes many requests, and money on X."""

_NO_FLOOR = 0
_IN_PART = "{network} shows this in part only: what is missing, and who is gone, nobody can tell."
_EMPTY_ANSWERS = "Nobody is there any more, where {known:,} were: waiting for a second answer."


class BrokeOff(HobnobError):
    """A stream has more, and its network has no way to be asked for it."""


@dataclass(slots=True)
class Reading:
    """One stream being read: by whom, how far it is, and who is told of each page."""

    adapter: Adapter
    state: models.StreamState
    clock: Clock
    on_page: Callable[[models.StreamState, Recorded], None]
    pages_left: int
    """How many more pages this sync may read; the next one goes on."""
    members: Sequence[str] = ()
    """Native ids of the people it is about, where it is about some."""
    page_cost: Cost = NOTHING
    """What a page took at most so far, or what one is expected to take."""

    def may(self, reach: Reach) -> bool:
        """Whether it is free, or read without asking, or its price was agreed to."""
        state = self.state
        is_unasked = reach is Reach.TAIL and state.stream in UNASKED
        price = self.adapter.price(Stream(state.stream), reach=reach, count=A_PAGE)
        self.page_cost = price
        return is_unasked or state.is_allowed or not price.microdollars

    def pages(self, reach: Reach, since: Cursor | None) -> Iterator[Page]:
        """The pages from a cursor on, each asked for only while some may be read.

        Raises BrokeOff when they end before the last one.
        """
        stream = Stream(self.state.stream)
        pages = self.adapter.pull(
            stream, of=self.state.of, reach=reach, since=since, members=self.members
        )
        is_last = False
        while not is_last and self.pages_left > 0:
            check_limit(self.state.connection, self.page_cost, now_us=self.clock())
            page = next(pages, None)
            if page is None:
                raise BrokeOff(_IN_PART.format(network=self.adapter.network.title))
            self.pages_left -= 1
            self.page_cost = max(self.page_cost, page.cost, key=lambda each: each.microdollars)
            is_last = page.is_last
            yield page

    def keep(self, page: Page, **place: Any) -> Recorded:
        """Keep a page and the place after it, and tell who watches."""
        kept = keep_page(page, self.state, now_us=self.clock(), **place)
        self.on_page(self.state, kept)
        return kept


# ── What happened ────────────────────────────────────────────────────────────


def read_tail(reading: Reading) -> None:
    """Read what is newer than what is known. Where the network forgot the cursor, a gap opens."""
    if not reading.may(Reach.TAIL):
        return
    try:
        is_read = _read_tail(reading)
    except CursorExpired:
        _open_gap(reading.state)
        is_read = _read_tail(reading)
    if is_read:
        now_us = reading.clock()
        _end_well(reading.state, now_us, silence(reading.state.newest_us, now_us))


def _read_tail(reading: Reading) -> bool:
    """Whether it was read to its end. What a first look leaves out is the history's to bring."""
    state = reading.state
    # A look at people is a page of each, the first time as well.
    is_first = state.tail is None and state.stream != Stream.LIST_POSTS
    is_read = is_first
    for page in reading.pages(Reach.TAIL, state.tail):
        reading.keep(page, tail=dict(page.cursor))
        is_read = is_first or page.is_last
        if is_read:
            break
    if not is_read and state.stream == Stream.HOME:
        # Whoever was away for long has the newest now. What everybody said before is no news.
        move(state, tail=None)
        return True
    return is_read


def _end_well(state: models.StreamState, now_us: int, strange: str, **place: Any) -> None:
    """Note a read that came to its end: a good one, unless there is something strange about it."""
    good = {} if strange else {"read_us": now_us}
    move(state, tried_us=now_us, paused_until_us=None, error=strange, **good, **place)


@transaction.atomic
def _open_gap(state: models.StreamState) -> None:
    bulk.lock_log()
    if state.stream in WITHOUT_HISTORY:
        move(state, tail=None)
        return
    floor = models.Interaction.objects.aggregate(newest=Max("pk"))["newest"] or _NO_FLOOR
    move(state, tail=None, gaps=[*state.gaps, {"cursor": None, "floor": floor}])


def read_gaps(reading: Reading) -> None:
    """Read what is left behind, the newest gap first, as far as the pages last."""
    state = reading.state
    if state.tail is None:
        # What happened between the top of a gap and a first look after it would be in neither.
        return
    if not reading.may(Reach.BACKFILL):
        return
    while state.gaps and reading.pages_left > 0:
        *older, gap = state.gaps
        try:
            _read_gap(reading, older, gap)
        except CursorExpired:
            if gap["cursor"] is None:
                # Begun anew just now: enough for this time.
                raise
            # Newest first again; the floor stays, so it ends where it would have ended.
            move(state, gaps=[*older, {**gap, "cursor": None}])
    if not state.gaps:
        # The yes was for this; the price of another gap is shown anew.
        move(state, is_allowed=False)


def _read_gap(reading: Reading, older: list[Any], gap: dict[str, Any]) -> None:
    for page in reading.pages(Reach.BACKFILL, gap["cursor"]):
        is_known = _holds_known(page, reading.state, gap["floor"])
        left = [] if page.is_last else [{**gap, "cursor": dict(page.cursor)}]
        kept = reading.keep(page, gaps=[*older, *left])
        # Equal moments come in any order: only a page that adds nothing shows that all is known.
        if left and is_known and not kept.interactions_new:
            move(reading.state, gaps=older)
            return


def _holds_known(page: Page, state: models.StreamState, floor: int) -> bool:
    """Whether something on a page was in the log, from this stream, before its gap opened."""
    if floor == _NO_FLOOR:
        return False
    return models.Interaction.objects.filter(
        network=state.connection.network,
        kind__in={str(each.kind) for each in page.interactions},
        native_id__in=[each.native_id for each in page.interactions],
        source_id=state.source_id,
        pk__lte=floor,
    ).exists()


# ── What is so now ───────────────────────────────────────────────────────────


def is_snapshot_due(state: models.StreamState, now_us: int) -> bool:
    """Whether a whole read is under way, or a day has passed since one came to its end."""
    is_under_way = state.began_us is not None
    return is_under_way or state.tried_us is None or now_us - state.tried_us >= SNAPSHOT_EVERY


def read_snapshot(reading: Reading) -> None:
    """Read all of it. Only a read that reached its last page says who is gone."""
    if not reading.may(Reach.BACKFILL):
        return
    state, now_us = reading.state, reading.clock()
    if state.began_us is None or now_us - state.began_us >= SNAPSHOT_EVERY:
        move(state, began_us=now_us, gaps=[])
    try:
        is_whole = _read_whole(reading)
    except BrokeOff:
        # Nothing to go on from: it is tried again from the beginning, a day later.
        move(state, began_us=None, gaps=[])
        raise
    if is_whole:
        _end_snapshot(state, reading.clock())


def _read_whole(reading: Reading) -> bool:
    """Whether it is read to its last page, in this sync or together with those before."""
    state = reading.state
    try:
        return _read_on(reading)
    except CursorExpired:
        move(state, began_us=reading.clock(), gaps=[])
        return _read_on(reading)


def _read_on(reading: Reading) -> bool:
    since = reading.state.gaps[0]["cursor"] if reading.state.gaps else None
    is_whole = False
    for page in reading.pages(Reach.BACKFILL, since):
        reading.keep(page, gaps=[{"cursor": dict(page.cursor)}])
        is_whole = page.is_last
    return is_whole


@transaction.atomic
def _end_snapshot(state: models.StreamState, now_us: int) -> None:
    """Note what the read left out as ended, unless it left out so much that it may be wrong."""
    shown: QuerySet[models.Tie] | QuerySet[models.RemoteList]
    if state.stream == Stream.MY_LISTS:
        shown = models.RemoteList.objects.filter(connection=state.connection)
    else:
        shown = models.Tie.objects.filter(state=state)
    held = shown.filter(ended_us__isnull=True)
    left = held.filter(seen_us__lt=state.began_us)
    known = held.count()
    doubt = _EMPTY_ANSWERS.format(known=known)
    is_doubtful = is_doubtful_end(known, known - left.count()) and state.error != doubt
    if not is_doubtful:
        left.update(ended_us=now_us)
    strange = doubt if is_doubtful else ""
    _end_well(state, now_us, strange, gaps=[], began_us=None, is_allowed=False)
