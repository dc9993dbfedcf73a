"""What a supporter did for us, as lines of the log: gave, joined, helped, signed, came."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import to_us
from hobnob.domain.people import Account, Network
from hobnob.domain.supporters import GiftKind, Relationship, Supporter, Tie

_KINDS = {
    Relationship.MEMBER: Kind.MEMBERSHIP,
    Relationship.VOLUNTEER: Kind.VOLUNTEERING,
    Relationship.PETITIONER: Kind.PETITION,
    Relationship.ATTENDEE: Kind.EVENT,
}
"""Donors gave, which their payments say. To be staff or press is nothing that happened."""
_NOON = time(12, tzinfo=UTC)
"""Of a day without an hour: the same day wherever it is looked at, but for the Pacific's edge."""


def account_of(supporter: Supporter) -> Account:
    """They in the address book."""
    return Account(
        network=Network.ADDRESS_BOOK,
        native_id=supporter.key,
        handle=supporter.emails[0].value if supporter.emails else "",
        name=supporter.whole_name,
    )


def what_happened(supporter: Supporter) -> Iterator[Interaction]:
    """Each payment that was not given back, and each tie since a known day."""
    them = account_of(supporter)
    for gift in supporter.gifts:
        if gift.kind == GiftKind.PAYMENT and gift.amount > 0:
            yield _line(them, Kind.DONATION, gift.key, gift.date)
    for tie in supporter.ties:
        if tie.on_date and tie.relationship in _KINDS:
            key = _key(supporter.key, tie)
            yield _line(them, _KINDS[tie.relationship], key, tie.on_date)


def _key(key: str, tie: Tie) -> str:
    """The same each time the same is read; the evening of another year is another one."""
    return ">".join(filter(None, (key, tie.relationship, tie.through, str(tie.on_date))))


def _line(them: Account, kind: Kind, native_id: str, day: date | None) -> Interaction:
    return Interaction(
        network=Network.ADDRESS_BOOK,
        kind=kind,
        direction=Direction.TOWARDS_ME,
        native_id=native_id,
        actor=them,
        target=None,
        at_us=to_us(datetime.combine(day, _NOON)) if day else None,
    )
