"""The gift of a record: a payment or a pledge, and nothing where no money came.

A pledge and its payments are records of their own: what is paid on a pledge is counted once, as
payments. What failed, was a test, or only sums others up is no gift. A gift with an id that was
given back, or did not come after all, is told as nothing, which takes away what an older file said.
"""

import hashlib
import re
from decimal import Decimal

from hobnob.domain.money import DIGITS
from hobnob.domain.supporters import Gift, GiftKind
from hobnob.importers.supporters.amounts import currency_of, money, names_several
from hobnob.importers.supporters.cells import Cells
from hobnob.importers.supporters.dates import date_of
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.mapping import DateOrder
from hobnob.importers.supporters.reaching import yes_or_no
from hobnob.importers.supporters.systems import general, plain

_BY_ITSELF = "gift:"
"""What the key of a gift without an id begins with."""
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
    if kind is None:
        return None
    came = _came(cells, kind)
    if not came:
        return None if came is None else _nothing(cells, key, kind)
    stated = currency_of(cells.text(Field.GIFT_CURRENCY)) or cells.customs.currency
    try:
        amount, currency = money(cell.text, stated)
    except ValueError:
        cells.remark(cell, "is no amount: write it as 1234.56")
        return None
    if not currency and names_several(cell.text):
        cells.remark(cell, "does not say which country’s: choose the currency of the file")
    if not amount:
        return None
    if _REFUNDED.search(plain(cells.text(Field.GIFT_KIND))):
        amount = -abs(amount)
    campaign = cells.text(Field.GIFT_CAMPAIGN)
    described = f"{key} {_day(cells)} {_number(amount, currency)} {kind} {campaign}"
    return Gift(
        key=_id(cells, key) or _BY_ITSELF + hashlib.sha256(described.encode()).hexdigest()[:20],
        amount=amount,
        currency=currency,
        date=cells.date(Field.GIFT_DATE),
        kind=kind,
        campaign=campaign,
        pledge_id=cells.text(Field.PLEDGE_ID) or _own_id(cells, kind),
    )


def is_told_by_itself(key: str) -> bool:
    """Whether a gift is known by what it is, for lack of an id."""
    return key.startswith(_BY_ITSELF)


def _nothing(cells: Cells, key: str, kind: GiftKind) -> Gift | None:
    """That a gift known by its id came to nothing; without one nobody knows which it was."""
    if not (known := _id(cells, key)):
        return None
    of = cells.text(Field.PLEDGE_ID) or _own_id(cells, kind)
    return Gift(key=known, amount=0, currency="", date=None, kind=kind, pledge_id=of)


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


def _came(cells: Cells, kind: GiftKind) -> bool | None:
    """Whether the money came, or the promise stands; None: nobody can tell. Remarked if not."""
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
    if _NOT_ARRIVED.search(status) and "partial" not in status:
        what = "it was given back" if _REFUNDED.search(status) else "no money came"
        cells.remark(cell, f"means that {what}: the gift is left out")
        return False
    cells.remark(cell, "does not say whether the money came: the gift is left out")
    return None


def _id(cells: Cells, key: str) -> str:
    """Its id; "" where it has none, and is known by what it is: two alike on a day count once.

    The numbers of a table that somebody made are one giver's: another table has the same ones.
    """
    cell = cells.first(Field.GIFT_ID)
    if cell is None:
        return ""
    if cells.customs.is_own(cell.heading):
        return f"{cells.customs.name}:{cell.text}"
    return f"{key}>{plain(cell.heading)}:{cell.text}"


def _day(cells: Cells) -> str:
    """The day, the same however it is written, and before its order is told as after.

    So 3 April and 4 March count as one day: who gives the same on both, without an id, is rare.
    """
    cell = cells.first(Field.GIFT_DATE)
    if cell is None:
        return ""
    try:
        day = date_of(cell.text, cells.order(cell) or DateOrder.DAY_FIRST)
    except ValueError:
        return cell.text
    return f"{day.year} {min(day.day, day.month)} {max(day.day, day.month)}"


def _number(amount: int, currency: str) -> Decimal:
    """The amount, the same before its currency is told as after."""
    return Decimal(amount).scaleb(-DIGITS.get(currency, 2)).normalize()


def _own_id(cells: Cells, kind: GiftKind) -> str:
    """A pledge is named by its own id in the payments on it."""
    return cells.text(Field.GIFT_ID) if kind == GiftKind.PLEDGE else ""
