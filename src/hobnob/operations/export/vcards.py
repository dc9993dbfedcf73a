"""People as vCards (RFC 2426, version 3.0): what an address book holds, and nothing besides.

Whoever died, or asked to be left alone, is in none: an address book is for writing to people. Who
asked for no e-mail is in it without an address.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import vobject
from vobject.vcard import Address, Name

from hobnob.domain.exports.headings import CARD_KEY
from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.facts import FactKind
from hobnob.domain.people import Network, profile_url
from hobnob.domain.supporters import Fact, Supporter
from hobnob.domain.wishes import may_be_mailed

_OWN_KEY = "vcard:"
"""What a key begins with that was a card's own id."""
_NETWORKS = (Network.X, Network.BLUESKY, Network.MASTODON)
_LINE = 75


def pieces(people: Iterable[ExportedPerson]) -> Iterator[bytes]:
    """The file, card by card."""
    for person in people:
        if person.may_be_contacted:
            for record in person.as_records:
                yield _card(record, person).encode("utf-8", "replace")


def _card(record: Supporter, person: ExportedPerson) -> str:
    card = vobject.vCard()
    for name, value in (*_who(record, person), *_how_to_reach(record, person)):
        card.add(name).value = value
    for network, address in _profiles(record, person):
        profile = card.add("x-socialprofile")
        profile.value, profile.type_param = address, network
    return str(card.serialize(lineLength=_LINE))


def _who(record: Supporter, person: ExportedPerson) -> Iterator[tuple[str, Any]]:
    """What a card says of somebody: the name of a property, and its value."""
    yield "uid", record.key.removeprefix(_OWN_KEY)
    yield CARD_KEY.lower(), record.key
    yield "fn", _whole_name(record, person)
    yield (
        "n",
        Name(
            family=_text(record.last),
            given=_text(record.first),
            additional=_text(record.middle),
            prefix=_text(record.prefix),
            suffix=_text(record.suffix),
        ),
    )
    if record.nickname:
        yield "nickname", record.nickname.value
    if record.organisation:
        yield "org", [record.organisation.value]
    if record.job:
        yield "title", record.job.value
    if day := _birthday(record, person):
        yield "bday", day
    if record.labels:
        yield "categories", [each.value for each in record.labels]
    yield from (("note", each.value) for each in record.notes)


def _how_to_reach(record: Supporter, person: ExportedPerson) -> Iterator[tuple[str, Any]]:
    is_mailed = may_be_mailed(person.records)
    for name, facts, kind in (
        ("email", record.emails, FactKind.EMAIL),
        ("tel", record.phones, FactKind.PHONE),
        ("url", record.websites, FactKind.WEBSITE),
    ):
        if name == "email" and not is_mailed:
            continue
        told = [each.value for each in person.facts if each.kind == kind]
        yield from ((name, each) for each in dict.fromkeys([*_texts(facts), *told]))
    place = (record.street, record.city, record.region, record.postcode, record.country)
    if any(place):
        street, city, region, code, country = map(_text, place)
        yield (
            "adr",
            Address(street=street, city=city, region=region, code=code, country=country),
        )


def _profiles(record: Supporter, person: ExportedPerson) -> Iterator[tuple[str, str]]:
    """The network and the address of each profile that is theirs without a doubt."""
    given = ((each.network, each.handle) for each in record.handles if not each.is_in_passing)
    known = ((each.network, each.handle) for each in person.accounts)
    for network, handle in dict.fromkeys([*given, *known]):
        if network in _NETWORKS and (address := profile_url(network, handle, "")):
            yield network.value, address


def _whole_name(record: Supporter, person: ExportedPerson) -> str:
    """A card cannot be without one."""
    parts = (record.prefix, record.first, record.middle, record.last, record.suffix)
    spoken = " ".join(each.value for each in parts if each)
    reached = next(iter(_texts(record.emails)), record.key)
    return _text(record.name) or spoken or person.name or reached


def _birthday(record: Supporter, person: ExportedPerson) -> str:
    """As RFC 6350 writes it, which address books read in older cards too: "--0415"."""
    told = next((each.value for each in person.facts if each.kind == FactKind.BIRTHDAY), "")
    day = told or str(record.birthday or "")
    return day if not day.startswith("--") else "--" + day[2:].replace("-", "")


def _text(fact: Fact | None) -> str:
    return fact.value if fact else ""


def _texts(facts: Sequence[Fact]) -> list[str]:
    return [each.value for each in facts]
