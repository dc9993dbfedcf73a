"""Say that an account is somebody's, or somebody's own again: an edge ends, another begins.

Nothing that happened or was decided moves: it stays with its account. What is derived about the
people concerned is derived again.
"""

from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import ABOUT_CARDS, ABOUT_LISTS
from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network, provisional_id
from hobnob.domain.rules import earliest_causes
from hobnob.operations.apply_rules import join, triggers_in_force
from hobnob.operations.decide import take_effect
from hobnob.operations.fold_contacts import mark_stale, settle_contacts
from hobnob.storage import bulk, models
from hobnob.storage.queries.log import happened_to


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
    _move(account, person_id, author, now_us, reason)
    derive_again({before, person_id})


@transaction.atomic
def join_by_handle(network: Network, *, now_us: int) -> int:
    """Give accounts known by handle alone to whoever turned out to have that handle.

    An archive quotes "@ana" before anything tells her id. Says how many were given.
    """
    bulk.lock_log()
    accounts = models.Account.objects.filter(network=network, is_me=False)
    nameless = accounts.filter(native_id__startswith=provisional_id(""))
    known = {
        each.handle_key: each.person_id
        for each in accounts.exclude(native_id__startswith=provisional_id(""))
        .filter(handle_key__in=nameless.values("handle_key"))
        .order_by("seen_us")
    }
    concerned: set[int] = set()
    moved = 0
    for account in nameless.filter(handle_key__in=list(known)):
        person_id = known[account.handle_key]
        if account.person_id == person_id:
            continue
        concerned |= {account.person_id, person_id}
        _move(account, person_id, None, now_us, "the same handle")
        moved += 1
    if moved:
        derive_again(concerned)
    return moved


def _move(
    account: models.Account, person_id: int, author: User | None, now_us: int, reason: str
) -> None:
    models.Edge.objects.filter(account=account, ended_us__isnull=True).update(ended_us=now_us)
    models.Edge.objects.create(
        account=account, person_id=person_id, began_us=now_us, author=author, reason=reason
    )
    account.person_id = person_id
    account.save(update_fields=["person"])


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


def derive_again(person_ids: Collection[int]) -> None:
    """Make lists, states and cards of these people anew from the two logs."""
    models.Membership.objects.filter(person_id__in=list(person_ids)).delete()
    models.TodayCard.objects.filter(person_id__in=list(person_ids)).delete()
    mark_stale(person_ids)
    settle_contacts()
    gone = models.ContactState.objects.filter(
        person_id__in=list(person_ids), events_in=0, events_out=0, last_us__isnull=True
    )
    gone.delete()
    triggers = triggers_in_force()
    reads_text = any(rule.conditions for rules in triggers.values() for rule in rules)
    join(earliest_causes(happened_to(person_ids, with_text=reads_text), triggers))
    decisions = models.Decision.objects.filter(
        account__person_id__in=list(person_ids), verb__in=list(ABOUT_LISTS | ABOUT_CARDS)
    )
    take_effect(decisions.select_related("account"))
