"""What somebody gave, in words: payments alone; what is only promised is told apart from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from hobnob.domain.money import sums
from hobnob.domain.supporters import Gift, GiftKind, given, still_promised

_Alike: TypeAlias = tuple[date | None, int, str, GiftKind]


def giving(gifts: Iterable[Gift], *, given_back: int = 0) -> str:
    """ "3 gifts since 2024: 120 EUR; 50 EUR still promised". "" where nothing was ever given.

    `given_back` is how many came and hold no more.
    """
    known = list(gifts)
    each_once = {each.key: each for each in known if each.amount}.values()
    payments = [each for each in each_once if each.kind == GiftKind.PAYMENT]
    promised = sums(still_promised(known))
    said = [_given(payments, sums(given(payments)))] if payments else []
    if promised:
        said.append(f"{promised} still promised")
    if given_back:
        said.append(f"{_count(given_back)} given back")
    return "; ".join(said)


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
