"""What came back after something kind: the first thing they did, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from hobnob.domain.asking import shortened
from hobnob.domain.gestures.gesture import GESTURES, title_of
from hobnob.domain.interactions import TALK, Kind
from hobnob.domain.moments import DAY, span

WITHIN = 7 * DAY
"""What they do for so long after it counts as theirs to it."""

_DID = {
    Kind.LIKE: "liked something of yours",
    Kind.REPOST: "handed something of yours on",
    Kind.FOLLOW: "followed you",
    Kind.DONATION: "gave something",
    Kind.GIFT: "gave something",
    Kind.THANKS: "thanked you",
    Kind.QUOTE: "quoted you",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """The first thing they did towards me after it."""

    kind: str
    after_us: int
    words: str = ""


def reaction_in_words(name: str, reaction: Reaction | None, *, made_us: int, now_us: int) -> str:
    """ "Ana answered within 3 hours: “They sleep!”"; or that nothing came, so far."""
    if reaction is None:
        return "no reaction yet" if now_us - made_us < WITHIN else "no reaction within a week"
    within = f"within {span(reaction.after_us)}"
    did = _DID.get(Kind(reaction.kind), "answered" if reaction.kind in TALK else "came back to you")
    said = f": “{shortened(reaction.words)}”" if reaction.words and reaction.kind in TALK else ""
    return f"{name} {did} {within}{said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a kind of gesture brought something back."""

    kind: str
    made: int
    brought: int
    """To how many of them something came back within a week."""


def went_down_well(tallies: Iterable[Tally]) -> list[str]:
    """A sentence for each kind, the best received first: "Birthdays: 3 of 4 brought a reaction.".

    Once is no pattern: of kinds made less than twice nothing is said, nor of those to which nobody
    reacted.
    """
    known = [each for each in tallies if each.made >= _A_PATTERN and each.brought]
    ranked = sorted(known, key=lambda each: (-each.brought / each.made, -each.made, each.kind))
    return [f"{_name(each.kind)}: {_of(each)}." for each in ranked]


_A_PATTERN = 2


def _name(kind: str) -> str:
    return GESTURES[kind].plural if kind in GESTURES else title_of(kind)


def _of(tally: Tally) -> str:
    if tally.brought == tally.made:
        return "both brought a reaction" if tally.made == 2 else f"all {tally.made} brought one"
    return f"{tally.brought} of {tally.made} brought a reaction"
