"""Whose archive it is: `account.js`, `profile.js`, `screen-name-change.js`, else the manifest."""

from hobnob.domain.people import Account, Network
from hobnob.importers.x_archive.accounts import LINK_BY_ID, is_handle
from hobnob.importers.x_archive.dates import iso_date_us
from hobnob.importers.x_archive.fields import Record, id_in, part, words
from hobnob.importers.x_archive.manifest import Manifest


def owner_of(account: Record, profile: Record, manifest: Manifest) -> Account | None:
    """The account the archive belongs to; None where no file says its id."""
    native_id = id_in(account, "accountId") or manifest.account_id
    if not native_id:
        return None
    handle = words(account, "username") or manifest.handle
    handle = handle if is_handle(handle) else ""
    return Account(
        network=Network.X,
        native_id=native_id,
        handle=handle,
        name=words(account, "accountDisplayName") or manifest.name,
        bio=words(part(profile, "description"), "bio"),
        url=f"https://x.com/{handle}" if handle else f"{LINK_BY_ID}{native_id}",
    )


def former_handle(change: Record) -> tuple[str, int] | None:
    """A handle the owner gave up, and when; None where the record does not say both."""
    inner = part(change, "screenNameChange")
    handle, changed_at_us = words(inner, "changedFrom"), iso_date_us(words(inner, "changedAt"))
    return (handle, changed_at_us) if is_handle(handle) and changed_at_us is not None else None


def list_name(record: Record) -> str:
    """What X calls a list in `https://twitter.com/NAME/lists/quiet-gardeners`; often a number."""
    owner, found, name = words(record, "url").partition("/lists/")
    return name.strip("/") if owner and found else ""
