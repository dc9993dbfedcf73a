"""The two-sided ledger: what I gave somebody and what they gave me, in words before numbers.

Cory Doctorow called such credit whuffie (Down and Out in the Magic Kingdom, 2003), Tara Hunt took
the word to business (The Whuffie Factor, 2009). Why this half-life:
docs/decisions/0079-the-ledger-has-two-sides.md. Nobody is ever ranked by it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import exp2, fsum
from operator import attrgetter

from hobnob.domain.contact_state import NEVER_LIVE, ONE_SIDED, Live, is_one_sided
from hobnob.domain.deeds import (
    DEEDS,
    ONCE_A_DAY,
    WEIGHTS,
    DeedKind,
    Event,
    Side,
    deed_of,
    sides_of,
)
from hobnob.domain.english import listed, times
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY

LOOKS_BACK = 730 * DAY
"""What is older is left out: it would count for a sixteenth."""

HALF_LIFE = 180 * DAY
"""After so long something counts half, whoever did it."""

ABOUT_EVEN = 1.25
"""Neither side gave more while the sums differ by less than this factor, or by less than 2."""
_HARDLY_ANY = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All deeds of one kind, of one side."""

    side: Side
    kind: DeedKind
    count: int
    last_us: int
    points: float
    """What they count by now."""

    @property
    def in_words(self) -> str:
        """ "thanked them 3 times"."""
        weighed = DEEDS[self.kind]
        did = weighed.mine if self.side is Side.GIVEN else weighed.theirs
        often = f" {times(self.count)}" if self.count > 1 else ""
        return did and did + often


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What went both ways between one person and me in the last two years."""

    entries: tuple[Entry, ...] = ()
    """Mine first, each side from the smallest kind of deed to the greatest."""
    is_one_sided: bool = False
    """An archive holds answers of mine whose counterpart nobody told: they are left out."""
    is_unheard: bool = False
    """Something I gave is counted from an archive, which doesn't hold what they gave there."""

    @property
    def given(self) -> float:
        """What I gave, by now."""
        return fsum(entry.points for entry in self.of(Side.GIVEN))

    @property
    def received(self) -> float:
        """What they gave, by now."""
        return fsum(entry.points for entry in self.of(Side.RECEIVED))

    @property
    def balance(self) -> float:
        """Above zero where I gave more."""
        return self.given - self.received

    def of(self, side: Side) -> tuple[Entry, ...]:
        """The entries of one side."""
        return tuple(entry for entry in self.entries if entry.side is side)

    def count(self, side: Side, kind: DeedKind) -> int:
        """How often one side did something."""
        return sum(entry.count for entry in self.of(side) if entry.kind is kind)

    @property
    def in_words(self) -> str:
        """ "You thanked them 3 times; they shared your words twice. They gave more than you."."""
        return " ".join(filter(None, (self.both_sides, self.weighed_up, self.note)))

    @property
    def both_sides(self) -> str:
        """ "You thanked them 3 times; they shared your words twice."."""
        mine, theirs = (
            listed(entry.in_words for entry in self.of(side) if entry.in_words) for side in Side
        )
        both = "; ".join(filter(None, (mine and f"you {mine}", theirs and f"they {theirs}")))
        return f"{both[0].upper()}{both[1:]}." if both else _NOTHING

    @property
    def note(self) -> str:
        """What the record lacks: "Your X archive holds only your side, …"; "" where nothing."""
        if self.is_one_sided:
            return f"{_ONLY_MINE}, so your answers in it are left out."
        return f"{_ONLY_MINE}: what they gave isn’t in it." if self.is_unheard else ""

    @property
    def weighed_up(self) -> str:
        """ "They gave more than you."; "" where nobody gave anything, or it can't be told."""
        if not self.entries or (self.is_unheard and self.balance > 0):
            return ""
        less, more = sorted((self.given, self.received))
        if more < less * ABOUT_EVEN or more - less < _HARDLY_ANY:
            return "That is about even."
        return "You gave more than they did." if self.balance > 0 else "They gave more than you."


_NOTHING = "Nothing went either way yet that would count."
_ONLY_MINE = f"Your {listed(sorted(each.title for each in ONE_SIDED))} archive holds only your side"


def ledger(events: Iterable[Event], now_us: int, *, live: Live = NEVER_LIVE) -> Ledger:
    """What these events come to, in whatever order they are given. What is to come counts not."""
    in_order = sorted(
        (event for event in events if now_us - LOOKS_BACK <= event.at_us <= now_us),
        key=attrgetter("at_us", "network", "kind", "direction", "text"),
    )
    leaves_out = is_unheard = False
    moments: dict[tuple[Side, DeedKind], list[int]] = defaultdict(list)
    for event, kind in _deeds(in_order):
        only_mine = _only_mine_is_told(event, live)
        if kind is DeedKind.ANSWER and only_mine:
            leaves_out = True
            continue
        is_unheard |= only_mine
        for side in sides_of(event.direction, kind):
            known = moments[side, kind]
            # One post that names somebody twice, or quotes them too, thanks them once.
            if kind is not DeedKind.THANKS or known[-1:] != [event.at_us]:
                known.append(event.at_us)
    kinds = [(side, kind) for side in Side for kind in DeedKind if (side, kind) in moments]
    return Ledger(
        entries=tuple(_entry(*each, moments[each], now_us) for each in kinds),
        is_one_sided=leaves_out,
        is_unheard=is_unheard,
    )


def _deeds(in_order: Iterable[Event]) -> Iterator[tuple[Event, DeedKind]]:
    """Each event that is a deed, and which. A message is an answer where the other wrote before."""
    last_message = ""
    for event in in_order:
        kind = deed_of(event)
        if event.kind == Kind.MESSAGE:
            if last_message not in ("", event.direction):
                kind = kind or DeedKind.ANSWER
            last_message = event.direction
        if kind:
            yield event, kind


def _only_mine_is_told(event: Event, live: Live) -> bool:
    return event.direction == Direction.FROM_ME and is_one_sided(event.network, event.at_us, live)


def _entry(side: Side, kind: DeedKind, moments: list[int], now_us: int) -> Entry:
    counted = moments
    if kind in ONCE_A_DAY:
        counted = list({at_us // DAY: at_us for at_us in moments}.values())
    return Entry(
        side=side,
        kind=kind,
        count=len(moments),
        last_us=moments[-1],
        points=fsum(WEIGHTS[kind] * exp2((at_us - now_us) / HALF_LIFE) for at_us in counted),
    )
