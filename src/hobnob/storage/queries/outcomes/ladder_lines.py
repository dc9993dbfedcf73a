"""The first times of each thing between people and me, out of a log that may have thousands.

Nothing is counted: the first line of an account is the first of an index range, and the weeks with
an exchange are looked for where they are most likely, in the first two months.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from hobnob.domain.contact_state import MUTUAL, ContactState
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.ladder import MUTUAL_FROM, First
from hobnob.domain.moments import DAY, WEEK
from hobnob.domain.people import Network
from hobnob.storage import bulk

T = TypeVar("T")

_MONDAY = 3 * DAY  # 1970 began on a Thursday; weeks begin on Monday, as those of contact states
_EARLY = 8 * WEEK


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{each}'" for each in sorted(words))


_COUNTS = (
    f"i.direction <> '{Direction.BETWEEN_OTHERS}' "
    f"AND i.kind NOT IN ({_listed((Kind.BLOCK, Kind.MUTE))})"
)
_THEIR_TALK, _MY_TALK = (
    f"i.direction = '{way}' AND i.kind IN ({_listed(TALK)})"
    for way in (Direction.TOWARDS_ME, Direction.FROM_ME)
)
_IS_TOGETHER = f"i.kind IN ({_listed(MUTUAL)})"


# ── The first of each ────────────────────────────────────────────────────────


def _first(condition: str) -> str:
    """The number of the first line of account `a`; of one without a moment where all are."""
    line = f"SELECT i.id FROM storage_interaction i WHERE i.contact_id = a.id AND {condition} "  # noqa: S608 (our own names)
    return (
        f"coalesce(({line} AND i.at_us IS NOT NULL ORDER BY i.at_us, i.id LIMIT 1), "
        f"({line} AND i.at_us IS NULL ORDER BY i.id LIMIT 1))"
    )


_FIRSTS = (
    f"SELECT a.person_id, {_first(_COUNTS)}, "  # noqa: S608 (our own names)
    f"CASE WHEN s.talk_in > 0 THEN {_first(_THEIR_TALK)} END, "
    f"CASE WHEN s.talk_out > 0 THEN {_first(_MY_TALK)} END "
    "FROM storage_account a JOIN storage_contactstate s ON s.person_id = a.person_id "
    "WHERE NOT a.is_me AND a.person_id IN {values}"
)

_MET_LINES = (
    "SELECT a.person_id, i.network, i.kind, i.direction, min(i.at_us) FROM storage_interaction i "  # noqa: S608 (our own names)
    "JOIN storage_account a ON a.id = i.contact_id "
    f"WHERE i.network IN ({_listed(Network)}) AND {_IS_TOGETHER} "
    "AND NOT a.is_me AND a.person_id IN {values} "
    "GROUP BY a.person_id, i.network, i.kind, i.direction"
)
"""Calls, meetings and visits are few: the index of networks and kinds has them side by side."""


def firsts_of(people: Collection[int]) -> dict[int, list[First]]:
    """By person: the first line of each account, its first talk each way, and what was together."""
    found = bulk.select_in(_FIRSTS, values=people)
    lines = _lines({line for _, *firsts in found for line in firsts if line is not None})
    online = ((who, lines[line]) for who, *firsts in found for line in firsts if line is not None)
    together = ((who, First(*told)) for who, *told in bulk.select_in(_MET_LINES, values=people))
    return _by_person([*online, *together])


def _lines(line_ids: Collection[int]) -> dict[int, First]:
    rows = bulk.select_in(
        "SELECT id, network, kind, direction, at_us FROM storage_interaction WHERE id IN {values}",
        values=line_ids,
    )
    return {line_id: First(*told) for line_id, *told in rows}


# ── Weeks with an exchange ───────────────────────────────────────────────────


def exchanges_of(
    people: Collection[int], states: Mapping[int, ContactState]
) -> dict[int, list[int]]:
    """By person, oldest first: of weeks in which something went both ways, when it had.

    The first few: as many as make a habit, or all where there are fewer.
    """
    both = [who for who in people if states[who].events_in and states[who].events_out]
    both += sorted(_together(people).difference(both))
    early = _exchanges(both, only_early=True)
    rest = [who for who in both if len(early.get(who, ())) < MUTUAL_FROM]
    return early | _exchanges(rest, only_early=False)


def _together(people: Collection[int]) -> set[int]:
    return {who for who, *_ in bulk.select_in(_MET_LINES, values=people)}


def _exchanges(people: Collection[int], *, only_early: bool) -> dict[int, list[int]]:
    week = f"(i.at_us + {_MONDAY}) / {WEEK}"
    theirs, mine = (
        f"min(CASE WHEN i.direction = '{way}' OR {_IS_TOGETHER} THEN i.at_us END)"
        for way in (Direction.TOWARDS_ME, Direction.FROM_ME)
    )
    until = f"AND i.at_us < s.first_us + {_EARLY} " if only_early else ""
    rows = bulk.select_in(
        f"SELECT a.person_id, {theirs}, {mine} FROM storage_account a "  # noqa: S608 (our own names)
        "JOIN storage_contactstate s ON s.person_id = a.person_id "
        "JOIN storage_interaction i ON i.contact_id = a.id AND i.at_us >= s.first_us "
        f"WHERE NOT a.is_me AND {_COUNTS} AND i.network <> '{Network.ADDRESS_BOOK}' {until}"
        f"AND a.person_id IN {{values}} GROUP BY a.person_id, {week} "
        f"HAVING {theirs} IS NOT NULL AND {mine} IS NOT NULL ORDER BY a.person_id, {week}",
        values=people,
    )
    return _by_person((who, max(one, other)) for who, one, other in rows)


def _by_person(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for who, what in rows:
        found[who].append(what)
    return dict(found)
