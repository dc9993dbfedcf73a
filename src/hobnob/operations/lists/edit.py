"""Make a list or a rule of one's own; change how a list is called and kept, or remove it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from hobnob.domain.cadence import so_many_days
from hobnob.domain.conditions import check
from hobnob.domain.decisions import ABOUT_LISTS
from hobnob.domain.errors import HobnobError
from hobnob.domain.fading import number_of_days
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.rule_words import sentence
from hobnob.domain.time_spent import PAGES
from hobnob.operations.free_key import free_key
from hobnob.operations.lists.fade_members import fade_list
from hobnob.operations.lists.mirror import end_mirror
from hobnob.operations.stages import find_list, refuse_overfull
from hobnob.storage import models


class NameTaken(HobnobError):
    """Another list or rule has that name."""


class NotAName(HobnobError):
    """Nothing that one could call a list."""


class ListIsNeeded(HobnobError):
    """Something still refers to a list that somebody wants to remove."""


class ChosenByHand(HobnobError):
    """Nobody joins the list by rule."""


LONGEST_NAME = 80
"""Characters; longer ones say what `about` is for."""

_RESERVED = frozenset({"new", *PAGES})
"""Keys that would lead to another page than the list's: /lists/new/ makes one, /feed/home/ is
everybody's. And time on a page is none with a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What a list calls long."""

    fade: int | None
    """Who joined by rule fades after so many days without a sign of life; None: nobody does."""
    silent: int | None = None
    """Who posts nothing for so many days counts as silent; None: as it is."""
    cadence: int | None = None
    """One wishes for a word with its people every so many days; None: nobody said."""


@transaction.atomic
def create_list(
    name: str, *, about: str = "", capacity: int | None = None, is_confidential: bool = False
) -> models.List:
    """A new list at the end of the menu. Raises NotAName or NameTaken."""
    name = _free_name(name)
    last: int = models.List.objects.aggregate(last=Max("position"))["last"] or 0
    return models.List.objects.create(
        key=_free_key(name),
        name=name,
        about=about.strip(),
        capacity=_size(capacity),
        position=last + 1,
        is_confidential=is_confidential,
    )


@transaction.atomic
def edit_list(
    key: str,
    *,
    name: str,
    about: str,
    capacity: int | None,
    is_confidential: bool = False,
    days: Days | None = None,
    now_us: int,
) -> models.List:
    """Give a list another name, other words about it, another capacity (None: none), other days.

    Its key stays, so that addresses and decisions keep pointing at it. Raises ListIsFull where a
    hard list would be too small for those who are on it, and NotADuration for days that will not
    do. A list that becomes confidential has no copies any more. Who fades by other days, or no
    longer does, is seen at once.
    """
    found = find_list(key)
    found.name = _free_name(name, but=found)
    found.about = about.strip()
    found.capacity = _size(capacity)
    found.is_confidential = is_confidential
    found.save(update_fields=["name", "about", "capacity", "is_confidential"])
    refuse_overfull(found)
    if is_confidential:
        for each in found.mirrors.all():
            end_mirror(each.pk, now_us=now_us)
    if days is not None:
        _keep_days(found, days, now_us)
    return found


@transaction.atomic
def remove_list(key: str) -> models.List:
    """Remove a list that holds nobody and has no rule. Raises ListIsNeeded for any other.

    What was decided about it stays in the log, and its key is given to no other list.
    """
    found = find_list(key)
    _refuse_needed(found)
    found.delete()
    return found


@transaction.atomic
def create_rule(
    list_key: str,
    *,
    kinds: Sequence[Kind],
    direction: Direction,
    conditions: Sequence[str] = (),
    now_us: int,
) -> models.Rule:
    """A rule that holds from now on: see `change_rules.would_add` and `apply_to_history`.

    Raises UnusableCondition for a condition that could never hold, and ChosenByHand for a hard
    list: a rule would fill it beyond its capacity and has nobody to ask whom to move.
    """
    if not kinds:
        raise HobnobError("A rule needs something that sets it off: choose at least one kind.")
    for each in conditions:
        check(each)
    target = find_list(list_key)
    if target.is_capacity_hard:
        raise ChosenByHand(
            f"{target.name} has {target.capacity} places that you give by hand: "
            "let the rule fill another list, and promote from there."
        )
    said = sentence(kinds, direction, conditions)
    return models.Rule.objects.create(
        name=_free_rule_name(said, target),
        list=target,
        kinds=[str(each) for each in kinds],
        direction=str(direction),
        conditions=list(conditions),
        made_us=now_us,
        from_us=now_us,
    )


def _keep_days(found: models.List, days: Days, now_us: int) -> None:
    before = found.fade_days
    found.fade_days = None if days.fade is None else number_of_days(days.fade)
    if days.silent is not None:
        found.silent_days = number_of_days(days.silent)
    found.cadence_days = None if days.cadence is None else so_many_days(days.cadence)
    found.save(update_fields=["fade_days", "silent_days", "cadence_days"])
    if found.fade_days != before:
        fade_list(found, now_us=now_us)


def _refuse_needed(found: models.List) -> None:
    if found.stage:
        raise ListIsNeeded(f"{found.name} stays: hobnob works with it. Give it another name.")
    if found.memberships.filter(is_member=True).exists():
        raise ListIsNeeded(f"{found.name} holds people: take them off it, then remove it.")
    if found.rules.exists():
        raise ListIsNeeded(
            f"{found.name} has a rule, which can fill it again: switch the rule off and keep it."
        )


def _free_rule_name(said: str, target: models.List) -> str:
    """What the rule says; with the list's name where another list has the same rule."""
    if not models.Rule.objects.filter(name=said).exists():
        return said
    named = f"{said} ({target.name})"
    rules = models.Rule.objects.filter(name__in=(said, named), list=target)
    if rules.exists() or models.Rule.objects.filter(name=named).exists():
        raise NameTaken(f"{target.name} has such a rule already: {said}.")
    return named


def _free_name(name: str, but: models.List | None = None) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise NotAName("A list needs a name: write what its people have in common.")
    if len(cleaned) > LONGEST_NAME:
        raise NotAName(
            f"The name has {len(cleaned):,} characters: write at most {LONGEST_NAME}, and the rest "
            "under who is on it."
        )
    others = models.List.objects.filter(name__iexact=cleaned)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if others.exists():
        raise NameTaken(f"There is a list called “{cleaned}” already: choose another name.")
    return cleaned


def _free_key(name: str) -> str:
    """What addresses and commands call the list: "otter-people", or "otter-people-2"."""
    decided = models.Decision.objects.filter(verb__in=list(ABOUT_LISTS))
    taken = _RESERVED.union(
        models.List.objects.values_list("key", flat=True),
        decided.values_list("subject", flat=True).distinct(),
    )
    return free_key(name, taken, otherwise="list")


def _size(capacity: int | None) -> int | None:
    if capacity is not None and capacity < 1:
        raise HobnobError(
            f"A list cannot be meant for {capacity} people: write 1 or more, or none."
        )
    return capacity
