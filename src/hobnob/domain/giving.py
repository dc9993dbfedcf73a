"""What somebody gave, in words: payments alone; what is only promised is told apart from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from hobnob.domain.moments import from_us
from hobnob.domain.money import sums
from hobnob.domain.supporters import Gift, GiftKind, given, still_promised

_Alike: TypeAlias = tuple[date | None, int, str, GiftKind]


def giving(gifts: Iterable[Gift], *, given_back: int = 0) -> str:
    """ "3 gifts since 2024: 120 EUR; 50 EUR still promised". "" where nothing was ever given.

    A payment below zero is no gift: it is what of them was given back. `given_back` is how many
    came and hold no more.
    """
    known = list(gifts)
    each_once = {each.key: each for each in known}.values()
    moved = [each for each in each_once if each.kind == GiftKind.PAYMENT]
    payments = [each for each in moved if each.amount > 0]
    back = sums(taken_back(moved))
    promised = sums(still_promised(known))
    said = [_given(payments, sums(given(payments)))] if payments else []
    if back:
        said.append(f"{back} of it given back" if payments else f"{back} given back")
    if promised:
        said.append(f"{promised} still promised")
    if given_back:
        said.append(f"{_count(given_back)} given back")
    return "; ".join(said)


def taken_back(gifts: Iterable[Gift]) -> dict[str, int]:
    """What was given back by currency, as a sum above zero."""
    total: Counter[str] = Counter()
    for gift in gifts:
        if gift.kind == GiftKind.PAYMENT and gift.amount < 0:
            total[gift.currency] -= gift.amount
    return dict(total)


class Came(NamedTuple):
    """One gift that came."""

    at_us: int
    amount: int | None
    """In the smallest unit of the currency; None where nobody said."""
    currency: str


def which_gift(came: Sequence[Came], now_us: int) -> str:
    """How the newest of somebody's gifts stands among them; there is at least one.

    "their first gift"; "their third gift this year, 24 EUR in all"; "their first gift this year,
    60 EUR since 2022".
    """
    if len(came) == 1:
        return "their first gift"
    years = [from_us(each.at_us).year for each in came]
    newest, first = max(years), min(years)
    when = "this year" if newest == from_us(now_us).year else f"in {newest}"
    total: Counter[str] = Counter()
    for each in came:
        total[each.currency] += each.amount or 0
    whole = "in all" if newest == first else f"since {first}"
    said = f"their {_ordinal(years.count(newest))} gift {when}"
    return f"{said}, {sums(total)} {whole}" if sums(total) else said


_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


def _ordinal(number: int) -> str:
    """ "third", "23rd"."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def told_once(gifts: Iterable[tuple[str, Gift]]) -> Iterator[Gift]:
    """One person's gifts, each once also where two files tell of it, by who tells it and the gift.

    Of those that are equal in day, amount and currency there are as many as one teller knows.
    """
    alike: dict[_Alike, dict[str, dict[str, Gift]]] = defaultdict(lambda: defaultdict(dict))
    for teller, gift in gifts:
        key = (gift.date, gift.amount, gift.currency, gift.kind)
        alike[key][teller if gift.date else ""][gift.key] = gift
    for by_teller in alike.values():
        yield from max(by_teller.values(), key=len).values()


def teller_of(account_id: int, key: str) -> str:
    """Who tells a gift, by its key: a system, whose ids are one gift's each; else one record."""
    system, _, rest = key.partition(":")
    return str(account_id) if system == "gift" or ">" in rest else system


def _given(payments: Sequence[Gift], total: str) -> str:
    years = sorted(each.date.year for each in payments if each.date is not None)
    count = _count(len(payments))
    if len(payments) == 1:
        said = f"{count} in {years[0]}" if years else count
    else:
        said = f"{count} since {years[0]}" if years else count
    return f"{said}: {total}" if total else said


def _count(gifts: int) -> str:
    return "1 gift" if gifts == 1 else f"{gifts:,} gifts"
