"""A record and an account as columns: what comparisons look at, each worked out once.

Comparisons of columns are equality, common members of two lists, and an edit distance, so that
every engine gives the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple, TypeAlias

from hobnob.domain.matching import handles, names, places, sites
from hobnob.domain.people import Network
from hobnob.domain.supporters import Fact, HandleGiven, Supporter

Column: TypeAlias = str | list[str]
Columns: TypeAlias = dict[str, Column]


_NO_HOSTS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Somebody as our own files know them."""

    key: str
    first: str
    last: str
    nickname: str = ""
    """What they are called, where it is told."""
    city: str = ""
    region: str = ""
    country: str = ""
    websites: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[HandleGiven, ...] = ()

    @property
    def hosts(self) -> frozenset[str]:
        """Hosts of their own, by website and e-mail address."""
        if not (self.websites or self.emails):
            return _NO_HOSTS
        of_sites = {sites.host(each) for each in self.websites}
        return frozenset(of_sites | {sites.mail_host(each) for each in self.emails}) - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An account as its owner shows it to everybody."""

    key: str
    handle: str
    network: Network | None = None
    name: str = ""
    bio: str = ""
    location: str = ""
    links: tuple[str, ...] = ()
    """Where the profile leads."""
    proven_links: tuple[str, ...] = ()
    """Those of which the network saw that they link back (rel=me)."""

    @property
    def hosts(self) -> frozenset[str]:
        """Hosts of their own that the profile leads to."""
        links = (*self.links, *self.proven_links)
        return frozenset(map(sites.host, links)) - {""} if links else _NO_HOSTS


def record_of(supporter: Supporter, key: str = "") -> Record:
    """What of a supporter can be compared. `key` stands for theirs, where it is given."""
    first, last = _value(supporter.first), _value(supporter.last)
    if not (first or last):
        name = _value(supporter.name).split()
        start = names.last_starts(name)
        first, last = " ".join(name[:start]), " ".join(name[start:])
    return Record(
        key=key or supporter.key,
        first=f"{first} {_value(supporter.middle)}".strip(),
        last=last,
        nickname=_value(supporter.nickname),
        city=_value(supporter.city),
        region=_value(supporter.region),
        country=_value(supporter.country),
        websites=tuple(each.value for each in supporter.websites),
        emails=tuple(each.value for each in supporter.emails),
        handles=supporter.handles,
    )


def _value(fact: Fact | None) -> str:
    return fact.value if fact else ""


_CAPITALS = frozenset({"US-DC"})
"""Many a person in office names it beside where they are from: it contradicts nothing."""


def record_columns(record: Record) -> Columns:
    """What of a record can be compared, and the keys it is found by."""
    first = _first_names(record.first, record.nickname)
    last, lasts = names.last_names(record.last)
    parts, hosts = sorted(lasts), sorted(record.hosts)
    full, short = handles.patterns(first.called, first.initials, parts)
    home = places.home(record.city, record.region, record.country)
    return EMPTY | {
        "unique_id": record.key,
        "first": first.first,
        "last": last,
        "parts": parts,
        # One word of an account is not both names of "Robert Robert".
        "given": [each for each in first.given if each not in lasts],
        "firsts": [each for each in first.firsts if each not in lasts],
        "beginnings": first.beginnings,
        "initials": first.initials,
        "handles": full,
        "short_handles": short,
        "cities": [home.city] if home.city else [],
        "regions": [home.region] if home.region else [],
        "countries": [home.country] if home.country else [],
        "hosts": hosts,
        "keys": _once(parts, full, short, hosts),
    }


class _FirstNames(NamedTuple):
    """What a first name, with what they are called besides, is compared by. All are sorted."""

    first: str
    """The first word of it that is no initial, or ""."""
    given: list[str]
    """Its words without initials, and two of them in one."""
    called: list[str]
    firsts: list[str]
    beginnings: list[str]
    initials: list[str]


@lru_cache(maxsize=20_000)
def _first_names(first: str, nickname: str) -> _FirstNames:
    words = names.given_names(first)
    whole = [word for word in words if len(word) > 1]
    whole += names.in_one_word(whole)
    nicknames = [word for word in names.given_names(nickname) if len(word) > 1]
    forms = frozenset(form for word in whole for form in names.called(word))
    called = forms.union(nicknames, names.pieces_of(first))
    return _FirstNames(
        first=whole[0] if whole else "",
        given=_list(whole),
        called=sorted(called),
        firsts=_list(called.union(whole)),
        beginnings=_list(form[:3] for form in called if len(form) > 2),
        initials=_list(word[0] for word in words),
    )


def account_columns(account: Shown) -> Columns:
    """What of an account can be compared, and the keys it is found by."""
    shown = names.shown_name(account.name)
    firsts, lasts = _shown_forms(names.shown_words(account.name))
    found, handle_region = handles.forms(account.handle)
    place = places.place(account.location, account.bio)
    # "De Vries" may be one name in one file and two in the other.
    parts = _list({*shown, *(a + b for a, b in pairwise(shown)), *lasts})
    forms, hosts = sorted(found), sorted(account.hosts)
    return EMPTY | {
        "unique_id": account.key,
        "last": shown[-1] if shown else "",
        "parts": parts,
        "firsts": [*shown, *sorted(firsts)],
        "joined": ["".join(shown)] if shown else [],
        "initials": _list(word for word in shown if len(word) == 1),
        "letter": [shown[0][0]] if shown else [],
        "beginnings": [shown[0][:3]] if shown and len(shown[0]) > 2 else [],
        "handle": handles.letters(account.handle),
        "handles": forms,
        **_place_columns(place, handle_region),
        "hosts": hosts,
        "keys": _once(forms, parts, hosts),
    }


@lru_cache(maxsize=50_000)
def _place_columns(place: places.Place, handle_region: str) -> Columns:
    """Those of where an account says that it is; a handle may name a region too."""
    regions = place.regions | ({handle_region} - {""})
    return {
        "cities": sorted(place.cities),
        "regions": sorted(regions),
        "bio_regions": sorted(place.bio_regions),
        "countries": sorted(place.countries),
        "elsewhere": sorted(regions - _CAPITALS),
        "bio_elsewhere": sorted(place.bio_regions - _CAPITALS),
    }


def _shown_forms(shown: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """Other ways to write the first names and the last one of somebody who shows both.

    {"meiling", "mei", "ling"} and {"bell", "asante"} of "Mei-Ling Asante-Bell".
    """
    if len(shown) < 2:
        return set(), set()
    *given, last = shown
    firsts = names.in_one_word(given).union(*map(names.pieces, given))
    return firsts, {names.last_in_one_word(shown), *names.pieces(last)}


_WORDS = ("unique_id", "first", "last", "handle")
_LISTS = (
    "parts",
    "given",
    "firsts",
    "joined",
    "letter",
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


def _once(*lists: list[str]) -> list[str]:
    """All of them in one, each member once."""
    return list(dict.fromkeys(chain.from_iterable(lists)))
