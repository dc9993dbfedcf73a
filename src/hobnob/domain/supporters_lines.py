"""What a file says of somebody, line by line with the column that it stood in, for them to read."""

from collections.abc import Iterator

from hobnob.domain.facts import FactKind, shown_fact
from hobnob.domain.supporters import Fact, HandleGiven, Membership, Supporter, Tie, Wish

_FACTS = {
    "name": "Name",
    "prefix": "Title",
    "first": "First name",
    "middle": "Middle name",
    "last": "Last name",
    "suffix": "Suffix",
    "nickname": "Nickname",
    "organisation": "Organisation",
    "job": "Job",
    "street": "Street",
    "city": "City",
    "region": "Region",
    "postcode": "Postcode",
    "country": "Country",
}
_SEVERAL = {
    "emails": "E-mail",
    "phones": "Phone",
    "websites": "Website",
    "labels": "Group",
    "notes": "Note",
}


def lines(said: Supporter) -> Iterator[str]:
    """ "First name: Ana (column “First Name”)". Gifts are told apart, each with its amount."""
    for name, called in _FACTS.items():
        fact: Fact | None = getattr(said, name)
        if fact:
            yield _line(called, fact.value, fact.column)
    for name, called in _SEVERAL.items():
        for each in getattr(said, name):
            yield _line(called, each.value, each.column)
    if said.birthday:
        day = shown_fact(FactKind.BIRTHDAY, str(said.birthday))
        yield _line("Birthday", day, said.birthday.column)
    if said.met_on:
        yield _line("Known since", f"{said.met_on:%-d %B %Y}")
    if said.is_deceased:
        yield "They have died"
    yield from map(_handle, said.handles)
    yield from map(_tie, said.ties)
    yield from map(_membership, said.memberships)
    yield from map(_wish, said.wishes)


def _line(called: str, value: str, column: str = "") -> str:
    return f"{called}: {value}" + (f" (column “{column}”)" if column else "")


def _handle(each: HandleGiven) -> str:
    called = f"Handle on {each.network.title}" if each.network else "Handle"
    about = " in a note, and maybe somebody else’s" if each.is_in_passing else ""
    return _line(called, f"@{each.handle}{about}", each.column)


def _tie(each: Tie) -> str:
    since = f"{each.on_date:%-d %B %Y}" if each.on_date else ""
    through = ", ".join(filter(None, [each.relationship, each.through, since]))
    return _line("What they are to us", through, each.column)


def _membership(each: Membership) -> str:
    since = f"since {each.start_date:%-d %B %Y}" if each.start_date else ""
    until = f"until {each.end_date:%-d %B %Y}" if each.end_date else ""
    return _line("Membership", ", ".join(filter(None, [each.level, each.status, since, until])))


def _wish(each: Wish) -> str:
    wants = f"{each.channel} is welcome" if each.is_welcome else f"no {each.channel}"
    return _line("What they wish", wants, each.column)
