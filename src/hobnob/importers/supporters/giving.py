"""The gift of a record: a payment or a pledge, and nothing where no money came.

A pledge and its payments are records of their own: what is paid on a pledge is counted once, as
payments. What failed, was a test, or only sums others up is no gift.
"""

import hashlib
import re

from hobnob.domain.supporters import Gift, GiftKind
from hobnob.importers.supporters.amounts import currency_of, money
from hobnob.importers.supporters.cells import Cells
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.reaching import yes_or_no
from hobnob.importers.supporters.systems import general, plain

_NEITHER = re.compile(r"write ?off|soft credit|adjust|reversal")
_PAID = re.compile(r"pay|paid|refund")
_PROMISED = re.compile(r"pledge|promise|bequest|planned gift|zusage|promesse")
_REFUNDED = re.compile(r"refund|reversed|charge ?back|erstattet|rembours")
_ARRIVED_TEXT = (
    "complete,completed,closed,won,closed won,awarded,posted,not posted,received,paid,"
    "partially paid,settled,succeeded,success,successful,active,approved,done,deposited,cleared,"
    "bezahlt,eingegangen,paye,pagado,betaald"
)
_ARRIVED = frozenset(_ARRIVED_TEXT.split(","))
_BROKEN_OFF = re.compile(r"cancel|fail|lost|terminated|withdrawn")
_NOT_ARRIVED = re.compile(
    r"pending|fail|cancel|declin|lost|withdrawn|overdue|progress|expired|void|error|incomplete"
    r"|prospect|qualif|proposal|analysis|ausstehend|storniert|annul|refund|charge ?back|terminated"
)


def gift_of(cells: Cells, key: str) -> Gift | None:
    """The gift in a record of the supporter with this key."""
    cell = cells.first(Field.GIFT_AMOUNT)
    if cell is None:
        return None
    kind = _kind(cells)
    if kind is None or not _came(cells, kind):
        return None
    stated = currency_of(cells.text(Field.GIFT_CURRENCY)) or cells.customs.currency
    try:
        amount, currency = money(cell.text, stated)
    except ValueError:
        cells.remark(cell, "is no amount: write it as 1234.56")
        return None
    if not amount:
        return None
    if _REFUNDED.search(plain(cells.text(Field.GIFT_KIND))):
        amount = -abs(amount)
    campaign = cells.text(Field.GIFT_CAMPAIGN)
    # The date as it is written: its order, like the currency, may be told later.
    written = cells.text(Field.GIFT_DATE)
    return Gift(
        key=_key(cells, f"{key} {written} {amount} {kind} {campaign}"),
        amount=amount,
        currency=currency,
        date=cells.date(Field.GIFT_DATE),
        kind=kind,
        campaign=campaign,
        pledge_id=cells.text(Field.PLEDGE_ID) or _own_id(cells, kind),
    )


def _kind(cells: Cells) -> GiftKind | None:
    """Whether this is a payment or a pledge; None where neither: a sum, a write-off, a test."""
    if yes_or_no(cells.text(Field.GIFT_TEST)):
        return None
    kinds = cells.customs.system.kinds if cells.customs.system else general().kinds
    for cell in cells.all(Field.GIFT_KIND):
        word = plain(cell.text)
        if word in kinds:
            return kinds[word]
        if _NEITHER.search(word):
            return None
        if _PROMISED.search(word) and not _PAID.search(word):
            return GiftKind.PLEDGE
    # A stage of Salesforce says so too.
    if plain(cells.text(Field.GIFT_STATUS)) in {"pledged", "pledge"}:
        return GiftKind.PLEDGE
    return GiftKind.PAYMENT


def _came(cells: Cells, kind: GiftKind) -> bool:
    """Whether the money came, or the promise stands; what did not is remarked."""
    cell = cells.first(Field.GIFT_STATUS)
    if cell is None:
        return True
    status = plain(cell.text)
    if kind == GiftKind.PLEDGE:
        stands = not _BROKEN_OFF.search(status)
        if not stands:
            cells.remark(cell, "means that the promise does not stand: the pledge is left out")
        return stands
    if status in _ARRIVED:
        return True
    if _NOT_ARRIVED.search(status):
        cells.remark(cell, "means that no money came: the gift is left out")
    else:
        cells.remark(cell, "does not say whether the money came: the gift is left out")
    return False


def _key(cells: Cells, described: str) -> str:
    """By its id, else by what it is: two alike on one day without an id count once."""
    if cell := cells.first(Field.GIFT_ID):
        return f"{cells.customs.name or plain(cell.heading)}:{cell.text}"
    return "gift:" + hashlib.sha256(described.encode()).hexdigest()[:20]


def _own_id(cells: Cells, kind: GiftKind) -> str:
    """A pledge is named by its own id in the payments on it."""
    return cells.text(Field.GIFT_ID) if kind == GiftKind.PLEDGE else ""
