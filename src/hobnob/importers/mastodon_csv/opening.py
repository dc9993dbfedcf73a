"""Opens one of Mastodon's CSV files, or a folder of them."""

from collections.abc import Iterator
from pathlib import Path

from hobnob.domain.people import Account
from hobnob.importers.base import Options, UnreadableFile
from hobnob.importers.mastodon_csv.addresses import account_at
from hobnob.importers.mastodon_csv.export import CsvExport
from hobnob.importers.mastodon_csv.files import CsvFile
from hobnob.importers.mastodon_csv.rows import rows
from hobnob.importers.mastodon_csv.sections import (
    ADDRESS_HEADING,
    SECTIONS,
    section_headed,
    section_named,
)

_MOST_BYTES = 32 * 2**20
"""Half a million accounts."""
_MOST_FILES = 50
_BEGINNING = 4096


def is_csv_export(path: Path) -> bool:
    """Whether this is one of Mastodon's files by its name or header, or a folder with some."""
    if path.is_dir():
        return next(_named_files(path), None) is not None
    return section_named(path.name) is not None or _has_header(path)


def open_csv_export(path: Path, options: Options) -> CsvExport:
    """The files at this path, of the account that the options name. Raises UnreadableFile."""
    owner = _owner(options.me)
    try:
        paths = sorted(_named_files(path)) if path.is_dir() else [path]
        files = [_file(each) for each in paths[:_MOST_FILES]]
    except OSError as error:
        raise UnreadableFile(f"{path} could not be opened: {error.strerror or error}.") from error
    export = CsvExport(sorted(files, key=lambda each: SECTIONS.index(each.section)), owner)
    if why := export.why_nothing():
        raise UnreadableFile(f"Nothing of {path} can be taken in: {why}.")
    return export


def _owner(me: str) -> Account:
    owner = account_at(me)
    if owner is None:
        raise UnreadableFile(
            f"“{me}” is no account on Mastodon: write it with its server, "
            "as in @robin@tusk.example."
        )
    return owner


def _named_files(folder: Path) -> Iterator[Path]:
    return (each for each in folder.iterdir() if section_named(each.name) and each.is_file())


def _has_header(path: Path) -> bool:
    """Whether the first row is the header of one of these files, whatever its name."""
    with path.open("rb") as stream:
        first = next(rows(stream.read(_BEGINNING)), None)
    return first is not None and section_headed(first.cells) is not None


def _file(path: Path) -> CsvFile:
    if not path.is_file():
        raise UnreadableFile(f"There is no file at {path}. Check the name and where it lies.")
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableFile(
            f"{path} is larger than {_MOST_BYTES >> 20} MiB: no list of accounts is that long."
        )
    data = path.read_bytes()
    first = next(rows(data), None)
    cells = [cell.casefold() for cell in first.cells] if first else []
    section = section_headed(cells) or section_named(path.name)
    if section is None:
        raise UnreadableFile(f"{path} is none of Mastodon's CSV files, by its name or header.")
    header = cells if ADDRESS_HEADING in cells else []
    return CsvFile(name=path.name, section=section, data=data, header=tuple(header))
