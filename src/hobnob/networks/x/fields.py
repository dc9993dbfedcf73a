"""What X's answers name a thing by, ids and handles; and its texts, which say "&amp;" for "&"."""

import re
from html import unescape

from hobnob.networks.fields import Misshapen, Record, clean

_ID = re.compile(r"[1-9]\d{0,19}", re.ASCII)
_HANDLE = re.compile(r"\w{1,20}", re.ASCII)


def words(source: Record, key: str) -> str:
    """The text under a key as a person reads it, fit to be stored: "" where there is none."""
    value = source.get(key)
    if not isinstance(value, str):
        return ""
    return clean(unescape(value) if "&" in value else value)


def id_in(source: Record, key: str = "id") -> str:
    """The numeric id under a key, "" where there is none."""
    value = source.get(key)
    return value if isinstance(value, str) and is_id(value) else ""


def ids_in(source: Record, *keys: str) -> list[str]:
    """The ids in the first list under one of the keys."""
    for key in keys:
        if isinstance(values := source.get(key), list):
            return [value for value in values if isinstance(value, str) and is_id(value)]
    return []


def needed_id(source: Record, what: str) -> str:
    """The id of an object. Raises Misshapen where there is none."""
    if found := id_in(source):
        return found
    raise Misshapen(f"the {what} has no id")


def is_id(text: str) -> bool:
    """Whether a text is one of X's ids, and so may be a part of an address that is asked for."""
    return _ID.fullmatch(text) is not None


def is_handle(text: str) -> bool:
    """Whether a text may be a handle: letters, digits and underscores."""
    return _HANDLE.fullmatch(text) is not None
