"""Takes values out of records whose shape nobody guarantees.

X writes nearly everything as a string, numbers too; older archives write ids as numbers.
"""

from collections.abc import Iterator
from typing import TypeGuard

Record = dict[str, object]

_LONGEST_ID = 20
"""Digits in 2**64."""


class Misshapen(ValueError):
    """A record lacks what its kind must have; says what in words for a person."""


def words(record: Record, key: str) -> str:
    """The text under `key`, "" where there is none."""
    value = record.get(key)
    return value if isinstance(value, str) else ""


def part(record: Record, key: str) -> Record:
    """The object under `key`, an empty one where there is none."""
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def each(record: Record, key: str) -> Iterator[Record]:
    """The objects in the list under `key`."""
    value = record.get(key)
    if not isinstance(value, list):
        return iter(())
    return (item for item in value if isinstance(item, dict))


def each_word(record: Record, key: str) -> Iterator[str]:
    """The non-empty texts in the list under `key`."""
    value = record.get(key)
    if not isinstance(value, list):
        return iter(())
    return (item for item in value if item and isinstance(item, str))


def id_in(record: Record, *keys: str) -> str:
    """The first of `keys` that holds a numeric id, "" where none does ("-1" stands for nobody)."""
    for key in keys:
        value = record.get(key)
        if is_id(value):
            return value
        if type(value) is int and 0 < value < 2**64:
            return str(value)
    return ""


def needed_id(record: Record, *keys: str) -> str:
    """Like id_in, but raises Misshapen where there is none."""
    found = id_in(record, *keys)
    if not found:
        raise Misshapen(f"this record has no {keys[0]}, so it was left out")
    return found


def is_id(value: object) -> TypeGuard[str]:
    """Whether this is one of X's ids, written as text."""
    return (
        isinstance(value, str)
        and value.isdecimal()
        and value.isascii()
        and value[0] != "0"
        and len(value) <= _LONGEST_ID
    )
