"""The ladder of a relationship: met, talking, mutual, other network, call, met in person, outcome.

Each rung with when and because of what it was reached, and the next step in words. Nobody climbs in
order: who met at a conference stands high, and may never have answered a post.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hobnob.domain.closeness import STRIP_WEEKS
from hobnob.domain.contact_state import MUTUAL, ONE_SIDED
from hobnob.domain.happened_words import did
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.people import Network
from hobnob.domain.stage_history import day


class Rung(StrEnum):
    """How far two people have come, from below."""

    MET = "met"
    TALKING = "talking"
    MUTUAL = "mutual"
    OTHER_NETWORK = "other network"
    CALL = "call"
    IN_PERSON = "met in person"
    OUTCOME = "outcome"


RUNGS = tuple(Rung)
MUTUAL_FROM = 3
"""In so many weeks something went both ways: once may be an answer, three times is a habit."""

_FIRST = (Rung.MET, Rung.TALKING, Rung.MUTUAL)
"""What nothing higher up can stand for."""


class First(NamedTuple):
    """The first time something of a kind went one way on a network."""

    network: str
    kind: str
    direction: str
    at_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Climbed:
    """What is known of somebody, as far as the ladder asks."""

    firsts: Sequence[First] = ()
    exchanges: Sequence[int] = ()
    """By week in which something went both ways: the moment from which it had. Oldest first."""
    outcome: tuple[int, str] | None = None
    """The first thing that came of it: when, and what."""
    weeks_lately: int = 0
    """In how many of the last twelve weeks something went both ways."""
    networks: int = 1
    """On how many networks we could reach them."""
    is_heard: bool = False
    """Whether an answer to something that I said would be on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A rung, reached or not."""

    rung: Rung
    is_reached: bool
    at_us: int | None = None
    """Since when; None where nobody knows, or it is not reached."""
    because: str = ""


# ── What is reached ──────────────────────────────────────────────────────────


def ladder(known: Climbed, now_us: int) -> tuple[Step, ...]:
    """Every rung from below, with since when and because of what."""
    lines = sorted(known.firsts, key=lambda each: (each.at_us is None, each.at_us or 0))
    between = [each for each in lines if each.network != Network.ADDRESS_BOOK]
    return (
        _by(Rung.MET, between[:1], now_us),
        _talking(between, now_us),
        _mutual(known.exchanges, now_us),
        _other_network(between, now_us),
        _by(Rung.CALL, _of(between, {Kind.CALL}), now_us),
        _by(Rung.IN_PERSON, _of(between, {Kind.MEETING, Kind.VISIT}), now_us),
        _outcome(known.outcome, now_us),
    )


def _of(lines: Iterable[First], kinds: Iterable[Kind]) -> list[First]:
    return [each for each in lines if each.kind in set(kinds)]


def _by(rung: Rung, lines: Sequence[First], now_us: int) -> Step:
    """The rung that the first of these lines reached, where there is one."""
    if not lines:
        return Step(rung=rung, is_reached=False)
    first = lines[0]
    words = did(first.kind, is_mine=first.direction == Direction.FROM_ME)
    said = f"{words[:1].lower()}{words[1:]}"
    when = "" if first.at_us is None else f" on {day(first.at_us, now_us)}"
    return Step(rung=rung, is_reached=True, at_us=first.at_us, because=f"because {said}{when}")


def _talking(lines: Sequence[First], now_us: int) -> Step:
    """Both have said something: since the second of the two did."""
    talk = _of(lines, TALK | MUTUAL)
    theirs = [each for each in talk if _goes(each, Direction.TOWARDS_ME)]
    mine = [each for each in talk if _goes(each, Direction.FROM_ME)]
    if not theirs or not mine:
        return Step(rung=Rung.TALKING, is_reached=False)
    later = max(theirs[0], mine[0], key=lambda each: (each.at_us is None, each.at_us or 0))
    return _by(Rung.TALKING, [later], now_us)


def _goes(line: First, direction: Direction) -> bool:
    return line.direction == direction or line.kind in MUTUAL


def _mutual(exchanges: Sequence[int], now_us: int) -> Step:
    if len(exchanges) < MUTUAL_FROM:
        return Step(rung=Rung.MUTUAL, is_reached=False)
    at_us = exchanges[MUTUAL_FROM - 1]
    because = f"because something went both ways in a third week on {day(at_us, now_us)}"
    return Step(rung=Rung.MUTUAL, is_reached=True, at_us=at_us, because=because)


def _other_network(lines: Sequence[First], now_us: int) -> Step:
    """Something was said on a second network, from either side."""
    talk = [each for each in _of(lines, TALK) if each.network != Network.OFFLINE]
    elsewhere = [each for each in talk if each.network != talk[0].network]
    step = _by(Rung.OTHER_NETWORK, elsewhere[:1], now_us)
    if not step.is_reached:
        return step
    title = Network(elsewhere[0].network).title
    return Step(
        rung=step.rung, is_reached=True, at_us=step.at_us, because=f"{step.because}, on {title}"
    )


def _outcome(outcome: tuple[int, str] | None, now_us: int) -> Step:
    if outcome is None:
        return Step(rung=Rung.OUTCOME, is_reached=False)
    at_us, what = outcome
    because = f"because of {what} on {day(at_us, now_us)}"
    return Step(rung=Rung.OUTCOME, is_reached=True, at_us=at_us, because=because)


# ── The next step ────────────────────────────────────────────────────────────


def next_rung(steps: Sequence[Step], *, networks: int = 1) -> Rung | None:
    """What comes next; None where everything did.

    Met, talking and mutual come first, whatever was reached above them. Past those it is the rung
    above the highest one between two people; another network only where they are on one.
    """
    reached = {each.rung for each in steps if each.is_reached}
    for rung in _FIRST:
        if rung not in reached:
            return rung
    between = [each for each in RUNGS if each in reached and each is not Rung.OUTCOME]
    above = RUNGS[RUNGS.index(between[-1]) + 1 :]
    for rung in above:
        if rung not in reached and (rung is not Rung.OTHER_NETWORK or networks > 1):
            return rung
    return None


def next_step(known: Climbed, steps: Sequence[Step]) -> str:
    """The next rung in words: "Next: a call. You talk every week, and never had one."."""
    rung = next_rung(steps, networks=known.networks)
    if rung is None:
        return "You have come all the way together. Keep it."
    if rung is Rung.MET:
        return _first_word(known)
    if rung is Rung.TALKING:
        return _an_answer(known)
    how_often, so_far = _how_often(known.weeks_lately), _weeks_so_far(len(known.exchanges))
    return f"Next: {_NEXT[rung].format(how_often=how_often, weeks_so_far=so_far)}"


_NEXT = {
    Rung.MUTUAL: "a habit. {weeks_so_far}",
    Rung.OTHER_NETWORK: "a word on another network. {how_often}, always in one place.",
    Rung.CALL: "a call. {how_often}, and have none on record.",
    Rung.IN_PERSON: "meeting in person. {how_often}, and never met as far as you said.",
    Rung.OUTCOME: "what comes of it comes by itself. Write it down when it does.",
}


def _first_word(known: Climbed) -> str:
    if known.outcome is not None:
        return f"Next: a first word. There was {known.outcome[1]}, and you never spoke."
    return "Next: a first word. Nothing went between you so far."


def _an_answer(known: Climbed) -> str:
    talk = [each for each in _of(known.firsts, TALK) if each.network != Network.ADDRESS_BOOK]
    mine = [each for each in talk if each.direction == Direction.FROM_ME]
    theirs = [each for each in talk if each.direction == Direction.TOWARDS_ME]
    if theirs:
        return "Next: your answer. They spoke to you, and you have not answered on record."
    if mine and not known.is_heard and all(each.network in ONE_SIDED for each in mine):
        return "Next: hearing them. Your archive holds only what you said; a sync brings the rest."
    if mine:
        return "Next: their answer. You spoke to them, and nothing came back on record."
    return "Next: a first word. You know of each other, and have not spoken."


def _weeks_so_far(weeks: int) -> str:
    """How many weeks something went both ways in, and how many more make it a habit."""
    if not weeks:
        return "You have talked; three weeks in which something goes both ways make it a habit."
    if weeks == 1:
        return "You have talked in one week; two more make it a habit."
    return "You have talked in two different weeks; a third makes it a habit."


def _how_often(weeks: int) -> str:
    """ "You talk every week"."""
    if weeks >= STRIP_WEEKS - 2:
        return "You talk every week"
    if weeks >= STRIP_WEEKS // 2:
        return "You talk most weeks"
    return "You talk now and then" if weeks else "You have talked, though not lately"
