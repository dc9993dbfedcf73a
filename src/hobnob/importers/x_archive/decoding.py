"""Turns the bytes of an archive file into text, whatever wrote them.

X writes UTF-8; editors and unpackers add byte order marks, write UTF-16 or damage characters.
"""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from hobnob.importers.x_archive.cleaning import LONGEST_ESCAPE, may_need_cleaning
from hobnob.importers.x_archive.containers import Damaged


class Damage(NamedTuple):
    """Something wrong on the way through a file."""

    where: str
    reason: str


class Text(NamedTuple):
    """The next piece of a file."""

    text: str
    line_ends: int
    needs_cleaning: bool


class Flaw(NamedTuple):
    """What is wrong at this place in a file's text."""

    reason: str
    is_end: bool
    """Nothing can be read after it."""


def text_of(pieces: Iterator[bytes]) -> Iterator[Text | Flaw]:
    """The text, and what could not be read of it, in order."""
    encoding, before = "", b""
    decoder: codecs.IncrementalDecoder
    try:
        for piece in pieces:
            data = piece
            if not encoding:
                encoding, data = _encoding_of(piece)
                decoder = codecs.getincrementaldecoder(encoding)()
            doubtful = _is_doubtful(before, data, encoding)
            before = (before + data[-LONGEST_ESCAPE:])[-LONGEST_ESCAPE:]
            try:
                yield Text(decoder.decode(data), data.count(b"\n"), doubtful)
            except UnicodeDecodeError as error:
                whole, good = error.object, error.start
                decoder = codecs.getincrementaldecoder(encoding)("replace")
                yield Text(decoder.decode(whole[:good]), whole.count(b"\n", 0, good), doubtful)
                yield Flaw(f"has characters that are not {encoding.upper()}; they show as �", False)
                yield Text(decoder.decode(whole[good:]), whole.count(b"\n", good), doubtful)
    except Damaged as damaged:
        yield Flaw(damaged.reason, True)


def _is_doubtful(before: bytes, data: bytes, encoding: str) -> bool:
    """Whether the text may need cleaning; bytes are searched several times as fast as text."""
    seam = before + data[:LONGEST_ESCAPE]
    return encoding != "utf-8" or may_need_cleaning(data) or may_need_cleaning(seam)


def _encoding_of(start: bytes) -> tuple[str, bytes]:
    """The encoding that a file's first bytes tell, and those bytes without their mark.

    Every file begins with ASCII, of which UTF-16 makes every other byte zero. A mark alone would
    not do: damage may look like one.
    """
    little, big = start.removeprefix(codecs.BOM_UTF16_LE), start.removeprefix(codecs.BOM_UTF16_BE)
    if little[1:9:2] == bytes(4):
        return "utf-16-le", little
    if big[0:8:2] == bytes(4):
        return "utf-16-be", big
    return "utf-8", start.removeprefix(codecs.BOM_UTF8)
