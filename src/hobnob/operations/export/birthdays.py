"""Birthdays as a calendar (RFC 5545): one event a person, every year, the same each time.

Calendars know an event by its UID: who imports the file again has nobody twice. A birthday without
a year begins in 2000, which has every day. Who died, or asked to be left alone, is not in it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from icalendar import Calendar, Event

from hobnob.domain.exports.birthdays import ANY_YEAR, SAID, title_of, uid_of
from hobnob.domain.exports.people import ExportedPerson
from hobnob.domain.facts import FactKind, day_month_year
from hobnob.domain.moments import from_us


def pieces(people: Iterable[ExportedPerson], *, now_us: int) -> Iterator[bytes]:
    """The file, event by event."""
    calendar = Calendar()
    calendar.add("prodid", "-//hobnob//birthdays//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Birthdays")
    head, end = bytes(calendar.to_ical()).split(b"END:VCALENDAR")
    yield head
    for person in people:
        if person.may_be_contacted and (birthday := birthday_of(person)):
            yield bytes(_event(person, birthday, now_us).to_ical())
    yield b"END:VCALENDAR" + end


def birthday_of(person: ExportedPerson) -> str:
    """What somebody told by hand, else what the first file says: "1980-04-15", "--04-15"; or ""."""
    told = [each.value for each in person.facts if each.kind == FactKind.BIRTHDAY]
    said = [str(each.birthday) for each in person.records if each.birthday]
    return next(iter([*told, *said]), "")


def _event(person: ExportedPerson, birthday: str, now_us: int) -> Event:
    day, month, year = day_month_year(birthday) or (1, 1, None)
    first = date(year or ANY_YEAR, month, day)
    event = Event()
    event.add("uid", _uid(person))
    event.add("dtstamp", from_us(now_us))
    event.add("summary", title_of(person.name, year))
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("rrule", _every_year(first))
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["Birthdays"])
    event.add(SAID.lower(), birthday)
    return event


def _every_year(first: date) -> dict[str, object]:
    """Who was born on the 29th of February has a birthday in other years too."""
    if (first.month, first.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}


def _uid(person: ExportedPerson) -> str:
    """The same as long as the first record or account is: nothing of it can be read off."""
    key = person.as_records[0].key if person.as_records else f"person:{person.person_id}"
    return uid_of(key)
