"""Birthdays in a calendar that hobnob wrote, also after another program wrote it anew (RFC 5545).

Events of ours are known by their UID; every other one is passed over.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from icalendar import Event

from hobnob.domain.exports.birthdays import KEY, SAID, birthday_in, digest_in, name_in
from hobnob.domain.supporters import Fact, Supporter
from hobnob.importers.base import Closes
from hobnob.importers.supporters.cells import Cell, Customs
from hobnob.importers.supporters.export import SupporterFile
from hobnob.importers.supporters.letters import short_lines
from hobnob.importers.supporters.records import Record
from hobnob.importers.supporters.translation import Said

OWN_CALENDAR = "hobnob birthdays"
"""The system of such a calendar, which speaks of birthdays alone."""
_ENDING = ".ics"
_MOST_LINES = 2_000
_BROKEN = (ValueError, KeyError, AttributeError, TypeError, IndexError)
"""What icalendar raises where an event is none."""


class Calendar(Closes):
    """A file of events, of which those are read that are ours."""

    where = "event"
    encoding = ""
    system = OWN_CALENDAR
    kind = "Birthdays"

    def __init__(self, path: Path) -> None:
        self._path = path

    def close(self) -> None:
        """Nothing is held open between two reads."""

    def records(self) -> Iterator[Record]:
        """Our events in order, numbered among all."""
        with self._path.open(encoding="utf-8-sig", errors="replace", newline=None) as stream:
            for number, lines in enumerate(_events(short_lines(stream)), start=1):
                if any(digest_in(line.removeprefix("UID:")) for line in lines):
                    yield _record(number, lines)


class OwnCalendar(SupporterFile):
    """An opened calendar of birthdays."""

    names_by_digest = True

    def __init__(self, path: Path) -> None:
        super().__init__(path, Calendar(path))

    def _said_of(self, record: Record, customs: Customs) -> Said:
        del customs
        said = {cell.heading: cell.text for _, cell in record.cells}
        title = said["SUMMARY"]
        name = name_in(title)
        found = Supporter(
            key=KEY + digest_in(said["UID"]),
            name=Fact(value=name, column="SUMMARY") if name else None,
            birthday=birthday_in(date.fromisoformat(said["DTSTART"]), said[SAID], title),
        )
        return Said((found,), ())


def is_calendar(path: Path) -> bool:
    """Whether a file has a birthday of ours in it, whichever program wrote it last."""
    return path.suffix.lower() == _ENDING and next(Calendar(path).records(), None) is not None


def _events(lines: Iterable[str]) -> Iterator[list[str]]:
    """The unfolded lines of each event that has an end."""
    event: list[str] = []
    is_inside = False
    for line in lines:
        bare = line.rstrip("\r\n")
        if bare.upper() == "BEGIN:VEVENT":
            event, is_inside = [], True
        if is_inside and event and bare[:1] in {" ", "\t"}:
            event[-1] += bare[1:]
        elif is_inside and len(event) <= _MOST_LINES:
            event.append(bare)
        if is_inside and bare.upper() == "END:VEVENT":
            yield event
            is_inside = False


def _record(number: int, lines: list[str]) -> Record:
    try:
        event = Event.from_ical("\r\n".join(lines))
        first: Any = event.decoded("DTSTART")
        day = first.date() if isinstance(first, datetime) else first
        said = {
            "UID": str(event["UID"]),
            "SUMMARY": str(event.get("SUMMARY", "")),
            "DTSTART": day.isoformat(),
            SAID: str(event.get(SAID, "")),
        }
    except _BROKEN:
        return Record(number, [], "it is no birthday that can be read any more: left out")
    return Record(number, [(None, Cell(heading, text)) for heading, text in said.items()])
