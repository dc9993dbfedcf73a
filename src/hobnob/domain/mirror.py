"""What must change on a network's list, so that it shows who is on a list here.

The list here is the truth, the one over there a copy as good as the network allows. Nothing is
changed by a plan: each of its rows is said yes to.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Account, Network
from hobnob.domain.stream_health import is_doubtful_end


class CannotMirror(HobnobError):
    """The list must not, or cannot be copied to that network now."""


class Change(StrEnum):
    """What a row of a plan would do over there."""

    ADD = "add"
    REMOVE = "remove"
    NOTHING = "nothing"
    """It can't be done; the row says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person of a plan."""

    person_id: int
    account: Account | None
    """The account over there; None where they have none that is known."""
    change: Change
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """The network's list as it was read last, and what that network asks for."""

    network: Network
    name: str
    is_public: bool
    members: Collection[tuple[int, Account]]
    """Person and account."""
    were: int
    """How many were ever seen on it."""
    needs_follow: bool
    """Only people I follow can be put on it: lists of Mastodon."""
    followed: Collection[str]
    """Native ids of whom I follow there."""


def plan_mirror(here: Sequence[tuple[int, Sequence[Account]]], there: There) -> tuple[Row, ...]:
    """The rows: whom to add, whom to take off, and for whom neither can be done.

    `here` is each person of the list with their accounts on that network. Raises CannotMirror where
    one of the two sides is suddenly empty: that is a mistake more often than a wish.
    """
    _refuse_sudden_end(here, there)
    there_already = {account.native_id for _, account in there.members}
    people_here = {person_id for person_id, _ in here}
    rows = [
        row
        for person_id, accounts in here
        if (row := _row(person_id, accounts, there, there_already)) is not None
    ]
    rows += [
        Row(
            person_id=person_id,
            account=account,
            change=Change.REMOVE,
            why="on it over there, and not on the list here",
        )
        for person_id, account in there.members
        if person_id not in people_here
    ]
    return tuple(rows)


def _row(
    person_id: int, accounts: Sequence[Account], there: There, there_already: Collection[str]
) -> Row | None:
    """What a person of the list here needs; None where they are on it over there."""
    if any(each.native_id in there_already for each in accounts):
        return None
    if not accounts:
        why = f"no account of theirs on {there.network.title} is known"
        return Row(person_id=person_id, account=None, change=Change.NOTHING, why=why)
    account = next((each for each in accounts if each.native_id in there.followed), accounts[0])
    if there.needs_follow and account.native_id not in there.followed:
        why = f"{there.network.title} lists only people you follow: follow them first, if you like"
        return Row(person_id=person_id, account=account, change=Change.NOTHING, why=why)
    return Row(person_id=person_id, account=account, change=Change.ADD)


def _refuse_sudden_end(here: Sequence[object], there: There) -> None:
    if is_doubtful_end(there.were, len(there.members)):
        raise CannotMirror(
            f"“{there.name}” on {there.network.title} is suddenly empty, where {there.were} people "
            "were: look there, and sync once more."
        )
    if is_doubtful_end(len(there.members), len(here)):
        raise CannotMirror(
            f"Nobody is on the list here, and {len(there.members)} people are on “{there.name}” on "
            f"{there.network.title}: that would empty it, so nothing is planned."
        )


def warning(there: There) -> str:
    """What a person has to know before the first row is applied; "" where there is nothing."""
    if there.is_public:
        return (
            f"Everybody can see who is on “{there.name}” on {there.network.title}, and people are "
            "told, or can find out, that they were put on it."
        )
    return ""
