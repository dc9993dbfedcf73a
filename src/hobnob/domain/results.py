"""What came of the time one spent on people, in the shape in which a page, a letter and a table
show it. Every part says in a sentence what was found, and in another how it was counted.

operations/results/take_stock.py fills it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.periods import Period

NOTHING_YET = "Nothing is on record for that time yet, and nothing is guessed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the results."""

    sentence: str
    """What was found; a normal sentence too where there is nothing or too little."""
    counted: str
    """How it was counted, and how sure it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAt:
    """Time with one list, place or person."""

    name: str
    seconds: int
    words: str
    """ "about 2 hours"."""
    person_id: int | None = None
    list_key: str = ""
    came_of_it: str = ""
    """What came of this person, or of who is on this list: "2 donations (50 EUR)". "" for nothing,
    and for other pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Part):
    """How long one was with whom."""

    seconds: int
    places: tuple[TimeAt, ...]
    """Lists and pages, and people as one, the longest first: they add up to the whole."""
    people: tuple[TimeAt, ...]
    """With whom it was longest."""
    not_added_up: str = ""
    """Why what came of lists is no sum: who is on two, and what came from people on none."""


class Worth(StrEnum):
    """The four things a board counts, and what else came of it."""

    PROMOTION = "promotion"
    ACTION = "action"
    DEFENCE = "defence"
    JOINED = "joined"
    GAVE = "gave"
    PERSONAL = "for ourselves"


WORTH = {
    OutcomeKind.PROMOTION: Worth.PROMOTION,
    OutcomeKind.MENTION: Worth.PROMOTION,
    OutcomeKind.PETITION: Worth.ACTION,
    OutcomeKind.VOLUNTEERING: Worth.ACTION,
    OutcomeKind.DEFENCE: Worth.DEFENCE,
    OutcomeKind.JOIN: Worth.JOINED,
    OutcomeKind.DONATION: Worth.GAVE,
}
"""What an organisation gets; all else is for ourselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCount:
    """How often one thing came of it, and from how many."""

    kind: OutcomeKind
    worth: Worth
    count: int
    people: int
    sums: Mapping[str, int]
    """What it is worth in the smallest unit, by currency, where anybody said; never added up."""
    worth_words: str
    """ "120 EUR and 15 USD"; "25 EUR; of 3 no amount is known"; "" where none is known."""
    given_back: Mapping[str, int]
    """What of it was given back in that time, as `sums`."""
    by_files: int
    """How many of them our own files told; the others somebody logged, or a network told."""
    had_talked: bool | None = None
    """Of gifts, in what a board reads: whether something had gone both ways with those people
    before each of these gifts. None of all else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes(Part):
    """What came of it, the most frequent kind first."""

    kinds: tuple[OutcomeCount, ...]
    """One row a kind; gifts are two, of people one had talked with before and of all others."""

    def of(self, worth: Worth) -> tuple[OutcomeCount, ...]:
        """Those of one sort."""
        return tuple(each for each in self.kinds if each.worth == worth)


@dataclass(frozen=True, slots=True, kw_only=True)
class RungCount:
    """How many people came to a rung of the ladder in the period."""

    rung: str
    people: int
    names: tuple[str, ...]
    """Some of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderMoves(Part):
    """Who came closer."""

    rungs: tuple[RungCount, ...]
    """Every rung, from the first to the last."""
    moves: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked(Part):
    """With whom words went both ways in the period."""

    people: int
    wrote_us: int
    """How many people said something to us."""
    we_wrote: int
    is_one_sided: bool = False
    """Nothing but my own side is on record: what they said nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Believer:
    """Somebody who hands on what we say, or answers, again and again."""

    person_id: int
    name: str
    since_us: int
    since: str
    """ "a believer since March, after you thanked them and they shared you twice"."""
    because: str
    """ "shared you on 5 days and answered on 2 within a year, last 3 days ago"."""
    stages: str
    """ "On The Watchlist since 3 May."; "" where they never were on a list."""
    days: int
    bound: float
    """They do it at least so often (0-1) when they could, 9 times of 10 sure: the rank."""
    reach: int
    """People we could see around them."""
    adds: int
    """Of these, those whom no believer before them in `Reach.order` reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Believers(Part):
    """Believers at the end of the period, by their bound."""

    believers: tuple[Believer, ...]
    """The surest; there may be more."""
    people: int
    new: int
    """How many became one in the period."""

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.people - len(self.believers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one more believer adds to those whom we reach."""

    person_id: int
    name: str
    reach: int
    adds: int
    so_far: int
    """Unique people with everybody up to here."""
    sentence: str
    """ "Ana adds 212 people whom nobody else reaches"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Part):
    """Whom believers reach, each person once."""

    unique: int
    added_up: int
    """The sum of all audiences: larger where they overlap, and never the reach."""
    order: tuple[Added, ...]
    """Who adds most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Those around one believer who came by themselves after the believer had spoken of us."""

    person_id: int
    name: str
    people: int
    did: str
    """ "3 shared you, 1 joined"."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread(Part):
    """Who did something for us first after somebody they follow had."""

    people: int
    through: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Part):
    """How something changed for those we approached, beside those we did not."""

    name: str
    """ "gifts a month", "size of a gift", "joined"."""
    is_told: bool
    """False: too little to tell, a normal answer; the numbers below are then None."""
    before: float | None = None
    after: float | None = None
    others_before: float | None = None
    others_after: float | None = None
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    is_clear: bool = False
    approached: int = 0
    others: int = 0
    unit: str = ""
    """ "gifts a month", "EUR a gift", "of 100 people"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Part):
    """Joins, gift size and gift frequency, before and after."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """How much of the whole the first so many people bring."""

    name: str
    """ "sharing", "reach", "outcomes"."""
    points: tuple[tuple[int, float], ...]
    """(people, share of the whole 0-1), from (0, 0.0) to (everybody, 1.0)."""
    total: int
    half: int
    """So few people bring half."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration(Part):
    """Few bring much."""

    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promoter:
    """How often somebody handed on what we say."""

    person_id: int
    name: str
    times: int
    weeks: int
    """In how many weeks of the period."""
    is_first: bool
    """They never had before."""
    words: str
    """ "7 times, in 5 of 13 weeks; last 3 days ago"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotions(Part):
    """Who handed on what we say."""

    promoters: tuple[Promoter, ...]
    times: int
    people: int
    first_time: int
    regular: int
    """People who did so in several weeks."""
    weeks: int

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.people - len(self.promoters)


@dataclass(frozen=True, slots=True, kw_only=True)
class SteadyWeek:
    """One week: with how many people something went both ways."""

    monday_us: int
    label: str
    """ "16 Nov"."""
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Steadiness(Part):
    """Week by week, the oldest first."""

    weeks: tuple[SteadyWeek, ...]
    steady: int
    """People with an exchange in at least half of these weeks."""

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw: a row of zeros says nothing."""
        return any(week.people for week in self.weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything, for a page, a letter, a table."""

    period: Period
    whose: str = ""
    """Under which name my accounts speak: an organisation's, or my own. "" where nobody said."""
    summary: tuple[str, ...]
    """Some five sentences for whoever reads nothing else."""
    hours: Hours
    outcomes: Outcomes
    ladder: LadderMoves
    talked: Talked
    believers: Believers
    reach: Reach
    spread: Spread
    changes: Changes
    concentration: Concentration
    promotions: Promotions
    steadiness: Steadiness
    not_known: tuple[str, ...] = field(default=())
    """What nobody should read into these numbers."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is there yet: then NOTHING_YET says so."""
        return not (
            self.hours.seconds
            or self.outcomes.kinds
            or self.talked.wrote_us
            or self.talked.we_wrote
            or self.promotions.times
        )
