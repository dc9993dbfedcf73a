"""What tells the meaning of a record: handed in, so that a file says what its network says live.

A record read from a file and the same one read from the network must be the same line of the log.
"""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account
from hobnob.domain.posts import Post

Record: TypeAlias = dict[str, object]


class Misread(ValueError):
    """A record lacks what its kind must have; the message is the end of "left out: …"."""


class Said(Protocol):
    """What a record says; empty where it concerns nobody but me."""

    @property
    def interactions(self) -> tuple[Interaction, ...]:
        """Lines of the log."""
        ...

    @property
    def posts(self) -> tuple[Post, ...]:
        """What was written."""
        ...


Translate: TypeAlias = Callable[[str, Record], Said]
"""The meaning of the record at an address ("at://did:plc:robin/…"). Raises Misread."""

Reads: TypeAlias = Callable[[Account], Translate]
"""How the records of an account are translated."""
