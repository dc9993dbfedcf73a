"""What a contact's state says, as chances and as sentences: never a number without its reason."""

from dataclasses import dataclass
from math import exp, exp2, expm1, log1p
from typing import Protocol

from hobnob.domain.contact_state import D7, D90, LANDMARK, ONE_SIDED, WEEKS_KEPT, week_of
from hobnob.domain.english import listed
from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND, ago, span

PRIOR_TURNS, PRIOR_RATE = 4.0, 0.45
"""Answer rates are smoothed as if four turns had gone at the usual rate: 1 of 1 is not 100%."""

STRIP_WEEKS = 12
"""How many weeks steadiness looks back."""


class State(Protocol):
    """The columns of a contact's state that are read here."""

    last_in_us: int | None
    last_out_us: int | None
    events_in: int
    days_in: int
    d90_in: float
    d7_activity: float
    talk_in: int
    talk_out: int
    asked: int
    answered: int
    asked_d90: float
    answered_d90: float
    log_delay_sum: float
    log_delay_weight: float
    week: int
    weeks_in: int
    weeks_out: int


def last_contact_us(state: State) -> int | None:
    """When something last went either way."""
    known = [each for each in (state.last_in_us, state.last_out_us) if each is not None]
    return max(known, default=None)


def contact_probability(state: State, now_us: int) -> float:
    """Chance (0-1) that they write to me within a week.

    A logistic score over four terms: their decayed messages (90 days), the days on which they
    wrote, the days since the last contact, their decayed activity (7 days). Weights were fitted on
    public logs of e-mail, chat and forum messages and hold without training on others.
    """
    last_us = last_contact_us(state)
    if last_us is None:
        return 0.0
    d90_in = state.d90_in * exp2((LANDMARK - now_us) / D90)
    activity = state.d7_activity * exp2((LANDMARK - now_us) / D7)
    z = (
        -2.09
        + 0.36 * log1p(d90_in)
        + 0.57 * log1p(state.days_in)
        - 0.69 * log1p(max(0, now_us - last_us) / DAY)
        + 0.12 * log1p(activity)
    )
    return 1 / (1 + exp(-z))


def answer_rate(state: State, now_us: int) -> float:
    """Chance (0-1) that they answer when I write, from the turns so far, recent ones first."""
    fade = exp2((LANDMARK - now_us) / D90)
    asked, answered = state.asked_d90 * fade, state.answered_d90 * fade
    return (answered + PRIOR_TURNS * PRIOR_RATE) / (asked + PRIOR_TURNS)


def usual_wait_us(state: State) -> int | None:
    """How long they usually take to answer (a geometric mean); None while they never have."""
    if not state.log_delay_weight:
        return None
    hours = expm1(state.log_delay_sum / state.log_delay_weight)
    return round(hours * HOUR / SECOND) * SECOND


def is_unheard(state: State) -> bool:
    """Whether I spoke only where no answer of theirs would be on record: in an archive.

    Anywhere else my first word opens a turn. A call or a meeting opens none, and is a day of theirs
    without anything that they did.
    """
    met = state.days_in and not state.events_in
    return bool(state.talk_out) and not (state.talk_in or state.asked or met)


def answers_you(state: State) -> str:
    """How they answer: "answered 7 of the 9 times you wrote first, usually within 3 hours"."""
    if not state.asked:
        side = "only your side is on record"
        return side if is_unheard(state) else "you have not written first yet"
    if not state.answered:
        times = "once" if state.asked == 1 else f"{state.asked} times"
        return f"you wrote first {times}; no answer on record"
    wait_us = usual_wait_us(state)
    usually = f", usually within {span(max(wait_us, MINUTE))}" if wait_us is not None else ""
    if state.asked == 1:
        return f"answered the one time you wrote first{usually}"
    return f"answered {state.answered} of the {state.asked} times you wrote first{usually}"


def balance(state: State) -> str:
    """Who wrote to whom how often: "They wrote to you 7 times; you never wrote to them.".

    Of who is unheard it is not said that they never wrote.
    """
    if is_unheard(state):
        return f"You {_wrote(state.talk_out, 'them')}; what they wrote isn’t in {_AN_ARCHIVE}."
    return f"They {_wrote(state.talk_in, 'you')}; you {_wrote(state.talk_out, 'them')}."


_AN_ARCHIVE = f"an {listed(sorted(each.title for each in ONE_SIDED))} archive"


def _wrote(count: int, to: str) -> str:
    if not count:
        return f"never wrote to {to}"
    return f"wrote to {to} once" if count == 1 else f"wrote to {to} {count} times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of the steadiness strip."""

    theirs: bool
    mine: bool

    @property
    def is_exchange(self) -> bool:
        """Whether something went both ways."""
        return self.theirs and self.mine


def strip(state: State, now_us: int) -> tuple[Week, ...]:
    """The last twelve weeks, this one last: who did something towards whom."""
    shift = week_of(now_us) - state.week
    weeks = []
    for back in reversed(range(STRIP_WEEKS)):
        bit = back - shift
        known = 0 <= bit < WEEKS_KEPT
        weeks.append(
            Week(
                theirs=known and bool(state.weeks_in >> bit & 1),
                mine=known and bool(state.weeks_out >> bit & 1),
            )
        )
    return tuple(weeks)


def exchange_weeks(state: State, now_us: int) -> int:
    """In how many of the last twelve weeks something went both ways; cheaper than the strip."""
    both = state.weeks_in & state.weeks_out
    shift = week_of(now_us) - state.week
    so_far = both << shift if shift >= 0 else both >> -shift
    return (so_far & ((1 << STRIP_WEEKS) - 1)).bit_count()


def steadiness(weeks: tuple[Week, ...]) -> str:
    """The strip in words: "an exchange in 5 of the last 12 weeks"."""
    exchanges = sum(week.is_exchange for week in weeks)
    if exchanges:
        return f"an exchange in {exchanges} of the last {len(weeks)} weeks"
    return f"no exchange in the last {len(weeks)} weeks"


def my_steadiness(weeks: tuple[Week, ...]) -> str:
    """My half of the strip, where theirs is not on record: "you turned to them in 5 of …"."""
    turned = sum(week.mine for week in weeks) or "none"
    return f"you turned to them in {turned} of the last {len(weeks)} weeks"


def quiet(state: State, now_us: int) -> str:
    """How long it has been, in words: "you last talked 12 days ago"."""
    last_us = last_contact_us(state)
    return f"last contact {ago(last_us, now_us)}" if last_us else "no contact yet"
