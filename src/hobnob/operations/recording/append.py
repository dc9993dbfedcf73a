"""Append interactions to the log by their natural key; complete those that now say more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from hobnob.domain.interactions import Direction, Interaction, Kind, Logged
from hobnob.domain.people import Network
from hobnob.operations.recording.keep_posts import Kept
from hobnob.operations.recording.know_accounts import Known, know_people
from hobnob.storage import bulk, models

_Known = int | None
_Line = tuple[str, str, str, str, _Known, _Known, _Known, _Known, _Known, _Known, str]
"""One interaction, with everything a batch or the log says of it: `_COLUMNS` and the text.

A plain tuple: objects with names cost a microsecond an event, of twenty-five in all.
"""

_COLUMNS = (
    "network",
    "kind",
    "direction",
    "native_id",
    "actor_id",
    "target_id",
    "contact_id",
    "post_id",
    "at_us",
    "order",
)

_Key = tuple[str, str, str]
"""(network, kind, native id): what the log is unique by."""


@dataclass(slots=True)
class Appended:
    """What a batch did to the log. `new` and `completed` hold only what has a contact."""

    new: list[Logged] = field(default_factory=list)
    completed: list[Logged] = field(default_factory=list)
    rows_new: int = 0
    rows_seen: int = 0
    rows_completed: int = 0
    left: set[int] = field(default_factory=set)
    """People who turned out not to be the ones: an interaction went from them to another."""


def append(
    batch: Sequence[Interaction],
    known: Known,
    kept: Kept,
    source_id: int | None,
) -> Appended:
    """Append each interaction unless the log has it. Needs the log's lock."""
    lines = _lines(batch, known, kept)
    if not lines:
        return Appended()
    ids = bulk.next_ids(models.Interaction, len(lines))
    went_in = bulk.insert_new(
        models.Interaction,
        ("id", *_COLUMNS, "source_id"),
        [(i, *line[:-1], source_id) for i, line in zip(ids, lines.values(), strict=True)],
        unique=("network", "kind", "native_id"),
    )
    new, seen = {}, {}
    for row_id, (key, line) in zip(ids, lines.items(), strict=True):
        if row_id in went_in:
            new[row_id] = line
        else:
            seen[key] = line
    completed, left = _complete(seen)
    contacts = {line[6] for line in completed.values() if line[6] is not None}
    know_people(contacts | left, known)
    return Appended(
        new=_logged(new, known),
        completed=_logged(completed, known),
        rows_new=len(new),
        rows_seen=len(batch) - len(new),
        rows_completed=len(completed),
        left={known.people[each] for each in left},
    )


def _lines(batch: Sequence[Interaction], known: Known, kept: Kept) -> dict[_Key, _Line]:
    ids, post_ids, texts = known.ids, kept.ids, kept.texts
    lines: dict[_Key, _Line] = {}
    for each in batch:
        actor, target, post = each.actor, each.target, each.post
        actor_id = None if actor is None else ids[actor.network, actor.native_id]
        target_id = None if target is None else ids[target.network, target.native_id]
        line = (
            _PLAIN[each.network],
            _PLAIN[each.kind],
            _PLAIN[each.direction],
            each.native_id,
            actor_id,
            target_id,
            target_id if each.direction is Direction.FROM_ME else actor_id,
            None if post is None else post_ids[post.network, post.native_id],
            each.at_us,
            each.order,
            "" if post is None else texts[post.network, post.native_id],
        )
        key = (line[0], line[1], line[3])
        lines[key] = _both(lines[key], line) if key in lines else line
    return lines


def _both(some: _Line, more: _Line) -> _Line:
    """Both together, the same whichever came first: what is known, and the smaller number."""
    actor_id, target_id = _settled(some[4], more[4]), _settled(some[5], more[5])
    return (
        *some[:4],
        actor_id,
        target_id,
        target_id if some[2] == Direction.FROM_ME else actor_id,
        some[7] if more[7] is None else more[7],
        _smaller(some[8], more[8]),
        _smaller(some[9], more[9]),
        max(some[10], more[10], key=len),
    )


def _settled(one: int | None, other: int | None) -> int | None:
    """The account that is known; of two, the one whose id is known and comes first.

    Sources seldom disagree: one may know a handle alone where another knows the id.
    """
    if one is None or other is None or one == other:
        return other if one is None else one
    accounts = models.Account.objects.filter(pk__in=(one, other))
    return min(accounts, key=lambda each: (each.native_id.startswith("@"), each.native_id)).pk


def _smaller(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _complete(seen: Mapping[_Key, _Line]) -> tuple[dict[int, _Line], set[int]]:
    """Where these lines say more than the log, which has them all, it learns that.

    Those lines by id, and the contacts that turned out to be others.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for network, kind, native_id in seen:
        groups.setdefault((network, kind), []).append(native_id)
    completed: dict[int, _Line] = {}
    left: set[int] = set()
    for (network, kind), native_ids in groups.items():
        for row_id, *columns in bulk.select_in(
            f"SELECT id, {_QUOTED} FROM storage_interaction "  # noqa: S608 (our own names)
            "WHERE network = %s AND kind = %s AND native_id IN {values}",
            network,
            kind,
            values=native_ids,
        ):
            line = seen[network, kind, columns[3]]
            stored = cast(_Line, (*columns, line[10]))
            if (fuller := _both(stored, line)) != stored:
                completed[row_id] = fuller
                if stored[6] is not None and stored[6] != fuller[6]:
                    left.add(stored[6])
    if completed:
        rows = [(*line[4:10], row_id) for row_id, line in completed.items()]
        bulk.update(models.Interaction, _COLUMNS[4:], rows)
    return completed, left


def _logged(lines: Mapping[int, _Line], known: Known) -> list[Logged]:
    """The lines as rules see them; without those that have no contact, or of which that is me."""
    mine, people = known.mine, known.people
    logged = []
    for row_id, line in lines.items():
        network, kind, direction, native_id, _, _, contact_id, _, at_us, order, text = line
        if contact_id is not None and contact_id not in mine:
            person_id = people[contact_id]
            logged.append(
                Logged(row_id, network, kind, direction, native_id, at_us, order, person_id, text)
            )
    return logged


_QUOTED = ", ".join(f'"{column}"' for column in _COLUMNS)

# Plain strings are bound, hashed and compared several times faster than members of a StrEnum.
_PLAIN: dict[str, str] = {each: str(each) for enum in (Network, Kind, Direction) for each in enum}
