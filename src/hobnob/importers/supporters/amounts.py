"""Amounts as people write them: "1.234,56 €", "$1,234.56", "(50.00)", "CHF 1'200.-"."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "₪": "ILS", "₩": "KRW", "₺": "TRY", "zł": "PLN"}
"""Those that are one currency's alone: "$", "kr" and "¥" are several."""
_DIGITS = {"JPY": 0, "KRW": 0, "ISK": 0, "CLP": 0, "UGX": 0, "VND": 0, "XAF": 0, "XOF": 0,
           "BHD": 3, "JOD": 3, "KWD": 3, "OMR": 3, "TND": 3}  # fmt: skip
"""Digits behind the point, by ISO 4217, where they are not two."""
_CODE = re.compile(r"[A-Z]{3}")
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
    stated = currency_of(written) or currency
    if _LETTERS_WITHIN.search(written):
        raise ValueError(text)
    number = _NO_CENTS.sub("", _SPACES.sub("", _without_currency(written)))
    is_negative = number.startswith(("-", "−", "(")) or number.endswith("-")
    bare = number.strip("-−+()–—").rstrip(".,") if number else ""
    if not _NUMBER.fullmatch(bare) or sum(map(str.isdigit, bare)) > _MOST_DIGITS:
        raise ValueError(text)
    try:
        value = Decimal(_pointed(bare))
    except InvalidOperation as error:
        raise ValueError(text) from error
    units = round(value.scaleb(_DIGITS.get(stated, 2)))
    return Money(-units if is_negative else units, stated)


def currency_of(text: str) -> str:
    """The currency that a text names: "EUR" of "€ 5", "eur" and "EUR"; "" where none."""
    sign = next((code for sign, code in _SIGNS.items() if sign in text), "")
    if sign:
        return sign
    code = _CODE.search(text.upper())
    return code[0] if code else ""


def _without_currency(text: str) -> str:
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
