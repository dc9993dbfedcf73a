"""Puts an archive's files into a zip record by record, and counts them for the manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hobnob.domain.moments import from_us
from hobnob.importers.base import Closes

_RECORDS_A_WRITE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of records, as the manifest names it."""

    file_name: str
    global_name: str
    count: int


class ArchiveZip(Closes):
    """A zip whose bytes depend on nothing but what is put into it and the archive's own date."""

    def __init__(self, path: Path, *, made_at_us: int) -> None:
        made_at = from_us(made_at_us)
        self._date = (*made_at.timetuple()[:5], made_at.second & ~1)
        # Level 1: three times as fast, and nobody keeps these archives.
        self._zip = ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1)
        self.parts: dict[str, list[Part]] = {}
        self.size = 0

    def close(self) -> None:
        """End the zip."""
        self._zip.close()

    def text(self, name: str, text: str) -> None:
        """Put in a file that holds no records."""
        self._zip.writestr(self._member(name), text.encode(), compresslevel=1)

    def records(self, name: str, records: Iterable[str], *, total: int = 0, parts: int = 1) -> None:
        """Put in data/NAME.js, and NAME-part1.js and so on with as many records each."""
        waiting = iter(records)
        for part in range(parts):
            most = None if part == parts - 1 else -(-total // parts)
            self._part(name, part, islice(waiting, most))

    def _part(self, name: str, part: int, records: Iterator[str]) -> None:
        file_name = f"data/{name}-part{part}.js" if part else f"data/{name}.js"
        global_name = f"YTD.{name.replace('-', '_')}.part{part}"
        count = 0
        with self._zip.open(self._member(file_name), "w", force_zip64=True) as member:
            member.write(f"window.{global_name} = [".encode())
            while batch := list(islice(records, _RECORDS_A_WRITE)):
                text = (",\n" if count else "\n") + ",\n".join(batch)
                self.size += member.write(text.encode())
                count += len(batch)
            member.write(b"\n]" if count else b" ]")
        listed = Part(file_name=file_name, global_name=global_name, count=count)
        self.parts.setdefault(name, []).append(listed)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name, self._date)
        member.compress_type = ZIP_DEFLATED
        member.external_attr = 0o644 << 16
        return member
