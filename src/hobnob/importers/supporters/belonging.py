"""What somebody is to the organisation: relationships, what they took part in, memberships."""

import re
from collections.abc import Iterator

from hobnob.domain.supporters import Fact, Gift, GiftKind, Membership, Relationship, Tie
from hobnob.importers.supporters.cells import Cells
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.systems import plain

_WORDS = """
donor: donor donors giver contributor patron spender spenderin donateur donatrice donante donateurs
member: member members mitglied mitglieder membre adherent miembro socio socia lid
volunteer: volunteer volunteers freiwillige freiwilliger ehrenamtliche benevole voluntario
volunteer: voluntaria vrijwilliger
advocate: advocate advocates ambassador champion campaigner activist
staff: staff employee team mitarbeiter mitarbeiterin personal personnel
press: press journalist reporter media presse prensa pers
petitioner: petitioner petitioners signer signatory unterzeichner signataire
attendee: attendee attendees guest participant participants teilnehmer asistente
"""
_BY_WORD = {
    word: Relationship(name)
    for name, _, words in (line.partition(":") for line in _WORDS.strip().splitlines())
    for word in words.split()
}
_OF_GOOGLE = frozenset({"mycontacts", "starred"})
"""Labels that nobody gave."""
_QUALIFIED = re.compile(
    r"(?:major|monthly|recurring|regular|past|lapsed|new|active|lead|event|board|online|in kind)\s+"
)
_ENDED = re.compile(r"expired|cancel|ended|lapsed|former|deceased|pending|abgelaufen|gekundigt")
_BETWEEN = re.compile(r"\s*(?::::|[;,|\n])\s*")
_EVERYBODY = "the whole file"


def labels(cells: Cells) -> tuple[Fact, ...]:
    """Groups and tags, each once."""
    found: dict[str, Fact] = {}
    for cell in cells.all(Field.LABEL):
        for part in _BETWEEN.split(cell.text):
            label = part.removeprefix("*").strip()
            if label and label.lower() not in _OF_GOOGLE:
                found.setdefault(label.lower(), Fact(value=label, column=cell.heading))
    return tuple(found.values())


def ties(cells: Cells, gift: Gift | None, belongs: tuple[Membership, ...]) -> tuple[Tie, ...]:
    """What they are to us, each relationship once unless it is through different things."""
    found = (*_part_taken(cells), *_named(cells), *_shown(cells, gift, belongs))
    once = {(each.relationship, each.through): each for each in reversed(found)}
    return tuple(reversed(once.values()))


def memberships(cells: Cells) -> tuple[Membership, ...]:
    """The membership of the record, where it has one."""
    level = cells.text(Field.MEMBERSHIP)
    start = cells.date(Field.MEMBERSHIP_START)
    if not (level or start):
        return ()
    return (
        Membership(
            level=level,
            status=cells.text(Field.MEMBERSHIP_STATUS),
            start_date=start,
            end_date=cells.date(Field.MEMBERSHIP_END),
        ),
    )


def _part_taken(cells: Cells) -> Iterator[Tie]:
    """In a file of guests each row says of which event, and when."""
    part = cells.first(Field.TAKES_PART)
    heading = part.heading if part else _EVERYBODY
    on_date = cells.date(Field.TAKES_PART_DATE)
    for each in cells.customs.everybody_is:
        through = part.text if part else ""
        yield Tie(relationship=each, column=heading, through=through, on_date=on_date)


def _named(cells: Cells) -> Iterator[Tie]:
    for cell in cells.all(Field.RELATIONSHIP, Field.LABEL):
        for part in _BETWEEN.split(cell.text):
            word = plain(part)
            each = _BY_WORD.get(word) or _BY_WORD.get(_QUALIFIED.sub("", word))
            if each:
                yield Tie(relationship=each, column=cell.heading)


def _shown(cells: Cells, gift: Gift | None, belongs: tuple[Membership, ...]) -> Iterator[Tie]:
    """Who gave is a donor, who only promised not yet; whose membership ended is no member."""
    amount = cells.first(Field.GIFT_AMOUNT)
    if amount and gift and gift.kind == GiftKind.PAYMENT and gift.amount > 0:
        yield Tie(relationship=Relationship.DONOR, column=amount.heading, on_date=gift.date)
    member = cells.first(Field.MEMBERSHIP) or cells.first(Field.MEMBERSHIP_START)
    for each in belongs:
        if member and not _ENDED.search(plain(each.status)):
            since = each.start_date
            yield Tie(relationship=Relationship.MEMBER, column=member.heading, on_date=since)
