"""On which lists somebody was, from when to when, why and by whom; and who came and went."""

from dataclasses import dataclass

from hobnob.domain.decisions import ABOUT_LISTS, Verb
from hobnob.domain.stage_history import (
    Stay,
    Step,
    came_and_went,
    day,
    month_began_us,
    stays,
    told,
)
from hobnob.storage.models import List, Membership
from hobnob.storage.queries.decisions import in_force
from hobnob.storage.queries.lists.members import because_of_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class StayLine:
    """A time on one list, as a page shows it."""

    on_list: str
    when: str
    because: str
    """Why they joined: what a rule found, or who put them there and what they wrote."""
    left_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageHistory:
    """The sentence, and every time behind it, the newest first."""

    sentence: str
    lines: tuple[StayLine, ...]


def stage_history(person_id: int, *, now_us: int) -> StageHistory:
    """The stages of one person."""
    found = stays([*_found_by_rules(person_id, now_us), *_decided(person_id)])
    return StageHistory(
        sentence=told(found, now_us), lines=tuple(_line(each, now_us) for each in found)
    )


def moved_this_month(key: str, *, now_us: int) -> str:
    """How many joined a list and left it since the month began: "This month 4 joined …"."""
    on_it = Membership.objects.filter(list__key=key)
    since = on_it.filter(since_us__gte=month_began_us(now_us), since_us__lte=now_us)
    joined = since.filter(is_member=True).count()
    return came_and_went(joined, since.filter(is_member=False).count())


def _found_by_rules(person_id: int, now_us: int) -> list[Step]:
    memberships = Membership.objects.filter(person_id=person_id, interaction__isnull=False)
    return [
        Step(
            on_list=each.list.name,
            at_us=each.interaction.at_us if each.interaction else None,
            why=because_of_rule(each, now_us),
        )
        for each in memberships.select_related("list", "interaction__post", "rule")
    ]


def _decided(person_id: int) -> list[Step]:
    decisions = list(in_force(person_id, ABOUT_LISTS).select_related("author"))
    if not decisions:
        return []
    names = dict(List.objects.values_list("key", "name"))
    return [
        Step(
            on_list=names[each.subject],
            at_us=each.made_us,
            verb=Verb(each.verb),
            why=each.why,
            by=each.author.get_username(),
        )
        for each in decisions
        if each.subject in names
    ]


def _line(stay: Stay, now_us: int) -> StayLine:
    began = "nobody knows when" if stay.from_us is None else day(stay.from_us, now_us)
    when = f"since {began}"
    if stay.until_us is not None:
        when = f"{began} to {day(stay.until_us, now_us)}"
    because = stay.why
    if stay.by:
        because = f"put there by {stay.by}" + (f": {stay.why}" if stay.why else "")
    return StayLine(
        on_list=stay.on_list, when=when, because=because, left_because=stay.left_because
    )
