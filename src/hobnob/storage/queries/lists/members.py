"""Lists, who is on them and because of what, and who was taken off by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from hobnob.domain.closeness import (
    State,
    Week,
    answers_you,
    exchange_weeks,
    quiet,
    strip,
)
from hobnob.domain.contact_state import ContactState
from hobnob.domain.fading import because_faded, counted
from hobnob.domain.lists import MOST_SORTED, Order, because_by_hand, because_of
from hobnob.domain.moments import ago
from hobnob.storage.models import List, Membership, Rule
from hobnob.storage.queries.counted import Counted
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.states import states_of

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
    fade_days: int | None
    silent_days: int
    cadence_days: int | None

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
    faded: str
    """Since when they have faded and what brings them back; "" for who has not."""


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
    faded_count: int
    page: int
    has_next: bool
    rules: tuple[RuleLine, ...]
    order: Order = Order.NEWEST
    can_be_sorted: bool = False
    """It is small enough to compare all of its people."""

    @property
    def people(self) -> str:
        """How many there are: "1,240 people, 310 of them faded"."""
        return counted(self.line.count, self.faded_count)


def every_list(*, counted_to: int | None = None) -> list[ListLine]:
    """All lists in the order of the menu, with how many people are on them.

    `counted_to` stops counting there: a hundred thousand members take 6 ms, on a page that takes
    20, to tell a person what "10,000 and more" tells them too.
    """
    members = Membership.objects.filter(list=OuterRef("pk"), is_member=True).values("pk")
    lists = List.objects.annotate(members=Counted(members[:counted_to]))
    return [_line(each, each.members) for each in lists.order_by("position", "name")]


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


def faded_counts() -> dict[str, int]:
    """By list, for those that have any: how many of its people have faded."""
    faded = Membership.objects.filter(is_member=True, faded_us__isnull=False)
    counted_by_list = faded.values("list__key").annotate(count=Count("pk"))
    return {each["list__key"]: each["count"] for each in counted_by_list}


def list_page(
    key: str, *, now_us: int, page: int = 1, order: Order = Order.NEWEST
) -> ListPage | None:
    """A page of a list's members but for those who have faded; None where there is no such list.

    A list that is too large to be sorted comes in the order in which people joined.
    """
    found = _find(key)
    if found is None:
        return None
    awake = found.memberships.filter(is_member=True, faded_us__isnull=True)
    count, faded_count = _counts(found)
    can_be_sorted = count - faded_count <= MOST_SORTED
    if order is Order.NEWEST or not can_be_sorted:
        order, numbers = Order.NEWEST, _newest(awake, page)
    else:
        numbers = _sorted(awake, order, now_us, page)
    return _page(
        found,
        numbers,
        now_us=now_us,
        page=page,
        count=count,
        faded_count=faded_count,
        order=order,
        can_be_sorted=can_be_sorted,
    )


def removed_page(key: str, *, now_us: int, page: int = 1) -> ListPage | None:
    """A page of those who were taken off a list by hand, the newest first."""
    found = _find(key)
    if found is None:
        return None
    count, faded_count = _counts(found)
    numbers = _newest(found.memberships.filter(is_member=False), page)
    return _page(found, numbers, now_us=now_us, page=page, count=count, faded_count=faded_count)


def faded_page(key: str, *, now_us: int, page: int = 1) -> ListPage | None:
    """A page of those who have faded from a list, the last one to fade first."""
    found = _find(key)
    if found is None:
        return None
    count, faded_count = _counts(found)
    faded = found.memberships.filter(is_member=True, faded_us__isnull=False)
    start = (page - 1) * PAGE
    numbers = faded.order_by("-faded_us", "pk").values_list("pk", flat=True)
    return _page(
        found,
        list(numbers[start : start + PAGE + 1]),
        now_us=now_us,
        page=page,
        count=count,
        faded_count=faded_count,
    )


def _find(key: str) -> List | None:
    return List.objects.prefetch_related("rules").filter(key=key).first()


def _counts(found: List) -> tuple[int, int]:
    """How many people are on a list, and how many of them have faded."""
    members = found.memberships.filter(is_member=True)
    return members.count(), members.filter(faded_us__isnull=False).count()


def _newest(wanted: QuerySet[Membership], page: int) -> list[int]:
    """Numbers of a page of memberships and of one more, who joined last first.

    Out of the index alone: the pages before this one are never read.
    """
    start = (page - 1) * PAGE
    newest = wanted.order_by(F("since_us").desc(nulls_last=True), "pk")
    return list(newest.values_list("pk", flat=True)[start : start + PAGE + 1])


def _sorted(wanted: QuerySet[Membership], order: Order, now_us: int, page: int) -> list[int]:
    """The same, by what is known of the contacts. Ties are broken by the last contact."""
    start = (page - 1) * PAGE
    ours = "person__state__last_in_us", "person__state__last_out_us"
    last_us = Greatest(*(Coalesce(each, Value(0)) for each in ours))
    if order is Order.QUIETEST:
        quietest = wanted.order_by(last_us, "pk")
        return list(quietest.values_list("pk", flat=True)[start : start + PAGE + 1])
    weeks = (f"person__state__{each}" for each in ("week", "weeks_in", "weeks_out"))
    rows = list(wanted.order_by(last_us.desc(), "pk").values_list("pk", *weeks))
    steady = {
        number: exchange_weeks(ContactState(week=week, weeks_in=theirs, weeks_out=mine), now_us)
        for number, week, theirs, mine in rows
        if week and theirs & mine
    }
    numbers = sorted((number for number, *_ in rows), key=lambda each: -steady.get(each, 0))
    return numbers[start : start + PAGE + 1]


def _page(
    found: List,
    numbers: Sequence[int],
    *,
    now_us: int,
    page: int,
    count: int,
    faded_count: int,
    order: Order = Order.NEWEST,
    can_be_sorted: bool = False,
) -> ListPage:
    """The page of these memberships, of which there is one too many where more follow."""
    found_rows = _with_reasons(Membership.objects.all()).in_bulk(numbers)
    return ListPage(
        line=_line(found, count),
        members=_members(
            [found_rows[number] for number in numbers[:PAGE]], found.fade_days, now_us
        ),
        removed_count=found.memberships.filter(is_member=False).count(),
        faded_count=faded_count,
        page=page,
        has_next=len(numbers) > PAGE,
        rules=tuple(_rule_line(rule) for rule in found.rules.all()),
        order=order,
        can_be_sorted=can_be_sorted,
    )


def every_member(key: str, *, now_us: int, is_faded: bool | None = None) -> tuple[Member, ...]:
    """All members of a list, the newest first; for commands and exports.

    `is_faded` leaves out those who have faded, or all others.
    """
    wanted = Membership.objects.filter(list__key=key, is_member=True)
    if is_faded is not None:
        wanted = wanted.filter(faded_us__isnull=not is_faded)
    rows = _with_reasons(wanted).order_by(F("since_us").desc(nulls_last=True), "pk")
    fade_days = List.objects.filter(key=key).values_list("fade_days", flat=True).first()
    return _members(list(rows), fade_days, now_us)


def _with_reasons(memberships: QuerySet[Membership]) -> QuerySet[Membership]:
    """With all that a reason is made of; of the few rules one object each."""
    return memberships.select_related("interaction__post", "decision").prefetch_related("rule")


def because(membership: Membership, now_us: int) -> str:
    """Why somebody is on a list, or no longer; in one sentence."""
    decision = membership.decision
    if decision is not None and membership.is_member:
        return because_by_hand(ago(decision.made_us, now_us), decision.why)
    if decision is not None:
        said = f": {decision.why}" if decision.why else ""
        return f"because you took them off {ago(decision.made_us, now_us)}{said}"
    return because_of_rule(membership, now_us)


def because_of_rule(membership: Membership, now_us: int) -> str:
    """Why a rule put somebody on a list, whatever was decided since."""
    cause, rule = membership.interaction, membership.rule
    if cause is None:
        return "because of something that is no longer known"
    text = cause.post.text if cause.post else ""
    conditions = rule.conditions if rule else ()
    return because_of(cause.kind, cause.direction, ago(cause.at_us, now_us), text, conditions)


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
        fade_days=each.fade_days,
        silent_days=each.silent_days,
        cadence_days=each.cadence_days,
    )


def _members(rows: Sequence[Membership], fade_days: int | None, now_us: int) -> tuple[Member, ...]:
    person_ids = [row.person_id for row in rows]
    lines = person_lines(person_ids)
    states = states_of(person_ids)
    return tuple(
        _member(row, lines[row.person_id], states[row.person_id], fade_days, now_us) for row in rows
    )


def _member(
    row: Membership, person: PersonLine, state: State, fade_days: int | None, now_us: int
) -> Member:
    gone_us = row.faded_us
    return Member(
        person=person,
        since_us=row.since_us,
        since=ago(row.since_us, now_us),
        because=because(row, now_us),
        weeks=strip(state, now_us),
        quiet=quiet(state, now_us),
        answers=answers_you(state),
        faded="" if gone_us is None else because_faded(gone_us, fade_days, now_us),
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
