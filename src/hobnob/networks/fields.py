"""Takes fields out of answers of which anything may be missing, null, or of another type.

Networks and their servers differ, and change: a field may have one of several names, and a client
library may have turned a date into a datetime on the way.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from hobnob.domain.moments import to_us

Record = Mapping[str, Any]

_HALF = re.compile("[\ud800-\udfff]")
_MOST = 2**53
"""Numbers up to here are the same in every JSON."""


class Misshapen(ValueError):
    """An item without what makes it one; the message is the end of "left out: ..."."""


def record(value: object) -> Record:
    """The value, if it is a JSON object; else an empty one."""
    return value if isinstance(value, dict) else {}


def part(source: Record, *keys: str) -> Record:
    """The first object under one of the keys, empty where there is none."""
    return next((value for key in keys if isinstance(value := source.get(key), dict)), {})


def each(source: Record, *keys: str) -> Iterator[Record]:
    """The objects in the first list under one of the keys."""
    for key in keys:
        if isinstance(values := source.get(key), list):
            yield from (value for value in values if isinstance(value, dict))
            return


def words(source: Record, key: str) -> str:
    """The text under a key, fit to be stored: "" where there is none."""
    value = source.get(key)
    return clean(value) if isinstance(value, str) else ""


def clean(text: str) -> str:
    """Without what no database keeps: NUL characters and halves of surrogate pairs."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text.replace("\0", ""))


def one_line(text: str) -> str:
    """The text without line breaks, tabs and doubled blanks."""
    return " ".join(text.split())


def count(source: Record, key: str) -> int | None:
    """The number of things under a key, None where nobody can tell: some servers hide it as -1."""
    value = source.get(key)
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST
    return value if is_count else None


def moment(source: Record, key: str) -> int | None:
    """The moment under a key in microseconds UTC, None where nobody can tell.

    "2026-10-14T19:06:38.206Z"; what names no time zone means UTC.
    """
    value = source.get(key)
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else value
        if not isinstance(when, datetime):
            return None
        return to_us(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
