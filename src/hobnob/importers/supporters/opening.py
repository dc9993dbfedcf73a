"""Which files are supporters' files, and how one is opened."""

from pathlib import Path

from hobnob.importers.base import UnreadableFile, closed_on_failure
from hobnob.importers.supporters.cards import Cards
from hobnob.importers.supporters.delimited import TEXTS, Delimited
from hobnob.importers.supporters.export import SupporterFile
from hobnob.importers.supporters.letters import ENCODINGS
from hobnob.importers.supporters.mapping import Mapping
from hobnob.importers.supporters.own.book import is_book
from hobnob.importers.supporters.own.calendar import is_calendar
from hobnob.importers.supporters.own.opening import own_file
from hobnob.importers.supporters.sheet import Sheet
from hobnob.importers.supporters.workbook import Workbook

_SHEETS = frozenset({".xlsx", ".xlsm"})
_CARDS = frozenset({".vcf", ".vcard"})
_OTHER_SHEETS = frozenset({".xls", ".xlsb", ".ods", ".numbers"})
_BEGINNING = 4096
_MOST_BYTES = 2**30


def is_supporter_file(path: Path) -> bool:
    """Whether it may be a table of people or a file of vCards, by its name and what is in it."""
    if not path.is_file():
        return False
    ending = path.suffix.lower()
    if ending in TEXTS and not _is_card(path):
        return _is_table(path)
    is_own = is_book(path) or is_calendar(path)
    return ending in _SHEETS | _CARDS | _OTHER_SHEETS or _is_card(path) or is_own


def _is_table(path: Path) -> bool:
    """Whether a text has rows of several cells below a header, or a heading that is known."""
    try:
        with _opened(path, None, "") as table:
            is_wide = len(table.headings) > 1 or bool(table.mapping.columns)
            return is_wide and bool(table.sample)
    except (UnreadableFile, UnicodeError):
        # Its own sentence says why; a text that is none is somebody's notes.
        return path.suffix.lower() != ".txt"


def open_supporters(
    path: Path, mapping: Mapping | None = None, *, encoding: str = ""
) -> SupporterFile:
    """The file, read by this mapping, or by what its own headings tell.

    `encoding` is one of ENCODINGS where a person said that the letters are wrong. Raises
    UnreadableFile, and BadMapping where the mapping is of another file.
    """
    if encoding and encoding not in ENCODINGS:
        raise UnreadableFile(f"“{encoding}” is no way to write letters that hobnob knows.")
    try:
        return _opened(path, mapping, encoding)
    except OSError as error:
        raise UnreadableFile(f"{path} could not be opened: {error.strerror or error}.") from error
    except UnicodeError as error:
        raise UnreadableFile(
            f"The letters of {path} are not {encoding}: choose another."
        ) from error


def _opened(path: Path, mapping: Mapping | None, encoding: str) -> SupporterFile:
    ending = path.suffix.lower()
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableFile(f"{path} is larger than a gibibyte: no table of people is that long.")
    if ending in _OTHER_SHEETS:
        raise UnreadableFile(f"{path} is a spreadsheet of another kind: save it as XLSX or CSV.")
    if own := own_file(path, encoding):
        return own
    if ending in _CARDS or _is_card(path):
        cards = Cards(path, encoding)
        if next(cards.records(), None) is None:
            raise UnreadableFile(f"{path} has no vCard in it: export the address book once more.")
        return SupporterFile(path, cards)
    table = Workbook(path) if ending in _SHEETS else Delimited(path, encoding)
    with closed_on_failure(table):
        return SupporterFile(path, Sheet(table, path), mapping)


def _is_card(path: Path) -> bool:
    with path.open("rb") as stream:
        start = stream.read(_BEGINNING).replace(b"\0", b"")
    return b"BEGIN:VCARD" in start[:64].upper()
