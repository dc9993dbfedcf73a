"""Which list is meant, which one is a stage closer or wider, and whether a hard one has room."""

from collections.abc import Collection

from django.db.models import QuerySet

from hobnob.domain.errors import HobnobError
from hobnob.domain.lists import CLOSE, ListIsFull
from hobnob.storage import models
from hobnob.storage.queries.people.lines import person_lines

_NAMED = 10
"""So many people a sentence names."""


class NoSuchList(HobnobError):
    """No list has that name."""


class NoHigherList(HobnobError):
    """Promoted as far as lists go."""


def find_list(name: str) -> models.List:
    """The list of that key or name, in capitals or not. Raises NoSuchList."""
    wanted = name.strip().casefold()
    lists = list(models.List.objects.all())
    for each in lists:
        if wanted in (each.key.casefold(), each.name.casefold()):
            return each
    there_are = ", ".join(f"“{each.name}”" for each in lists)
    raise NoSuchList(f"No list is called “{name}”. There are: {there_are}.")


def next_list(person_id: int) -> models.List:
    """The list one stage closer than the closest that somebody is on; at first the Watchlist's.

    Raises NoHigherList when there is none.
    """
    stages = models.Membership.objects.filter(person_id=person_id, is_member=True).values_list(
        "list__stage", flat=True
    )
    stage = max([*stages, CLOSE - 1]) + 1
    target = models.List.objects.filter(stage__gte=stage).order_by("stage", "position").first()
    if target is None:
        raise NoHigherList(_as_close_as_lists_go(person_id))
    return target


def _as_close_as_lists_go(person_id: int) -> str:
    name = person_lines([person_id])[person_id].name
    closest = close_lists_of(person_id).first()
    return (
        f"{name} is on {closest} already, and no list is closer: "
        "choose another list by its name, or leave them there."
    )


def list_below(source: models.List) -> models.List | None:
    """The list of closeness one stage wider; None below the widest."""
    return (
        models.List.objects.filter(stage__lt=source.stage, stage__gte=CLOSE)
        .order_by("-stage", "position")
        .first()
    )


def close_lists_of(person_id: int) -> QuerySet[models.List]:
    """The lists of closeness that somebody is on, the closest first; one, if no rule adds more."""
    return models.List.objects.filter(
        stage__gte=CLOSE, memberships__person_id=person_id, memberships__is_member=True
    ).order_by("-stage", "position")


def is_on(target: models.List, person_id: int) -> bool:
    """Whether somebody is on the list."""
    return _members(target).filter(person_id=person_id).exists()


def is_full_for(target: models.List, person_id: int) -> bool:
    """Whether a hard list has no place for somebody; who is on it has theirs."""
    if not target.is_capacity_hard or target.capacity is None or is_on(target, person_id):
        return False
    return _members(target).count() >= target.capacity


def is_overfull(target: models.List) -> bool:
    """Whether a hard list holds more people than it may."""
    if not target.is_capacity_hard or target.capacity is None:
        return False
    return _members(target).count() > target.capacity


def hard_lists() -> dict[models.List, int]:
    """How many people each list holds that has no place for more than it is meant for."""
    hard = models.List.objects.filter(is_capacity_hard=True)
    return {each: _members(each).count() for each in hard}


def refuse_overfull(target: models.List, *, coming_back: Collection[int] = ()) -> None:
    """Raises ListIsFull, naming who else could move, when a hard list holds more than it may."""
    if not is_overfull(target):
        return
    others = _members(target).exclude(person_id__in=list(coming_back)).order_by("since_us", "pk")
    some = person_lines(list(others.values_list("person_id", flat=True)[:_NAMED]))
    raise ListIsFull(
        f"{target.name} holds {target.capacity}, and this would make it {_members(target).count()}."
        " Move somebody down first, for example one of these: "
        f"{', '.join(each.name for each in some.values())}."
    )


def _members(of: models.List) -> QuerySet[models.Membership]:
    return of.memberships.filter(is_member=True)
