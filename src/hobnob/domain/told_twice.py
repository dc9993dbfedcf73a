"""What is told both by the log and by hand counts once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hobnob.domain.deeds import Event, deed_of
from hobnob.domain.interactions import Direction
from hobnob.domain.moments import DAY, HOUR, WEEK


class Told(NamedTuple):
    """What is compared where something is told twice."""

    what: str
    at_us: int
    amount: int | None = None
    """In the smallest unit of the currency; None where nobody said."""
    currency: str = ""


def pairs(by_hand: Sequence[Told], lines: Sequence[Told]) -> dict[int, int]:
    """By the place of what was told by hand, the place of the line that tells the same.

    It tells the same within a week, and not of another amount; of several lines the one that names
    the amount comes first, then the nearest. A line tells of one thing.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        alike[line.what].append(place)
    likely = sorted(
        (lines[place].amount != hand.amount, abs(lines[place].at_us - hand.at_us), number, place)
        for number, hand in enumerate(by_hand)
        for place in alike.get(hand.what, ())
        if _is_the_same(hand, lines[place])
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for *_, number, place in likely:
        if number not in found and place not in taken:
            found[number] = place
            taken.add(place)
    return found


def _is_the_same(hand: Told, line: Told) -> bool:
    if abs(hand.at_us - line.at_us) > WEEK:
        return False
    if hand.amount is None or line.amount is None:
        return True
    is_the_currency = hand.currency == line.currency or "" in (hand.currency, line.currency)
    return hand.amount == line.amount and is_the_currency


# ── In the ledger ────────────────────────────────────────────────────────────

_NO_LINES: frozenset[int] = frozenset()


class ByHand(NamedTuple):
    """A deed that somebody logged: an outcome, a gesture, a yes."""

    event: Event
    lines: frozenset[int] = _NO_LINES
    """Numbers of the lines of the log that it is made of."""


def told_once(lines: Iterable[tuple[int, Event]], by_hand: Sequence[ByHand]) -> list[Event]:
    """Lines of the log by number, and what was logged by hand, each deed once.

    A promotion or defence takes the place of the lines that show it. Else the line counts: for a
    gesture of mine any deed within a day after it, for an outcome one of the same deed.
    """
    shown = {number for each in by_hand for number in each.lines}
    events = [event for number, event in lines if number not in shown]
    mine = [each.event for each in by_hand if each.event.direction == Direction.FROM_ME]
    theirs = [each.event for each in by_hand if each.event.direction != Direction.FROM_ME]
    in_log = [event for event in events if event.direction == Direction.TOWARDS_ME]
    twice = pairs([*map(_told, theirs)], [*map(_told, in_log)]) if theirs else {}
    return [
        *events,
        *(event for event in mine if not any(_carries(line, event) for line in events)),
        *(event for number, event in enumerate(theirs) if number not in twice),
    ]


def _told(event: Event) -> Told:
    return Told(deed_of(event) or "", event.at_us, event.amount, event.currency)


def _carries(line: Event, gesture: Event) -> bool:
    """Whether a gesture is in a line of mine."""
    is_then = gesture.at_us - HOUR <= line.at_us <= gesture.at_us + DAY
    return line.direction == Direction.FROM_ME and is_then and deed_of(line) is not None
