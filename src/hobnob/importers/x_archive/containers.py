"""What holds an archive's files: a zip, or the folder it was unpacked into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

PIECE_BYTES = 2**17
"""How much of a file is read at a time."""


class Damaged(Exception):
    """A file inside the archive cannot be read on; the rest of the archive can."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of the archive's `data` folder."""

    size: int
    checksum: int = 0
    """Of the content, where the container knows it."""


class Container(Protocol):
    """Gives the files of an archive's `data` folder, by name."""

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The files that may be read, by their name in `data`: "tweets.js"."""

    @property
    def newest_us(self) -> int | None:
        """When its newest file was written; None where copying may have changed that."""

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a file, piece by piece. Raises Damaged where it cannot be read on."""

    def close(self) -> None:
        """Lets go of the file on disk."""
