"""What is known about a contact in O(1) an event: sums, counts, open turns, who waits for whom.

Sums that decay use forward decay (Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay, ICDE 2009):
an event weighs 2^((t - LANDMARK) / half-life) for ever, so a sum is only ever added to, and
dividing it by today's weight gives the decayed value. The landmark keeps the weights of a 7-day
half-life inside a double from 2010 to 2049.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from math import exp2, log1p
from operator import attrgetter

from hobnob.domain.interactions import TALK, Direction, Kind, Logged
from hobnob.domain.moments import DAY, HOUR, SECOND, WEEK
from hobnob.domain.people import Network

LANDMARK = 1_893_456_000 * SECOND
"""2030-01-01 UTC."""

D7, D30, D90 = 7 * DAY, 30 * DAY, 90 * DAY

FOLDED_FROM, FOLDED_UNTIL = 0, 2_493_072_000 * SECOND
"""1970 to 2049. Networks let people date a post as they like: a moment outside is none."""

ANSWER_WINDOW = 7 * DAY
"""A turn that is not answered within this time counts as unanswered."""

COLD_AFTER = DAY
"""Writing to somebody after this much silence is a cold reach-out, and no longer an answer."""

ONE_SIDED = frozenset({Network.X})
"""Where the log holds what I said and not what was answered: an X archive has my side only. What
I say there opens no turn, or everybody would look as if they never answered; but for the time in
which that network was read live."""

MUTUAL = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT})
"""Whoever began them, both were there: contact in both directions, and nobody waits afterwards."""

Live = Mapping[str, Sequence[tuple[int, int]]]
"""Network -> the periods (microseconds UTC, the end left out) in which it was read live."""

NEVER_LIVE: Live = {}

WEEKS_KEPT = 52
"""How many weeks of yes-or-no are kept in the two bit sets."""

_MONDAY = 3 * DAY  # 1970-01-01 was a Thursday; weeks begin on Monday


@dataclass(slots=True)
class ContactState:
    """Everything kept about one contact. Field names are the columns of its stored row."""

    first_us: int | None = None
    last_us: int | None = None
    """The newest event seen, also of what they did to others: what comes later folds in O(1)."""
    last_in_us: int | None = None
    last_out_us: int | None = None
    talk_in: int = 0
    talk_out: int = 0
    events_in: int = 0
    events_out: int = 0
    days_in: int = 0
    """On how many UTC days they did something towards me."""
    last_day_in: int = -1
    d7_in: float = 0.0
    d90_in: float = 0.0
    d30_out: float = 0.0
    d7_activity: float = 0.0
    turn_us: int | None = None
    """When I wrote to them, not to answer, and nothing has come back yet."""
    is_turn_cold: bool = False
    asked: int = 0
    answered: int = 0
    cold_asked: int = 0
    cold_answered: int = 0
    asked_d90: float = 0.0
    answered_d90: float = 0.0
    log_delay_sum: float = 0.0
    log_delay_weight: float = 0.0
    week: int = 0
    weeks_in: int = 0
    """Bit n: they did something towards me n weeks before `week`."""
    weeks_out: int = 0
    waiting_us: int | None = None
    """Since when they wait for my answer; None: they don't."""
    waiting_last_us: int | None = None
    waiting_id: int | None = None
    """The newest interaction that waits."""
    is_blocked: bool = False


FIELDS = tuple(each.name for each in fields(ContactState))

_IN, _OUT, _BLOCK = Direction.TOWARDS_ME, Direction.FROM_ME, Kind.BLOCK


def can_fold(state: ContactState, event: Logged) -> bool:
    """Whether the event comes after everything folded so far (or has no moment to be out of)."""
    at_us = event.at_us
    if at_us is None or state.last_us is None or at_us > state.last_us:
        return True
    return not FOLDED_FROM <= at_us < FOLDED_UNTIL


def fold(state: ContactState, event: Logged, live: Live = NEVER_LIVE) -> None:
    """Add one event to the state. Known moments come oldest first; unknown ones come anywhere."""
    kind, direction, at_us = event.kind, event.direction, event.at_us
    if direction == _IN:
        state.events_in += 1
    elif direction == _OUT:
        state.events_out += 1
        if kind == _BLOCK:
            state.is_blocked = True
    if at_us is None or not FOLDED_FROM <= at_us < FOLDED_UNTIL:
        return
    if kind in MUTUAL and direction in (_IN, _OUT):
        _fold_together(state, at_us, is_theirs=direction == _IN)
    elif direction == _OUT:
        only_mine = is_one_sided(event.network, at_us, live)
        _fold_mine(state, at_us, kind in TALK, is_one_sided=only_mine)
    else:
        weight = exp2((at_us - LANDMARK) / D7)
        state.d7_activity += weight
        if direction == _IN:
            state.d7_in += weight
            _fold_theirs(state, at_us, kind in TALK, event.id)
    if state.first_us is None:
        state.first_us = at_us
    state.last_us = at_us


def folded(events: Iterable[Logged], live: Live = NEVER_LIVE) -> ContactState:
    """The state after all of these events, in whatever order they are given."""
    state = ContactState()
    for event in in_order(events):
        fold(state, event, live)
    return state


def is_one_sided(network: str, at_us: int, live: Live) -> bool:
    """Whether only my side of what was said there then reached the log."""
    periods = live.get(network, ())
    return network in ONE_SIDED and not any(begin <= at_us < end for begin, end in periods)


def in_order(events: Iterable[Logged]) -> list[Logged]:
    """The events as they are folded: unknown moments first, then by moment, ties always alike."""
    unknown: list[Logged] = []
    known: list[Logged] = []
    for event in events:
        (unknown if event.at_us is None else known).append(event)
    known.sort(key=attrgetter("at_us", "network", "kind", "native_id"))
    return unknown + known


def _fold_together(state: ContactState, at_us: int, *, is_theirs: bool) -> None:
    """A call, a meeting, a visit: an answer to what is open where they began it."""
    state.d7_activity += exp2((at_us - LANDMARK) / D7)
    state.d7_in += exp2((at_us - LANDMARK) / D7)
    _came_from_them(state, at_us)
    _went_to_them(state, at_us)
    state.talk_in += is_theirs
    state.talk_out += not is_theirs
    if is_theirs and state.turn_us is not None:
        _close_turn(state, state.turn_us, at_us)
    state.turn_us = None
    state.waiting_us = state.waiting_last_us = state.waiting_id = None


def _came_from_them(state: ContactState, at_us: int) -> None:
    state.d90_in += exp2((at_us - LANDMARK) / D90)
    day = at_us // DAY
    if day != state.last_day_in:
        state.days_in += 1
        state.last_day_in = day
    _shift_to_week(state, at_us)
    state.weeks_in |= 1
    state.last_in_us = at_us


def _went_to_them(state: ContactState, at_us: int) -> None:
    state.d30_out += exp2((at_us - LANDMARK) / D30)
    _shift_to_week(state, at_us)
    state.weeks_out |= 1
    state.last_out_us = at_us


def _fold_theirs(state: ContactState, at_us: int, is_talk: bool, interaction_id: int) -> None:
    _came_from_them(state, at_us)
    if not is_talk:
        return
    state.talk_in += 1
    if state.turn_us is not None:
        _close_turn(state, state.turn_us, at_us)
    if state.waiting_us is None:
        state.waiting_us = at_us
    state.waiting_last_us = at_us
    state.waiting_id = interaction_id


def _fold_mine(state: ContactState, at_us: int, is_talk: bool, *, is_one_sided: bool) -> None:
    if is_talk:
        state.talk_out += 1
        spoke_us = state.waiting_last_us
        is_answer = spoke_us is not None and at_us - spoke_us <= COLD_AFTER
        is_open = state.turn_us is not None and at_us - state.turn_us <= ANSWER_WINDOW
        if not (is_answer or is_open or is_one_sided):
            _open_turn(state, at_us)
        state.waiting_us = state.waiting_last_us = state.waiting_id = None
    _went_to_them(state, at_us)


def _open_turn(state: ContactState, at_us: int) -> None:
    last_contact_us = max(state.last_in_us or 0, state.last_out_us or 0)
    state.is_turn_cold = at_us - last_contact_us > COLD_AFTER
    state.turn_us = at_us
    state.asked += 1
    state.cold_asked += state.is_turn_cold
    state.asked_d90 += exp2((at_us - LANDMARK) / D90)


def _close_turn(state: ContactState, turn_us: int, at_us: int) -> None:
    wait_us = at_us - turn_us
    if wait_us <= ANSWER_WINDOW:
        weight = exp2((at_us - LANDMARK) / D90)
        state.answered += 1
        state.cold_answered += state.is_turn_cold
        state.answered_d90 += exp2((turn_us - LANDMARK) / D90)
        state.log_delay_sum += weight * log1p(wait_us / HOUR)
        state.log_delay_weight += weight
    state.turn_us = None


def _shift_to_week(state: ContactState, at_us: int) -> None:
    week = (at_us + _MONDAY) // WEEK
    if week != state.week:
        gap = week - state.week
        mask = (1 << WEEKS_KEPT) - 1
        state.weeks_in = (state.weeks_in << gap) & mask if gap < WEEKS_KEPT else 0
        state.weeks_out = (state.weeks_out << gap) & mask if gap < WEEKS_KEPT else 0
        state.week = week


def week_of(at_us: int) -> int:
    """The number of the Monday-to-Sunday week that a moment falls in."""
    return (at_us + _MONDAY) // WEEK
