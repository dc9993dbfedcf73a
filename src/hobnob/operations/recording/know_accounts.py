"""Find the accounts that a batch speaks of, and make those that nobody has met before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db import connection

from hobnob.domain.people import Account, Profile
from hobnob.operations.recording.keep_profile_changes import Change, changed, keep_profile_changes
from hobnob.operations.recording.keep_profiles import keep_profiles
from hobnob.operations.suppress import without_forgotten
from hobnob.storage import bulk, models
from hobnob.storage.search import index_new

AccountKey = tuple[str, str]
"""(network, native id)."""


@dataclass(slots=True)
class Known:
    """The stored accounts of one batch."""

    ids: dict[AccountKey, int] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)
    """Account id -> id of the person it belongs to."""
    mine: frozenset[int] = frozenset()
    """Ids of my own accounts, in this batch or not."""
    made: int = 0

    def id_of(self, account: Account | None) -> int | None:
        """The stored id of an account of this batch; None for nobody."""
        return None if account is None else self.ids[account.network, account.native_id]


def know_accounts(accounts: Iterable[Account], *, now_us: int, seen_us: int) -> Known:
    """Every account found or made; each new one comes with a person of its own.

    `seen_us` is when the source saw these handles and names (microseconds UTC): what is fresher
    stays as it is. Whom we forgot is not found and not made.
    """
    wanted: dict[AccountKey, Account] = {}
    profiles: dict[AccountKey, Profile] = {}
    for account in without_forgotten(accounts=accounts).accounts:
        key = (account.network, account.native_id)
        if account.profile is not None:
            profiles[key] = account.profile
        before = wanted.get(key)
        if before is None or (account is not before and not _says_more(before, account)):
            wanted[key] = account
    known = Known(mine=_mine())
    _find(wanted, known, seen_us)
    _make([wanted[key] for key in wanted if key not in known.ids], known, now_us, seen_us)
    keep_profiles(((known.ids[key], profile) for key, profile in profiles.items()), seen_us)
    return known


def _mine() -> frozenset[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM storage_account WHERE is_me")
        return frozenset(row[0] for row in cursor.fetchall())


def know_people(account_ids: Collection[int], known: Known) -> None:
    """Add whose these accounts are, where the batch did not speak of them."""
    unknown = [each for each in account_ids if each not in known.people]
    known.people |= dict(
        bulk.select_in(
            "SELECT id, person_id FROM storage_account WHERE id IN {values}", values=unknown
        )
    )


def _says_more(account: Account, than: Account) -> bool:
    return (bool(account.handle), bool(account.name), len(account.bio)) > (
        bool(than.handle),
        bool(than.name),
        len(than.bio),
    )


def _find(wanted: dict[AccountKey, Account], known: Known, seen_us: int) -> None:
    networks: dict[str, list[str]] = {}
    for network, native_id in wanted:
        networks.setdefault(network, []).append(native_id)
    fresher = []
    changes: list[Change] = []
    for network, native_ids in networks.items():
        for row_id, native_id, person_id, handle, name, bio, url, row_seen_us in bulk.select_in(
            "SELECT id, native_id, person_id, handle, name, bio, url, seen_us "
            "FROM storage_account WHERE network = %s AND native_id IN {values}",
            str(network),
            values=native_ids,
        ):
            known.ids[network, native_id] = row_id
            known.people[row_id] = person_id
            old = (handle, name, bio, url)
            is_newer = seen_us >= row_seen_us
            new = _fuller(old, wanted[network, native_id], is_newer=is_newer)
            if new != old:
                handle = new[0]
                if is_newer:
                    changes += changed(row_id, _told(old), _told(new))
                fresher.append((*new, handle.lower(), max(seen_us, row_seen_us), row_id))
    if fresher:
        columns = ("handle", "name", "bio", "url", "handle_key", "seen_us")
        bulk.update(models.Account, columns, fresher)
        keep_profile_changes(changes, seen_us)


def _told(words: tuple[str, str, str, str]) -> dict[str, str]:
    """What somebody tells of themselves; an address may be written in many ways."""
    handle, name, bio, _ = words
    return {"handle": handle, "name": name, "bio": bio}


def _fuller(
    old: tuple[str, str, str, str], account: Account, *, is_newer: bool
) -> tuple[str, str, str, str]:
    """Newer words replace older ones; either fills what is empty."""
    handle, name, bio, url = old
    first = (account.handle, account.name, account.bio, account.url)
    if is_newer:
        return (first[0] or handle, first[1] or name, first[2] or bio, first[3] or url)
    return (handle or first[0], name or first[1], bio or first[2], url or first[3])


def _make(accounts: list[Account], known: Known, now_us: int, seen_us: int) -> None:
    if not accounts:
        return
    person_ids = bulk.next_ids(models.Person, len(accounts))
    account_ids = bulk.next_ids(models.Account, len(accounts))
    bulk.insert(models.Person, ("id", "made_us"), [(each, now_us) for each in person_ids])
    columns = (
        "id",
        "network",
        "native_id",
        "handle",
        "handle_key",
        "name",
        "bio",
        "url",
        "seen_us",
        "is_me",
        "person_id",
    )
    rows = []
    for row_id, person_id, each in zip(account_ids, person_ids, accounts, strict=True):
        known.ids[each.network, each.native_id] = row_id
        known.people[row_id] = person_id
        rows.append(
            (
                row_id,
                str(each.network),
                each.native_id,
                each.handle,
                each.handle.lower(),
                each.name,
                each.bio,
                each.url,
                seen_us,
                False,
                person_id,
            )
        )
    bulk.insert(models.Account, columns, rows)
    index_new(models.Account, account_ids[0], account_ids[-1])
    bulk.insert(
        models.Edge,
        ("account_id", "person_id", "began_us", "reason"),
        [(a, p, now_us, "met") for a, p in zip(account_ids, person_ids, strict=True)],
    )
    known.made = len(accounts)
