"""How strong a tie is, by its parts in words: steady, mutual, recent, deep. Never a bare score.

The parts are those that sociology measures ties by: time, reciprocity, intensity and intimacy
(Granovetter: The Strength of Weak Ties, American Journal of Sociology 78, 1973).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hobnob.domain.closeness import (
    State,
    Week,
    answers_you,
    balance,
    is_unheard,
    my_steadiness,
    quiet,
    steadiness,
)
from hobnob.domain.english import listed
from hobnob.domain.interactions import Kind

ENOUGH = 2
"""Of fewer messages nothing can be concluded."""

DEEP = {
    Kind.MESSAGE: ("a direct message", "direct messages"),
    Kind.CALL: ("a call", "calls"),
    Kind.MEETING: ("a meeting", "meetings"),
    Kind.VISIT: ("a visit", "visits"),
}
"""What passes between two people alone, and how it is counted in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The four parts, each a few words; or that there is too little to speak of any."""

    steady: str
    mutual: str
    recent: str
    deep: str
    answers: str
    """ "" where their answers would not be on record: `mutual` says so already."""
    too_little: str = ""
    """ "You’ve exchanged 1 message. Nothing to conclude yet."; "" where there is enough."""

    @property
    def in_words(self) -> tuple[str, ...]:
        """The parts, or that there is too little."""
        if self.too_little:
            return (self.too_little,)
        parts = (self.mutual, self.answers, self.steady, self.recent, self.deep)
        return tuple(filter(None, parts))


def strength(
    state: State, weeks: tuple[Week, ...], alone: Mapping[str, int], now_us: int
) -> Strength:
    """The parts of a tie. `alone` has how often something passed between us two alone, by kind."""
    only_mine = is_unheard(state)
    return Strength(
        steady=my_steadiness(weeks) if only_mine else steadiness(weeks),
        mutual=balance(state),
        recent=quiet(state, now_us),
        deep=deep(alone),
        answers="" if only_mine else answers_you(state),
        too_little=_too_little(state, alone),
    )


def deep(alone: Mapping[str, int]) -> str:
    """ "2 calls, a visit and 14 direct messages"; or that all of it was in public."""
    said = [
        one if alone[kind] == 1 else f"{alone[kind]:,} {many}"
        for kind, (one, many) in reversed(DEEP.items())
        if alone.get(kind)
    ]
    if not said:
        return "all of it in public so far"
    return listed(said)


def _too_little(state: State, alone: Mapping[str, int]) -> str:
    exchanged = state.talk_in + state.talk_out
    if exchanged >= ENOUGH or any(alone.values()):
        return ""
    if exchanged:
        return "You’ve exchanged 1 message. Nothing to conclude yet."
    return "You haven’t exchanged a word yet. Nothing to conclude."
