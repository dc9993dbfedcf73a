"""How many share a name: "John Smith" says less than "Lindiwe Okonjo".

Shares of first and last names are those of the census of the United States of 1990, which the
package `names` carries (https://www.census.gov); a name that is not in it counts as rare.
"""

import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hobnob.domain.matching.names import given_names, last_names

_UNLISTED_FIRST = 0.00001
_UNLISTED_LAST = 0.000005
_NO_FIRST = 0.00005
_RAREST = 1e-9
_COMMON_LAST = 0.0001


class _Shares(NamedTuple):
    first: dict[str, float]
    last: dict[str, float]


def rarity(first: str, last: str) -> float:
    """Minus the common logarithm of the share of people so called: 5.3 is one in 200,000."""
    shares = _shares()
    given = [word for word in given_names(first) if len(word) > 1]
    firsts = [shares.first.get(word, _UNLISTED_FIRST) for word in given]
    family = shares.last.get(last_names(last)[0], _UNLISTED_LAST)
    return -math.log10(max(max(firsts, default=_NO_FIRST) * family, _RAREST))


def is_first_name(word: str) -> bool:
    """Whether somebody may be called so, by a folded word: an initial is one."""
    return len(word) == 1 or word in _shares().first


def is_common_name(word: str) -> bool:
    """Whether a folded word is a first name, or the last name of one in 10,000 or more."""
    return is_first_name(word) or _shares().last.get(word, 0.0) >= _COMMON_LAST


@cache
def _shares() -> _Shares:
    women, men = _listed("dist.female.first"), _listed("dist.male.first")
    first = {
        name: (women.get(name, 0.0) + men.get(name, 0.0)) / 2 for name in women.keys() | men.keys()
    }
    return _Shares(first, _listed("dist.all.last"))


def _listed(name: str) -> dict[str, float]:
    """Shares by name, out of lines like "SMITH 1.006 1.006 1"."""
    lines = files("names").joinpath(name).read_text().splitlines()
    return {word.lower(): float(percent) / 100 for word, percent, *_ in map(str.split, lines)}
