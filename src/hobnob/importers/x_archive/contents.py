"""The parts an archive has and the parts it should have, from its files and its manifest."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from hobnob.importers.x_archive.containers import Container
from hobnob.importers.x_archive.decoding import Damage, text_of
from hobnob.importers.x_archive.fields import Misshapen, Record
from hobnob.importers.x_archive.layout import MANIFEST, MESSAGES, Part, Section, parts_of
from hobnob.importers.x_archive.manifest import Manifest, manifest_of
from hobnob.importers.x_archive.messages import LARGEST_CONVERSATION
from hobnob.importers.x_archive.records import LARGEST_RECORD, Records

MANIFEST_PATH = f"data/{MANIFEST}"


class Contents:
    """The readable files of an archive."""

    def __init__(self, container: Container):
        self._container = container
        self._names = frozenset(container.entries)
        self.manifest = self._read_manifest()

    def parts(self, section: Section) -> list[Part]:
        """Files of a section in reading order: those that are there and those that should be."""
        return parts_of(section, self._names | self.manifest.counts.keys())

    def has(self, part: Part) -> bool:
        """Whether the file is there."""
        return part.name in self._names

    def records(self, part: Part) -> Records:
        """The records of a file, each still in its wrapper."""
        is_conversation = part.section is MESSAGES
        return Records(
            text_of(self._container.pieces(part.name)),
            part.section.key,
            largest=LARGEST_CONVERSATION if is_conversation else LARGEST_RECORD,
        )

    def sound_records(self, section: Section) -> Iterator[Record]:
        """What the records of a section hold, damaged ones left out: they are listed elsewhere."""
        for part in filter(self.has, self.parts(section)):
            for record in self.records(part):
                with suppress(Misshapen):
                    if not isinstance(record, Damage):
                        yield section.inner(record)

    def total_records(self, sections: Iterable[Section]) -> int | None:
        """How many records the manifest promises; None where it does not say."""
        parts = [part for section in sections for part in self.parts(section) if self.has(part)]
        counts = [self.manifest.counts.get(part.name) for part in parts]
        known = [count for count in counts if count is not None]
        return sum(known) if counts and len(known) == len(counts) else None

    def _read_manifest(self) -> Manifest:
        if MANIFEST not in self._names:
            return Manifest(problem="is missing, so what else may be missing cannot be told")
        text = text_of(self._container.pieces(MANIFEST))
        record = next(iter(Records(text, "userInfo")), Damage("", "is empty"))
        if isinstance(record, Damage):
            return Manifest(problem="is damaged, so what else may be missing cannot be told")
        return manifest_of(record)

    def why_missing(self) -> tuple[str, str]:
        """Where and why a file that should be there is not."""
        reason = "the manifest lists this file, but it is missing. "
        if self.manifest.is_partial:
            reason += "X sent this archive as several zips: unpack them all into one folder."
        else:
            reason += "Download the archive from X again."
        return "the whole file", reason
