"""Who is who: which accounts are one person's, by how they were met and what was decided since.

Decided once more in the order in which it was said, without what was taken back since, everything
falls into place: so an undo leaves no trace, whatever else was said in between.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Said(NamedTuple):
    """One decision about who is who that holds."""

    decision: int
    account: int
    other: int | None
    """The account of the same person; None: the first one is somebody of its own."""


class Place(NamedTuple):
    """Whose an account is, and by which decision; None: as it was met."""

    person: int
    decision: int | None


def who_is_who(
    at_first: Mapping[int, int],
    said: Iterable[Said],
    somebody: Callable[[Said, set[int]], int],
) -> dict[int, Place]:
    """The place of each account, by its number. `at_first` are the people they were met as.

    Of two who are the same, all accounts of the first become the second's. `somebody` says who an
    account on its own is, given the people that other accounts are. What was said of accounts that
    are not there any more says nothing.
    """
    places = {account: Place(person, None) for account, person in at_first.items()}
    for each in said:
        if each.account not in places:
            continue
        if each.other is None:
            others = {place.person for account, place in places.items() if account != each.account}
            places[each.account] = Place(somebody(each, others), each.decision)
        elif each.other in places:
            _unite(places, each.account, each.other, each.decision)
    return places


def _unite(places: dict[int, Place], account: int, other: int, decision: int) -> None:
    here, there = places[account].person, places[other].person
    if here == there:
        return
    for each, place in places.items():
        if place.person == here:
            places[each] = Place(there, decision)
