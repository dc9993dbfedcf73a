"""Who is near a place, by what was told by hand, by our files, and by their own profiles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from hobnob.domain.decisions import Verb
from hobnob.domain.facts import FactKind
from hobnob.domain.near import Near, Town, names_near, nearness, town_called
from hobnob.storage.models import Account, ContactState, Decision, Profile, Supporter
from hobnob.storage.queries.decisions import visible_to
from hobnob.storage.queries.people.facts import source_title
from hobnob.storage.queries.people.left_alone import left_alone
from hobnob.storage.queries.people.lines import PersonLine, person_lines

AT_MOST = 100

_LOOKED_AT = 2_000
"""So many records, and as many profiles, are looked at for one place."""
_NAMES_IN_PROFILES = 25
"""So many towns are looked for in what profiles say: the largest of those near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPerson:
    """Somebody who is near a place."""

    person: PersonLine
    km: int
    """As the crow flies; 0 in the place itself."""
    where: str
    """ "in Zeist, 8 km away"."""
    because: str
    """Who says so, in which words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Says:
    """One word about where somebody is."""

    person_id: int
    words: str
    who: str


def near(place: str, *, reader_id: int | None = None, limit: int = AT_MOST) -> list[NearPerson]:
    """People who are there or within 50 km: nearest first, and of those who talk most with me.

    A word by hand goes before one of a file, and that before a profile. Who died or asked to be
    left alone is not among them.
    """
    wanted = town_called(place)
    names = names_near(wanted) if wanted else [place.strip()]
    found: dict[int, tuple[int, str, str]] = {}
    told: set[int] = set()
    for says in (*_by_hand(reader_id), *_by_files(names, place), *_by_profiles(names)):
        if says.person_id in told:
            continue
        if (is_near := _nearness(wanted, place, says.words)) is not None:
            km, where = is_near
            found[says.person_id] = (km, where, f"because {says.who}: “{says.words}”")
        if is_near is not None or says.who.startswith(_HAND):
            told.add(says.person_id)
    return _rows(found, limit)


def _nearness(wanted: Town | None, place: str, words: str) -> tuple[int, str] | None:
    """(kilometres, in words); None where it is not near."""
    if wanted is not None:
        is_near: Near | None = nearness(wanted, words)
        if is_near is not None:
            return is_near.km, is_near.in_words
    parts = {each.strip().casefold() for each in words.split(",")}
    return (0, f"in {place.strip()}") if place.strip().casefold() in parts else None


def _rows(found: dict[int, tuple[int, str, str]], limit: int) -> list[NearPerson]:
    alone = left_alone().filter(account__person_id__in=list(found))
    for person_id in set(alone.values_list("account__person_id", flat=True)):
        del found[person_id]
    states = ContactState.objects.filter(person_id__in=list(found))
    talk = dict(states.values_list("person_id", "d90_in"))
    nearest = sorted(found, key=lambda who: (found[who][0], -talk.get(who, 0.0), who))[:limit]
    people = person_lines(nearest)
    return [
        NearPerson(person=people[who], km=found[who][0], where=found[who][1], because=found[who][2])
        for who in nearest
    ]


# ── Who says so ──────────────────────────────────────────────────────────────

_HAND = "by the word of "


def _by_hand(reader_id: int | None) -> Iterator[_Says]:
    said = (
        Decision.objects.filter(
            visible_to(reader_id),
            verb=Verb.TELL,
            subject=FactKind.PLACE,
            undone_by__isnull=True,
            account__is_me=False,
        )
        .select_related("account", "author")
        .order_by("made_us", "pk")
    )
    last = {each.account.person_id: each for each in said if each.account is not None}
    for person_id, each in last.items():
        if each.why:
            who = f"{_HAND}{each.author.get_username()}"
            yield _Says(person_id=person_id, words=each.why, who=who)


def _by_files(names: list[str], place: str) -> Iterator[_Says]:
    records = (
        Supporter.objects.filter(
            Q(city__in=_as_written("city", names)) | Q(region__in=_as_written("region", [place]))
        )
        .select_related("account", "source")
        .order_by("-told_us", "pk")
    )
    for each in records[:_LOOKED_AT]:
        parts = [part for part in (each.city, each.region, each.country) if part]
        yield _Says(
            person_id=each.account.person_id,
            words=", ".join(parts),
            who=f"{source_title(each)} says",
        )


def _as_written(field: str, names: Iterable[str]) -> list[str]:
    """These names as the files write them, in capitals or not.

    SQLite knows capitals of ASCII alone (https://www.sqlite.org/lang_corefunc.html#lower).
    """
    wanted = {each.strip().casefold() for each in names}
    written = Supporter.objects.values_list(field, flat=True).order_by(field).distinct()
    return [each for each in written if each.strip().casefold() in wanted]


def _by_profiles(names: list[str]) -> Iterator[_Says]:
    named = Q()
    for name in names[:_NAMES_IN_PROFILES]:
        # SQLite knows capitals of ASCII alone.
        for written in {name, name.lower(), name.upper(), name.title()}:
            named |= Q(location__icontains=written)
    found = Profile.objects.filter(named, account__is_me=False).select_related("account")
    for each in found.exclude(location="").order_by("-seen_us")[:_LOOKED_AT]:
        account: Account = each.account
        yield _Says(person_id=account.person_id, words=each.location, who="their profile says")
