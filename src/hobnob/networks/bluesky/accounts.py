"""Accounts as Bluesky tells them: https://docs.bsky.app/docs/api/app-bsky-actor-get-profile."""

import re

from hobnob.domain.people import Account, Network
from hobnob.networks.bluesky.uris import is_did, needed_did
from hobnob.networks.fields import Record, each, words

_HIDDEN = frozenset({"!takedown", "!suspend", "!hide"})
_NO_HANDLE = "handle.invalid"

_PROFILE_PAGE = re.compile(r"(?:https?://)?[^/]+/profile/([^/?#]+)/?")
_HANDLE = re.compile(r"(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)


def read_account(source: Record) -> Account:
    """The account of a profile, however much of it is told. Raises Misshapen."""
    handle = words(source, "handle")
    return Account(
        network=Network.BLUESKY,
        native_id=needed_did(source, "account"),
        # A name that stands for somebody else by now, or for nobody.
        handle="" if handle == _NO_HANDLE else handle,
        name=words(source, "displayName").strip(),
        bio=words(source, "description").strip(),
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


def is_left_out(view: Record) -> bool:
    """Whether a profile or a post was taken down, or is not to be shown at all.

    https://docs.bsky.app/docs/advanced-guides/moderation#labels
    """
    return any(
        words(label, "val") in _HIDDEN and label.get("neg") is not True
        for label in each(view, "labels")
    )
