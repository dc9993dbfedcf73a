"""How often one hears from somebody: what one wishes for, what is usual, and when it is late.

What is usual is seen week by week, over the last year in which something went on. A silence stands
out when chance alone would make one so long less than once in fifty times: were they to write in a
share p of the weeks, q weeks in a row stay empty with probability (1 - p)^q, the geometric
distribution. It must also be longer than any silence of theirs before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from hobnob.domain.closeness import State
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, WEEK

SHORTEST, LONGEST = 1, 730
"""Days between which somebody can wish to hear from somebody."""

ENOUGH_WEEKS = 5
"""In fewer weeks than this nobody has a rhythm."""
ENOUGH_EXCHANGES = 2
"""Who never had an answer was never in touch."""
SHORTEST_SILENCE_WEEKS = 3
"""A fortnight is a holiday."""
BY_CHANCE = 0.02

_DIGITS = 9
ANY = ""
"""The subject of a decision that says: any time may pass."""


class NotACadence(HobnobError):
    """No number of days to hear from somebody in."""


def so_many_days(days: int) -> int:
    """The number, where one can wish for a word every so many days. Raises NotACadence."""
    if SHORTEST <= days <= LONGEST:
        return days
    raise NotACadence(
        f"{days:,} days will not do: write a number from {SHORTEST} to {LONGEST}, or none."
    )


def read_cadence(written: str) -> int | None:
    """How many days may pass; None for "none" or nothing. Raises NotACadence."""
    words = written.strip().casefold()
    if words in ("", "none"):
        return None
    if not words.isdecimal() or len(words) > _DIGITS:
        raise NotACadence(f"“{written.strip()}” is no number of days: write 30, or none.")
    return so_many_days(int(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How regularly something came, over the last year in which anything did."""

    weeks: int
    """In how many weeks."""
    span_weeks: int
    """Between the first and the last of them."""
    longest_gap_weeks: int
    is_mine: bool
    """Only my side is on record, as in an X archive: it is how often I spoke."""

    @property
    def usual_days(self) -> int:
        """How many days usually passed."""
        return round(7 * self.span_weeks / (self.weeks - 1))

    def is_broken_by(self, silent_weeks: int) -> bool:
        """Whether a silence is longer than any before, and than chance would often make it."""
        share = self.weeks / (self.span_weeks + 2)
        return (
            silent_weeks >= SHORTEST_SILENCE_WEEKS
            and silent_weeks > self.longest_gap_weeks
            and (1 - share) ** silent_weeks < BY_CHANCE
        )


def rhythm(state: State) -> Rhythm | None:
    """The rhythm of somebody; None where there is too little to speak of one."""
    is_mine = not state.weeks_in
    if not is_mine and (state.weeks_in & state.weeks_out).bit_count() < ENOUGH_EXCHANGES:
        return None
    at = list(_set_bits(state.weeks_out if is_mine else state.weeks_in))
    if len(at) < ENOUGH_WEEKS:
        return None
    return Rhythm(
        weeks=len(at),
        span_weeks=at[-1] - at[0],
        longest_gap_weeks=max(later - earlier for earlier, later in pairwise(at)),
        is_mine=is_mine,
    )


def _set_bits(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def gone_quiet(state: State, now_us: int) -> str:
    """That somebody is quiet against their own normal, and what that is; "" where they are not.

    "they have been quiet for 12 weeks, and usually you hear from them every 9 days"
    """
    usual = rhythm(state)
    last_us = None if usual is None else state.last_out_us if usual.is_mine else state.last_in_us
    if usual is None or last_us is None or not usual.is_broken_by((now_us - last_us) // WEEK):
        return ""
    silence, every = length((now_us - last_us) // DAY), every_so_often(usual.usual_days)
    if usual.is_mine:
        return f"you last spoke to them {silence} ago on record, and usually you did {every}"
    return f"they have been quiet for {silence}, and usually you hear from them {every}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How often one wishes to hear from somebody, since when, and through which list."""

    days: int
    since_us: int
    """When it was said, or they joined the list: it is counted from here before any word."""
    on_list: str = ""
    """The name of the list that asks for it; "" where it was said of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Somebody of whom one wishes to hear so often, and the last word that passed."""

    person_id: int
    wish: Wish
    last_us: int | None
    """The last word either way; None where there was none."""

    @property
    def due_us(self) -> int:
        """When the next word is due. Any word moves it on by itself."""
        counted_from_us = self.wish.since_us if self.last_us is None else self.last_us
        return counted_from_us + self.wish.days * DAY

    def is_late(self, now_us: int) -> bool:
        """Whether that moment has passed."""
        return now_us > self.due_us


def the_wish(own: Wish | None, is_left_open: bool, by_lists: Iterable[Wish]) -> Wish | None:
    """What holds for somebody: what was said of them, else the most frequent of their lists."""
    if own is not None or is_left_open:
        return own
    return min(by_lists, key=lambda each: (each.days, each.on_list), default=None)


def when_due(due: Due, now_us: int) -> str:
    """ "due in 5 days", "due today", "5 days late"."""
    days = (due.due_us - now_us) // DAY
    if due.is_late(now_us):
        late = (now_us - due.due_us) // DAY
        return f"{length(late)} late" if late else "due today"
    return f"due in {length(days)}" if days else "due today"


def because_late(due: Due, now_us: int) -> str:
    """Why somebody is due: "the last word was 45 days ago, and you want one every 30 days"."""
    wish = due.wish
    if due.last_us is None:
        last = "you have not spoken yet"
    else:
        last = f"the last word was {length((now_us - due.last_us) // DAY)} ago"
    every = every_so_often(wish.days)
    if wish.on_list:
        return f"{last}, and for {wish.on_list} you want one {every}"
    return f"{last}, and you want one {every}"


def wished(wish: Wish) -> str:
    """A wish in words: "every 30 days, as for everybody on The Watchlist"."""
    every = every_so_often(wish.days)
    return f"{every}, as for everybody on {wish.on_list}" if wish.on_list else every


_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 21, 182, 730
"""Days from which one speaks of weeks, months, years."""


def length(days: int) -> str:
    """A number of days as one says it: "1 day", "12 days", "12 weeks", "8 months", "2 years"."""
    for least, size, word in (
        (_YEARS_FROM, 365, "year"),
        (_MONTHS_FROM, 30.4, "month"),
        (_WEEKS_FROM, 7, "week"),
    ):
        if days >= least:
            return _counted(round(days / size), word)
    return _counted(max(days, 0), "day")


def every_so_often(days: int) -> str:
    """ "every day", "every 9 days", "every week", "every 30 days", "every 12 weeks"."""
    if days in (7, 8):
        return "every week"
    if days <= 1:
        return "every day"
    return f"every {days} days" if days % 7 or days == 14 else f"every {days // 7} weeks"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
