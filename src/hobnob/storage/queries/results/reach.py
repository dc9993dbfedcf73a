"""Who is seen around people: who reposts, answers or follows them, as far as our log shows it."""

from collections.abc import Collection
from typing import NamedTuple

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.periods import Period
from hobnob.storage import bulk
from hobnob.storage.queries.results.talk import did_before, named

_AROUND = (Kind.REPOST, Kind.QUOTE, Kind.REPLY, Kind.MENTION, Kind.FOLLOW, Kind.LIKE)

OF_THEIR_OWN = (
    *(Kind.MENTION, Kind.REPLY, Kind.QUOTE, Kind.REPOST, Kind.MEMBERSHIP, Kind.DONATION),
    *(Kind.VOLUNTEERING, Kind.PETITION, Kind.EVENT),
)
"""What somebody does for us of their own accord; to follow or to like is not yet that."""


def audiences(person_ids: Collection[int], period: Period) -> dict[int, set[int]]:
    """By person id, the people seen around them in that time; neither they themselves nor I.

    Who was ever seen to follow them does so, as far as anybody knows.
    """
    found: dict[int, set[int]] = {each: set() for each in person_ids}
    for person_id, other in (*_between_others(person_ids, period), *_answers(person_ids, period)):
        if other != person_id:
            found[person_id].add(other)
    return found


def _between_others(person_ids: Collection[int], period: Period) -> list[tuple[int, int]]:
    rows = bulk.select_in(
        "SELECT DISTINCT whom.person_id, who.person_id FROM storage_interaction i "  # noqa: S608 (our own names)
        "JOIN storage_account whom ON whom.id = i.target_id "
        "JOIN storage_account who ON who.id = i.actor_id "
        f"WHERE i.direction = '{Direction.BETWEEN_OTHERS}' AND i.kind IN ({named(_AROUND)}) "
        f"AND (i.kind = '{Kind.FOLLOW}' OR {_within('i', period)}) "
        "AND NOT who.is_me AND i.target_id IN "
        "(SELECT id FROM storage_account WHERE person_id IN {values})",
        values=person_ids,
    )
    return [(whom, who) for whom, who in rows]


def _answers(person_ids: Collection[int], period: Period) -> list[tuple[int, int]]:
    """Posts of others that answer theirs, in the feeds and threads that were read."""
    rows = bulk.select_in(
        "SELECT DISTINCT whom.person_id, who.person_id FROM storage_account whom "  # noqa: S608 (our own names)
        "JOIN storage_post p ON p.author_id = whom.id "
        "JOIN storage_post answer ON answer.in_reply_to = p.native_id "
        "AND NOT (answer.in_reply_to = '') AND answer.network = p.network "
        "JOIN storage_account who ON who.id = answer.author_id "
        f"WHERE {_within('p', period)} AND NOT who.is_me AND NOT answer.is_private "
        "AND whom.person_id IN {values}",
        values=person_ids,
    )
    return [(whom, who) for whom, who in rows]


def _within(table: str, period: Period) -> str:
    return f"{table}.at_us >= {period.since_us:d} AND {table}.at_us < {period.until_us:d}"


class FirstStep(NamedTuple):
    """The first thing somebody did for us of their own accord."""

    person_id: int
    at_us: int
    kind: str


def first_steps(person_ids: Collection[int], period: Period) -> list[FirstStep]:
    """Of those people, whose first step came in the period, the earliest first."""
    before = did_before(person_ids, period.since_us, OF_THEIR_OWN)
    rows = bulk.select_in(
        "SELECT a.person_id, i.at_us, i.kind FROM storage_account a "  # noqa: S608 (our own names)
        "JOIN storage_interaction i ON i.contact_id = a.id "
        f"WHERE i.direction = '{Direction.TOWARDS_ME}' AND i.kind IN ({named(OF_THEIR_OWN)}) "
        f"AND i.at_us >= {period.since_us:d} AND i.at_us < {period.until_us:d} "
        "AND NOT a.is_me AND a.person_id IN {values} ORDER BY i.at_us DESC, i.id DESC",
        values=set(person_ids) - before,
    )
    first = {step.person_id: step for step in map(FirstStep._make, rows)}
    return sorted(first.values(), key=lambda step: (step.at_us, step.person_id))
