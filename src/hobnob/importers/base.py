"""What every importer speaks: values and Problems. A bad row never stops the file."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account, Network
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the person who imports a file says about it."""

    direct_messages: bool = False
    """Read them too; without being asked nobody does."""
    contacts: bool = False
    """Read the address book too."""
    me: str = ""
    """The handle of my account, for files that do not say whose they are."""


class Export(Protocol):
    """An opened file: whose it is, and everything it says. Close it, or use it in a `with`."""

    @property
    def owner(self) -> Account:
        """Me on that network."""
        ...

    @property
    def former_handles(self) -> tuple[tuple[str, int], ...]:
        """Handles I gave up, each with the moment I did."""
        ...

    @property
    def list_names(self) -> tuple[str, ...]:
        """What my lists over there are called."""
        ...

    @property
    def generated_at_us(self) -> int | None:
        """When the network made the file; None where it does not say."""
        ...

    @property
    def title(self) -> str:
        """What people call it: "X archive of @robin"."""
        ...

    @property
    def fingerprint(self) -> str:
        """The same for the same file each time it is opened."""
        ...

    @property
    def total_records(self) -> int | None:
        """How many records will be read; None where nobody can tell before."""
        ...

    def read(self, start: Place | None = None) -> Reader:
        """What each record says, in the same order each time; from the place `start` on."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Closes(ABC):
    """Can be used in a `with`, at the end of which it is closed."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of what is open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _CanClose(Protocol):
    def close(self) -> None: ...


@contextmanager
def closed_on_failure(opened: _CanClose) -> Iterator[None]:
    """Closes what was opened where what is made of it cannot be made."""
    with ExitStack() as stack:
        stack.callback(opened.close)
        yield
        stack.pop_all()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file: how it is known among others, and how it is opened."""

    kind: str
    """The importer's name, by which sources of this kind are stored: "x_archive"."""
    described: str
    """In a sentence about what can be imported: "an archive from X (the zip, or its folder)"."""
    handed_over: str
    """What somebody chooses in a browser, in a few words: "the zip that X sends you"."""
    is_mine: Callable[[Path], bool]
    """Whether the file may be one of these, by its name and its first bytes. It exists."""
    open: Callable[[Path, Options], Export]
    """Raises UnreadableFile, whose sentence says why and what to do."""
    asks_whose: Network | None = None
    """The network whose files do not say whose they are: `Options.me` must."""
    cannot_tell: str = ""
    """What nobody should look for in such a file, in a sentence or two."""
