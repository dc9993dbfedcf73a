"""The columns of hobnob's own tables, in their order, and which of them are read back."""

KEY = "Hobnob ID"
TOLD_BY = "Told By"
"""Which column of which file said it, where that is called otherwise there."""
CARD_KEY = "X-HOBNOB-KEY"
"""The property of a card that says what hobnob knows somebody by; their UID is their phone's."""
PART = "Part"
"""Of a row that is too long for one: "2 of 3"."""

ONE_FACT = {
    "Name": "name",
    "Prefix": "prefix",
    "First Name": "first",
    "Middle Name": "middle",
    "Last Name": "last",
    "Suffix": "suffix",
    "Nickname": "nickname",
    "Organization": "organisation",
    "Job Title": "job",
    "Street": "street",
    "City": "city",
    "Region": "region",
    "Postcode": "postcode",
    "Country": "country",
}
"""Columns of one fact, and what a supporter calls it."""
SOME_FACTS = {
    "Emails": "emails",
    "Phones": "phones",
    "Websites": "websites",
    "Labels": "labels",
}
NOTES = "Notes"
HANDLES = "Handles"
RELATIONSHIPS = "Relationships"
MEMBERSHIPS = "Memberships"
GIFTS = "Gifts"
WISHES = "Wishes"
BIRTHDAY = "Birthday"
MET_ON = "Met On"
DECEASED = "Deceased"

READ_BACK = (
    KEY, *ONE_FACT, *SOME_FACTS, BIRTHDAY, MET_ON, DECEASED, HANDLES, RELATIONSHIPS, MEMBERSHIPS,
    GIFTS, WISHES, NOTES, TOLD_BY, PART,
)  # fmt: skip

PERSON = "Person"
"""Hobnob's number of somebody: several records may be one person's."""
ACCOUNTS = "Accounts"
LISTS = "Lists"
TAGS = "Tags"
GIVEN = "Given"
TOPICS = "Topics"
TOLD_HERE = "Told Here"
TEAM_NOTES = "Team Notes"

TO_LOOK_AT = (GIVEN, PERSON, ACCOUNTS, LISTS, TAGS, TOPICS, TOLD_HERE, TEAM_NOTES)
"""What hobnob keeps of its own and never takes from a file."""

COLUMNS = (*READ_BACK[:-2], *TO_LOOK_AT, *READ_BACK[-2:])
"""All of them, as they stand from left to right."""
