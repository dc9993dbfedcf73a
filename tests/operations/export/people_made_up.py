"""One person with everything, and one of whom only a network knows."""

from datetime import date

from hobnob.domain.exports.people import ExportedPerson, KnownAccount, TeamNote, ToldHere
from hobnob.domain.people import Network
from hobnob.domain.supporters import (
    Birthday,
    Channel,
    Fact,
    Gift,
    GiftKind,
    HandleGiven,
    Relationship,
    Supporter,
    Tie,
    Wish,
)


def fact(value: str, column: str) -> Fact:
    return Fact(value=value, column=column)


ANA_IN_FILE = Supporter(
    key="civicrm:42",
    first=fact("Ana", "First Name"),
    last=fact("Ruiz", "Last Name"),
    city=fact("Utrecht", "City"),
    birthday=Birthday(month=4, day=15, year=1980, column="Birth Date"),
    emails=(fact("ana@den.example", "Email"), fact("a2@den.example", "Email (2)")),
    phones=(fact("+31 6 12345678", "Phone"),),
    notes=(fact("=likes herons\nand tigers", "Notes"),),
    handles=(HandleGiven(network=Network.BLUESKY, handle="ana.example", column="Website"),),
    ties=(Tie(relationship=Relationship.DONOR, column="Total Amount"),),
    gifts=(
        Gift(
            key="civicrm:g1",
            amount=2_500,
            currency="EUR",
            date=date(2024, 3, 12),
            kind=GiftKind.PAYMENT,
            campaign="Fens; and more",
        ),
        Gift(key="civicrm:g2", amount=-500, currency="EUR", date=None, kind=GiftKind.PAYMENT),
    ),
    wishes=(Wish(channel=Channel.PHONE, is_welcome=False, column="Do Not Phone"),),
)
ANA = ExportedPerson(
    person_id=7,
    name="Ana Ruiz",
    records=(ANA_IN_FILE,),
    accounts=(
        KnownAccount(
            network=Network.MASTODON, native_id="2@tusk.example", handle="ana@tusk.example"
        ),
    ),
    lists=("The Watchlist",),
    tags=("donor", "tiger"),
    topics=("herons",),
    facts=(ToldHere(kind="place", value="Utrecht"),),
    notes=(TeamNote(text="Sings.", author="robin", on_date=date(2026, 11, 1)),),
)
BO = ExportedPerson(
    person_id=8,
    name="@bo",
    accounts=(
        KnownAccount(network=Network.MASTODON, native_id="3@den.example", handle="bo@den.example"),
        KnownAccount(network=Network.BLUESKY, native_id="did:plc:bo"),
    ),
)
QUIET = ExportedPerson(
    person_id=9,
    name="Cem",
    records=(
        Supporter(
            key="civicrm:9",
            name=fact("Cem", "Name"),
            birthday=Birthday(month=1, day=2, column="Born"),
            wishes=(Wish(channel=Channel.ANY, is_welcome=False, column="Do Not Contact"),),
        ),
    ),
)
