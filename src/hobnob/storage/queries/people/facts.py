"""Facts about somebody, each with where it is from: told by hand, or read in a file of ours.

What was told by hand wins; what a file says stays under it. Of several files the newest wins.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from hobnob.domain.decisions import Verb
from hobnob.domain.facts import FactKind, shown_fact
from hobnob.domain.stage_history import day
from hobnob.domain.supporters import Supporter as SupporterTold
from hobnob.domain.supporters_json import from_json
from hobnob.storage.models import Decision, Supporter
from hobnob.storage.queries.decisions import in_force, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One word about somebody, and whose it is."""

    value: str
    """As it is kept."""
    shown: str
    """As a person reads it."""
    because: str
    """Who said so, where, when: "donors.csv, column “Birth Date”, 3 May"."""
    basis: str = ""
    """Why it may be kept: a domain Basis; "" where nobody said."""
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """What is known of one kind: what holds, and what else was said."""

    kind: FactKind
    holds: tuple[Told, ...]
    """More than one only where several can be true: addresses, numbers."""
    besides: tuple[Told, ...]
    """What files say and a hand told otherwise."""
    is_by_hand: bool


def told_by_hand(person_id: int, *, reader_id: int | None) -> dict[FactKind, Decision]:
    """The last word said by hand of each kind, where it was not taken back."""
    last: dict[FactKind, Decision] = {}
    said = in_force(person_id, {Verb.TELL}).filter(visible_to(reader_id)).select_related("author")
    for decision in said:
        if decision.subject in set(FactKind):
            last[FactKind(decision.subject)] = decision
    return {kind: decision for kind, decision in last.items() if decision.why}


def facts_of(
    person_id: int, records: Sequence[Supporter], *, reader_id: int | None, now_us: int
) -> tuple[FactLine, ...]:
    """Everything told of somebody by hand and in `records`, in the order of the kinds."""
    by_hand = told_by_hand(person_id, reader_id=reader_id)
    by_files = _told_by_files(records, now_us)
    return tuple(
        _line(kind, by_hand.get(kind), by_files.get(kind, ()), now_us)
        for kind in FactKind
        if kind in by_hand or kind in by_files
    )


def placed_by_hand(place: str) -> frozenset[int]:
    """Ids of the people of whom somebody said by hand that they are there."""
    wanted = place.casefold()
    said = Decision.objects.filter(
        verb=Verb.TELL, subject=FactKind.PLACE, undone_by__isnull=True, is_private=False
    ).order_by("made_us", "pk")
    last = dict(said.values_list("account__person_id", "why"))
    parts = {
        who: [each.strip().casefold() for each in where.split(",")] for who, where in last.items()
    }
    return frozenset(who for who, theirs in parts.items() if who and wanted in theirs)


def records_of(person_id: int) -> QuerySet[Supporter]:
    """What our own files say of somebody, the newest file first."""
    found = Supporter.objects.filter(account__person_id=person_id).select_related("source")
    return found.order_by("-told_us", "pk")


def _line(
    kind: FactKind, by_hand: Decision | None, by_files: Sequence[Told], now_us: int
) -> FactLine:
    if by_hand is None:
        several = kind in _SEVERAL
        return FactLine(
            kind=kind,
            holds=tuple(by_files if several else by_files[:1]),
            besides=tuple(() if several else _others(by_files[:1], by_files[1:])),
            is_by_hand=False,
        )
    told = Told(
        value=by_hand.why,
        shown=shown_fact(kind, by_hand.why),
        because=f"{by_hand.author.get_username()}, {day(by_hand.made_us, now_us)}",
        is_private=by_hand.is_private,
    )
    return FactLine(kind=kind, holds=(told,), besides=_others([told], by_files), is_by_hand=True)


_SEVERAL = frozenset({FactKind.EMAIL, FactKind.PHONE, FactKind.WEBSITE})


def _others(holding: Sequence[Told], told: Sequence[Told]) -> tuple[Told, ...]:
    known = {each.shown for each in holding}
    return tuple(each for each in told if each.shown not in known)


def _told_by_files(records: Sequence[Supporter], now_us: int) -> dict[FactKind, list[Told]]:
    """What files say, the newest first, each word once."""
    found: dict[FactKind, dict[str, Told]] = defaultdict(dict)
    for record in records:
        title = source_title(record)
        when = day(record.told_us, now_us)
        for kind, value, column in _said(from_json(record.said)):
            where = f"{title}, column “{column}”, {when}" if column else f"{title}, {when}"
            shown = shown_fact(kind, value)
            told = Told(value=value, shown=shown, because=where, basis=record.basis)
            found[kind].setdefault(shown, told)
    return {kind: list(told.values()) for kind, told in found.items()}


def source_title(record: Supporter) -> str:
    """The file that a record stood in: "donors.csv"."""
    return file_name(record.source.title) if record.source else "a file that is no longer listed"


def file_name(title: str) -> str:
    """ "donors.csv" of the title of a source: "CiviCRM: donors.csv"."""
    return title.rpartition(": ")[2]


def _said(record: SupporterTold) -> Iterator[tuple[FactKind, str, str]]:
    """(kind, value, column) of everything that a record says and that is a fact."""
    if record.birthday:
        yield FactKind.BIRTHDAY, str(record.birthday), record.birthday.column
    places = [each for each in (record.city, record.region, record.country) if each]
    if places:
        columns = " and ".join(dict.fromkeys(each.column for each in places))
        yield FactKind.PLACE, ", ".join(each.value for each in places), columns
    if record.met_on:
        yield FactKind.MET, f"known since {record.met_on:%-d %B %Y}", ""
    work = [each for each in (record.job, record.organisation) if each]
    if work:
        yield FactKind.WORK, ", ".join(each.value for each in work), work[0].column
    for kind, several in (
        (FactKind.WEBSITE, record.websites),
        (FactKind.EMAIL, record.emails),
        (FactKind.PHONE, record.phones),
    ):
        for each in several:
            yield kind, each.value, each.column
