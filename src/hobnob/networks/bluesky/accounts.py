"""Accounts as Bluesky tells them: https://docs.bsky.app/docs/api/app-bsky-actor-get-profile."""

import re

from hobnob.domain.people import Account, Network
from hobnob.networks.bluesky.labels import is_left_out
from hobnob.networks.bluesky.profiles import read_profile
from hobnob.networks.bluesky.uris import is_did, needed_did
from hobnob.networks.fields import Record, words

_NO_HANDLE = "handle.invalid"

_PROFILE_PAGE = re.compile(r"(?:https?://)?[^/]+/profile/([^/?#]+)/?")
_HANDLE = re.compile(r"(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)


def read_account(source: Record) -> Account:
    """The account of a profile, however much of it is told. Raises Misshapen.

    Of one that was taken down nothing is left but which it is.
    """
    handle, is_shown = words(source, "handle"), not is_left_out(source)
    return Account(
        network=Network.BLUESKY,
        native_id=needed_did(source, "account"),
        # A name that stands for somebody else by now, or for nobody.
        handle="" if handle == _NO_HANDLE else handle,
        name=words(source, "displayName").strip() if is_shown else "",
        bio=words(source, "description").strip() if is_shown else "",
        profile=read_profile(source),
    )


def known_by_id(did: str) -> Account:
    """An account of which only the id is told."""
    return Account(network=Network.BLUESKY, native_id=did)


def name_in(typed: str) -> str:
    """The handle or DID in what a person types, "" where there is none.

    "robin.example" of "@Robin.example" and of "https://bsky.app/profile/robin.example".
    """
    name = typed.strip()
    if page := _PROFILE_PAGE.fullmatch(name):
        name = page[1]
    name = name.removeprefix("@")
    if is_did(name):
        return name
    return name.lower() if _HANDLE.fullmatch(name) else ""
