"""Keep one row of state a contact: in O(1) for what arrives in order, from the log for the rest."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress, groupby, islice
from operator import attrgetter, ne

from django.db import connection, transaction

from hobnob.domain.contact_state import (
    FIELDS,
    ContactState,
    can_fold,
    fold,
    folded,
    in_order,
)
from hobnob.domain.interactions import Logged
from hobnob.storage import bulk, models
from hobnob.storage.queries.log import LOGGED_COLUMNS, read_live

_COLUMNS = (*FIELDS, "is_stale", "person_id")
_values = attrgetter(*FIELDS)
_SELECTED = ", ".join(f'"{each}"' for each in ("person_id", "is_stale", *FIELDS))

_INDEXED = ("waiting_last_us", "d90_in", "d30_out")
_UNINDEXED = tuple(each for each in FIELDS if each not in _INDEXED)
_indexed = attrgetter(*_INDEXED)
_unindexed = attrgetter(*_UNINDEXED)

_SETTLED_AT_ONCE = 2_000
_ADDED_AT_ONCE = 5_000

_Before = dict[int, tuple[object, ...]]
"""By person: what stands in the indexes (waiting_last_us, d90_in, d30_out, is_stale)."""


def fold_new(happened: Sequence[Logged]) -> None:
    """Fold new interactions into their contacts' states.

    A contact to whom something arrives out of order becomes stale until `settle_contacts`.
    """
    states, before = _load({each.person_id for each in happened})
    stale = {person_id for person_id, (*_, is_stale) in before.items() if is_stale}
    for person_id in stale:
        del states[person_id]
    live = read_live()
    for event in in_order(happened):
        person_id = event.person_id
        if person_id in stale:
            continue
        state = states.get(person_id)
        if state is None:
            state = states[person_id] = ContactState()
        if can_fold(state, event):
            fold(state, event, live)
        else:
            stale.add(person_id)
    _store(states, before, stale)


def mark_stale(person_ids: Collection[int]) -> None:
    """Have these contacts folded again from the log."""
    if not person_ids:
        return
    states, before = _load(person_ids)
    states.update({each: ContactState() for each in person_ids if each not in states})
    _store(states, before, person_ids)


def mark_stale_since(network: str, at_us: int) -> None:
    """Have everybody folded again to whom something happened on a network from a moment on."""
    happened = models.Interaction.objects.filter(
        network=network, at_us__gte=at_us, contact__isnull=False
    )
    mark_stale(set(happened.values_list("contact__person_id", flat=True)))


def settle_contacts() -> int:
    """Fold every stale contact again from the log. Says how many there were."""
    settled = 0
    while some := _settle_some():
        settled += some
    return settled


@transaction.atomic
def _settle_some() -> int:
    bulk.lock_log()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id FROM storage_contactstate WHERE is_stale ORDER BY 1 LIMIT %s",
            [_SETTLED_AT_ONCE],
        )
        stale = [row[0] for row in cursor.fetchall()]
    anew = {each: ContactState() for each in stale} | states_from_log(stale)
    _store(anew, dict.fromkeys(stale, _WHATEVER), stale=set())
    return len(stale)


def states_from_log(person_ids: Collection[int]) -> dict[int, ContactState]:
    """What the log alone says of each of these people; nothing for those it does not name."""
    rows = bulk.select_in(
        f"SELECT {LOGGED_COLUMNS}, '' FROM storage_account a "  # noqa: S608 (our own names)
        "JOIN storage_interaction i ON i.contact_id = a.id "
        "WHERE NOT a.is_me AND a.person_id IN {values} ORDER BY a.person_id",
        values=person_ids,
    )
    return dict(fold_by_person(map(Logged._make, rows)))


def fold_by_person(happened: Iterable[Logged]) -> Iterator[tuple[int, ContactState]]:
    """(person id, state) for interactions that come grouped by person."""
    live = read_live()
    for person_id, events in groupby(happened, key=attrgetter("person_id")):
        yield person_id, folded(events, live)


def add_states(states: Iterable[tuple[int, ContactState]]) -> None:
    """Append rows for contacts that have none.

    Some at a time: PostgreSQL cannot be asked for more while it is being copied into.
    """
    rows = ((*_values(state), False, person_id) for person_id, state in states)
    while some := list(islice(rows, _ADDED_AT_ONCE)):
        bulk.insert(models.ContactState, _COLUMNS, some)


def _load(person_ids: Collection[int]) -> tuple[dict[int, ContactState], _Before]:
    rows = bulk.select_in(
        f"SELECT {_SELECTED} FROM storage_contactstate WHERE person_id IN {{values}}",  # noqa: S608 (our own names)
        values=person_ids,
    )
    states = {row[0]: ContactState(*row[2:]) for row in rows}
    return states, {row[0]: (*_indexed(states[row[0]]), row[1]) for row in rows}


def _store(states: dict[int, ContactState], before: _Before, stale: Collection[int]) -> None:
    new: list[bulk.Row] = []
    changed: dict[tuple[bool, ...], list[bulk.Row]] = {}
    for person_id, state in states.items():
        if person_id not in before:
            new.append((*_values(state), person_id in stale, person_id))
            continue
        indexed = (*_indexed(state), person_id in stale)
        differs = tuple(map(ne, indexed, before[person_id]))
        row = (*_unindexed(state), *compress(indexed, differs), person_id)
        changed.setdefault(differs, []).append(row)
    for differs, rows in changed.items():
        # SQLite writes each index anew of which a column is set, even to what it was: setting
        # only what differs takes a third off an update (9 to 6 microseconds a row).
        columns = (*_UNINDEXED, *compress((*_INDEXED, "is_stale"), differs))
        bulk.update(models.ContactState, columns, rows, key="person_id")
    if new:
        bulk.insert(models.ContactState, _COLUMNS, new)


_WHATEVER = (object(),) * (len(_INDEXED) + 1)
"""Differs from everything: for rows that are stored without having been read."""
