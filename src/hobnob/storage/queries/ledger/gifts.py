"""Donations in the log that hold: none that was given back, each once where two files tell it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from hobnob.domain.giving import teller_of, told_once
from hobnob.domain.supporters import Gift, GiftKind
from hobnob.storage import bulk


def gifts_that_hold(line_ids: Collection[int]) -> dict[int, Gift | None]:
    """By number of its line in the log: each donation that holds, and what no file tells as None.

    Ask for all lines of a person in some time at once: only then is it seen that two are one gift.
    """
    rows = bulk.select_in(
        "SELECT i.id, a.person_id, a.id, d.key, d.amount, d.currency, d.on_date "  # noqa: S608 (our own name)
        "FROM storage_interaction i JOIN storage_account a ON a.id = i.contact_id "
        "JOIN storage_donation d ON d.account_id = a.id AND d.key = i.native_id "
        f"WHERE d.kind = '{GiftKind.PAYMENT}' AND i.id IN {{values}}",
        values=sorted(line_ids),
    )
    told: dict[int, list[tuple[str, Gift]]] = defaultdict(list)
    line_of: dict[tuple[int, Gift], int] = {}
    for line_id, person_id, account_id, key, amount, currency, day in sorted(rows):
        on_date = date.fromisoformat(str(day)) if day else None
        gift = Gift(key=key, amount=amount, currency=currency, date=on_date, kind=GiftKind.PAYMENT)
        told[person_id].append((teller_of(account_id, key), gift))
        line_of.setdefault((person_id, gift), line_id)
    told_nowhere = set(line_ids).difference(line_id for line_id, *_ in rows)
    held: dict[int, Gift | None] = dict.fromkeys(told_nowhere)
    for person_id, gifts in told.items():
        held |= {line_of[person_id, gift]: gift for gift in told_once(gifts) if gift.amount > 0}
    return held
