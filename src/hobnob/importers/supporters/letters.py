"""How the letters of a text file are to be read: UTF-8, else what old spreadsheets write.

Nothing is guessed by statistics: of two rows of a French file that says "Périer" a well-known
guesser makes Greek. A person sees the first rows, and may say otherwise.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TextIO

from hobnob.importers.base import UnreadableFile

ENCODINGS = (
    "utf-8-sig", "cp1252", "utf-16", "cp1250", "iso-8859-15", "mac_roman", "cp1251", "cp850",
)  # fmt: skip
"""Those that a person can choose."""
TITLES = {
    "utf-8-sig": "UTF-8",
    "cp1252": "Windows, Western Europe",
    "utf-16": "UTF-16",
    "cp1250": "Windows, Central Europe",
    "iso-8859-15": "ISO 8859-15",
    "mac_roman": "old Macs",
    "cp1251": "Windows, Cyrillic",
    "cp850": "DOS",
}
"""What people call them."""
LONGEST_LINE = 2**17
"""Characters; the longest cell that Python's reader of CSV takes is as long."""
_PIECE = 2**20
_UTF_16 = "utf-16"
_BY_BYTES = tuple(each for each in ENCODINGS if each != _UTF_16)
_LINES_LOOKED_AT = 20_000
_BETWEEN_WORDS = re.compile(rb"[\s,;|\"]+")
_LONGEST_WORD = 40
_BEGINNING = 4096
_MARKS_OF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHERS = {
    b"PK\x03\x04": "a zip or a spreadsheet under another name: give it its own ending",
    b"%PDF": "a PDF: export the table itself, as CSV or XLSX",
    b"\xd0\xcf\x11\xe0": "a spreadsheet of an old kind: save it as XLSX or CSV",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database: export its table as CSV",
}
_MOST_CONTROLS = 0.02


def encoding_of(path: Path) -> str:
    """How to read the file's letters. Raises UnreadableFile where it is no text."""
    with path.open("rb") as stream:
        start = stream.read(_BEGINNING)
        _refuse_what_is_no_text(path, start)
        if start.startswith(_MARKS_OF_16):
            return _UTF_16
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def looks(path: Path, *, most: int = 5) -> dict[str, tuple[str, ...]]:
    """Words of the file with other letters than A to Z, as each encoding reads them.

    By encoding; of those that read them the same, the first. Empty where there are no such words.
    """
    found: dict[tuple[str, ...], str] = {}
    if encoding_of(path) == _UTF_16:
        return {}
    words = _odd_words(path, most)
    for encoding in _BY_BYTES:
        with suppress(UnicodeDecodeError):
            shown = tuple(word.decode(encoding.removesuffix("-sig")) for word in words)
            found.setdefault(shown, encoding)
    return {encoding: shown for shown, encoding in found.items() if shown}


def _odd_words(path: Path, most: int) -> list[bytes]:
    words: dict[bytes, None] = {}
    with path.open("rb") as stream:
        for piece in islice(iter(lambda: stream.readline(LONGEST_LINE), b""), _LINES_LOOKED_AT):
            if not piece.isascii():
                words |= dict.fromkeys(filter(_is_odd, _BETWEEN_WORDS.split(piece)))
            if len(words) >= most:
                break
    return list(words)[:most]


def _is_odd(word: bytes) -> bool:
    is_marked = word.startswith(codecs.BOM_UTF8)
    return not word.isascii() and not is_marked and len(word) <= _LONGEST_WORD


def _refuse_what_is_no_text(path: Path, start: bytes) -> None:
    if not start.strip():
        raise UnreadableFile(f"{path} is empty: export it once more.")
    what = next((what for mark, what in _OTHERS.items() if start.startswith(mark)), "")
    if not what and not start.startswith(_MARKS_OF_16):
        controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b\x00" for byte in start)
        zeros = start.count(0)
        # A few zero bytes are dirt; many are no letters.
        if controls > _MOST_CONTROLS * len(start) or zeros > len(start) / 10:
            what = "no text: export the table as CSV or XLSX"
    if what:
        raise UnreadableFile(f"{path} is no table of people, it is {what}.")


def short_lines(stream: TextIO) -> Iterator[str]:
    """The lines, without zero characters; what is too long for a line is cut off."""
    while line := stream.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
            _skip_line(stream)
        yield line.replace("\0", "") if "\0" in line and len(line) < LONGEST_LINE else line


def _skip_line(stream: TextIO) -> None:
    while rest := stream.readline(LONGEST_LINE):
        if rest.endswith(("\n", "\r")):
            return
