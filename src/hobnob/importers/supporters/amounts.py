"""Amounts as people write them: "1.234,56 €", "$1,234.56", "(50.00)", "CHF 1'200.-"."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from hobnob.domain.matching.words import fold
from hobnob.domain.money import CODES, DIGITS

_SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₪": "ILS", "₩": "KRW", "₺": "TRY", "A$": "AUD",
    "C$": "CAD", "R$": "BRL", "NZ$": "NZD", "HK$": "HKD", "US$": "USD",
}  # fmt: skip
"""Those that are one currency's alone: "$" and "¥" are several."""
_NAMES = {
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "sterling": "GBP", "zl": "PLN", "zloty": "PLN",
    "kc": "CZK", "us": "USD", "dm": "DEM",
}  # fmt: skip
"""By folded word. "US" stands before dollars."""
_OF_SEVERAL_TEXT = (
    "dollar dollars pound pounds kr krona kronor krone kroner franc francs franken sfr fr peso "
    "pesos rupee rupees rs real reais ft"
)
_OF_SEVERAL = frozenset(_OF_SEVERAL_TEXT.split())
"""What several countries call their money, so that the file or a person has to say whose it is."""
_SHORTENED = re.compile(r"[^\W\d_]+\.")
"""As in "Fr. 20"."""
_WORD = re.compile(r"[^\W\d_]+")
_COUNTRIES = frozenset({"a", "c", "r", "nz", "hk"})
"""As in "A$25"."""
_SPACES = re.compile(r"[\s\u00a0\u202f'’_]+")
_NUMBER = re.compile(r"\d[\d.,]*")
_LETTERS_WITHIN = re.compile(r"\d\s*[A-Za-z]+\s*\d")
_NO_CENTS = re.compile(r"(?<=\d)[.,][-–—]$")
"""As in "5,-"."""
_THOUSANDS = 3
_MOST_DIGITS = 15


class Money(NamedTuple):
    """An amount in the smallest unit, and its currency by ISO 4217 or ""."""

    amount: int
    currency: str


@lru_cache(maxsize=20_000)
def money(text: str, currency: str = "") -> Money:
    """What an amount is. `currency` is that of amounts without one. Raises ValueError."""
    written = text.strip()
    if _LETTERS_WITHIN.search(written) or not _are_money(_words(written)):
        raise ValueError(text)
    stated = currency_of(written) or currency
    number = _NO_CENTS.sub("", _SPACES.sub("", _without_currency(written)))
    is_negative = number.startswith(("-", "−", "(")) or number.endswith("-")
    bare = number.strip("-−+()–—").rstrip(".,") if number else ""
    if not _NUMBER.fullmatch(bare) or sum(map(str.isdigit, bare)) > _MOST_DIGITS:
        raise ValueError(text)
    try:
        value = Decimal(_pointed(bare))
    except InvalidOperation as error:
        raise ValueError(text) from error
    units = round(value.scaleb(DIGITS.get(stated, 2)))
    return Money(-units if is_negative else units, stated)


def currency_of(text: str) -> str:
    """The currency that a text names: "EUR" of "€ 5", "eur" and "Euro"; "" where none."""
    sign = next((code for sign, code in _SIGNS.items() if sign in text.upper()), "")
    if sign:
        return sign
    words = _words(text)
    codes = (each.upper() for each in words if each.upper() in CODES)
    return next(codes, "") or next((_NAMES[each] for each in words if each in _NAMES), "")


def names_several(text: str) -> bool:
    """Whether a text names a currency as several countries do: "25 dollars"."""
    return not currency_of(text) and any(each in _OF_SEVERAL for each in _words(text))


def _words(text: str) -> list[str]:
    """ "CAD$25" has one, and so has "25.- EUR"."""
    return [fold(each) for each in _WORD.findall(text)]


def _are_money(words: list[str]) -> bool:
    """Whether nothing but a currency stands beside a number: "1.5k" and "25 each" are unsure."""
    return all(
        each.upper() in CODES or each in _NAMES or each in _OF_SEVERAL or each in _COUNTRIES
        for each in words
    )


def _without_currency(text: str) -> str:
    text = _SHORTENED.sub("", text)
    return re.sub(r"[^\d.,()'’_\s+−–—-]", "", text)


def _pointed(number: str) -> str:
    """A number with a point before its fraction and nothing between thousands."""
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return number
    mark, other = number[last], ",."[number[last] == ","]
    behind = len(number) - last - 1
    is_repeated = number.count(mark) > 1
    # "1,234" and "1.234" are thousands whoever wrote them: no currency in use is cut that fine.
    is_thousands = is_repeated or (
        behind == _THOUSANDS and other not in number and number[0] != "0"
    )
    if is_thousands:
        groups = number.replace(other, mark).split(mark)
        if any(len(group) != _THOUSANDS for group in groups[1:]):
            raise ValueError(number)
        return "".join(groups)
    return number.replace(other, "").replace(mark, ".")
