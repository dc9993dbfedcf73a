"""Several people who may be meant: the nearest first, each with what tells them apart."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hobnob.domain.closeness import contact_probability, last_contact_us, quiet
from hobnob.domain.contact_state import ContactState as State
from hobnob.domain.misspelt import meant
from hobnob.domain.people import Network
from hobnob.storage.models import Account, ContactState, Supporter
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.queries.people.tags import tags_of

_NEAREST = 1_000
"""So many of those who talk with me, of those I talk with, and of our supporters may be meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody who may be meant."""

    person: PersonLine
    about: str
    """ "last contact 3 days ago", "donor, donors.csv"."""


def choices(people: Collection[PersonLine], now_us: int) -> list[Choice]:
    """These people, the nearest first."""
    ids = [each.person_id for each in people]
    known, tags = states_of(ids), tags_of(ids)

    def order(person: PersonLine) -> tuple[float, int]:
        return -contact_probability(known[person.person_id], now_us), person.person_id

    return [
        Choice(
            person=each,
            about=_about(each, known[each.person_id], tags.get(each.person_id, ()), now_us),
        )
        for each in sorted(people, key=order)
    ]


def _about(person: PersonLine, state: State, tags: Collection[str], now_us: int) -> str:
    # Of a record of a file the last contact is a gift: the file says more.
    is_record = person.network == Network.ADDRESS_BOOK
    contact = quiet(state, now_us) if last_contact_us(state) and not is_record else ""
    return ", ".join(filter(None, (contact, *tags, person.file))) or "no contact yet"


def almost_called(words: str) -> list[PersonLine]:
    """People near me whose name or handle is nearly these words, the most alike first."""
    found = meant(words, _names_near_me())
    lines = person_lines(found)
    return [lines[each] for each in found]


def _names_near_me() -> Iterator[tuple[int, str]]:
    """(person, name or handle), the nearest first."""
    contacts = ContactState.objects.filter(is_blocked=False)
    near = [
        *contacts.order_by("-d90_in").values_list("person_id", flat=True)[:_NEAREST],
        *contacts.order_by("-d30_out").values_list("person_id", flat=True)[:_NEAREST],
        *Supporter.objects.order_by("-pk").values_list("account__person_id", flat=True)[:_NEAREST],
    ]
    accounts = Account.objects.filter(person_id__in=set(near), is_me=False).order_by("pk")
    names: dict[int, list[str]] = {person_id: [] for person_id in near}
    for person_id, name, handle in accounts.values_list("person_id", "name", "handle"):
        names[person_id] += [name, handle.partition("@")[0]]
    for person_id, theirs in names.items():
        for each in filter(None, theirs):
            yield person_id, each
