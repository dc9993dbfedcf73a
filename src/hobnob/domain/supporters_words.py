"""A supporter in a few words, as somebody looks a file over before taking it in."""

from collections.abc import Iterator
from datetime import date

from hobnob.domain.money import money
from hobnob.domain.supporters import Birthday, GiftKind, Supporter

_ANY_LEAP_YEAR = 2000


def called(supporter: Supporter) -> str:
    """What to call them: by name, else by what they are known for."""
    known = (supporter.organisation, *supporter.emails, *supporter.phones)
    others = (each.value for each in known if each)
    return supporter.whole_name or next(others, supporter.key)


def in_words(supporter: Supporter) -> str:
    """ "donor · ana@den.example · Köln · gave 25 EUR on 3 April 2024"."""
    return " · ".join(_words(supporter))


def _words(supporter: Supporter) -> Iterator[str]:
    yield from dict.fromkeys(str(each.relationship) for each in supporter.ties)
    yield from (each.value for each in (supporter.city, *supporter.emails[:1]) if each)
    yield from (f"@{each.handle}" for each in supporter.handles if not each.is_in_passing)
    if supporter.birthday:
        yield f"born {_birthday(supporter.birthday)}"
    for gift in filter(lambda each: each.amount, supporter.gifts):
        did = "promised" if gift.kind == GiftKind.PLEDGE else "gave"
        yield f"{did} {money(gift.amount, gift.currency)}{_on(gift.date)}"
    if supporter.is_deceased:
        yield "died"
    elif not supporter.may_be_contacted:
        yield "asked to be left alone"
    elif not supporter.may_be_looked_up:
        yield "asked not to be looked up"
    elif supporter.consent:
        yield "said yes to being looked up"


def _on(day: date | None) -> str:
    return f" on {day.day} {day:%B %Y}" if day else ""


def _birthday(day: Birthday) -> str:
    month = date(_ANY_LEAP_YEAR, day.month, day.day)
    return f"{day.day} {month:%B}{f' {day.year}' if day.year else ''}"
