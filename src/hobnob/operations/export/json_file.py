"""People as JSON (RFC 8259): everything that may leave, whole, one person a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.supporters_json import to_json

VERSION = 1


def pieces(people: Iterable[ExportedPerson]) -> Iterator[bytes]:
    """The file, person by person."""
    yield f'{{"hobnob": "people", "version": {VERSION}, "people": ['.encode()
    between = "\n"
    for person in people:
        yield (between + json.dumps(as_json(person), ensure_ascii=False)).encode(
            "utf-8", "backslashreplace"
        )
        between = ",\n"
    yield b"\n]}\n"


def as_json(person: ExportedPerson) -> dict[str, Any]:
    """Somebody, without what is empty; `records` alone are read back."""
    known: dict[str, Any] = {
        "accounts": [
            {
                "network": each.network.value,
                "native_id": each.native_id,
                "handle": each.handle,
                "name": each.name,
                "url": each.url,
            }
            for each in person.accounts
        ],
        "lists": list(person.lists),
        "tags": list(person.tags),
        "topics": list(person.topics),
        "facts": [{"kind": each.kind, "value": each.value} for each in person.facts],
        "team_notes": [
            {"text": each.text, "author": each.author, "on_date": each.on_date.isoformat()}
            for each in person.notes
        ],
    }
    return {
        "person": person.person_id,
        "name": person.name,
        "records": [to_json(each) for each in person.as_records],
        **{name: values for name, values in known.items() if values},
    }
