"""What a calendar of our own says of people who are known here: birthdays that somebody changed.

It names them by a digest and holds a name and a day, so it adds nobody: whom hobnob does not know,
or forgot, stays unknown. A birthday that is shown here already says nothing new, whoever told it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hobnob.domain.exports.birthdays import KEY, digest
from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.supporters import Supporter
from hobnob.importers.base import Place, Problem
from hobnob.importers.supporters import Reading, SupporterFile
from hobnob.operations.export.birthdays import birthday_of
from hobnob.operations.read_source import batches
from hobnob.storage.queries.person.exports import keys_of_people, people_to_export

_AT_ONCE = 500
_NOBODY = (
    "hobnob knows nobody of whom this is the birthday, and a calendar tells too little to begin "
    "with: bring them in with a table, or with the address book"
)


def readings(export: SupporterFile, start: Place | None = None) -> Iterator[Reading]:
    """What each record of a file says, from the place `start` on, of people as they are known."""
    found = export.read(start)
    return of_known(found) if export.names_by_digest else found


def of_known(found: Iterator[Reading]) -> Iterator[Reading]:
    """The same of those who are known here, where it says something new."""
    everybody: dict[str, int] | None = None
    for some in batches(found, _AT_ONCE):
        if everybody is None:
            everybody = {KEY + digest(key): person for key, person in keys_of_people()}
        ids = {key: everybody[key] for key in _keys(some) & everybody.keys()}
        people = {each.person_id: each for each in people_to_export(sorted(set(ids.values())))}
        known = {key: people[person] for key, person in ids.items() if person in people}
        for each in some:
            yield _reading(each, known)


def _keys(found: Iterable[Reading]) -> set[str]:
    return {each.key for reading in found for each in reading.supporters}


def _reading(reading: Reading, known: Mapping[str, ExportedPerson]) -> Reading:
    said, problems = [], list(reading.problems)
    for each in reading.supporters:
        if each.key not in known:
            problems.append(Problem(file=reading.place.file, where=_title(each), reason=_NOBODY))
        elif str(each.birthday) != birthday_of(known[each.key]):
            said.append(_changed(each, known[each.key]))
    return replace(reading, supporters=tuple(said), problems=tuple(problems))


def _title(said: Supporter) -> str:
    return f"birthday of {said.name.value}" if said.name else "an event"


def _changed(said: Supporter, person: ExportedPerson) -> Supporter:
    """The birthday, as that of the record which told one; and nothing else that they have."""
    record = next((each for each in person.as_records if each.birthday), person.as_records[0])
    return Supporter(
        key=record.key, name=record.name, handles=record.handles, birthday=said.birthday
    )
