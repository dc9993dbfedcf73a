"""Reads fields of an answer that may be missing, empty, or of another type than documented.

Server programs differ, and Mastodon.py turns dates into datetimes on the way: both forms count.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from hobnob.domain.moments import to_us

Record = Mapping[str, Any]

_HALF = re.compile("[\ud800-\udfff]")
_ID = re.compile(r"[\w-]{1,64}", re.ASCII)
_WEB = ("https://", "http://")


class Misshapen(ValueError):
    """An item without what makes it one; the message is the end of "left out: ..."."""


def record(value: object) -> Record:
    """The value, if it is a JSON object; else an empty one."""
    return value if isinstance(value, Mapping) else {}


def part(source: Record, key: str) -> Record:
    """The object under a key, empty where there is none."""
    return record(source.get(key))


def each(source: Record, key: str) -> Iterator[Record]:
    """The objects in the list under a key."""
    values = source.get(key)
    if isinstance(values, list):
        yield from (value for value in values if isinstance(value, Mapping))


def words(source: Record, key: str) -> str:
    """The text under a key, fit to be stored: "" where there is none."""
    value = source.get(key)
    return clean(value) if isinstance(value, str) else ""


def clean(text: str) -> str:
    """Without what no database keeps: NUL characters and halves of surrogate pairs."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", str(text).replace("\0", ""))


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


def moment(source: Record, key: str) -> int | None:
    """The moment under a key in microseconds UTC, None where nobody can tell.

    "2026-10-14T19:06:38.206Z"; a server that names no time zone means UTC.
    """
    value = source.get(key)
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    if not isinstance(when, datetime):
        return None
    return to_us(when if when.tzinfo else when.replace(tzinfo=UTC))
