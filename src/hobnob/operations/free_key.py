"""The key by which addresses and commands call what somebody named: "otter-people"."""

from collections.abc import Collection
from itertools import chain, count

from django.utils.text import slugify

_LONGEST = 40
"""Characters, before a number: every column of keys holds fifty."""


def free_key(name: str, taken: Collection[str], *, otherwise: str) -> str:
    """A key that nothing has yet: "otter-people", or "otter-people-2".

    `taken` are those that lead elsewhere, too, and `otherwise` is for a name without a letter that
    an address can hold.
    """
    key = slugify(name)[:_LONGEST].strip("-") or otherwise
    numbered = (f"{key}-{number}" for number in count(2))
    return next(each for each in chain([key], numbered) if each not in taken)
