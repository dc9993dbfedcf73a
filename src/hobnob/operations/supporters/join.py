"""Make records of several files one person, where they share an e-mail address and the name."""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from django.db import transaction
from django.db.models import QuerySet

from hobnob.domain.people import Network
from hobnob.domain.supporters import Supporter
from hobnob.domain.supporters_json import from_json
from hobnob.domain.supporters_same import are_one_person
from hobnob.operations.identity import join_as_met
from hobnob.storage import bulk, models

_MOST_SHARING = 20
"""Records with one address: it is an office's, and tells nothing of who somebody is."""
_REASON = "the same e-mail address and the same name in your files"


@transaction.atomic
def join_supporters(source: models.Source, *, now_us: int) -> int:
    """Join those of whom this source told with whom other files know. Says how many were joined.

    Whom somebody said to be two stays two, and so does whoever would make them one: see
    `join_as_met`.
    """
    bulk.lock_log()
    groups = _groups(_pairs(source))
    return join_as_met(groups, reason=_REASON, now_us=now_us, unites_supporters=True)


def _pairs(source: models.Source) -> Iterator[tuple[int, int]]:
    """Accounts of two records that are one person's, the older account first."""
    sharing = [group for group in _sharing(source) if 1 < len(group) <= _MOST_SHARING]
    supporters = _supporters({each for group in sharing for each in group})
    seen: set[tuple[int, int]] = set()
    for group in sharing:
        for pair in combinations(sorted(group & supporters.keys()), 2):
            if pair not in seen and are_one_person(*(supporters[each] for each in pair)):
                seen.add(pair)
                yield pair


def _sharing(source: models.Source) -> Iterable[set[int]]:
    """Accounts by address: those of which this source told an address, and all who have it."""
    addresses = {
        address.lower()
        for emails in _emails(models.Supporter.objects.filter(source=source)).values()
        for address in emails
    }
    by_address: dict[str, set[int]] = {}
    for account_id, address in bulk.select_in(
        "SELECT id, handle_key FROM storage_account WHERE network = %s AND handle_key IN {values}",
        str(Network.ADDRESS_BOOK),
        values=addresses,
    ):
        by_address.setdefault(address, set()).add(account_id)
    # An account is found by its first address; few have others, and they are looked through.
    several = models.Supporter.objects.filter(said__emails__1__isnull=False)
    for account_id, emails in _emails(several).items():
        for address in addresses.intersection(map(str.lower, emails)):
            by_address.setdefault(address, set()).add(account_id)
    return by_address.values()


def _emails(supporters: QuerySet[models.Supporter]) -> dict[int, list[str]]:
    rows = supporters.values_list("account_id", "said__emails").iterator()
    return {pk: [each["value"] for each in emails or ()] for pk, emails in rows}


def _supporters(account_ids: Collection[int]) -> dict[int, Supporter]:
    rows = models.Supporter.objects.in_bulk(account_ids)
    return {pk: from_json(each.said) for pk, each in rows.items()}


def _groups(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The oldest account of each group, by each other account in it."""
    first_of: dict[int, int] = {}

    def first(account: int) -> int:
        while account in first_of:
            account = first_of[account]
        return account

    for one, other in pairs:
        older, newer = sorted((first(one), first(other)))
        if older != newer:
            first_of[newer] = older
    return {each: first(each) for each in first_of}
