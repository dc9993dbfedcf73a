"""Invented supporters and accounts in any number, with a census's names: all of them nobody."""

import random
from collections.abc import Iterator
from importlib.resources import files

from hobnob.domain.matching.columns import Record, Shown

_CITIES = (
    ("Omaha", "NE"), ("Tulsa", "OK"), ("Fresno", "CA"), ("Mobile", "AL"), ("Salem", "OR"),
    ("Boise", "ID"), ("Akron", "OH"), ("Reno", "NV"), ("Macon", "GA"), ("Provo", "UT"),
    ("Austin", "TX"), ("Dayton", "OH"), ("Bangor", "ME"), ("Topeka", "KS"), ("Yonkers", "NY"),
)  # fmt: skip
_TITLES = ("Dr. ", "", "", "", "", "")
OWN_SHARE = 0.3
"""Of the accounts: so many belong to a supporter."""


class Census:
    """First and last names, each as often as in the census."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._first = _listed("dist.female.first") + _listed("dist.male.first")
        self._last = _listed("dist.all.last")

    def names(self, count: int) -> list[tuple[str, str]]:
        """That many first and last names."""
        firsts = self._draw(self._first, count)
        return list(zip(firsts, self._draw(self._last, count), strict=True))

    def _draw(self, listed: list[tuple[str, float]], count: int) -> list[str]:
        names, shares = zip(*listed, strict=True)
        return self._random.choices(names, weights=shares, k=count)


def supporters(count: int, *, seed: int = 1) -> Iterator[Record]:
    """Records with a name and a place."""
    for number, (first, last) in enumerate(Census(seed).names(count)):
        city, state = _CITIES[number % len(_CITIES)]
        yield Record(key=f"r{number}", first=first, last=last, city=city, region=state)


def accounts(count: int, *, seed: int = 1) -> Iterator[Shown]:
    """Accounts: three of ten belong to a supporter of the same seed, the others to namesakes."""
    chance = random.Random(seed + 1)
    own = int(count * OWN_SHARE)
    theirs = Census(seed).names(count)[:own]
    for number, (first, last) in enumerate([*theirs, *Census(seed + 2).names(count - own)]):
        is_own = number < own
        place = _CITIES[number % len(_CITIES) if is_own else chance.randrange(len(_CITIES))]
        handle = chance.choice(
            (f"{first}{last}", f"{first[0]}{last}", f"{first}_{last}{chance.randrange(99)}",
             f"{last}{chance.randrange(99)}")
        )  # fmt: skip
        yield Shown(
            key=f"a{number}",
            handle=handle.lower(),
            name=f"{chance.choice(_TITLES)}{first} {last}" if chance.random() < 0.9 else "",
            location=", ".join(place) if chance.random() < 0.5 else "",
        )


def _listed(name: str) -> list[tuple[str, float]]:
    lines = files("names").joinpath(name).read_text().splitlines()
    return [(word.title(), float(share)) for word, share, *_ in map(str.split, lines)]
