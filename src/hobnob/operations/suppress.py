"""Keep out whom we forgot: their accounts, addresses, files' keys and posts never come in again.

What is kept of them are keyed digests (HMAC-SHA256, https://www.rfc-editor.org/rfc/rfc2104), which
tell nobody who they were. The key lies beside the database, not in it, and so does a copy of the
digests: see `operations.forget_again` for a database that was put back from before.
"""

import hmac
import json
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Interaction
from hobnob.domain.known_by import (
    is_shared_key,
    label_of_key,
    label_of_post,
    labels_of_account,
    labels_of_supporter,
)
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.domain.supporters import Supporter
from hobnob.operations.secrets.files import SecretFiles, UnreadableSecret
from hobnob.storage import bulk, models

_KEY = "the key of whom we forgot"
_DIGESTS = "whom we forgot"


class KeyIsLost(HobnobError):
    """Somebody was forgotten, and nobody can tell any more who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What comes in, without those whom we forgot."""

    interactions: list[Interaction]
    posts: list[Post]
    """Those of the interactions are among them."""
    accounts: list[Account]


# ── What does not come in ────────────────────────────────────────────────────


def without_forgotten(
    interactions: Iterable[Interaction] = (),
    posts: Iterable[Post] = (),
    accounts: Iterable[Account] = (),
) -> Batch:
    """What is left of a batch; all of it, after one look, where nobody was ever forgotten.

    Left out are their accounts, what they did or what was done to them, and their posts; what
    others wrote stays. Raises KeyIsLost.
    """
    batch, known = list(interactions), list(accounts)
    told = [*posts, *(each.post for each in batch if each.post is not None)]
    if not models.Forgotten.objects.exists():
        return Batch(interactions=batch, posts=told, accounts=known)
    ends = (end for each in batch for end in (each.actor, each.target) if end is not None)
    authors = (each.author for each in told if each.author is not None)
    labels = {label for each in (*known, *ends, *authors) for label in labels_of_account(each)}
    door = _Door(forgotten(labels | {label_of_post(each.network, each.native_id) for each in told}))
    return Batch(
        interactions=[kept for each in batch if (kept := door.let_in(each)) is not None],
        posts=[each for each in told if not door.is_post_out(each)],
        accounts=[each for each in known if not door.is_out(each)],
    )


def without_forgotten_supporters(
    supporters: Iterable[Supporter], *, left_out: Collection[str] = ()
) -> list[Supporter]:
    """Those of them whom nobody asked us to forget, and whose key is not among those `left_out`.

    They are known by their key, and by an address, number or handle of theirs. A record that is
    kept already is its owner's: only its own key, or an address with the name, leaves it out.
    Raises KeyIsLost.
    """
    everybody = list(supporters)
    if not models.Forgotten.objects.exists():
        return everybody
    labels = [set(labels_of_supporter(each)) for each in everybody]
    out = forgotten({label for theirs in labels for label in theirs})
    known = [each for each, theirs in zip(everybody, labels, strict=True) if theirs & out]
    kept = _kept_keys({each.key for each in known})
    refused = [each for each in known if each.key not in kept or _key_of(each) in out]
    keys = {each.key for each in refused if not is_shared_key(each.key)} | set(left_out)
    rows = {id(each) for each in refused}
    return [each for each in everybody if id(each) not in rows and each.key not in keys]


def keys_left_out(batches: Iterable[Iterable[Supporter]]) -> frozenset[str]:
    """Keys of a file under any row of which somebody is known whom we forgot.

    One row may have the address and the next only the key. Where nobody was ever forgotten nothing
    is read. A key that is an address may be anybody's: each of its rows is looked at by itself.
    """
    if not models.Forgotten.objects.exists():
        return frozenset()
    out: set[str] = set()
    for batch in batches:
        everybody = list(batch)
        kept = {each.key for each in without_forgotten_supporters(everybody)}
        out |= {each.key for each in everybody if not is_shared_key(each.key)} - kept
    return frozenset(out)


def keys_of_forgotten(supporters: Iterable[Supporter]) -> set[str]:
    """Keys of records that are known by their key alone, or by an address with the name.

    Raises KeyIsLost.
    """
    everybody = list(supporters)
    if not models.Forgotten.objects.exists():
        return set()
    out = forgotten({_key_of(each) for each in everybody})
    return {each.key for each in everybody if _key_of(each) in out}


def _key_of(supporter: Supporter) -> str:
    return label_of_key(Network.ADDRESS_BOOK, supporter.key, supporter.whole_name)


def _kept_keys(keys: Iterable[str]) -> set[str]:
    """Those under which somebody is kept."""
    rows = bulk.select_in(
        "SELECT native_id FROM storage_account WHERE network = %s AND native_id IN {values}",
        str(Network.ADDRESS_BOOK),
        values=keys,
    )
    return {native_id for (native_id,) in rows}


@dataclass(frozen=True, slots=True)
class _Door:
    """Decides what comes in, by the labels of whom we forgot."""

    out: Collection[str]

    def is_out(self, account: Account | None) -> bool:
        return account is not None and any(each in self.out for each in labels_of_account(account))

    def is_post_out(self, post: Post) -> bool:
        return label_of_post(post.network, post.native_id) in self.out or self.is_out(post.author)

    def let_in(self, each: Interaction) -> Interaction | None:
        """As it comes in. Somebody else may have passed on what they wrote: without that."""
        if self.is_out(each.actor) or self.is_out(each.target):
            return None
        if each.post is None or not self.is_post_out(each.post):
            return each
        return replace(each, post=None) if each.contact is not None else None


# ── The digests ──────────────────────────────────────────────────────────────


def forgotten(labels: Collection[str]) -> set[str]:
    """Which of these labels are of somebody whom we forgot. Raises KeyIsLost."""
    by_digest = digests_of([*labels, _KEY])
    rows = bulk.select_in(
        "SELECT digest FROM storage_forgotten WHERE digest IN {values}", values=by_digest
    )
    found = {by_digest[digest] for (digest,) in rows}
    if _KEY not in found:
        raise _key_is_lost()
    return found - {_KEY}


def suppress(labels: Iterable[str], *, now_us: int) -> None:
    """Never let in again who is known by one of these labels. Raises KeyIsLost.

    The file is written before the transaction ends: where that fails, the next start ends what was
    begun.
    """
    if models.Forgotten.objects.exists():
        forgotten(())  # raises where the key is another one
    elif _read(_KEY) is None:
        _files().write(_KEY, secrets.token_hex(32))
    digests = digests_of([*labels, _KEY])
    _files().write(_DIGESTS, json.dumps(sorted(digests_in_file() | digests.keys())))
    suppress_digests(digests, now_us=now_us)


def suppress_digests(digests: Iterable[str], *, now_us: int) -> None:
    """Note in the database what the file beside it says already."""
    models.Forgotten.objects.bulk_create(
        [models.Forgotten(digest=each, made_us=now_us) for each in sorted(digests)],
        ignore_conflicts=True,
    )


def digests_in_file() -> set[str]:
    """All that were ever forgotten in this data folder."""
    return set(json.loads(_read(_DIGESTS) or "[]"))


def give_up_key(*, now_us: int) -> int:
    """Begin anew after the key was lost: who was forgotten before may come in again.

    Says how many digests are worth nothing now.
    """
    lost = models.Forgotten.objects.count()
    models.Forgotten.objects.all().delete()
    for label in (_KEY, _DIGESTS):
        _files().delete(label)
    suppress((), now_us=now_us)
    return lost


def digests_of(labels: Iterable[str]) -> dict[str, str]:
    """Each label by its digest. Raises KeyIsLost."""
    key = _read(_KEY)
    if key is None:
        raise _key_is_lost()
    secret = key.encode()
    return {hmac.digest(secret, each.encode(), "sha256").hex(): each for each in labels}


def _read(label: str) -> str | None:
    try:
        return _files().read(label)
    except UnreadableSecret as error:
        raise _key_is_lost() from error


def _key_is_lost() -> KeyIsLost:
    return KeyIsLost(
        f"You had hobnob forget somebody, and the files that tell whom not to let in again are "
        f"missing from {settings.HOME} or belong to another database. Nothing comes in until they "
        "are back: put tokens.key and the folder tokens there again from a copy, or, if there is "
        "none, run `hobnob forget --lost-key`."
    )


def _files() -> SecretFiles:
    return SecretFiles(Path(settings.HOME))
