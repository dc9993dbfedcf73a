"""Of whom somebody said that they are two people, and whom files hold for two."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from hobnob.domain.decisions import Verb
from hobnob.domain.people import account_key
from hobnob.storage.models import Account, Decision, Supporter
from hobnob.storage.queries.people.accounts import accounts_by_key

NOS = (Verb.NOT_SAME, Verb.HOUSEHOLD)
"""Either says of two accounts that they are two people."""


class No(NamedTuple):
    """That two accounts are two people's."""

    decision: int
    account: int
    other: int


def nos_among(account_ids: Collection[int]) -> list[No]:
    """Everything in force that says of two of these accounts that they are two people's."""
    rows = Decision.objects.filter(verb__in=NOS, undone_by__isnull=True, account__isnull=False)
    wanted = set(account_ids)
    found = [row for row in rows.values_list("pk", "account_id", "subject") if row[1] in wanted]
    others = accounts_by_key({subject for _, _, subject in found})
    return [
        No(pk, account_id, others[subject])
        for pk, account_id, subject in found
        if others.get(subject) in wanted
    ]


def said_not_same(
    person_id: int,
    other_id: int,
    *,
    verbs: Collection[Verb] = NOS,
    between: Collection[int] | None = None,
) -> Decision | None:
    """The decision in force that says of accounts of these two that they are not one person.

    Whichever of them it was kept on. With `between` only those two accounts count.
    """
    people: dict[int, dict[str, int]] = {person_id: {}, other_id: {}}
    for account in Account.objects.filter(person_id__in=people):
        if between is None or account.pk in between:
            key = account_key(account.network, account.native_id)
            people[account.person_id][key] = account.pk
    for one, other in ((person_id, other_id), (other_id, person_id)):
        found = Decision.objects.filter(
            verb__in=verbs,
            account__in=people[one].values(),
            subject__in=people[other],
            undone_by__isnull=True,
        ).first()
        if found is not None:
            return found
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoInFiles:
    """Two people of files who would become one."""

    one: str
    other: str
    same_name: bool
    same_email: bool


def two_in_files(person_id: int, other_id: int) -> TwoInFiles | None:
    """What files say of both; None where one of them stands in none."""
    ours, theirs = _records(person_id), _records(other_id)
    if not ours or not theirs:
        return None
    return TwoInFiles(
        one=ours[0].account.name,
        other=theirs[0].account.name,
        same_name=bool(_names(ours) & _names(theirs)),
        same_email=bool(_emails(ours) & _emails(theirs)),
    )


def _records(person_id: int) -> list[Supporter]:
    found = Supporter.objects.filter(account__person=person_id).select_related("account")
    return list(found.order_by("account"))


def _names(records: Collection[Supporter]) -> set[str]:
    return {each.account.name.casefold() for each in records} - {""}


def _emails(records: Collection[Supporter]) -> set[str]:
    told = (email for each in records for email in each.said.get("emails") or ())
    return {each["value"].casefold() for each in told}
