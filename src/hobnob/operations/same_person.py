"""Say that two are one person, or that an account is somebody of its own after all."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.operations.identity import NotSomebodyElses, belongs_to, on_its_own
from hobnob.operations.stages import refuse_overfull
from hobnob.storage import bulk, models


@transaction.atomic
def same_person(person_id: int, other_id: int, *, author: User, now_us: int) -> None:
    """Every account of somebody is the other one's from now on.

    Raises NotSomebodyElses when they are one already, or when one of them is me.
    """
    bulk.lock_log()
    if person_id == other_id:
        raise NotSomebodyElses("These two are one person already.")
    if models.Account.objects.filter(person_id=other_id, is_me=True).exists():
        raise NotSomebodyElses("That is you: nobody else's account can be yours.")
    for account in models.Account.objects.filter(person_id=person_id).order_by("pk"):
        belongs_to(account.pk, other_id, author=author, now_us=now_us)


@transaction.atomic
def apart(account_id: int, *, author: User, now_us: int) -> int:
    """The account is somebody of its own again. Returns that person's id.

    Raises NotSomebodyElses when it is, and ListIsFull when a hard list has no place for both.
    """
    person_id = on_its_own(account_id, author=author, now_us=now_us)
    for hard in models.List.objects.filter(is_capacity_hard=True):
        refuse_overfull(hard, coming_back=[person_id])
    return person_id
