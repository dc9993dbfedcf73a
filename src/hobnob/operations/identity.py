"""Say that an account is somebody's, or somebody's own again: an edge ends, another begins.

Nothing that happened or was decided moves: it stays with its account. What is derived about the
people concerned is derived again.
"""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network, provisional_id
from hobnob.operations.derive_again import derive_again
from hobnob.operations.move_account import move
from hobnob.storage import bulk, models


class NotSomebodyElses(HobnobError):
    """The account is one's own, or belongs there already."""


@transaction.atomic
def belongs_to(
    account_id: int, person_id: int, *, author: User, now_us: int, reason: str = ""
) -> None:
    """The account is this person's from now on. Raises NotSomebodyElses when it is already."""
    bulk.lock_log()
    account = models.Account.objects.get(pk=account_id)
    if account.is_me:
        raise NotSomebodyElses(f"@{account.handle} is your own account: it stays with you.")
    if account.person_id == person_id:
        raise NotSomebodyElses(f"@{account.handle} belongs to that person already.")
    before = account.person_id
    move(account, person_id, author=author, now_us=now_us, reason=reason)
    derive_again({before, person_id})


@transaction.atomic
def join_by_handle(network: Network, *, now_us: int) -> int:
    """Give accounts known by handle alone to whoever turned out to have that handle.

    An archive quotes "@ana" before anything tells her id. Says how many were given.
    """
    bulk.lock_log()
    accounts = models.Account.objects.filter(network=network, is_me=False)
    # Whom somebody said not to be that person stays apart.
    nameless = accounts.filter(
        native_id__startswith=provisional_id(""),
        edges__ended_us__isnull=True,
        edges__author__isnull=True,
    )
    known = {
        each.handle_key: each.person_id
        for each in accounts.exclude(native_id__startswith=provisional_id(""))
        .filter(handle_key__in=nameless.values("handle_key"))
        .order_by("seen_us")
    }
    concerned: set[int] = set()
    moved = 0
    for account in nameless:
        person_id = known.get(account.handle_key)
        if person_id is None or account.person_id == person_id:
            continue
        concerned |= {account.person_id, person_id}
        move(account, person_id, author=None, now_us=now_us, reason="the same handle")
        moved += 1
    if moved:
        derive_again(concerned)
    return moved


@transaction.atomic
def on_its_own(account_id: int, *, author: User, now_us: int, reason: str = "") -> int:
    """The account is somebody of its own again: the person it first was. Returns the person's id.

    Raises NotSomebodyElses when it never was anybody else's.
    """
    first = models.Edge.objects.filter(account_id=account_id).order_by("pk").first()
    if first is None:
        raise NotSomebodyElses("There is no such account.")
    belongs_to(account_id, first.person_id, author=author, now_us=now_us, reason=reason)
    return first.person_id
