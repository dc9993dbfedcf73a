"""Where a walk from the newest item downwards is, and what is remembered between two walks."""

from dataclasses import dataclass
from typing import Any

from hobnob.networks.base import Cursor, Json

REMEMBERED = 20
"""So many of the newest items are known again; those of mine are read again each time."""

_SNOWFLAKES_BEGIN_MS = 1_288_834_974_657
"""X's ids carry milliseconds since this moment in their upper bits, from November 2010 on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One walk, page by page."""

    began_us: int
    """When it began: what has no date is put in order by this."""
    read: int = 0
    older: str = ""
    """X's name for the next page; "" at the top."""
    is_flawed: bool = False
    """Something on the way could not be understood: a snapshot without it is not whole."""
    top: tuple[str, ...] = ()
    """Keys of the newest items, to be remembered once the walk has come to its end."""
    met: tuple[str, ...] = ()
    """Those of the remembered items that it has come across."""

    @classmethod
    def resumed(cls, cursor: Cursor) -> "Walk":
        """The walk that a cursor was made of."""
        place: Any = cursor
        return cls(
            began_us=place["began_us"],
            read=place["read"],
            older=place["older"],
            is_flawed=place["is_flawed"],
            top=tuple(place.get("top", ())),
            met=tuple(place.get("met", ())),
        )

    def place(self) -> dict[str, Json]:
        """The walk as JSON, without what only a tail needs."""
        return {
            "began_us": self.began_us,
            "read": self.read,
            "older": self.older,
            "is_flawed": self.is_flawed,
        }

    def place_of_tail(self) -> dict[str, Json]:
        """All of the walk as JSON."""
        return {**self.place(), "top": list(self.top), "met": list(self.met)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The newest items of the last walk, newest first, and the UTC day they were paid for on."""

    keys: tuple[str, ...] = ()
    day: int = -1

    @classmethod
    def of(cls, cursor: Cursor | None) -> "Memory":
        """What a cursor remembers."""
        place: Any = cursor or {}
        return cls(keys=tuple(place.get("known", ())), day=place.get("day", -1))

    def place(self) -> dict[str, Json]:
        """What is remembered, as JSON."""
        return {"known": list(self.keys), "day": self.day}


def posted_us(native_id: str) -> int:
    """The moment hidden in an id."""
    return ((int(native_id) >> 22) + _SNOWFLAKES_BEGIN_MS) * 1000
