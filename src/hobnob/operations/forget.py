"""Forget somebody: everything about them goes, for good, and never comes in again.

The only place where the logs lose lines. What others wrote stays, and so does what I wrote.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet

from hobnob.domain.errors import HobnobError
from hobnob.domain.known_by import (
    handles_of,
    label_of_handle,
    label_of_key,
    label_of_post,
    labels_to_forget,
)
from hobnob.domain.outbox import State
from hobnob.domain.people import Network, provisional_id
from hobnob.domain.supporters_json import from_json
from hobnob.domain.time_spent import place_of
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.files_without_cells import quote_no_cells
from hobnob.operations.identity import ever_together, settle_accounts
from hobnob.operations.suppress import suppress
from hobnob.storage import bulk, models
from hobnob.storage.erasing import leaving_no_trace
from hobnob.storage.queries.gestures.spent import INTRODUCES
from hobnob.storage.queries.people.sharing import (
    labels_of_others,
    records_of,
    ways_to,
    with_contacts,
)
from hobnob.storage.queries.person.erasure import decisions_naming, introductions, outbox_about


class CannotForget(HobnobError):
    """Somebody stays: it is me, or something to them is just being sent."""


def forget(person_id: int, *, author: User, now_us: int, reason: str = "") -> models.Erasure:
    """Erase a person with all their accounts, and contacts with an address that they alone have.

    Says how much went; it cannot be undone.

    Raises CannotForget when it is me, when nobody has that number, or while something to them is
    being sent; and KeyIsLost.
    """
    accounts = models.Account.objects.filter(person_id=person_id)
    if not accounts.exists():
        raise CannotForget(f"There is no person number {person_id}: nobody was forgotten.")
    ids = with_contacts(accounts)
    return erase_accounts(ids, author=author, now_us=now_us, reason=reason)


def erase_accounts(
    account_ids: Collection[int], *, author: User, now_us: int, reason: str = ""
) -> models.Erasure:
    """Erase these accounts, and the people who have no other."""
    with leaving_no_trace(), transaction.atomic():
        bulk.lock_log()
        accounts = models.Account.objects.filter(pk__in=list(account_ids))
        _refuse(accounts)
        suppress(_labels(accounts), now_us=now_us)
        quote_no_cells(accounts)
        counts = _erase(accounts, now_us)
        return models.Erasure.objects.create(
            made_us=now_us, author=author, reason=reason.strip(), counts=counts
        )


def _refuse(accounts: QuerySet[models.Account]) -> None:
    if accounts.filter(is_me=True).exists():
        raise CannotForget("That is you: hobnob cannot forget whose data it keeps.")
    if outbox_about(accounts).filter(state=State.SENDING).exists():
        raise CannotForget(
            "Something to them is being sent this very moment: try again in a few minutes."
        )


def _labels(accounts: QuerySet[models.Account]) -> Iterator[str]:
    """Everything that they could come in by again, and by which nobody else is known who stays."""
    records = records_of(accounts)
    book = [each for each in accounts if each.network == Network.ADDRESS_BOOK]
    keys = {*(each.native_id for each in book), *(each.key for each in records)}
    called = {*(each.name for each in accounts if each.name), *(each.name for each in book)}
    told = set(labels_to_forget(keys, ways_to(accounts), called))
    yield from told - labels_of_others(accounts)
    given = {each for record in records for each in handles_of(record)}
    for account in accounts.prefetch_related("former_handles"):
        if account.network != Network.ADDRESS_BOOK:
            yield from _labels_of_account(account, accounts)
            given -= _handles(account)
    for network, handle in given:
        for free in _free({handle}, network, accounts):
            yield label_of_key(network, provisional_id(free))
            yield label_of_handle(network, free)
    for post in models.Post.objects.filter(author__in=accounts).only("network", "native_id"):
        yield label_of_post(post.network, post.native_id)


def _labels_of_account(
    account: models.Account, accounts: QuerySet[models.Account]
) -> Iterator[str]:
    """What an account of a network is recognised by, under each handle it ever had.

    Where only its handle was known, nobody with that handle comes in again; else somebody new may
    take it.
    """
    yield label_of_key(account.network, account.native_id)
    handles = {handle for _, handle in _handles(account)}
    for handle in _free(handles, account.network, accounts):
        yield label_of_key(account.network, provisional_id(handle))
        if account.native_id.startswith(provisional_id("")):
            yield label_of_handle(account.network, handle)


def _handles(account: models.Account) -> set[tuple[str, str]]:
    """(network, handle) of each that it ever had."""
    former = (each.handle for each in account.former_handles.all())
    return {(account.network, each.lower()) for each in (account.handle, *former) if each}


def _free(handles: set[str], network: str, accounts: QuerySet[models.Account]) -> set[str]:
    """Those of them under which nobody stays, and which no file tells of another."""
    stay = models.Account.objects.exclude(pk__in=accounts).filter(
        network=network, handle_key__in=handles
    )
    given = (
        each
        for handle in handles
        for record in models.Supporter.objects.exclude(account__in=accounts).filter(
            said__icontains=handle
        )
        for each in handles_of(from_json(record.said))
    )
    told = {handle for where, handle in given if where == network}
    return handles - told - set(stay.values_list("handle_key", flat=True))


def _erase(accounts: QuerySet[models.Account], now_us: int) -> dict[str, int]:
    ids = set(accounts.values_list("pk", flat=True))
    stay = ever_together(ids) - ids
    people = set(models.Edge.objects.filter(account__in=ids).values_list("person", flat=True))
    concerned = _others_concerned(accounts)
    decisions = set(
        models.Decision.objects.filter(account__in=ids).values_list("pk", flat=True)
    ) | set(decisions_naming(accounts).values_list("pk", flat=True))
    counts: Counter[str] = Counter()
    # What a decision that goes did to those who stay goes with it.
    models.Edge.objects.filter(decision__in=decisions).exclude(account__in=ids).delete()
    counts.update(_deleted(outbox_about(accounts)))
    _say_no_more(introductions(accounts))
    _rest_of_acts(decisions)
    for rows in (
        models.Decision.objects.filter(pk__in=decisions),
        models.Account.objects.filter(pk__in=ids),
    ):
        counts.update(_deleted(rows))
    settle_accounts(stay, now_us=now_us)
    gone = models.Person.objects.filter(pk__in=people, accounts__isnull=True)
    nobody = list(gone.values_list("pk", flat=True))
    models.ReadingTime.objects.filter(place__in=[place_of(each) for each in nobody]).delete()
    derive_again({*nobody, *concerned})
    counts.update(_deleted(gone.filter(edges__isnull=True)))
    return dict(counts)


def _others_concerned(accounts: QuerySet[models.Account]) -> set[int]:
    """People who stay, and of whom lines go that name these accounts: "Bo answered Ana"."""
    lines = models.Interaction.objects.filter(
        Q(actor__in=accounts) | Q(target__in=accounts), contact__isnull=False
    ).exclude(contact__in=accounts)
    return set(lines.filter(contact__is_me=False).values_list("contact__person", flat=True))


def _say_no_more(decisions: QuerySet[models.Decision]) -> None:
    """Who stays keeps that they were introduced to somebody: not to whom, nor in which words."""
    told = list(decisions.values_list("pk", flat=True))
    models.Gesture.objects.filter(decision__in=told).update(key=INTRODUCES, words="")
    models.Decision.objects.filter(pk__in=told).update(why="")


def _rest_of_acts(decisions: Collection[int]) -> None:
    """Parts of an act that are about others hold on without its head; one of them leads now."""
    parts = models.Decision.objects.filter(act__in=decisions).exclude(pk__in=decisions)
    heads: dict[int | None, models.Decision] = {}
    for part in parts.order_by("pk"):
        head = heads.setdefault(part.act_id, part)
        part.act = None if head is part else head
        part.save(update_fields=["act"])


def _deleted(rows: QuerySet[Any]) -> dict[str, int]:
    """How many rows of each table went with these."""
    _, counts = rows.delete()
    return {label.rpartition(".")[2].lower(): count for label, count in counts.items() if count}
