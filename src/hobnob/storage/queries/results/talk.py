"""Who spoke with whom in a period, who shared what we say, and when things went both ways."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.db import connection

from hobnob.domain.believers import SHARED
from hobnob.domain.contact_state import MUTUAL, WEEKS_KEPT, week_of
from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.moments import WEEK
from hobnob.domain.periods import Period
from hobnob.storage import bulk
from hobnob.storage.models import ContactState
from hobnob.storage.queries.ledger.kindnesses import IS_KINDNESS

_IN, _OUT = Direction.TOWARDS_ME, Direction.FROM_ME


def named(kinds: Collection[str]) -> str:
    """Kinds as SQL lists them."""
    return ", ".join(f"'{each}'" for each in sorted(kinds))


class Spoke(NamedTuple):
    """Whether somebody said something to me, and I to them."""

    person_id: int
    they: bool
    me: bool


def who_spoke(period: Period) -> list[Spoke]:
    """Everybody with a word in the period; a few index ranges a person who was heard of since."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT a.person_id, MAX(CASE WHEN i.direction = '{_IN}' THEN 1 ELSE 0 END), "  # noqa: S608 (our own names)
            f"MAX(CASE WHEN i.direction = '{_OUT}' THEN 1 ELSE 0 END) "
            "FROM storage_contactstate s JOIN storage_account a ON a.person_id = s.person_id "
            "JOIN storage_interaction i ON i.contact_id = a.id AND i.at_us >= %s AND i.at_us < %s "
            f"WHERE (s.last_in_us >= %s OR s.last_out_us >= %s) AND NOT a.is_me "
            f"AND i.kind IN ({named(TALK)}) AND i.direction IN ('{_IN}', '{_OUT}') "
            "GROUP BY a.person_id",
            [period.since_us, period.until_us, period.since_us, period.since_us],
        )
        return [Spoke(person_id, bool(they), bool(me)) for person_id, they, me in cursor.fetchall()]


def networks_we_wrote_on(period: Period) -> set[str]:
    """Where I said anything to anybody in the period."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT i.network FROM storage_contactstate s "  # noqa: S608 (our own names)
            "JOIN storage_account a ON a.person_id = s.person_id "
            "JOIN storage_interaction i ON i.contact_id = a.id AND i.at_us >= %s AND i.at_us < %s "
            "WHERE s.last_out_us >= %s AND NOT a.is_me "
            f"AND i.kind IN ({named(TALK)}) AND i.direction = '{_OUT}'",
            [period.since_us, period.until_us, period.since_us],
        )
        return {network for (network,) in cursor.fetchall()}


def talked_since(person_ids: Collection[int]) -> dict[int, int]:
    """By person id, since when a word had gone each way, by the log; nothing of all others.

    In a call and at a meeting both spoke, whoever began it.
    """
    theirs, mine = (
        f"MIN(CASE WHEN i.direction = '{way}' OR i.kind IN ({named(MUTUAL)}) THEN i.at_us END)"
        for way in (_IN, _OUT)
    )
    rows = bulk.select_in(
        f"SELECT a.person_id, {theirs}, {mine} FROM storage_account a "  # noqa: S608 (our own names)
        "JOIN storage_interaction i ON i.contact_id = a.id AND i.at_us IS NOT NULL "
        f"WHERE NOT a.is_me AND i.direction IN ('{_IN}', '{_OUT}') "
        f"AND i.kind IN ({named(TALK | MUTUAL)}) AND a.person_id IN {{values}} "
        "GROUP BY a.person_id",
        values=person_ids,
    )
    return {
        person_id: max(first_in, first_out)
        for person_id, first_in, first_out in rows
        if first_in is not None and first_out is not None
    }


def shares_by_person(period: Period) -> dict[int, list[int]]:
    """When each person shared what we say, in the period: one range of the kindnesses' index."""
    shares: dict[int, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.person_id, i.at_us FROM storage_interaction i "  # noqa: S608 (our own names)
            "JOIN storage_account a ON a.id = i.contact_id "
            f"WHERE {IS_KINDNESS} AND i.kind IN ({named(SHARED)}) "
            "AND i.at_us >= %s AND i.at_us < %s AND NOT a.is_me ORDER BY i.at_us",
            [period.since_us, period.until_us],
        )
        for person_id, at_us in cursor.fetchall():
            shares[person_id].append(at_us)
    return dict(shares)


def did_before(person_ids: Collection[int], us: int, kinds: Collection[str]) -> set[int]:
    """Who of them had done such a thing for us before that moment, or at one nobody knows."""
    rows = bulk.select_in(
        "SELECT DISTINCT a.person_id FROM storage_account a "  # noqa: S608 (our own names)
        "WHERE EXISTS (SELECT 1 FROM storage_interaction i WHERE i.contact_id = a.id "
        f"AND i.direction = '{_IN}' AND i.kind IN ({named(kinds)}) "
        f"AND (i.at_us < {us:d} OR i.at_us IS NULL)) AND a.person_id IN {{values}}",
        values=person_ids,
    )
    return {person_id for (person_id,) in rows}


class Exchanges(NamedTuple):
    """With how many people something went both ways, by week, and with whom most weeks."""

    by_week: Counter[int]
    weeks_by_person: Counter[int]


def exchanges(period: Period) -> Exchanges:
    """Week by week, from the states; they remember a year."""
    first, last = week_of(period.since_us), week_of(period.until_us - 1)
    found = Exchanges(Counter(), Counter())
    rows = ContactState.objects.filter(
        last_in_us__gte=period.since_us - WEEK, last_out_us__gte=period.since_us - WEEK
    ).values_list("person_id", "week", "weeks_in", "weeks_out")
    for person_id, newest, theirs, mine in rows.iterator():
        for week in _weeks_of(theirs & mine, newest, first, last):
            found.by_week[week] += 1
            found.weeks_by_person[person_id] += 1
    return found


def _weeks_of(bits: int, newest: int, first: int, last: int) -> Iterator[int]:
    """Numbers of the weeks from the first to the last whose bit is set; bit n is n weeks back."""
    wanted = range(max(newest - last, 0), min(newest - first + 1, WEEKS_KEPT))
    bits &= (1 << wanted.stop) - 1 if wanted else 0
    while bits >> wanted.start:
        back = bits.bit_length() - 1
        yield newest - back
        bits ^= 1 << back
