"""What was found by its name a moment ago, and may be gone by now."""

from typing import TypeVar

from hobnob.domain.errors import HobnobError

_Found = TypeVar("_Found")


class GoneMeanwhile(HobnobError):
    """Somebody else took it away between two questions of one command."""


def still_there(found: _Found | None) -> _Found:
    """What a second look found. Raises GoneMeanwhile where there is nothing any more."""
    if found is None:
        raise GoneMeanwhile(
            "It was there a moment ago and is gone: it was changed in another window. Ask again."
        )
    return found
