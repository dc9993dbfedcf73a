"""Donations in the log that hold: none that was given back, each once where two files tell it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from hobnob.domain.giving import teller_of, told_once
from hobnob.domain.supporters import Gift, GiftKind
from hobnob.storage import bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a file tells of a gift that holds."""

    amount: int
    """In the smallest unit of the currency."""
    currency: str
    campaign: str
    title: str
    """Of the file; "" where it is not known any more."""


def gifts_that_hold(line_ids: Collection[int]) -> dict[int, Held | None]:
    """By number of its line in the log: each donation that holds, and what no file tells as None.

    Ask for all lines of a person in some time at once: only then is it seen that two are one gift.
    """
    rows = bulk.select_in(
        "SELECT i.id, a.person_id, a.id, d.key, d.amount, d.currency, d.on_date, d.campaign, "  # noqa: S608 (our own name)
        "coalesce(s.title, '') "
        "FROM storage_interaction i JOIN storage_account a ON a.id = i.contact_id "
        "JOIN storage_donation d ON d.account_id = a.id AND d.key = i.native_id "
        "LEFT JOIN storage_source s ON s.id = d.source_id "
        f"WHERE d.kind = '{GiftKind.PAYMENT}' AND i.id IN {{values}}",
        values=sorted(line_ids),
    )
    told: dict[int, list[tuple[str, Gift]]] = defaultdict(list)
    line_of: dict[tuple[int, Gift], int] = {}
    held_of: dict[int, Held] = {}
    for line_id, person_id, account_id, key, amount, currency, day, campaign, title in sorted(rows):
        on_date = date.fromisoformat(str(day)) if day else None
        gift = Gift(key=key, amount=amount, currency=currency, date=on_date, kind=GiftKind.PAYMENT)
        told[person_id].append((teller_of(account_id, key), gift))
        line_of.setdefault((person_id, gift), line_id)
        held_of[line_id] = Held(amount=amount, currency=currency, campaign=campaign, title=title)
    told_nowhere = set(line_ids).difference(line_id for line_id, *_ in rows)
    held: dict[int, Held | None] = dict.fromkeys(told_nowhere)
    for person_id, gifts in told.items():
        lines = (line_of[person_id, gift] for gift in told_once(gifts) if gift.amount > 0)
        held |= {line: held_of[line] for line in lines}
    return held
