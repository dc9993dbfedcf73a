"""Reads the cells of the ledger's tables."""

import re

from hobnob.domain.deeds import DeedKind, Event
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import read_worth
from hobnob.domain.told_twice import ByHand

NOW_US = 20_000 * DAY

_VERBS = {
    "answered": Kind.REPLY,
    "mentioned": Kind.MENTION,
    "reposted": Kind.REPOST,
    "quoted": Kind.QUOTE,
    "liked": Kind.LIKE,
    "followed": Kind.FOLLOW,
}
_WHO = {
    "I": Direction.FROM_ME,
    "They": Direction.TOWARDS_ME,
    "They did to others:": Direction.BETWEEN_OTHERS,
}


def happened(cell: str, *, at_us: int = NOW_US) -> Event:
    """The line of "I answered: In trees, mostly" or "They logged gift"."""
    did, _, text = cell.partition(": ") if "others" not in cell else (cell, "", "")
    did, amount, currency = worth(did)
    who, verb = did.rsplit(" ", 1)
    kind = _VERBS[verb] if verb in _VERBS else Kind(verb)
    return Event(kind, _WHO[who.removesuffix(" logged")], at_us, "bluesky", text, amount, currency)


def worth(cell: str) -> tuple[str, int | None, str]:
    """What, how much and in which currency, of "donation of 25 EUR"."""
    what, _, much = cell.partition(" of ")
    amount, currency = read_worth(much)
    return what, amount, currency


def dated(cell: str) -> tuple[str, int]:
    """What, and when, of "donation, day 12"."""
    what, day = cell.split(", day ")
    return what, NOW_US - (100 - int(day)) * DAY


def by_hand(cell: str) -> list[ByHand]:
    """What was logged of "promotion shown by it, day 10": "it" is line 1 of the log."""
    return [_logged(each) for each in re.findall(r"(\S.*?, day \d+)(?:, |$)", cell)]


def _logged(cell: str) -> ByHand:
    said, at_us = dated(cell)
    what, amount, currency = worth(said)
    is_mine = what.startswith("my ")
    direction = Direction.FROM_ME if is_mine else Direction.TOWARDS_ME
    deed = DeedKind(what.removeprefix("my ").removesuffix(" shown by it"))
    lines = frozenset({1} if what.endswith(" shown by it") else ())
    event = Event(deed, direction, at_us, amount=amount, currency=currency)
    return ByHand(event, lines)


def deeds(cell: str, direction: Direction) -> list[Event]:
    """One deed a day, of "thanks × 3, answer on x"."""
    found: list[Event] = []
    for each in filter(None, cell.split(", ")):
        what, _, times = each.partition(" × ")
        kind, _, network = what.partition(" on ")
        found += [
            Event(DeedKind(kind), direction, NOW_US - number * DAY, network or "bluesky")
            for number in range(int(times or 1))
        ]
    return found
