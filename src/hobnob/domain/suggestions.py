"""What a list suggests: somebody who could come closer, somebody who could go. A person decides.

Each has its reason in words. What was waved away is not suggested again for a month.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from hobnob.domain.closeness import State, last_contact_us, quiet, steadiness, strip
from hobnob.domain.interactions import Direction
from hobnob.domain.moments import DAY, ago

LATELY_DAYS = 14
EXCHANGES_ENOUGH = 5
"""So many exchanges lately, and somebody could be on a closer list."""

SEEN_DAYS = 30
SEEN_ENOUGH = 8
"""So many posts seen in so many days without doing anything about one is passing somebody by."""

QUIET_ENOUGH_DAYS = 30
"""From a full list nobody is suggested to move with whom there was a word within a month."""

REST = 30 * DAY
"""What was waved away rests for so long."""

LOOKED_AT_LATELY = 14 * DAY
"""Who was not looked at for longer may have posted: nobody is called silent then."""


class Proposal(StrEnum):
    """What could be done about somebody."""

    PROMOTE = "promote"
    MOVE = "move"
    """The list holds more than it is meant for, or has no place left."""
    SILENT = "silent"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One person, what could be done, and because of what."""

    person_id: int
    proposal: Proposal
    because: str


def exchanges(directions: Iterable[str]) -> int:
    """How often a word from one side was followed by one from the other, each counted once.

    `directions` are those of what was said, in its order. Ten words in a row are no exchange.
    """
    ours = (each for each in directions if each != Direction.BETWEEN_OTHERS)
    return sum(1 for _ in groupby(ours)) // 2


def to_promote(person_id: int, state: State, count: int, now_us: int) -> Suggestion | None:
    """Somebody with whom there were many exchanges lately; None where there were fewer."""
    if count < EXCHANGES_ENOUGH:
        return None
    steady = steadiness(strip(state, now_us))
    return Suggestion(
        person_id=person_id,
        proposal=Proposal.PROMOTE,
        because=f"because of {count} exchanges in {LATELY_DAYS} days; {steady}",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPost:
    """What is known of when somebody posted last."""

    posted_us: int | None
    """None: no post of theirs was ever seen."""
    looked_us: int | None
    """When somebody last looked whether they post; None: nobody did."""


def is_silent(state: State, last: LastPost, *, silent_days: int, now_us: int) -> bool:
    """Whether they have posted nothing for so many days, as far as one can know.

    Where nobody looked lately, or no post of theirs was ever seen, nobody can.
    """
    since_us = now_us - silent_days * DAY
    if last.posted_us is None or last.looked_us is None:
        return False
    was_looked_at = now_us - last.looked_us <= LOOKED_AT_LATELY
    heard_us = max(last.posted_us, state.last_in_us or 0)
    return was_looked_at and heard_us < since_us


def silent(person_id: int, last: LastPost, *, silent_days: int, now_us: int) -> Suggestion:
    """Somebody who is silent, with the reason."""
    return Suggestion(
        person_id=person_id,
        proposal=Proposal.SILENT,
        because=f"because there is no post of theirs in {silent_days} days; "
        f"the last one came {ago(last.posted_us, now_us)}",
    )


def skipped(person_id: int, state: State, seen: int, now_us: int) -> Suggestion | None:
    """Somebody whose posts I see and pass by; None where I see few, or did something lately."""
    since_us = now_us - SEEN_DAYS * DAY
    if seen < SEEN_ENOUGH or (state.last_out_us or 0) >= since_us:
        return None
    return Suggestion(
        person_id=person_id,
        proposal=Proposal.SKIPPED,
        because=f"because you skip what they post: {seen} posts seen in {SEEN_DAYS} days, "
        "none of them answered, liked or passed on",
    )


def to_move(
    people: Iterable[tuple[int, State]], *, name: str, over_by: int, is_full: bool, now_us: int
) -> list[Suggestion]:
    """Who of a list could make room: as many as it holds too many, those quiet longest first.

    From a list that is full to its last place it is one, where there was no word for a month.
    """
    quietest = sorted(people, key=lambda each: (last_contact_us(each[1]) or 0, each[0]))
    if over_by > 0:
        reason = f"{name} holds {over_by} more than it is meant for"
        chosen = quietest[:over_by]
    elif is_full:
        reason = f"{name} is full, and nobody on it has been quiet for longer"
        since_us = now_us - QUIET_ENOUGH_DAYS * DAY
        chosen = [each for each in quietest[:1] if (last_contact_us(each[1]) or 0) < since_us]
    else:
        return []
    return [
        Suggestion(
            person_id=person_id,
            proposal=Proposal.MOVE,
            because=f"because {reason}; {quiet(state, now_us)}",
        )
        for person_id, state in chosen
    ]


def one_each(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The first for each person, in the order given."""
    found: dict[int, Suggestion] = {}
    for each in suggestions:
        found.setdefault(each.person_id, each)
    return list(found.values())
