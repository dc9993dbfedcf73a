"""Keep gifts and ties of supporters as rows of their own, as the newest file has them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from hobnob.domain.supporters import Gift, Supporter
from hobnob.storage import bulk, models

_GIFT = ("account_id", "key", "amount", "currency", "on_date", "kind", "campaign", "pledge_id")
_TIE = ("account_id", "relationship", "through", "on_date", "column")
_IDENTITY = {models.Donation: 2, models.RelationshipTag: 3}
"""How many of the columns say which row it is."""

Row = tuple[Any, ...]


@dataclass(slots=True)
class GiftsKnown:
    """The stored gifts of some accounts."""

    rows: dict[Row, tuple[int, Row]] = field(default_factory=dict)
    """By account and key: the row's id and all it says."""
    sources: dict[int, dict[str, int]] = field(default_factory=dict)
    """By account and key: the source that told it; a gift without one is not here."""

    @property
    def source_ids(self) -> set[int]:
        """Every source that told one of them."""
        return {source_id for by_key in self.sources.values() for source_id in by_key.values()}


def gifts_known(account_ids: Collection[int]) -> GiftsKnown:
    """What is stored of the gifts of these accounts."""
    known = GiftsKnown()
    for row_id, source_id, *row in bulk.select_in(
        f"SELECT id, source_id, {_quoted(_GIFT)} FROM storage_donation "  # noqa: S608 (our own names)
        "WHERE account_id IN {values}",
        values=account_ids,
    ):
        account_id, key = row[:2]
        known.rows[account_id, key] = (row_id, _plain(row))
        if source_id is not None:
            known.sources.setdefault(account_id, {})[key] = source_id
    return known


def keep_gifts(
    holds: Mapping[int, Supporter],
    told: Mapping[int, Collection[str]],
    known: GiftsKnown,
    source_id: int,
) -> int:
    """Write what holds of the gifts now, by account. Says how many are new, and came.

    `told` are the keys of those that this file told and is believed about.
    """
    rows = [
        (account_id, *_gift(gift))
        for account_id, supporter in holds.items()
        for gift in supporter.gifts
        if gift.key in told.get(account_id, ())
    ]
    came_to_nothing = sum(row[:2] not in known.rows and not row[2] for row in rows)
    written = _write(models.Donation, _GIFT, rows, known.rows, source_id=source_id)
    return written - came_to_nothing


def keep_ties(holds: Mapping[int, Supporter], source_id: int, told_us: int) -> None:
    """Write what they are to us now, by account; what holds no more goes."""
    stored: dict[Row, tuple[int, Row]] = {}
    for row_id, *row in bulk.select_in(
        f"SELECT id, {_quoted(_TIE)} FROM storage_relationshiptag "  # noqa: S608 (our own names)
        "WHERE account_id IN {values}",
        values=list(holds),
    ):
        stored[tuple(row[:3])] = (row_id, _plain(row))
    rows = [
        (
            account_id,
            str(tie.relationship),
            tie.through,
            str(tie.on_date) if tie.on_date else None,
            tie.column,
        )
        for account_id, supporter in holds.items()
        for tie in supporter.ties
    ]
    gone = stored.keys() - {row[:3] for row in rows}
    if gone:
        models.RelationshipTag.objects.filter(pk__in=[stored[each][0] for each in gone]).delete()
    _write(models.RelationshipTag, _TIE, rows, stored, source_id=source_id, told_us=told_us)


def _write(
    model: type[Model],
    columns: tuple[str, ...],
    rows: list[Row],
    stored: Mapping[Row, tuple[int, Row]],
    **told: int,
) -> int:
    """Append the rows that are not stored, set those that say something else. How many are new."""
    identity = _IDENTITY[model]
    new = [row for row in rows if row[:identity] not in stored]
    changed = [
        (*row, *told.values(), stored[row[:identity]][0])
        for row in rows
        if row[:identity] in stored and stored[row[:identity]][1] != row
    ]
    if new:
        ids = bulk.next_ids(model, len(new))
        filled = [(i, *row, *told.values()) for i, row in zip(ids, new, strict=True)]
        bulk.insert(model, ("id", *columns, *told), filled)
    if changed:
        bulk.update(model, (*columns, *told), changed)
    return len(new)


def _gift(gift: Gift) -> Row:
    return (
        gift.key,
        gift.amount,
        gift.currency,
        str(gift.date) if gift.date else None,
        str(gift.kind),
        gift.campaign,
        gift.pledge_id,
    )


def _plain(row: list[Any]) -> Row:
    """As it was written: a database may give days back as dates."""
    return tuple(each if each is None or isinstance(each, int) else str(each) for each in row)


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
