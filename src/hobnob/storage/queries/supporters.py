"""Who of a file's people, and which of their gifts, is known already."""

from collections.abc import Collection, Iterable

from hobnob.domain.people import Network
from hobnob.storage import bulk

_Gift = tuple[str, str]
"""(key of the supporter, key of the gift)."""


def known_keys(keys: Collection[str]) -> set[str]:
    """Those keys of which a file told before."""
    rows = bulk.select_in(
        "SELECT account.native_id FROM storage_supporter supporter "
        "JOIN storage_account account ON account.id = supporter.account_id "
        "WHERE account.network = %s AND account.native_id IN {values}",
        str(Network.ADDRESS_BOOK),
        values=keys,
    )
    return {row[0] for row in rows}


def known_gifts(gifts: Iterable[_Gift]) -> set[_Gift]:
    """Those gifts of which a file told before."""
    wanted = set(gifts)
    rows = bulk.select_in(
        "SELECT account.native_id, donation.key FROM storage_donation donation "
        "JOIN storage_account account ON account.id = donation.account_id "
        "WHERE account.network = %s AND account.native_id IN {values}",
        str(Network.ADDRESS_BOOK),
        values={key for key, _ in wanted},
    )
    return wanted & set(rows)
