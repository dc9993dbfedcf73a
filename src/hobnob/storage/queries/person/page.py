"""One person: accounts, lists and why, tags, facts, notes, and one timeline of all both ways."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count

from hobnob.domain.cadence import Due, gone_quiet, when_due, wished
from hobnob.domain.closeness import Week, strip
from hobnob.domain.decisions import Verb
from hobnob.domain.lists import CLOSE
from hobnob.domain.moments import ago
from hobnob.domain.people import Network, profile_url
from hobnob.domain.strength import DEEP, Strength, strength
from hobnob.storage.models import Account, ContactState, Edge, Interaction, Membership
from hobnob.storage.queries.chats.first_met import FirstMet, first_met_at
from hobnob.storage.queries.decisions import in_force, visible_to
from hobnob.storage.queries.lists.history import StageHistory, stage_history
from hobnob.storage.queries.lists.members import because
from hobnob.storage.queries.people.cadence import due_of
from hobnob.storage.queries.people.facts import FactLine, facts_of, records_of
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.person.accounts import AccountLine, account_lines, accounts_of_person
from hobnob.storage.queries.person.records import Records, records
from hobnob.storage.queries.person.timeline import (
    PAGE,
    SHOWN,
    TimelineRow,
    first_between_us,
    timeline,
    timeline_row,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """An account of somebody's, on a network where I have one too."""

    account_id: int
    network: str
    handle: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnList:
    """A list they are on, or were taken off."""

    key: str
    name: str
    is_member: bool
    is_close: bool
    """Whether it is a stage of closeness, which one can move down from."""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote down about them."""

    text: str
    author: str
    when: str
    is_private: bool = False
    """Nobody but its author sees it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often one wishes to hear from somebody, and when a word is due."""

    days: int
    every: str
    due: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything known about one person."""

    line: PersonLine
    accounts: tuple[AccountLine, ...]
    lists: tuple[OnList, ...]
    stages: StageHistory
    records: Records
    """What our own files say of them."""
    facts: tuple[FactLine, ...]
    notes: tuple[Note, ...]
    why_here: str
    """Why we have this person at all, in one sentence."""
    cadence: Cadence | None
    strength: Strength
    gone_quiet: str
    """That they are quiet against their own normal; "" where they are not."""
    weeks: tuple[Week, ...]
    first_met: FirstMet | None
    """The chat at which something first went between us; None where it was elsewhere."""
    timeline: tuple[TimelineRow, ...]
    shown: str
    page: int
    has_next: bool

    @property
    def is_only_in_files(self) -> bool:
        """Whether no account of theirs is known: nothing can be said of how they talk."""
        return self.line.network == Network.ADDRESS_BOOK

    @property
    def tags(self) -> tuple[str, ...]:
        """The words that stand on them."""
        return tuple(each.tag for each in self.records.tags)


def person_page(
    person_id: int,
    *,
    now_us: int,
    page: int = 1,
    shown: str = "all",
    reader_id: int | None = None,
) -> PersonPage | None:
    """Everything about a person, with one page of the timeline; None where there is nobody.

    Of what is private only the reader's own is told.
    """
    line = person_lines([person_id]).get(person_id)
    if line is None:
        return None
    accounts = accounts_of_person(person_id)
    account_ids = [each.pk for each in accounts]
    state = ContactState.objects.filter(person_id=person_id).first() or ContactState()
    weeks = strip(state, now_us)
    rows = timeline(account_ids, shown, page)
    mine = _my_networks()
    told = list(records_of(person_id))
    of_files = records(person_id, told, now_us)
    return PersonPage(
        line=line,
        accounts=account_lines(accounts, mine, now_us),
        lists=_lists(person_id, now_us),
        stages=stage_history(person_id, now_us=now_us),
        records=of_files,
        facts=facts_of(person_id, told, reader_id=reader_id, now_us=now_us),
        notes=_notes(person_id, reader_id, now_us),
        why_here=_why_here(of_files, first_between_us(account_ids, now_us)),
        cadence=_cadence(due_of(person_id), now_us),
        strength=strength(state, weeks, _alone(account_ids), now_us),
        gone_quiet=gone_quiet(state, now_us),
        weeks=weeks,
        first_met=first_met_at(person_id),
        timeline=tuple(timeline_row(each, mine, now_us) for each in rows[:PAGE]),
        shown=shown if shown in SHOWN else "all",
        page=page,
        has_next=len(rows) > PAGE,
    )


def reach_of(person_id: int) -> list[Reach]:
    """Their accounts on networks where I have one too."""
    mine = _my_networks()
    accounts = Account.objects.filter(person_id=person_id, is_me=False).order_by("pk")
    return [
        Reach(
            account_id=each.pk,
            network=each.network,
            handle=each.handle or each.native_id,
            url=profile_url(each.network, each.handle, each.url),
        )
        for each in accounts
        if each.network in mine
    ]


def _alone(account_ids: Collection[int]) -> dict[str, int]:
    """How often something passed between us two alone, by kind."""
    lines = Interaction.objects.filter(contact__in=account_ids, kind__in=list(DEEP))
    counts = lines.order_by().values("kind").annotate(count=Count("pk"))
    return dict(counts.values_list("kind", "count"))


def _my_networks() -> frozenset[str]:
    return frozenset(Account.objects.filter(is_me=True).values_list("network", flat=True))


def who_they_became(person_id: int) -> int | None:
    """Whose their accounts are now, where they have none left; None where those are nobody's."""
    left = Edge.objects.filter(person_id=person_id, ended_us__isnull=False, account__is_me=False)
    newest = left.exclude(account__person_id=person_id).order_by("-ended_us", "-pk")
    return newest.values_list("account__person_id", flat=True).first()


def _lists(person_id: int, now_us: int) -> tuple[OnList, ...]:
    memberships = Membership.objects.filter(person_id=person_id).select_related(
        "list", "rule", "interaction__post", "decision"
    )
    return tuple(
        OnList(
            key=each.list.key,
            name=each.list.name,
            is_member=each.is_member,
            is_close=each.list.stage >= CLOSE,
            because=because(each, now_us),
        )
        for each in memberships.order_by("list__position")
    )


def _notes(person_id: int, reader_id: int | None, now_us: int) -> tuple[Note, ...]:
    notes = in_force(person_id, {Verb.NOTE}).filter(visible_to(reader_id))
    return tuple(
        Note(
            text=each.why,
            author=each.author.get_username(),
            when=ago(each.made_us, now_us),
            is_private=each.is_private,
        )
        for each in notes.select_related("author").reverse()
    )


def _cadence(due: Due | None, now_us: int) -> Cadence | None:
    if due is None:
        return None
    return Cadence(
        days=due.wish.days,
        every=wished(due.wish),
        due=when_due(due, now_us),
        is_late=due.is_late(now_us),
    )


def _why_here(of_files: Records, first: str) -> str:
    """Why we have somebody: what came first between us, and which files have them."""
    reasons = [*([f"{first[:1].lower()}{first[1:]}"] if first else []), *of_files.kept]
    if not reasons:
        return "You have them because an archive, a network or an address book named them."
    return f"You have them because {', and because '.join(reasons)}."
