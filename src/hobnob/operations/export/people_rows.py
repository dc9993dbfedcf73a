"""People as rows of a table: one for each record of them, or for their accounts alone."""

from collections.abc import Iterable, Iterator

from hobnob.domain.exports import headings as own
from hobnob.domain.exports.packing import ALONE, joined, packed
from hobnob.domain.exports.parts import in_rows
from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.exports.rows import row_of
from hobnob.domain.money import sums
from hobnob.domain.supporters import given


def rows_of(people: Iterable[ExportedPerson]) -> Iterator[list[str]]:
    """The cells of each row, as many as there are headings, so that no spreadsheet runs them."""
    for person in people:
        known = _known(person)
        for record in person.as_records:
            row = row_of(record) | {own.GIVEN: sums(given(record.gifts))} | known
            ordered = {each: row[each] for each in own.COLUMNS if row.get(each)}
            for part in in_rows(ordered):
                yield [part.get(each, "") for each in own.COLUMNS]


def _known(person: ExportedPerson) -> dict[str, str]:
    """What hobnob knows of somebody besides their records."""
    accounts = ((each.network.value, each.handle, each.url) for each in person.accounts)
    return {
        own.PERSON: str(person.person_id),
        own.ACCOUNTS: packed(accounts),
        own.LISTS: _alone(person.lists),
        own.TAGS: _alone(person.tags),
        own.TOPICS: _alone(person.topics),
        own.TOLD_HERE: packed((each.kind, each.value) for each in person.facts),
        own.TEAM_NOTES: joined(map(str, person.notes)),
    }


def _alone(words: Iterable[str]) -> str:
    return packed(([each] for each in words), ALONE)
