"""What the pages are tried on: a handful of invented people, and ways to read a page."""

import re
from html import unescape

from django.http import HttpResponse

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account
from hobnob.operations.record import record
from tests.people import ANA, BO, CEM, NOW_US, account, curator, happened, person_id

NAMES = ("ada", "bea", "cy", "dov", "eli", "fay", "gus", "hal", "ida", "jo")
TEN = [account(name) for name in NAMES]
KIM = account("kim")


def two_wait() -> None:
    """Ana asks something, Bo says something; I liked a post of Cem's."""
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=1, text="Where do tigers sleep?"),
            happened(Kind.MENTION, BO, days_ago=2, text="Nice stripes."),
            happened(Kind.LIKE, CEM, by_me=True, days_ago=3, text="A long soup."),
        ],
        now_us=NOW_US,
    )


def ten_say_things() -> None:
    """The inner list is full, and Kim is on the Watchlist."""
    record([happened(Kind.REPLY, each, days_ago=20) for each in [*TEN, KIM]], now_us=NOW_US)
    for each in TEN:
        curator(days_later=-10).promote(person_id(each), "say")
    curator(days_later=-9).promote(person_id(KIM), "watchlist")


def decide_address(who: Account) -> str:
    """Where decisions about somebody are posted."""
    return f"/people/{person_id(who)}/decide/"


def words(response: HttpResponse) -> str:
    """What a person reads on a page, without markup, on one line."""
    unread = re.compile(r"<(script|style|head|dialog|svg)\b.*?</\1>", re.DOTALL)
    html = unread.sub(" ", response.content.decode())
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
