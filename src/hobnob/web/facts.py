"""What one knows of somebody, told by hand: acts of the same form as all that is decided."""

from django.http import Http404, HttpRequest

from hobnob.domain import facts
from hobnob.domain.cadence import every_so_often, read_cadence
from hobnob.domain.facts import FactKind, NotAFact, birthday
from hobnob.operations.cadence import wish_to_hear
from hobnob.operations.curate import Curator
from hobnob.operations.keep_heard import keep_birthday
from hobnob.operations.tell import take_away, tell
from hobnob.web.answers import said, whole_number

KINDS = tuple(each for each in FactKind if each is not FactKind.BIRTHDAY)
"""Facts that are words; a birthday is chosen from a calendar's parts."""
MONTHS = tuple(enumerate(facts.MONTHS, start=1))
DAYS = range(1, 32)


def tell_fact(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    """Keep a fact: its kind stands on the button, or in a field where one chooses it."""
    kind = _kind(said(request, "tell") or said(request, "kind"))
    text = _birthday(request) if kind is FactKind.BIRTHDAY else said(request, "text")
    tell(
        person_id,
        kind,
        text,
        author=curator.author,
        now_us=curator.now_us,
        is_private=bool(said(request, "private")),
    )
    return f"That is what you know of {name} now."


def keep_heard(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    """Keep the birthday that a post of theirs tells."""
    post_id = whole_number(said(request, "heard"))
    if post_id is None:
        raise Http404
    day = keep_birthday(person_id, post_id, author=curator.author, now_us=curator.now_us)
    return f"{name} has their birthday on {day}, as they said themselves."


def take_away_fact(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    """Take what was told by hand away."""
    kind = _kind(said(request, "take_away"))
    take_away(person_id, kind, author=curator.author, now_us=curator.now_us)
    return f"Taken away from what you know of {name}."


def keep_in_touch(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    """Wish for a word every so many days, or let any time pass."""
    is_left_open = said(request, "cadence") == "none"
    days = None if is_left_open else read_cadence(said(request, "days"))
    wish_to_hear(person_id, days, author=curator.author, now_us=curator.now_us)
    if days is None:
        return f"Any time may pass between you and {name}."
    return f"You want a word with {name} {every_so_often(days)}."


def _birthday(request: HttpRequest) -> str:
    """A birthday of the three fields; the year may be left open."""
    day, month = whole_number(said(request, "day")), whole_number(said(request, "month"))
    written = said(request, "year").strip()
    year = whole_number(written)
    if day is None or month is None:
        raise NotAFact("A birthday needs a day and a month; the year may be left open.")
    if written and (year is None or not FIRST_YEAR <= year <= LAST_YEAR):
        raise NotAFact(f"“{written}” is no year: write it like 1980, or leave it open.")
    return birthday(day, month, year)


FIRST_YEAR, LAST_YEAR = 1850, 2100


def _kind(word: str) -> FactKind:
    if word not in set(FactKind):
        raise Http404
    return FactKind(word)
