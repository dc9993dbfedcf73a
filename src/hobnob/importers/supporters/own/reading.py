"""A row of hobnob's own tables as a supporter, also after somebody changed it in a spreadsheet."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from hobnob.domain.exports import headings as own
from hobnob.domain.exports.packing import ALONE, LINES, parted, unpacked
from hobnob.domain.exports.rows import IN_PASSING, NO, UNKNOWN, WELCOME
from hobnob.domain.money import DIGITS
from hobnob.domain.people import Network
from hobnob.domain.supporters import (
    Birthday,
    Channel,
    Fact,
    Gift,
    GiftKind,
    HandleGiven,
    Membership,
    Relationship,
    Supporter,
    Tie,
    Wish,
)
from hobnob.importers.supporters.amounts import Money, money
from hobnob.importers.supporters.cells import Remark, shown
from hobnob.importers.supporters.dates import birthday_of, date_of
from hobnob.importers.supporters.reaching import yes_or_no

_Thing = TypeVar("_Thing")
_AMOUNT = re.compile(r"(\()?(\d+)(?:\.(\d+))?\)?(?: ([A-Z]{3}))?")
_DATE = "write dates as 2024-03-31"


def supporter_of(cells: Mapping[str, str], remarks: list[Remark]) -> Supporter:
    """The supporter of a row with a key; `remarks` takes what of it could not be read."""
    row = _Row(cells, remarks)
    facts: dict[str, Any] = {
        **{name: row.fact(heading) for heading, name in own.ONE_FACT.items()},
        **{name: row.facts(heading) for heading, name in own.SOME_FACTS.items()},
    }
    return Supporter(
        key=cells[own.KEY],
        **facts,
        birthday=row.one(own.BIRTHDAY, _birthday(row)),
        met_on=row.one(own.MET_ON, _day),
        is_deceased=yes_or_no(row.text(own.DECEASED) or "no") is not False,
        handles=row.things(own.HANDLES, _handle, "write it as “mastodon | ana@den.example”"),
        ties=row.things(own.RELATIONSHIPS, _tie, f"write it as “donor”; {_DATE}"),
        memberships=row.things(own.MEMBERSHIPS, _membership, _DATE),
        gifts=row.things(
            own.GIFTS,
            lambda parts, _: _gift(parts, cells[own.KEY]),
            "write it as “2024-03-31 | 25.00 EUR | payment”",
        ),
        wishes=row.wishes(),
        notes=row.told(own.NOTES, parted(row.text(own.NOTES))),
    )


class _Row:
    """The cells of a row, and under which headings they stood in the first place."""

    def __init__(self, cells: Mapping[str, str], remarks: list[Remark]) -> None:
        self._cells = cells
        self._remarks = remarks
        self._told_by = _columns(cells.get(own.TOLD_BY, ""))

    def text(self, heading: str) -> str:
        return self._cells.get(heading, "")

    def column(self, heading: str, at: int, count: int) -> str:
        """Where one of so many values stood: unknown where somebody added or took away one."""
        columns = self._told_by.get(heading, [])
        return columns[at] if len(columns) == count else heading

    def fact(self, heading: str) -> Fact | None:
        return next(iter(self.told(heading, [self.text(heading)])), None)

    def facts(self, heading: str) -> tuple[Fact, ...]:
        return self.told(heading, [" ".join(each) for each in unpacked(self.text(heading), ALONE)])

    def told(self, heading: str, values: Sequence[str]) -> tuple[Fact, ...]:
        return tuple(
            Fact(value=each, column=self.column(heading, at, len(values)))
            for at, each in enumerate(values)
            if each
        )

    def one(self, heading: str, read: Callable[[str], _Thing]) -> _Thing | None:
        if not (text := self.text(heading)):
            return None
        try:
            return read(text)
        except ValueError:
            self._remark(heading, text, _DATE)
            return None

    def things(
        self, heading: str, read: Callable[[list[str], str], _Thing], how: str
    ) -> tuple[_Thing, ...]:
        """What stands in a cell of several things; what cannot be read of them is left out."""
        found = []
        packed = unpacked(self.text(heading), LINES)
        for at, parts in enumerate(packed):
            try:
                found.append(read(parts, self.column(heading, at, len(packed))))
            except (ValueError, IndexError):
                self._remark(heading, " | ".join(parts), how)
        return tuple(found)

    def wishes(self) -> tuple[Wish, ...]:
        """What they want to be reached by; a wish that cannot be read is one to be left alone."""
        said = [" ".join(each) for each in unpacked(self.text(own.WISHES), ALONE)]
        found = []
        for at, text in enumerate(said):
            is_welcome = text.endswith(WELCOME)
            name = text.removesuffix(WELCOME) if is_welcome else text.removeprefix(NO)
            if name in list(Channel):
                channel = Channel(name)
            else:
                channel, is_welcome = Channel.ANY, False
                self._remark(own.WISHES, text, "taken for a wish not to be contacted")
            column = self.column(own.WISHES, at, len(said))
            found.append(Wish(channel=channel, is_welcome=is_welcome, column=column))
        return tuple(found)

    def _remark(self, heading: str, text: str, how: str) -> None:
        self._remarks.append(Remark(heading, f"“{shown(text)}” cannot be read: {how}"))


def _columns(cell: str) -> dict[str, list[str]]:
    """By heading. What somebody spoilt says nothing."""
    try:
        said = json.loads(cell) if cell else {}
    except ValueError:
        return {}
    columns = said.items() if isinstance(said, dict) else ()
    return {str(each): list(map(str, names)) for each, names in columns if isinstance(names, list)}


def _birthday(row: _Row) -> Callable[[str], Birthday]:
    return lambda text: birthday_of(text, None, row.column(own.BIRTHDAY, 0, 1))


def _day(text: str) -> date | None:
    return date_of(text, None) if text and text != UNKNOWN else None


def _padded(parts: Iterable[str], count: int) -> list[str]:
    return [*parts, *[""] * count][:count]


def _handle(parts: list[str], column: str) -> HandleGiven:
    network, handle, passing = _padded(parts, 3)
    if not handle:
        raise ValueError(network)
    return HandleGiven(
        network=None if network == UNKNOWN else Network(network.lower()),
        handle=handle.removeprefix("@"),
        column=column,
        is_in_passing=passing == IN_PASSING,
    )


def _tie(parts: list[str], column: str) -> Tie:
    relationship, through, on_date = _padded(parts, 3)
    return Tie(
        relationship=Relationship(relationship.lower()),
        column=column,
        through=through,
        on_date=_day(on_date),
    )


def _membership(parts: list[str], _: str) -> Membership:
    start, end, level, status = _padded(parts, 4)
    return Membership(level=level, status=status, start_date=_day(start), end_date=_day(end))


def _money(text: str) -> Money:
    """An amount as hobnob writes it, else as anybody does.

    Elsewhere three digits behind a point are thousands; here a dinar has a thousand fils.
    """
    found = _AMOUNT.fullmatch(text)
    if found is None or len(found[3] or "") != DIGITS.get(found[4] or "", 2):
        return money(text)
    units = int(found[2] + (found[3] or ""))
    return Money(-units if found[1] else units, found[4] or "")


def _gift(parts: list[str], of: str) -> Gift:
    on, amount, kind, campaign, pledge_id, key = _padded(parts, 6)
    units, currency = _money(amount)
    described = f"{of} {on} {units} {kind} {campaign}"
    return Gift(
        key=key or "gift:" + hashlib.sha256(described.encode()).hexdigest()[:20],
        amount=units,
        currency=currency,
        date=_day(on),
        kind=GiftKind(kind.lower() or GiftKind.PAYMENT),
        campaign=campaign,
        pledge_id=pledge_id,
    )
