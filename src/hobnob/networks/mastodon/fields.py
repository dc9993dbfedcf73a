"""What Mastodon's answers name a thing by: ids, which differ from server to server, and links."""

import re

from hobnob.networks.fields import Misshapen, Record, words

_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
_WEB = ("https://", "http://")


def id_in(source: Record, key: str = "id") -> str:
    """The id under a key, "" where there is none.

    Ids are strings: numbers with Mastodon, base 62 with Pleroma, hexadecimal with snac.
    """
    value = source.get(key)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return text if is_id(text) else ""


def is_id(text: str) -> bool:
    """Whether a text can be an id, and so a part of an address that is asked for."""
    return _ID.fullmatch(text) is not None


def needed_id(source: Record, what: str) -> str:
    """The id of an object. Raises Misshapen where there is none."""
    if found := id_in(source):
        return found
    raise Misshapen(f"the {what} has no id")


def link(source: Record, *keys: str) -> str:
    """The first web address under one of the keys, "" where there is none."""
    for key in keys:
        if (found := words(source, key)).startswith(_WEB):
            return found
    return ""
