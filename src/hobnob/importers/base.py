"""What every importer speaks: values and Problems. A bad row never stops the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account
from hobnob.domain.posts import Post


class UnreadableFile(HobnobError):
    """The whole file cannot be taken in; says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One part of a file that could not be read. The rest goes in."""

    file: str
    where: str
    """A place a person can find: "record 17, line 402"."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far a reader has come: the next record to read, counted from 0, of a file."""

    file: str
    record: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one record of a file said. Anything may be empty; the record is done when it is kept."""

    place: Place
    interactions: tuple[Interaction, ...] = ()
    posts: tuple[Post, ...] = ()
    accounts: tuple[Account, ...] = ()
    problem: Problem | None = None


Reader = Iterator[Found]
