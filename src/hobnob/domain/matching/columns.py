"""A record and an account as columns: what comparisons look at, each worked out once.

Comparisons of columns are equality, common members of two lists, and an edit distance, so that
every engine gives the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from hobnob.domain.matching import handles, names, places, sites

Column: TypeAlias = str | list[str]
Columns: TypeAlias = dict[str, Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Somebody as our own files know them."""

    key: str
    first: str
    last: str
    city: str = ""
    region: str = ""
    country: str = ""
    website: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An account as its owner shows it to everybody."""

    key: str
    handle: str
    name: str = ""
    bio: str = ""
    location: str = ""
    website: str = ""


_CAPITALS = frozenset({"US-DC"})
"""Many a person in office names it beside where they are from: it contradicts nothing."""


def record_columns(record: Record) -> Columns:
    """What of a record can be compared, and the keys it is found by."""
    given = names.given_names(record.first)
    last, lasts = names.last_names(record.last)
    whole = [word for word in given if len(word) > 1]
    called = frozenset(form for word in whole for form in names.called(word))
    initials = frozenset(word[0] for word in given)
    full, short = handles.patterns(called, initials, lasts)
    home = places.home(record.city, record.region, record.country)
    hosts = {sites.host(record.website), sites.mail_host(record.email)} - {""}
    return EMPTY | {
        "unique_id": record.key,
        "first": whole[0] if whole else "",
        "last": last,
        "parts": _list(lasts),
        "names": _list(f"{word} {name}" for word in whole for name in lasts),
        "called": _list(f"{form} {name}" for form in called for name in lasts),
        "firsts": _list(called),
        "beginnings": _list(form[:3] for form in called if len(form) > 2),
        "initials": _list(initials),
        "handles": _list(full),
        "short_handles": _list(short),
        "cities": [home.city] if home.city else [],
        "regions": [home.region] if home.region else [],
        "countries": [home.country] if home.country else [],
        "hosts": _list(hosts),
        "keys": _list(
            {f"n:{name}" for name in lasts}
            | {f"h:{each}" for each in full | short}
            | {f"d:{each}" for each in hosts}
        ),
    }


def account_columns(account: Shown) -> Columns:
    """What of an account can be compared, and the keys it is found by."""
    shown = names.shown_name(account.name)
    forms, handle_region = handles.forms(account.handle)
    place = places.place(account.location, account.bio)
    regions = place.regions | ({handle_region} - {""})
    host = sites.host(account.website)
    # "De Vries" may be one name in one file and two in the other.
    parts = {*shown, *(a + b for a, b in pairwise(shown))}
    return EMPTY | {
        "unique_id": account.key,
        "last": shown[-1] if shown else "",
        "parts": _list(parts),
        "names": _list(f"{a} {b}" for a in shown for b in parts if a != b),
        "firsts": list(shown),
        "joined": "".join(shown),
        "initials": _list(word for word in shown if len(word) == 1),
        "letter": shown[0][:1] if shown else "",
        "beginnings": [shown[0][:3]] if shown and len(shown[0]) > 2 else [],
        "handle": handles.letters(account.handle),
        "handles": _list(forms),
        "cities": _list(place.cities),
        "regions": _list(regions),
        "bio_regions": _list(place.bio_regions),
        "countries": _list(place.countries),
        "elsewhere": _list(regions - _CAPITALS),
        "bio_elsewhere": _list(place.bio_regions - _CAPITALS),
        "hosts": [host] if host else [],
        "keys": _list(
            {f"n:{each}" for each in parts | forms}
            | {f"h:{each}" for each in forms}
            | ({f"d:{host}"} if host else set())
        ),
    }


_WORDS = ("unique_id", "first", "last", "joined", "letter", "handle")
_LISTS = (
    "parts",
    "names",
    "called",
    "firsts",
    "beginnings",
    "initials",
    "handles",
    "short_handles",
    "cities",
    "regions",
    "bio_regions",
    "countries",
    "elsewhere",
    "bio_elsewhere",
    "hosts",
    "keys",
)
EMPTY: Columns = {**dict.fromkeys(_WORDS, ""), **{each: [] for each in _LISTS}}
"""Both kinds have all columns, as what compares two tables wants it."""


def _list(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
