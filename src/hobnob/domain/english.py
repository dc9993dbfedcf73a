"""Counts and lists as a sentence says them."""

from collections.abc import Iterable


def times(count: int) -> str:
    """ "once", "twice", "1,240 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def listed(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"; "" of nothing."""
    *first, last = [*parts] or [""]
    return f"{', '.join(first)} and {last}" if first else last
