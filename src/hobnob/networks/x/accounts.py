"""Accounts as X tells them: https://docs.x.com/x-api/fundamentals/data-dictionary."""

from dataclasses import replace

from hobnob.domain.people import Account, Network, provisional_id
from hobnob.networks.fields import Record
from hobnob.networks.x.fields import id_in, is_handle, needed_id, words
from hobnob.networks.x.profiles import read_profile

_LINK_BY_ID = "https://twitter.com/intent/user?user_id="
"""As X's own archives write it: what says nothing new should look like what is known."""


def read_account(user: Record) -> Account:
    """The account of a profile. Raises Misshapen."""
    native_id = needed_id(user, "account")
    account = account_of(
        native_id, words(user, "username"), words(user, "name"), words(user, "description")
    )
    return replace(account, profile=read_profile(user))


def account_of(native_id: str, handle: str = "", name: str = "", bio: str = "") -> Account:
    """An account with the link to its profile."""
    handle = handle if is_handle(handle) else ""
    url = f"https://x.com/{handle}" if handle else f"{_LINK_BY_ID}{native_id}"
    return Account(
        network=Network.X, native_id=native_id, handle=handle, name=name, bio=bio, url=url
    )


def account_called(handle: str) -> Account:
    """An account of which only the handle is known."""
    return account_of(provisional_id(handle), handle)


def named_account(mention: Record) -> Account | None:
    """The account that the words of a post name; None where nobody can tell which."""
    native_id, handle = id_in(mention), words(mention, "username")
    if native_id:
        return account_of(native_id, handle)
    return account_called(handle) if is_handle(handle) else None
