"""Takes fields out of answers of which anything may be missing, null, or of another type.

X says "tweet" in its guides and "post" in its OpenAPI description since 2026: both words are read.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from typing import Any

from hobnob.domain.moments import to_us

Record = Mapping[str, Any]

_HALF = re.compile("[\ud800-\udfff]")
_ID = re.compile(r"[1-9]\d{0,19}", re.ASCII)
_HANDLE = re.compile(r"\w{1,20}", re.ASCII)


class Misshapen(ValueError):
    """An item without what makes it one; the message is the end of "left out: ..."."""


def record(value: object) -> Record:
    """The value, if it is a JSON object; else an empty one."""
    return value if isinstance(value, Mapping) else {}


def part(source: Record, *keys: str) -> Record:
    """The first object under one of the keys, empty where there is none."""
    for key in keys:
        if isinstance(value := source.get(key), Mapping):
            return value
    return {}


def each(source: Record, *keys: str) -> Iterator[Record]:
    """The objects in the first list under one of the keys."""
    for key in keys:
        if isinstance(values := source.get(key), list):
            return (value for value in values if isinstance(value, Mapping))
    return iter(())


def words(source: Record, key: str) -> str:
    """The text under a key as a person reads it, fit to be stored: "" where there is none."""
    value = source.get(key)
    if not isinstance(value, str):
        return ""
    text = unescape(value) if "&" in value else value
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text.replace("\0", ""))


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


def moment(source: Record, key: str) -> int | None:
    """The moment under a key in microseconds UTC, None where nobody can tell.

    "2026-10-14T19:06:38.000Z"
    """
    try:
        when = datetime.fromisoformat(words(source, key))
    except ValueError:
        return None
    return to_us(when if when.tzinfo else when.replace(tzinfo=UTC))
