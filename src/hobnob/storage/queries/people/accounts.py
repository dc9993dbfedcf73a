"""Accounts by the names that people type."""

from collections.abc import Collection
from typing import NamedTuple

from hobnob.domain.people import Network, account_key, account_of_key
from hobnob.storage.models import Account
from hobnob.storage.queries.people.lines import in_file


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


def in_words(account: Account) -> str:
    """An account as a sentence names it: "@ana on X"; a record of a file by its key."""
    if account.network == Network.ADDRESS_BOOK:
        return f"{account.native_id} {where(account)}"
    return f"@{account.handle or account.native_id} on {Network(account.network).title}"


def where(account: Account) -> str:
    """ "on Mastodon", "in donors.csv"."""
    if account.network != Network.ADDRESS_BOOK:
        return f"on {Network(account.network).title}"
    supporter = getattr(account, "supporter", None)
    return in_file(supporter.source.title if supporter and supporter.source else "")


def accounts_by_key(keys: Collection[str]) -> dict[str, int]:
    """The number of each account that a decision names: "x:22" -> 7. Who is gone is left out."""
    networks: dict[str, list[str]] = {}
    for key in keys:
        network, native_id = account_of_key(key)
        networks.setdefault(network, []).append(native_id)
    return {
        account_key(network, native_id): account_id
        for network, native_ids in networks.items()
        for account_id, native_id in Account.objects.filter(
            network=network, native_id__in=native_ids
        ).values_list("pk", "native_id")
    }
