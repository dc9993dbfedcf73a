"""Say that two accounts are one person's, that they are not, or that one is somebody of its own.

Each is a decision with an author and a reason, and undone like any other.
"""

from collections.abc import Collection

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.people import account_key
from hobnob.operations.decide import take_effect
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.said_two import TwoInFiles, said_not_same, two_in_files
from hobnob.storage.queries.people.accounts import accounts_of
from hobnob.storage.queries.people.lines import person_lines


class NotSomebodyElses(HobnobError):
    """The account is one's own, or belongs there already."""


class NeedsSecondYes(HobnobError):
    """Something speaks against it, and whoever says it again knows that."""


class SaidNotToBe(NeedsSecondYes):
    """Somebody said that these two are not one person."""


class AlreadyTaken(NeedsSecondYes):
    """Both are supporters: two people in files would become one."""


@transaction.atomic
def same(
    account_id: int,
    other_account_id: int,
    *,
    author: User,
    now_us: int,
    why: str = "",
    act: models.Decision | None = None,
    anyway: bool = False,
) -> models.Decision:
    """All accounts of the one's person are the other's person's from now on.

    Raises NotSomebodyElses when they are one already or one is mine; unless `anyway`, SaidNotToBe
    when somebody said they are not and AlreadyTaken when both are supporters; and ListIsFull.
    """
    bulk.lock_log()
    account, other = _two(account_id, other_account_id)
    if account.person_id == other.person_id:
        raise NotSomebodyElses("These two are one person already.")
    _refuse_mine({account.person_id, other.person_id})
    if not anyway:
        _ask_again(account.person_id, other.person_id)
    return _say(Verb.SAME, account, other, author=author, now_us=now_us, why=why, act=act)


@transaction.atomic
def not_same(
    account_id: int,
    other_account_id: int,
    *,
    author: User,
    now_us: int,
    why: str = "",
    act: models.Decision | None = None,
) -> models.Decision:
    """These two accounts are not one person's, and nobody is asked again until it is undone.

    What was said before is not said twice. Raises NotSomebodyElses when they are one person here.
    """
    bulk.lock_log()
    account, other = _two(account_id, other_account_id)
    if account.person_id == other.person_id:
        raise NotSomebodyElses(
            f"{account} and {other} are one person here: say first that one is on its own."
        )
    before = said_not_same(
        account.person_id,
        other.person_id,
        verbs=[Verb.NOT_SAME],
        between={account_id, other.pk},
    )
    return before or _say(
        Verb.NOT_SAME, account, other, author=author, now_us=now_us, why=why, act=act
    )


@transaction.atomic
def apart(account_id: int, *, author: User, now_us: int, why: str = "") -> int:
    """The account is somebody of its own again. Returns that person's id.

    Raises NotSomebodyElses when it is already, and ListIsFull when a hard list has no place for
    both.
    """
    bulk.lock_log()
    account = _one(account_id)
    if len(accounts_of(account.person_id)) == 1:
        raise NotSomebodyElses(f"{account} is somebody of its own already.")
    decision = models.Decision.objects.create(
        verb=Verb.APART, made_us=now_us, author=author, account=account, why=why.strip()
    )
    take_effect([decision])
    return _one(account_id).person_id


@transaction.atomic
def same_person(
    person_id: int,
    other_id: int,
    *,
    author: User,
    now_us: int,
    why: str = "",
    anyway: bool = False,
) -> models.Decision:
    """Every account of somebody is the other one's from now on: see `same`."""
    one, other = accounts_of(person_id), accounts_of(other_id)
    if not one or not other:
        raise NotSomebodyElses("One of the two is not here any more.")
    return same(one[0].id, other[0].id, author=author, now_us=now_us, why=why, anyway=anyway)


def _say(
    verb: Verb,
    account: models.Account,
    other: models.Account,
    *,
    author: User,
    now_us: int,
    why: str,
    act: models.Decision | None,
) -> models.Decision:
    decision = models.Decision.objects.create(
        verb=verb,
        made_us=now_us,
        author=author,
        account=account,
        subject=account_key(other.network, other.native_id),
        why=why.strip(),
        act=act,
    )
    take_effect([decision])
    return decision


def _two(account_id: int, other_account_id: int) -> tuple[models.Account, models.Account]:
    return _one(account_id), _one(other_account_id)


def _one(account_id: int) -> models.Account:
    account = models.Account.objects.filter(pk=account_id).first()
    if account is None:
        raise NotSomebodyElses("There is no such account: somebody may have been forgotten.")
    return account


def _refuse_mine(person_ids: Collection[int]) -> None:
    if models.Account.objects.filter(person_id__in=person_ids, is_me=True).exists():
        raise NotSomebodyElses("That is you: nobody else's account can be yours.")


def _ask_again(person_id: int, other_id: int) -> None:
    """Raises SaidNotToBe or AlreadyTaken, with what speaks for it."""
    no = said_not_same(person_id, other_id)
    if no is not None:
        one, two = _names(person_id, other_id)
        what = (
            f"{one} and {two} share a household and are two"
            if no.verb == Verb.HOUSEHOLD
            else f"{one} is not {two}"
        )
        raise SaidNotToBe(
            f"It was said that {what}. If they are one person after all, say so anyway."
        )
    records = two_in_files(person_id, other_id)
    if records is not None:
        raise AlreadyTaken(
            f"{records.one} and {records.other} are two people in your files. {_alike(records)} "
            "If they are one person, say so anyway; if they share a household, they stay two."
        )


def _alike(records: TwoInFiles) -> str:
    """What speaks for one person."""
    shared = [
        *(["the same name"] if records.same_name else []),
        *(["an e-mail address in common"] if records.same_email else []),
    ]
    if not shared:
        return "They have neither the name nor an e-mail address in common."
    return f"They have {' and '.join(shared)}."


def _names(*person_ids: int) -> list[str]:
    lines = person_lines(person_ids)
    return [lines[each].name for each in person_ids]
