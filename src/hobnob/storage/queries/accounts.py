"""Accounts by the names that people type."""

from typing import NamedTuple

from hobnob.storage.models import Account


class AccountName(NamedTuple):
    """An account as one calls it."""

    id: int
    network: str
    handle: str

    def __str__(self) -> str:
        """x:ana."""
        return f"{self.network}:{self.handle}"


def accounts_of(person_id: int) -> list[AccountName]:
    """Somebody's accounts, the one known longest first."""
    found = Account.objects.filter(person_id=person_id).order_by("pk")
    return list(map(AccountName._make, found.values_list("id", "network", "handle")))
