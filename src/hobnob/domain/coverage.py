"""How many of our supporters we have found on networks, segment by segment."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hobnob.domain.supporters import Relationship

EVERYBODY = "all"
MAJOR = "major"
MAJOR_SHARE = 0.1
"""Who gave most: a tenth of those who gave anything in a currency."""

_NAMES = {
    EVERYBODY: "supporters",
    MAJOR: "major donors",
    Relationship.DONOR: "donors",
    Relationship.MEMBER: "members",
    Relationship.VOLUNTEER: "volunteers",
    Relationship.ADVOCATE: "advocates",
    Relationship.STAFF: "staff",
    Relationship.PRESS: "press",
    Relationship.PETITIONER: "petitioners",
    Relationship.ATTENDEE: "attendees",
}
SEGMENTS = tuple(map(str, _NAMES))
"""Keys of segments, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Of some supporters: how far matching them is."""

    total: int
    """Those who may be looked for."""
    found: int
    """Those with an account on a network."""
    possible: int
    """Those not found of whom somebody is proposed."""
    decided: int
    """Those found, and those about whom all that was proposed has been answered."""

    @property
    def percent(self) -> int:
        """How many in a hundred are found: all only when it is all, none only when it is none."""
        if not self.total:
            return 0
        if 0 < self.found < self.total:
            return min(max(round(100 * self.found / self.total), 1), 99)
        return 100 * self.found // self.total


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Supporters who are the same to us, and how far matching them is."""

    key: str
    progress: Progress

    @property
    def name(self) -> str:
        """As it stands in a sentence: "major donors"."""
        return segment_name(self.key)

    @property
    def sentence(self) -> str:
        """ "46% of major donors found"."""
        return f"{self.progress.percent}% of {self.name} found"


def segment_name(key: str) -> str:
    """What a segment is called within a sentence: "major donors"."""
    return _NAMES[key]


def progress(
    people: Collection[int],
    *,
    found: Collection[int],
    possible: Collection[int],
    answered: Collection[int],
) -> Progress:
    """How far matching these people is. `possible` are those of whom somebody is proposed,
    `answered` those about whom something was said."""
    these = frozenset(people)
    are_found = these & frozenset(found)
    are_open = these & frozenset(possible) - are_found
    are_decided = are_found | (these & frozenset(answered) - are_open)
    return Progress(
        total=len(these), found=len(are_found), possible=len(are_open), decided=len(are_decided)
    )


def major(given: Mapping[int, Mapping[str, int]]) -> frozenset[int]:
    """Who is a major donor: of those who gave in a currency, the tenth who gave most.

    `given` is what each gave, by currency, in its smallest unit; who got all of it back gave none.
    Where more than a tenth gave the same, those who gave no more than others stand out by nothing.
    """
    by_currency: dict[str, dict[int, int]] = {}
    for who, amounts in given.items():
        for currency, amount in amounts.items():
            if amount > 0:
                by_currency.setdefault(currency, {})[who] = amount
    return frozenset(who for amounts in by_currency.values() for who in _most(amounts))


def _most(amounts: Mapping[int, int]) -> list[int]:
    places = math.ceil(MAJOR_SHARE * len(amounts))
    least = sorted(amounts.values(), reverse=True)[places - 1]
    most = [who for who, amount in amounts.items() if amount >= least]
    return most if len(most) <= places else [who for who in most if amounts[who] > least]
