"""vCards of versions 2.1 to 4 (RFC 2426, RFC 6350), each read by itself by vobject.

A card that cannot be read costs nothing but itself. Pictures and keys are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import vobject
from vobject.base import ContentLine, VObjectError
from vobject.vcard import Address, Name

from hobnob.domain.exports.headings import CARD_KEY
from hobnob.importers.base import Closes
from hobnob.importers.supporters.cells import Cell
from hobnob.importers.supporters.fields import Field, Meaning
from hobnob.importers.supporters.letters import encoding_of, short_lines
from hobnob.importers.supporters.records import Meant, Record

_PASSED_OVER = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
_MOST_LINES = 2_000
_BEGINNING = 4096
ADDRESS_BOOK = "vcard"
"""The system of cards, whose ids are one person's in every address book."""
OWN_CARDS = "hobnob cards"
"""The system of those that hobnob wrote itself, and says in them what it knows somebody by."""
_BROKEN = (
    VObjectError, ValueError, KeyError, IndexError, AttributeError, TypeError, AssertionError,
)  # fmt: skip
"""What vobject raises where a card is none."""

_MEANINGS = {
    "UID": Field.ID, "FN": Field.NAME, "NICKNAME": Field.NICKNAME, "EMAIL": Field.EMAIL,
    "TEL": Field.PHONE, "URL": Field.WEBSITE, "ORG": Field.ORGANISATION, "TITLE": Field.JOB,
    "BDAY": Field.BIRTHDAY, "DEATHDATE": Field.DECEASED, "NOTE": Field.NOTE,
    "CATEGORIES": Field.LABEL, "X-TWITTER": Field.X, "X-MASTODON": Field.MASTODON,
    "X-BLUESKY": Field.BLUESKY,
}  # fmt: skip
_PROFILES = frozenset({"X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP"})
_NETWORKS = {"twitter": Field.X, "x": Field.X, "bluesky": Field.BLUESKY,
             "mastodon": Field.MASTODON}  # fmt: skip
_NAME_PARTS = {
    "prefix": Field.PREFIX, "given": Field.FIRST, "additional": Field.MIDDLE,
    "family": Field.LAST, "suffix": Field.SUFFIX,
}  # fmt: skip
_ADDRESS_PARTS = {
    "street": Field.STREET, "city": Field.CITY, "region": Field.REGION, "code": Field.POSTCODE,
    "country": Field.COUNTRY,
}  # fmt: skip
_SCHEME = re.compile(r"\A(?:(?:tel|mailto|urn:uuid|xmpp|x-apple|twitter|im):)+", re.IGNORECASE)


class Cards(Closes):
    """A file of vCards."""

    where = "card"
    kind = "Address book"

    def __init__(self, path: Path, encoding: str = ""):
        self._path = path
        self.encoding: str = encoding or encoding_of(path)
        with path.open(encoding=self.encoding, errors="replace") as stream:
            is_own = f"\n{CARD_KEY}:" in stream.read(_BEGINNING).upper().partition("END:VCARD")[0]
        self.system: str = OWN_CARDS if is_own else ADDRESS_BOOK

    def close(self) -> None:
        """Nothing is held open between two reads."""

    def records(self) -> Iterator[Record]:
        """Its cards in order."""
        is_own = self.system == OWN_CARDS
        with self._path.open(encoding=self.encoding, errors="replace", newline=None) as stream:
            for number, lines in enumerate(_cards(short_lines(stream)), start=1):
                record = _record(number, lines)
                yield replace(record, cells=_known_by(record.cells)) if is_own else record


def _cards(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each card; one without an end has none."""
    card: list[str] = []
    is_inside = is_passed_over = False
    for line in lines:
        bare = line.strip().upper()
        if bare == "BEGIN:VCARD":
            if is_inside:
                yield card
            card, is_inside, is_passed_over = [line], True, False
        elif is_inside and len(card) <= _MOST_LINES:
            is_folded = line[:1] in {" ", "\t"}
            is_passed_over = is_passed_over if is_folded else bool(_PASSED_OVER.match(line))
            if not is_passed_over:
                card.append(line)
        if is_inside and bare == "END:VCARD":
            yield card
            card, is_inside = [], False
    if is_inside:
        yield card


def _record(number: int, lines: list[str]) -> Record:
    if lines[-1].strip().upper() != "END:VCARD":
        return Record(number, [], "it has no end, or is longer than any card: left out")
    try:
        card = vobject.readOne("".join(lines), allowQP=True)
        contents = card.contents
        return Record(number, [each for name in contents for each in _meant(contents[name])])
    except _BROKEN as error:
        return Record(number, [], f"it is no vCard that can be read ({_brief(error)}): left out")


def _known_by(cells: Meant) -> Meant:
    """The cells with what hobnob knows somebody by as the only id."""
    key = next((cell for _, cell in cells if cell.heading == CARD_KEY), None)
    if key is None:
        return cells
    others = (each for each in cells if each[0] != Meaning(Field.ID) and each[1] != key)
    return [(Meaning(Field.ID), key), *others]


def _meant(properties: Iterable[object]) -> Meant:
    return [
        (Meaning(field), Cell(each.name, text.strip()))
        for each in properties
        if isinstance(each, ContentLine)
        for field, text in _said(each)
        if text.strip()
    ]


def _said(line: ContentLine) -> Iterator[tuple[Field, str]]:
    """What a property says, part by part."""
    value: object = line.value
    match value:
        case Name():
            yield from ((field, _flat(getattr(value, part))) for part, field in _NAME_PARTS.items())
        case Address():
            for part, field in _ADDRESS_PARTS.items():
                yield field, _flat(getattr(value, part))
        case _ if line.name in _PROFILES:
            yield from _profile(line, _flat(value))
        case _ if line.name == "CATEGORIES":
            yield Field.LABEL, ";".join(map(str, value)) if isinstance(value, list) else str(value)
        case _ if line.name == CARD_KEY:
            yield Field.ID, _flat(value)
        case _ if line.name in _MEANINGS:
            text = _flat(value)
            yield _MEANINGS[line.name], _SCHEME.sub("", text) if line.name != "URL" else text


def _profile(line: ContentLine, text: str) -> Iterator[tuple[Field, str]]:
    """A profile, by its address or by the network that the property names."""
    kinds = [
        str(kind).lower()
        for name in ("TYPE", "SERVICE-TYPE", "X-SERVICE-TYPE")
        for kind in line.params.get(name, ())
    ]
    named = next((_NETWORKS[each] for each in kinds if each in _NETWORKS), None)
    users = line.params.get("X-USER") or line.params.get("USERNAME") or ()
    if named and users and "://" not in text:
        yield named, str(users[0])
    elif named or "://" in text:
        yield named or Field.WEBSITE, _SCHEME.sub("", text)


def _flat(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_flat(each) for each in value if each)
    return str(value or "")


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
