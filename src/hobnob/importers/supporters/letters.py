"""How the letters of a text file are to be read: UTF-8, else what old spreadsheets write.

Nothing is guessed by statistics: of two rows of a French file that says "Périer" a well-known
guesser makes Greek. A person sees the first rows, and may say otherwise.
"""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from hobnob.importers.base import UnreadableFile

ENCODINGS = (
    "utf-8-sig", "cp1252", "utf-16", "cp1250", "iso-8859-15", "mac_roman", "cp1251", "cp850",
)  # fmt: skip
"""Those that a person can choose."""
LONGEST_LINE = 2**17
"""Characters; the longest cell that Python's reader of CSV takes is as long."""
_PIECE = 2**20
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
            return "utf-16"
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


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
