"""What a column of a supporters' file can mean, in the words of the mapping page and its tables."""

from dataclasses import dataclass
from enum import StrEnum

_SECOND = " of the second person"


class Field(StrEnum):
    """One meaning of a column."""

    ID = "id"
    NAME = "name"
    PREFIX = "title before the name"
    FIRST = "first name"
    MIDDLE = "middle name"
    LAST = "last name"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    ORGANISATION = "organisation"
    JOB = "job"
    EMAIL = "e-mail"
    PHONE = "phone"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"
    WEBSITE = "website"
    BIRTHDAY = "birthday"
    MET = "met on"
    DECEASED = "deceased"
    HANDLE = "handle"
    X = "handle on X"
    BLUESKY = "handle on Bluesky"
    MASTODON = "handle on Mastodon"
    NOTE = "note"
    LABEL = "labels"
    RELATIONSHIP = "relationship"
    TAKES_PART = "takes part in"
    TAKES_PART_DATE = "takes part on"
    NO_CONTACT = "no contact"
    NO_EMAIL = "no e-mail"
    NO_PHONE = "no phone"
    NO_POST = "no post"
    NO_TEXT = "no text messages"
    EMAIL_WELCOME = "e-mail welcome"
    PHONE_WELCOME = "phone welcome"
    TEXT_WELCOME = "text messages welcome"
    LOOKUP_WELCOME = "look-up welcome"
    GIFT_ID = "gift id"
    GIFT_AMOUNT = "gift amount"
    GIFT_CURRENCY = "gift currency"
    GIFT_DATE = "gift date"
    GIFT_KIND = "gift kind"
    GIFT_STATUS = "gift status"
    GIFT_CAMPAIGN = "gift campaign"
    GIFT_TEST = "gift was a test"
    PLEDGE_ID = "pledge id"
    MEMBERSHIP = "membership"
    MEMBERSHIP_STATUS = "membership status"
    MEMBERSHIP_START = "member since"
    MEMBERSHIP_END = "member until"


DATES = frozenset(
    {
        Field.BIRTHDAY, Field.MET, Field.GIFT_DATE, Field.TAKES_PART_DATE,
        Field.MEMBERSHIP_START, Field.MEMBERSHIP_END,
    }
)  # fmt: skip

GROUPS: dict[str, tuple[Field, ...]] = {
    "Who they are": (
        Field.NAME, Field.FIRST, Field.LAST, Field.MIDDLE, Field.PREFIX, Field.SUFFIX,
        Field.NICKNAME, Field.BIRTHDAY, Field.ORGANISATION, Field.JOB, Field.DECEASED, Field.ID,
    ),
    "How to reach them": (Field.EMAIL, Field.PHONE, Field.WEBSITE),
    "Where they live": (
        Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY,
    ),
    "On networks": (Field.HANDLE, Field.X, Field.BLUESKY, Field.MASTODON),
    "What they are to you": (
        Field.RELATIONSHIP, Field.LABEL, Field.TAKES_PART, Field.TAKES_PART_DATE, Field.MET,
        Field.NOTE,
    ),
    "What they gave": (
        Field.GIFT_AMOUNT, Field.GIFT_DATE, Field.GIFT_CURRENCY, Field.GIFT_KIND,
        Field.GIFT_STATUS, Field.GIFT_CAMPAIGN, Field.GIFT_ID, Field.PLEDGE_ID, Field.GIFT_TEST,
    ),
    "Membership": (
        Field.MEMBERSHIP, Field.MEMBERSHIP_STATUS, Field.MEMBERSHIP_START, Field.MEMBERSHIP_END,
    ),
    "What they wish": (
        Field.NO_CONTACT, Field.NO_EMAIL, Field.NO_PHONE, Field.NO_POST, Field.NO_TEXT,
        Field.EMAIL_WELCOME, Field.PHONE_WELCOME, Field.TEXT_WELCOME, Field.LOOKUP_WELCOME,
    ),
}  # fmt: skip
"""Every meaning once, in the order in which one looks for it."""
COUPLES = (Field.PREFIX, Field.FIRST, Field.LAST, Field.NAME, Field.EMAIL, Field.PHONE)
"""What some tables have twice, once for each of a couple."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means, and for whom: some rows hold a couple."""

    field: Field
    is_second: bool = False

    def __str__(self) -> str:
        """As tables and mappings write it: "first name of the second person"."""
        return self.field.value + _SECOND * self.is_second


def meaning(text: str) -> Meaning:
    """What a table or a mapping says that a column means. Raises ValueError where it is nothing."""
    return Meaning(Field(text.removesuffix(_SECOND)), text.endswith(_SECOND))
