"""The hours of chats as a calendar that other programs can read.

iCalendar: https://www.rfc-editor.org/rfc/rfc5545. A chat is one event that comes again every week
in its own time zone, so that it stays right when the clocks change.
"""

from datetime import datetime, time, timedelta

from icalendar import Calendar, Event

from hobnob.domain.chats import from_us_there, sessions, zone
from hobnob.domain.moments import WEEK, from_us
from hobnob.storage.models import Chat

_ZONES_FOR = timedelta(days=3653)
"""For how long the changes of the clocks are told."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar_file(now_us: int) -> bytes:
    """All chats that go on, as one file."""
    calendar = Calendar()
    calendar.add("prodid", "-//hobnob//chats//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Chats")
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    chats = list(Chat.objects.filter(ended_us__isnull=True))
    for chat in chats:
        calendar.add_component(_event(chat, now_us))
    if chats:
        first = from_us(min(each.made_us for each in chats)).date()
        calendar.add_missing_timezones(
            first_date=first - timedelta(days=366), last_date=from_us(now_us).date() + _ZONES_FOR
        )
    return bytes(calendar.to_ical())


def _event(chat: Chat, now_us: int) -> Event:
    event = Event()
    event.add("uid", f"{chat.key}-{chat.made_us}@hobnob")
    event.add("dtstamp", from_us(now_us))
    event.add("summary", chat.name)
    if chat.about:
        event.add("description", chat.about)
    event.add("dtstart", _first(chat))
    event.add("duration", timedelta(minutes=chat.minutes))
    event.add("rrule", {"freq": "weekly", "byday": _DAYS[chat.weekday]})
    return event


def _first(chat: Chat) -> datetime:
    """The first session whose hour clocks show: later ones come at the hour of the first."""
    hour = time(*divmod(chat.minute, 60))
    begins = (
        from_us_there(each.starts_us, zone(chat.time_zone))
        for each in sessions(chat, chat.made_us, chat.made_us + 4 * WEEK)
    )
    return next(each for each in begins if each.time() == hour)
