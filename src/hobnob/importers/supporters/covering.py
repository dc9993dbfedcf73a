"""What a file speaks of: what it has columns for, whether or not a cell is filled."""

from hobnob.domain.supporters_json import ATTRIBUTES
from hobnob.domain.supporters_told import TIE
from hobnob.importers.supporters.cards import OWN_CARDS
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.mapping import Mapping
from hobnob.importers.supporters.own.calendar import OWN_CALENDAR

_NAME = "name prefix first middle last suffix"
_PLACE = "street city region postcode country"
_SPOKEN_OF = {
    **dict.fromkeys(
        (Field.NAME, Field.PREFIX, Field.FIRST, Field.MIDDLE, Field.LAST, Field.SUFFIX), _NAME
    ),
    **dict.fromkeys(
        (Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY), _PLACE
    ),
    **dict.fromkeys((Field.HANDLE, Field.X, Field.BLUESKY, Field.MASTODON), "handles"),
    **dict.fromkeys(
        (
            Field.NO_CONTACT, Field.NO_EMAIL, Field.NO_PHONE, Field.NO_POST, Field.NO_TEXT,
            Field.EMAIL_WELCOME, Field.PHONE_WELCOME, Field.TEXT_WELCOME, Field.LOOKUP_WELCOME,
        ),
        "wishes",
    ),
    **dict.fromkeys(
        (
            Field.MEMBERSHIP, Field.MEMBERSHIP_STATUS, Field.MEMBERSHIP_START,
            Field.MEMBERSHIP_END,
        ),
        "memberships",
    ),
    Field.NICKNAME: "nickname",
    Field.ORGANISATION: "organisation",
    Field.JOB: "job",
    Field.EMAIL: "emails",
    Field.PHONE: "phones",
    Field.WEBSITE: "websites handles",
    Field.BIRTHDAY: "birthday",
    Field.MET: "met_on",
    Field.DECEASED: "is_deceased",
    Field.NOTE: "notes handles",
    Field.LABEL: "labels",
}  # fmt: skip
"""By field: attributes of Supporter. A name and an address are one thing each: half a new one and
half an old one is nobody's."""
_NOT_IN_CARDS = frozenset({"gifts", "ties", "wishes", "memberships", "met_on", "is_deceased"})
_SAY_WHAT_THEY_ARE = frozenset(
    {Field.RELATIONSHIP, Field.LABEL, Field.MEMBERSHIP, Field.MEMBERSHIP_START}
)


def covered(mapping: Mapping) -> frozenset[str]:
    """What a file that is read by this mapping speaks of.

    Cards speak of what address books hold, and our own of nothing: they only add to what is known,
    for hobnob left out of them what is not for writing to people.
    """
    if mapping.system == OWN_CARDS:
        return frozenset()
    if mapping.system == OWN_CALENDAR:
        return frozenset({"birthday"})
    if not mapping.columns:
        return frozenset(ATTRIBUTES) - _NOT_IN_CARDS
    told: set[str] = set()
    for heading, meaning in mapping.columns.items():
        told |= set(_SPOKEN_OF.get(meaning.field, "").split())
        if meaning.field in _SAY_WHAT_THEY_ARE:
            told.add(TIE + heading)
    return frozenset(told)
