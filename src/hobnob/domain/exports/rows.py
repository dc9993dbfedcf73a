"""A supporter as a row of hobnob's own tables."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from hobnob.domain.exports import headings as own
from hobnob.domain.exports.packing import ALONE, joined, packed
from hobnob.domain.money import DIGITS
from hobnob.domain.supporters import Fact, Supporter, Wish

UNKNOWN = "?"
"""Nobody told the day, or of which network a handle is."""
IN_PASSING = "in passing"
NO, WELCOME = "no ", " welcome"


class _Said(Protocol):
    @property
    def column(self) -> str: ...


def row_of(each: Supporter) -> dict[str, str]:
    """What stands under each heading, as text that is not yet guarded; empty cells are left out."""
    row = {
        own.KEY: each.key,
        **{heading: fact.value for heading, fact in _one_fact(each).items()},
        **{
            heading: packed(([fact.value] for fact in facts), ALONE)
            for heading, facts in _some_facts(each).items()
        },
        own.BIRTHDAY: str(each.birthday or ""),
        own.MET_ON: _day(each.met_on),
        own.DECEASED: "yes" if each.is_deceased else "",
        own.HANDLES: packed(
            (
                one.network.value if one.network else UNKNOWN,
                one.handle,
                IN_PASSING if one.is_in_passing else "",
            )
            for one in each.handles
        ),
        own.RELATIONSHIPS: packed(
            (tie.relationship.value, tie.through, _day(tie.on_date)) for tie in each.ties
        ),
        own.MEMBERSHIPS: packed(
            (_day(one.start_date) or UNKNOWN, _day(one.end_date), one.level, one.status)
            for one in each.memberships
        ),
        own.GIFTS: packed(
            (
                _day(gift.date) or UNKNOWN,
                amount_of(gift.amount, gift.currency),
                gift.kind.value,
                gift.campaign,
                gift.pledge_id,
                gift.key,
            )
            for gift in each.gifts
        ),
        own.WISHES: packed(([_wish(one)] for one in each.wishes), ALONE),
        own.NOTES: joined(note.value for note in each.notes),
        own.TOLD_BY: _told_by(each),
    }
    return {heading: text for heading, text in row.items() if text}


def amount_of(units: int, currency: str) -> str:
    """An amount: "25.00 EUR"; below zero in brackets, as a minus begins a formula."""
    number = f"{Decimal(abs(units)).scaleb(-DIGITS.get(currency, 2)):f}"
    return f"({number}) {currency}".rstrip() if units < 0 else f"{number} {currency}".rstrip()


def _one_fact(each: Supporter) -> dict[str, Fact]:
    found = {heading: getattr(each, name) for heading, name in own.ONE_FACT.items()}
    return {heading: fact for heading, fact in found.items() if fact}


def _some_facts(each: Supporter) -> dict[str, Sequence[Fact]]:
    return {heading: getattr(each, name) for heading, name in own.SOME_FACTS.items()}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _wish(wish: Wish) -> str:
    return f"{wish.channel}{WELCOME}" if wish.is_welcome else f"{NO}{wish.channel}"


def _told_by(each: Supporter) -> str:
    """The column of each value, under the headings where it is not called as here."""
    said: Mapping[str, Iterable[_Said]] = {
        **{heading: [fact] for heading, fact in _one_fact(each).items()},
        **_some_facts(each),
        own.BIRTHDAY: [each.birthday] if each.birthday else [],
        own.HANDLES: each.handles,
        own.RELATIONSHIPS: each.ties,
        own.WISHES: each.wishes,
        own.NOTES: each.notes,
    }
    columns = {heading: [one.column for one in values] for heading, values in said.items()}
    elsewhere = {
        heading: names
        for heading, names in columns.items()
        if any(name != heading for name in names)
    }
    return json.dumps(elsewhere, ensure_ascii=False) if elsewhere else ""
