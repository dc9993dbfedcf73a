"""Lists, who is on them and because of what, and who was taken off by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery

from hobnob.domain.closeness import State, Week, answers_you, quiet, strip
from hobnob.domain.lists import because_by_hand, because_of
from hobnob.domain.moments import ago
from hobnob.storage.models import List, Membership, Rule
from hobnob.storage.queries.people import PersonLine, person_lines
from hobnob.storage.queries.states import states_of

PAGE = 50
"""Members on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A list, in one line."""

    key: str
    name: str
    about: str
    count: int
    capacity: int | None
    is_capacity_hard: bool
    stage: int
    is_confidential: bool

    @property
    def is_over(self) -> bool:
        """Whether there are more people than it is meant for."""
        return self.capacity is not None and self.count > self.capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody on a list, or taken off it by hand, and because of what."""

    person: PersonLine
    since_us: int | None
    since: str
    because: str
    weeks: tuple[Week, ...]
    quiet: str
    answers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule of a list."""

    id: int
    name: str
    kinds: tuple[str, ...]
    direction: str
    conditions: tuple[str, ...]
    is_on: bool
    from_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list."""

    line: ListLine
    members: tuple[Member, ...]
    removed_count: int
    page: int
    has_next: bool
    rules: tuple[RuleLine, ...]


def every_list(*, counted_to: int | None = None) -> list[ListLine]:
    """All lists in the order of the menu, with how many people are on them.

    `counted_to` stops counting there: a hundred thousand members take 6 ms, on a page that takes
    20, to tell a person what "10,000 and more" tells them too.
    """
    members = Membership.objects.filter(list=OuterRef("pk"), is_member=True).values("pk")
    lists = List.objects.annotate(members=_Counted(members[:counted_to]))
    return [_line(each, each.members) for each in lists.order_by("position", "name")]


class _Counted(Subquery):
    """How many rows a subquery has, taking one index range of it and no more than its limit."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


class ListName(NamedTuple):
    """A list to choose from."""

    key: str
    name: str


def list_line(key: str) -> ListLine | None:
    """One list, and how full it is; None where there is no such list."""
    found = List.objects.filter(key=key).first()
    if found is None:
        return None
    return _line(found, found.memberships.filter(is_member=True).count())


def as_close_as_it_gets() -> frozenset[int]:
    """Who is on the closest list, by person id: nobody can promote them further."""
    closest = List.objects.order_by("-stage", "position").values("pk")[:1]
    members = Membership.objects.filter(list=Subquery(closest), is_member=True)
    return frozenset(members.values_list("person_id", flat=True))


def list_names() -> list[ListName]:
    """All lists in the order of the menu, uncounted."""
    return list(map(ListName._make, List.objects.values_list("key", "name")))


def list_page(key: str, *, now_us: int, page: int = 1) -> ListPage | None:
    """A page of a list's members, the newest first; None where there is no such list."""
    return _page(key, now_us, page, is_member=True)


def removed_page(key: str, *, now_us: int, page: int = 1) -> ListPage | None:
    """A page of those who were taken off a list by hand, the newest first."""
    return _page(key, now_us, page, is_member=False)


def _page(key: str, now_us: int, page: int, *, is_member: bool) -> ListPage | None:
    found = List.objects.prefetch_related("rules").filter(key=key).first()
    if found is None:
        return None
    start = (page - 1) * PAGE
    wanted = found.memberships.filter(is_member=is_member)
    # Numbers first, out of the index alone: the pages before this one are never read.
    newest = wanted.order_by(F("since_us").desc(nulls_last=True), "pk")
    numbers = list(newest.values_list("pk", flat=True)[start : start + PAGE + 1])
    found_rows = Membership.objects.select_related("interaction__post", "decision").in_bulk(numbers)
    rows = [found_rows[number] for number in numbers]
    count = found.memberships.filter(is_member=True).count()
    return ListPage(
        line=_line(found, count),
        members=_members(rows[:PAGE], now_us),
        removed_count=found.memberships.filter(is_member=False).count(),
        page=page,
        has_next=len(rows) > PAGE,
        rules=tuple(_rule_line(rule) for rule in found.rules.all()),
    )


def every_member(key: str, *, now_us: int) -> tuple[Member, ...]:
    """All members of a list, the newest first; for commands and exports."""
    wanted: QuerySet[Membership] = Membership.objects.filter(list__key=key, is_member=True)
    rows = wanted.select_related("interaction__post", "decision")
    return _members(list(rows.order_by(F("since_us").desc(nulls_last=True), "pk")), now_us)


def because(membership: Membership, now_us: int) -> str:
    """Why somebody is on a list, or no longer; in one sentence."""
    decision, cause = membership.decision, membership.interaction
    if decision is not None and membership.is_member:
        return because_by_hand(ago(decision.made_us, now_us), decision.why)
    if decision is not None:
        said = f": {decision.why}" if decision.why else ""
        return f"because you took them off {ago(decision.made_us, now_us)}{said}"
    if cause is None:
        return "because of something that is no longer known"
    text = cause.post.text if cause.post else ""
    return because_of(cause.kind, cause.direction, ago(cause.at_us, now_us), text)


def _line(each: List, count: int) -> ListLine:
    return ListLine(
        key=each.key,
        name=each.name,
        about=each.about,
        count=count,
        capacity=each.capacity,
        is_capacity_hard=each.is_capacity_hard,
        stage=each.stage,
        is_confidential=each.is_confidential,
    )


def _members(rows: Sequence[Membership], now_us: int) -> tuple[Member, ...]:
    person_ids = [row.person_id for row in rows]
    lines = person_lines(person_ids)
    states = states_of(person_ids)
    return tuple(_member(row, lines[row.person_id], states[row.person_id], now_us) for row in rows)


def _member(row: Membership, person: PersonLine, state: State, now_us: int) -> Member:
    return Member(
        person=person,
        since_us=row.since_us,
        since=ago(row.since_us, now_us),
        because=because(row, now_us),
        weeks=strip(state, now_us),
        quiet=quiet(state, now_us),
        answers=answers_you(state),
    )


def _rule_line(rule: Rule) -> RuleLine:
    return RuleLine(
        id=rule.pk,
        name=rule.name,
        kinds=tuple(rule.kinds),
        direction=rule.direction,
        conditions=tuple(rule.conditions),
        is_on=rule.until_us is None,
        from_us=rule.from_us,
    )
