"""Writes people into a file, or hands it out piece by piece; nobody whom we forgot is in it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from hobnob.domain.errors import HobnobError
from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.export.birthdays import birthday_of
from hobnob.operations.export.kinds import Kind, kind_of
from hobnob.operations.suppress import keys_of_forgotten
from hobnob.storage.queries.finding.people_list import every_person
from hobnob.storage.queries.person.exports import people_to_export

_AT_ONCE = 500


class FileIsThere(HobnobError):
    """A file of that name would be lost."""


@dataclass(slots=True)
class Exported:
    """What went into a file."""

    kind: Kind
    people: int = 0
    left_alone: int = 0
    """Who died or asked not to be contacted, and is not in a file for writing to people."""
    without_birthday: int = 0
    """Who is not in a calendar for that."""
    gifts: int = 0

    def count(self, people: Iterable[ExportedPerson]) -> Iterator[ExportedPerson]:
        """The same people, counted as they pass."""
        for each in people:
            if self.kind.is_for_writing_to and not each.may_be_contacted:
                self.left_alone += 1
            elif self.kind.ending == "ics" and not birthday_of(each):
                self.without_birthday += 1
            else:
                self.people += 1
                self.gifts += sum(len(record.gifts) for record in each.records)
            yield each

    @property
    def left_out(self) -> tuple[str, ...]:
        """Who is not in it and why, in sentences."""
        said = []
        if self.left_alone:
            who = "1 person" if self.left_alone == 1 else f"{self.left_alone:,} people"
            said.append(f"{who} died, or asked not to be contacted: left out.")
        if self.without_birthday:
            who = "1 person" if self.without_birthday == 1 else f"{self.without_birthday:,} people"
            said.append(f"Of {who} nobody told the birthday.")
        return tuple(said)


def export_pieces(
    kind: Kind, filters: PeopleFilters, *, now_us: int, counts: Exported | None = None
) -> Iterator[bytes]:
    """A file of everybody who fits, piece by piece."""
    people = _not_forgotten(people_to_export(every_person(filters, now_us=now_us)))
    return kind.pieces((counts or Exported(kind)).count(people), now_us)


def export_file(
    path: Path, filters: PeopleFilters, *, now_us: int, may_replace: bool = False
) -> Exported:
    """Write everybody who fits into a file that only I can read.

    Raises NoSuchKind, and FileIsThere. The file is there whole or not at all.
    """
    kind = kind_of(path.name)
    if path.exists() and not may_replace:
        raise FileIsThere(f"{path} is there already: choose another name, or add --force.")
    counts = Exported(kind)
    part = path.with_name(f"{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.writelines(export_pieces(kind, filters, now_us=now_us, counts=counts))
        part.replace(path)
    except OSError as error:
        raise HobnobError(f"{path} could not be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return counts


def _not_forgotten(people: Iterator[ExportedPerson]) -> Iterator[ExportedPerson]:
    """A database that was put back from before may still hold somebody for a moment."""
    while batch := list(islice(people, _AT_ONCE)):
        out = keys_of_forgotten(record for each in batch for record in each.as_records)
        yield from (each for each in batch if out.isdisjoint(one.key for one in each.as_records))
