"""Takes out of texts what no database keeps: NUL characters and halves of surrogate pairs."""

import re
from typing import TypeVar, cast

_HALF = re.compile("[\ud800-\udfff]")
LONGEST_ESCAPE = 6
"""Bytes of `\\u0000`."""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

Value = TypeVar("Value")


def may_need_cleaning(json_text: bytes) -> bool:
    """Whether JSON could hold such characters: a cheap test that spares nearly all of it."""
    return (
        b"\0" in json_text
        or b"\\u0000" in json_text
        or b"\\ud" in json_text
        or b"\\uD" in json_text
    )


def cleaned(value: Value) -> Value:
    """The same parsed JSON value with every text fit to be stored."""
    return cast(Value, _cleaned(value))


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return _HALF.sub(_REPLACEMENT, value.replace("\0", ""))
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value
