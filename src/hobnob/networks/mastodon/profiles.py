"""What an account tells besides names: https://docs.joinmastodon.org/entities/Account/.

A server knows its own accounts best. Of others it may not have seen every post, and what it counts
is what their server said the last time.
"""

import re
from collections.abc import Iterator

from hobnob.domain.people import Profile
from hobnob.networks.fields import Record, count, each, moment, one_line, words
from hobnob.networks.mastodon.text import read_html

_TOLD = ("created_at", "statuses_count", "bot", "moved", "suspended")
"""Of these a mention has none."""
_WHERE = re.compile(
    r"location|place|city|town|where|(?:based|living|lives?)(?: in)?|home ?town"
    r"|ort|wohnort|stadt|standort|lieu|ville|où|plaats|woonplaats|stad|waar|lugar|ciudad"
    r"|ubicación|localização|cidade|luogo|città|plats|bor|sted",
    re.IGNORECASE,
)
"""What people write before where they are, in the table below a bio."""
_OUTER = re.compile(r"^\W+|\W+$")
_MARKS = ("limited", "memorial")
"""Put on an account by those who run the server: hidden from strangers, kept in memory."""


def read_profile(account: Record, *, moved_to: str) -> Profile | None:
    """What the profile of an account tells; None where that is its names alone."""
    if not any(name in account for name in _TOLD):
        return None
    is_bot = account.get("bot")
    return Profile(
        is_bot=is_bot if isinstance(is_bot, bool) else None,
        is_suspended=is_suspended(account),
        moved_to=moved_to,
        labels=tuple(mark for mark in _MARKS if account.get(mark) is True),
        links=tuple(dict.fromkeys(_links(account))),
        location=_location(account),
        posts=count(account, "statuses_count"),
        followers=count(account, "followers_count"),
        following=count(account, "following_count"),
        made_us=moment(account, "created_at"),
        last_post_us=moment(account, "last_status_at"),
    )


def is_suspended(account: Record) -> bool:
    """Whether the server suspended the account: what it said is not to be kept on showing."""
    return account.get("suspended") is True


def _links(account: Record) -> Iterator[str]:
    """Where the table below a bio leads."""
    if not is_suspended(account):
        for field in each(account, "fields"):
            yield from read_html(words(field, "value")).links


def _location(account: Record) -> str:
    """Where they say that they are: a row "Location" or "Ort" of the table below a bio."""
    if is_suspended(account):
        return ""
    for field in each(account, "fields"):
        if _WHERE.fullmatch(_OUTER.sub("", words(field, "name"))):
            value = read_html(words(field, "value"))
            if not value.links:
                return one_line(value.text)
    return ""
