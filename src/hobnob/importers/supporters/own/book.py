"""People in JSON that hobnob wrote, read as a stream, one record a row of its own table."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hobnob.domain.exports.headings import READ_BACK
from hobnob.domain.exports.parts import in_rows
from hobnob.domain.exports.rows import row_of
from hobnob.domain.supporters_json import from_json
from hobnob.importers.base import Closes, UnreadableFile
from hobnob.importers.supporters.rows import Row

VERSION = 1
_HEAD = re.compile(
    r'\ufeff?\s*\{\s*"hobnob"\s*:\s*"people"\s*,\s*"version"\s*:\s*(\d+).*?"people"\s*:\s*\[',
    re.DOTALL,
)
_BEGINNING = 4096
_PIECE = 2**20
_MOST = 2**26
"""Characters of one person; what is longer is no person."""
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


def is_book(path: Path) -> bool:
    """Whether it is people in JSON, by its first words."""
    with path.open(encoding="utf-8", errors="replace") as stream:
        return _HEAD.match(stream.read(_BEGINNING)) is not None


class Book(Closes):
    """A file of people, as rows: the headings, then each record."""

    where = "record"
    encoding = ""

    def __init__(self, path: Path):
        self._path = path
        with path.open(encoding="utf-8", errors="replace") as stream:
            head = _HEAD.match(stream.read(_BEGINNING))
        if head is None:
            raise UnreadableFile(f"{path} is no JSON of people that hobnob wrote.")
        if int(head[1]) > VERSION:
            raise UnreadableFile(f"{path} was written by a newer hobnob: update this one first.")
        self._begin = head.end()

    def close(self) -> None:
        """Nothing is held open between two reads."""

    def rows(self) -> Iterator[Row]:
        """The headings and the records in order, the same each time."""
        yield Row(0, READ_BACK)
        number = 0
        for person in self._people():
            for record in _records(person):
                number += 1
                yield from _rows(number, record)

    def _people(self) -> Iterator[object]:
        """Each person; None for the rest where it cannot be read."""
        with self._path.open(encoding="utf-8", errors="replace") as stream:
            text, at = stream.read(_BEGINNING), self._begin
            while not text.startswith("]", at := _between(text, at)):
                try:
                    person, at = _DECODER.raw_decode(text, at)
                except (ValueError, RecursionError):
                    more = stream.read(max(_PIECE, len(text)))
                    if not more or len(text) - at > _MOST:
                        yield None
                        return
                    text, at = text[at:] + more, 0
                else:
                    yield person


def _between(text: str, at: int) -> int:
    """Where the next person begins, or the end."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _records(person: object) -> list[Any]:
    records = person.get("records") if isinstance(person, Mapping) else None
    return records if isinstance(records, list) else [None]


def _rows(number: int, record: Any) -> Iterator[Row]:
    try:
        parts = in_rows(row_of(from_json(record)))
    except (KeyError, TypeError, ValueError, AttributeError):
        yield Row(number, (), "it is not as hobnob writes people: left out")
        return
    for part in parts:
        yield Row(number, [part.get(each, "") for each in READ_BACK])
