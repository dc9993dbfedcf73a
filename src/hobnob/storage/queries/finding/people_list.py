"""The people one is in touch with, or has in one's files: who fits, in which order, and why."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from hobnob.domain.closeness import (
    State,
    Week,
    answers_you,
    balance,
    quiet,
    steadiness,
    strip,
)
from hobnob.domain.moments import ago
from hobnob.domain.people import Network
from hobnob.domain.people_filters import MOST_SORTED, Answer, PeopleFilters, PeopleOrder
from hobnob.domain.posts import web_url
from hobnob.domain.today import ANSWER, PROMOTE, SAY_SOMETHING, Act
from hobnob.storage import bulk
from hobnob.storage.models import Account, Chat, ContactState, Interaction, Supporter
from hobnob.storage.queries.finding.fitting import Fitting, fitting, that_fit
from hobnob.storage.queries.lists.members import list_names
from hobnob.storage.queries.people.facts import file_name
from hobnob.storage.queries.people.giving import giving_of
from hobnob.storage.queries.people.lines import (
    NOWHERE_TO_WRITE,
    PersonLine,
    in_file,
    person_lines,
)
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.queries.people.tags import every_tag, tags_of

PAGE = 50
"""People on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRow:
    """Somebody, why they are here, and what they are to us."""

    person: PersonLine
    because: str
    tags: tuple[str, ...]
    weeks: tuple[Week, ...]
    rhythm: str
    """How long ago the last contact was, and how they answer; "" where there was no word."""
    giving: str
    """What they gave, in words; "" where no file says that they did."""
    url: str
    """Where `o` leads: what waits for an answer, or else their page."""
    act: Act | None
    """The one thing to do; None where one would leave them alone, or cannot reach them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """One page of people."""

    rows: tuple[PeopleRow, ...]
    filters: PeopleFilters
    page: int
    has_next: bool
    count: int | None
    """How many fit; None where they are too many to be counted while a page opens."""

    @property
    def can_be_sorted(self) -> bool:
        """Whether there are few enough to compare all of them."""
        return self.count is not None


def people_page(filters: PeopleFilters, *, now_us: int, page: int = 1) -> PeoplePage:
    """A page of everybody who fits."""
    fits = _with_few(fitting(filters, now_us), filters)
    start = (page - 1) * PAGE
    if fits.ids is None:
        count, ids = None, _closest(fits.asked, start)
    else:
        ordered = _sorted(that_fit(fits.ids, fits.asked), filters.order)
        count, ids = len(ordered), ordered[start : start + PAGE + 1]
    return PeoplePage(
        rows=_rows(ids[:PAGE], filters, fits, now_us),
        filters=filters,
        page=page,
        has_next=len(ids) > PAGE,
        count=count,
    )


def every_person(filters: PeopleFilters, *, now_us: int) -> list[int]:
    """Ids of everybody who fits, in their order; for commands and exports."""
    fits = _with_few(fitting(filters, now_us), filters)
    if fits.ids is not None:
        return _sorted(that_fit(fits.ids, fits.asked), filters.order)
    return [*_contacts(fits.asked), *_from_files(fits.asked)]


def rows_of(
    person_ids: Sequence[int], filters: PeopleFilters, *, now_us: int
) -> tuple[PeopleRow, ...]:
    """The rows of these people, as a page of those filters shows them."""
    return _rows(person_ids, filters, fitting(filters, now_us), now_us)


def _with_few(fits: Fitting, filters: PeopleFilters) -> Fitting:
    """Where hardly anybody is known there is nothing to narrow: all of them can be sorted."""
    if fits.ids is not None or (fits.asked and not filters.answer):
        return fits
    contacts = ContactState.objects.order_by().values_list("person_id", flat=True)
    if contacts[MOST_SORTED : MOST_SORTED + 1].exists():
        return fits
    ids = frozenset(contacts).union(_from_files(())[: MOST_SORTED + 1])
    if len(ids) > MOST_SORTED:
        return fits
    return Fitting(ids=ids, asked=fits.asked, reasons=fits.reasons)


def _closest(asked: Sequence[Q], start: int) -> list[int]:
    """Ids of a page of people and of one more: contacts, then those whom only our files know."""
    contacts = _contacts(asked)
    ids = list(contacts[start : start + PAGE + 1])
    if len(ids) > PAGE:
        return ids
    before = start + len(ids) if ids or not start else contacts.count()
    rest = _from_files(asked)[max(0, start - before) :]
    return ids + list(rest[: PAGE + 1 - len(ids)])


def _contacts(asked: Sequence[Q]) -> "QuerySet[ContactState, int]":
    """Ids of those with whom something ever went, the closest first: out of the index."""
    found = ContactState.objects.filter(*asked).order_by("-d90_in", "-d30_out", "person_id")
    return found.values_list("person_id", flat=True)


def _from_files(asked: Sequence[Q]) -> "QuerySet[Account, int]":
    """Ids of those with whom nothing ever went, and whom an address book or a file of ours has."""
    state = ContactState.objects.filter(person_id=OuterRef("person_id"))
    earlier = Account.objects.filter(
        network=Network.ADDRESS_BOOK, person_id=OuterRef("person_id"), pk__lt=OuterRef("pk")
    )
    found = Account.objects.filter(
        *asked, ~Exists(state), ~Exists(earlier), network=Network.ADDRESS_BOOK, is_me=False
    )
    return found.order_by("native_id").values_list("person_id", flat=True)


def _sorted(person_ids: Collection[int], order: PeopleOrder) -> list[int]:
    """Ids in an order. Thousands of them are asked for by one parameter, not by as many."""
    if order is PeopleOrder.NAME:
        names = _names(person_ids)
        return sorted(person_ids, key=lambda each: (not names[each], names[each], each))
    if order is PeopleOrder.LAST:
        rows = bulk.select_in(f"{_STATES} IN {{values}}", values=person_ids)
        last_us = {person_id: max(ours or 0, theirs or 0) for person_id, ours, theirs in rows}
        return sorted(person_ids, key=lambda each: (-last_us.get(each, 0), each))
    rows = bulk.select_in(f"{_STATES} IN {{values}} {_CLOSEST_FIRST}", values=person_ids)
    ordered = dict.fromkeys(person_id for person_id, *_ in rows)
    return [*ordered, *sorted(each for each in person_ids if each not in ordered)]


_STATES = "SELECT person_id, last_in_us, last_out_us FROM storage_contactstate WHERE person_id"
_CLOSEST_FIRST = "ORDER BY d90_in DESC, d30_out DESC, person_id"


def _names(person_ids: Collection[int]) -> dict[int, str]:
    """What to sort each person by: the name their line shows, without its marks."""
    names = dict.fromkeys(person_ids, "")
    rows = bulk.select_in(
        "SELECT person_id, name, handle, network FROM storage_account WHERE person_id IN {values} "
        "ORDER BY id",
        values=person_ids,
    )
    rows.sort(key=lambda row: row[3] in NOWHERE_TO_WRITE)
    for person_id, name, handle, _ in rows:
        names[person_id] = names[person_id] or name or handle
    return {person_id: _plain(name) for person_id, name in names.items()}


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in apart if each.isalnum() or each == " ").strip()


def _rows(
    person_ids: Sequence[int], filters: PeopleFilters, fits: Fitting, now_us: int
) -> tuple[PeopleRow, ...]:
    lines = person_lines(person_ids)
    known = states_of(person_ids)
    tags = tags_of(person_ids)
    gave = giving_of([each for each in person_ids if tags.get(each)])
    waiting = dict(_waiting(person_ids, now_us)) if filters.answer == Answer.OWED else {}
    files = dict(_files(person_ids)) if _is_about_files(filters) else {}
    rows = []
    for each in (each for each in person_ids if each in lines):
        waits = waiting.get(each, _NOTHING)
        reason = fits.reasons.get(each) or waits.because or files.get(each)
        url = waits.url or lines[each].url
        last_weeks = strip(known[each], now_us)
        rows.append(
            PeopleRow(
                person=lines[each],
                because=reason or _because(known[each], last_weeks, lines[each]),
                tags=tags.get(each, ()),
                weeks=last_weeks,
                rhythm=_rhythm(known[each], now_us),
                giving=gave.get(each, ""),
                url=url,
                act=None if lines[each].caution else _act(filters, url),
            )
        )
    return tuple(rows)


def _rhythm(state: State, now_us: int) -> str:
    if not (state.talk_in or state.talk_out):
        return ""
    return f"{quiet(state, now_us)}; {answers_you(state)}"


def _act(filters: PeopleFilters, url: str) -> Act | None:
    """What one came for: to answer, to say something, or to bring somebody closer."""
    if filters.answer == Answer.OWED:
        return ANSWER if url else None
    if filters.is_losing_touch or filters.is_over_cadence:
        return SAY_SOMETHING if url else None
    return None if filters.is_not_found else PROMOTE


@dataclass(frozen=True, slots=True)
class _Waiting:
    because: str = ""
    url: str = ""


_NOTHING = _Waiting()


def _waiting(person_ids: Collection[int], now_us: int) -> Iterator[tuple[int, _Waiting]]:
    """What each of them waits with."""
    rows = ContactState.objects.filter(person_id__in=list(person_ids), waiting__isnull=False)
    numbers = dict(rows.values_list("person_id", "waiting_id"))
    said = Interaction.objects.select_related("post").in_bulk(list(numbers.values()))
    for person_id, number in numbers.items():
        if (each := said.get(number)) is None:
            continue
        post = each.post
        url = web_url(post.network, post.native_id, post.url) if post else ""
        when = ago(each.at_us, now_us)
        yield person_id, _Waiting(f"because they wrote {when} and you have not answered yet", url)


def _is_about_files(filters: PeopleFilters) -> bool:
    return filters.is_not_found or filters.is_do_not_contact


def _files(person_ids: Collection[int]) -> Iterator[tuple[int, str]]:
    """Why somebody stands there whom our own files tell of."""
    records = Supporter.objects.filter(account__person_id__in=list(person_ids)).order_by("told_us")
    for person_id, title, may_be_contacted, is_deceased in records.values_list(
        "account__person_id", "source__title", "may_be_contacted", "is_deceased"
    ):
        named = file_name(title) if title else "a file of yours"
        if is_deceased:
            yield person_id, f"because {named} says that they have died"
        elif not may_be_contacted:
            yield person_id, f"because {named} says that they asked to be left alone"
        else:
            yield person_id, f"because {named} has them, and no account of theirs is known"


def _because(state: State, last_weeks: tuple[Week, ...], line: PersonLine) -> str:
    """Why somebody is among the people at all: how steady it is, else who wrote to whom."""
    if any(each.is_exchange for each in last_weeks):
        return f"because of {steadiness(last_weeks)}"
    if state.talk_in or state.talk_out:
        words = balance(state).rstrip(".")
        return f"because {words[:1].lower()}{words[1:]}"
    if state.last_in_us is None and state.last_out_us is None:
        return f"because they stand {in_file(line.file)}"
    return "because of a follow, a like or a gift; not a word yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleChoices:
    """What there is to narrow people down by."""

    tags: tuple[str, ...]
    lists: dict[str, str]
    """Names by key."""
    chats: dict[str, str]


def people_choices() -> PeopleChoices:
    """Every tag, list and chat."""
    return PeopleChoices(
        tags=tuple(every_tag()),
        lists={each.key: each.name for each in list_names()},
        chats=dict(Chat.objects.order_by("name").values_list("key", "name")),
    )
