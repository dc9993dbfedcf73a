"""Make a list or a rule of one's own, and change a list's name, words and capacity."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from hobnob.domain.conditions import check
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Direction, Kind
from hobnob.operations.curate import find_list
from hobnob.storage import models


class NameTaken(HobnobError):
    """Another list or rule has that name."""


class NotAName(HobnobError):
    """Nothing that one could call a list."""


@transaction.atomic
def create_list(name: str, *, about: str = "", capacity: int | None = None) -> models.List:
    """A new list at the end of the menu. Raises NotAName or NameTaken."""
    name = _free_name(name)
    key = slugify(name) or "list"
    if models.List.objects.filter(key=key).exists():
        key = f"{key}-{models.List.objects.count() + 1}"
    last: int = models.List.objects.aggregate(last=Max("position"))["last"] or 0
    return models.List.objects.create(
        key=key, name=name, about=about.strip(), capacity=_size(capacity), position=last + 1
    )


@transaction.atomic
def edit_list(key: str, *, name: str, about: str, capacity: int | None) -> models.List:
    """Give a list another name, other words about it, another capacity (None: none).

    Its key stays, so that addresses and decisions keep pointing at it.
    """
    found = find_list(key)
    found.name = _free_name(name, but=found)
    found.about = about.strip()
    found.capacity = _size(capacity)
    found.save(update_fields=["name", "about", "capacity"])
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

    Raises UnknownCondition for a condition that there is not.
    """
    if not kinds:
        raise HobnobError("A rule needs something that sets it off: choose at least one kind.")
    for each in conditions:
        check(each)
    target = find_list(list_key)
    said = f"{' or '.join(kinds)} {direction}" + "".join(f", {each}" for each in conditions)
    name = f"{said} → {target.name}"
    if models.Rule.objects.filter(name=name).exists():
        raise NameTaken(f"There is such a rule already: {name}.")
    return models.Rule.objects.create(
        name=name,
        list=target,
        kinds=[str(each) for each in kinds],
        direction=str(direction),
        conditions=list(conditions),
        made_us=now_us,
        from_us=now_us,
    )


def _free_name(name: str, but: models.List | None = None) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise NotAName("A list needs a name: write what its people have in common.")
    others = models.List.objects.filter(name__iexact=cleaned)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if others.exists():
        raise NameTaken(f"There is a list called “{cleaned}” already: choose another name.")
    return cleaned


def _size(capacity: int | None) -> int | None:
    if capacity is not None and capacity < 1:
        raise HobnobError(
            f"A list cannot be meant for {capacity} people: write 1 or more, or none."
        )
    return capacity
