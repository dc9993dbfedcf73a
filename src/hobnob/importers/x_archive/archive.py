"""An opened archive: whose it is, and everything it says, record by record."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile, islice
from pathlib import Path
from typing import TypeVar

from hobnob.domain.people import Account
from hobnob.importers.base import Closes, Found, Options, Place, UnreadableFile
from hobnob.importers.x_archive import layout
from hobnob.importers.x_archive.containers import Container
from hobnob.importers.x_archive.contents import MANIFEST_PATH, Contents
from hobnob.importers.x_archive.fields import Record
from hobnob.importers.x_archive.layout import Section
from hobnob.importers.x_archive.owner import former_handle, list_name, owner_of
from hobnob.importers.x_archive.places import Places
from hobnob.importers.x_archive.reading import Reading

_MOST_NAMES = 10_000
"""Handles and lists one account may have had; X allows 1,000 lists."""

Value = TypeVar("Value")


class Archive(Closes):
    """The archive of one account. Close it, or use it in a `with`."""

    def __init__(self, container: Container, path: Path, options: Options):
        self._container = container
        self._contents = Contents(container)
        self._options = options
        manifest = self._contents.manifest
        account = next(self._contents.sound_records(layout.ACCOUNT), {})
        profile = next(self._contents.sound_records(layout.PROFILE), {})
        owner = owner_of(account, profile, manifest)
        if owner is None:
            raise UnreadableFile(
                f"{path} does not say whose archive it is: its account.js and manifest.js are "
                "missing or damaged. Download it from X again."
            )
        self.owner: Account = owner
        """Me on X."""
        self.former_handles: tuple[tuple[str, int], ...] = self._named(
            layout.SCREEN_NAMES, former_handle
        )
        """Handles I gave up, each with the moment I did."""
        self.list_names: tuple[str, ...] = self._named(layout.LISTS, list_name)
        """What X calls my lists in their links, often a number. An archive has no members."""
        self.generated_at_us: int | None = manifest.generated_at_us or container.newest_us
        """When X made the archive."""

    def close(self) -> None:
        """Lets go of the zip."""
        self._container.close()

    @property
    def title(self) -> str:
        """What people call it."""
        return f"X archive of @{self.owner.handle}"

    @property
    def fingerprint(self) -> str:
        """The same for the same archive each time it is opened."""
        entries = sorted(self._container.entries.items())
        lines = [f"{name} {entry.size} {entry.checksum}" for name, entry in entries]
        return hashlib.sha256("\n".join([self.owner.native_id, *lines]).encode()).hexdigest()

    @property
    def total_records(self) -> int | None:
        """How many records will be read, as the manifest counts them; None where it does not."""
        return self._contents.total_records(self._sections)

    def read(self, start: Place | None = None) -> Iterator[Found]:
        """What each record says, in the same order each time; from the place `start` on."""
        begin = _rank(start) if start else _rank(Place(file="", record=0))
        sections = [
            section
            for section in self._sections
            if section in layout.TEACHING or layout.rank(section) >= begin[0]
        ]
        return dropwhile(lambda found: _rank(found.place) < begin, self._everything(sections))

    @property
    def _sections(self) -> tuple[Section, ...]:
        messages = (layout.MESSAGES,) if self._options.direct_messages else ()
        contacts = (layout.CONTACTS,) if self._options.contacts else ()
        return (*layout.ALWAYS, *messages, *contacts)

    def _everything(self, sections: Iterable[Section]) -> Iterator[Found]:
        if problem := self._contents.manifest.problem:
            yield Places(MANIFEST_PATH).problem("the whole file", problem)
        reading = Reading(
            self._contents,
            self.owner,
            own_handles=[self.owner.handle, *(handle for handle, _ in self.former_handles)],
            newest_order=self.generated_at_us or 0,
        )
        for section in sections:
            yield from reading.section(section)

    def _named(self, section: Section, name: Callable[[Record], Value | None]) -> tuple[Value, ...]:
        """What `name` finds in the records of a section."""
        names = filter(None, map(name, self._contents.sound_records(section)))
        return tuple(islice(names, _MOST_NAMES))


def _rank(place: Place) -> tuple[int, int, int, str, int]:
    """Sorts places as they are read; files that are not parts come first, like the manifest."""
    return (*layout.reading_rank(place.file.rpartition("/")[2]), place.record)
