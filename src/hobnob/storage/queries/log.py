"""The log of what happened, read as rules and contact states see it."""

from collections.abc import Collection, Iterator, Sequence

from django.db import connection

from hobnob.domain.contact_state import FOLDED_UNTIL, ONE_SIDED, Live
from hobnob.domain.interactions import Logged
from hobnob.storage import bulk
from hobnob.storage.models import Connection

LOGGED_COLUMNS = (
    'i.id, i.network, i.kind, i.direction, i.native_id, i.at_us, i."order", a.person_id'
)
"""The columns of a Logged but its text, of interaction `i` and its contact's account `a`."""

_FETCHED_AT_ONCE = 5_000
_PEOPLE_AT_ONCE = 500


def read_live() -> Live:
    """When the networks of which an archive tells one side only were read live as well."""
    periods: dict[str, list[tuple[int, int]]] = {}
    for each in Connection.objects.filter(network__in=ONE_SIDED).order_by("pk"):
        end_us = FOLDED_UNTIL if each.disconnected_us is None else each.disconnected_us
        periods.setdefault(each.network, []).append((each.connected_us, end_us))
    return periods


def happened_by_person(*, with_text: bool) -> Iterator[Logged]:
    """Everything in the log that has a contact, grouped by person; my own accounts left out.

    `text` is what was said, or "" where nobody asks for it: joining the posts doubles the time.
    """
    return _read(with_text, "TRUE ORDER BY a.person_id", [])


def happened_by_trigger(
    kinds: Collection[str], direction: str, *, with_text: bool
) -> Iterator[Logged]:
    """What sets off a rule of these kinds and this direction, in no order."""
    places = ", ".join(["%s"] * len(kinds))
    return _read(with_text, f"i.kind IN ({places}) AND i.direction = %s", [*kinds, direction])


def happened_to(person_ids: Collection[int], *, with_text: bool) -> Iterator[Logged]:
    """Everything in the log about some people, in no order."""
    wanted = sorted(person_ids)
    for start in range(0, len(wanted), _PEOPLE_AT_ONCE):
        some = wanted[start : start + _PEOPLE_AT_ONCE]
        places = ", ".join(["%s"] * len(some))
        yield from _read(with_text, f"a.person_id IN ({places})", some)


def people_of_posts(post_ids: Collection[int]) -> set[int]:
    """Ids of the people with whom something happened around these posts."""
    rows = bulk.select_in(
        "SELECT DISTINCT a.person_id FROM storage_interaction i "
        "JOIN storage_account a ON a.id = i.contact_id "
        "WHERE NOT a.is_me AND i.post_id IN {values}",
        values=post_ids,
    )
    return {person_id for (person_id,) in rows}


def _read(with_text: bool, where: str, params: Sequence[str | int]) -> Iterator[Logged]:
    text, join = "''", ""
    if with_text:
        text, join = "coalesce(p.text, '')", "LEFT JOIN storage_post p ON p.id = i.post_id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {LOGGED_COLUMNS}, {text} FROM storage_account a "  # noqa: S608 (our own names)
            f"JOIN storage_interaction i ON i.contact_id = a.id {join} "
            f"WHERE NOT a.is_me AND {where}",
            params,
        )
        while rows := cursor.fetchmany(_FETCHED_AT_ONCE):
            yield from map(Logged._make, rows)
