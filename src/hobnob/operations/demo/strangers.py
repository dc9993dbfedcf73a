"""Any number of invented people on X, each made from a number and remembered by nobody.

Their handles end in "_eg" and their ids are from a range that X never gave out, between the last
counted ones and the first made from the time, so that nobody real is ever meant.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from hobnob.domain.people import Account, Network
from hobnob.operations.demo.sections import read_sections

_NAMES = read_sections("names.txt")
_GIVEN, _FAMILY = _NAMES["given"], _NAMES["family"]
_PAIRS = len(_GIVEN) * len(_FAMILY)
_STRIDE = 1_597  # shares no factor with the number of pairs, so every pair comes up once

HANDLE_END = "_eg"

NEVER_MET = 1_000_000_000
"""Numbers from here on are people who follow or are followed, and never said a word."""


class Crowd:
    """People by number: the cast first, then strangers without end."""

    def __init__(self, cast: Sequence[Account] = ()) -> None:
        self._cast = cast
        self._taken = frozenset(account.handle.lower() for account in cast)
        self.person = lru_cache(maxsize=4096)(self._person)

    def number(self, account: Account) -> int:
        """The number of somebody of the cast. Raises ValueError for anybody else."""
        return self._cast.index(account)

    def _person(self, number: int) -> Account:
        if number < len(self._cast):
            return self._cast[number]
        name, handle = _called(number)
        if handle.lower() in self._taken:
            handle = f"x{number}{HANDLE_END}"
        return Account(network=Network.X, native_id=user_id(number), handle=handle, name=name)


def _called(number: int) -> tuple[str, str]:
    """A name, and a handle nobody else has: of both names at first, then of one and a number."""
    pair = number * _STRIDE % _PAIRS
    given, family = _GIVEN[pair % len(_GIVEN)], _FAMILY[pair // len(_GIVEN)]
    if number < _PAIRS:
        return f"{given} {family}", x_handle(given, family)
    return f"{given} {family}", f"{given[0]}{_base36(number)}{HANDLE_END}"


def x_handle(*names: str) -> str:
    """A handle on X of the names, in the fifteen plain letters that X allows."""
    plain = unicodedata.normalize("NFKD", "".join(names)).encode("ascii", "ignore").decode()
    letters = "".join(letter for letter in plain if letter.isalnum())
    return letters[: 15 - len(HANDLE_END)] + HANDLE_END


def user_id(number: int) -> str:
    """An id of a person on X: eleven digits for those who came early, eighteen for the others."""
    if number % 2:
        return str(100_000_000_000_000_003 + number * 5_000_011)
    return str(10_000_000_003 + number * 7_919)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits
