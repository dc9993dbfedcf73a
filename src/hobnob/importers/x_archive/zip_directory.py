"""How large a zip's list of files is, known before that list is read into memory.

The end of central directory record: APPNOTE.TXT 4.3.14 to 4.3.16,
https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import struct
from pathlib import Path
from typing import BinaryIO

from hobnob.importers.base import UnreadableFile

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
MOST_FILES = 200_000
"""Pictures included: the archives of people who post twenty a day for twenty years."""

_LONGEST_COMMENT = 2**16
_LONGEST_ENTRY = 256
"""Bytes for each file, on average. X's names are short."""


def check_directory(path: Path) -> None:
    """Raises UnreadableFile where the zip holds too many files, or does not list them."""
    try:
        with path.open("rb") as stream:
            files, size = _count_and_size(stream)
    except (LookupError, struct.error) as error:
        raise UnreadableFile(
            f"{path} is cut off: the list of its files is missing. Download it from X again."
        ) from error
    if files > MOST_FILES or size > MOST_FILES * _LONGEST_ENTRY:
        raise UnreadableFile(f"{path} holds more than {MOST_FILES:,} files: no archive of X does.")


def _count_and_size(stream: BinaryIO) -> tuple[int, int]:
    """Files in a zip, and bytes of their list. Raises LookupError where it has no end record."""
    length = stream.seek(0, 2)
    start = max(0, length - _LONGEST_COMMENT - _END.size - _LOCATOR.size)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0:
        raise LookupError("end of central directory")
    _, _, _, _, files, size, _, _ = _END.unpack_from(tail, at)
    locator_at = at - _LOCATOR.size
    if locator_at >= 0 and tail.startswith(b"PK\6\7", locator_at):
        _, _, end_64_at, _ = _LOCATOR.unpack_from(tail, locator_at)
        if end_64_at + _END_64.size > length:
            raise LookupError("zip64 end of central directory")
        stream.seek(end_64_at)
        fields = _END_64.unpack(stream.read(_END_64.size))
        if fields[0] == b"PK\6\6":
            files, size = fields[7], fields[8]
    return files, size
