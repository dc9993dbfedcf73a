"""However many values as one parameter of a statement, for `field__in`.

Django prepares each value of a list by itself, which for a few hundred takes longer than to look
them up.
"""

import json
from collections.abc import Collection
from typing import TypeVar

from django.db import connection
from django.db.models.expressions import RawSQL

T = TypeVar("T", bound=int | str)

_FEW = 8


def these(values: Collection[T]) -> RawSQL | list[T]:
    """These values; a few as they are: of none Django knows that nothing is to be asked."""
    listed = [*values]
    if len(listed) <= _FEW:
        return listed
    if connection.vendor == "postgresql":
        kind = "text" if isinstance(listed[0], str) else "bigint"
        return RawSQL(f"SELECT unnest(%s::{kind}[])", [listed])  # noqa: S611 (one of two words)
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(listed, ensure_ascii=False)])
