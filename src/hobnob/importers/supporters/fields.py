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
