"""Moments of chats as the clocks of this machine show them."""

from datetime import datetime, timedelta

from django import template

from hobnob.domain.chats import Session, clock_words, day_words, zone_words
from hobnob.domain.moments import from_us
from hobnob.storage.queries.chats.agenda import ChatLine

register = template.Library()


def here(us: int) -> datetime:
    """The moment here."""
    return from_us(us).astimezone()


@register.filter
def here_day(us: int) -> str:
    """ "Tuesday 3 November"."""
    return day_words(here(us))


@register.filter
def here_clock(us: int) -> str:
    """ "20:00"."""
    moment = here(us)
    return clock_words(moment.hour * 60 + moment.minute)


@register.filter
def here_week(us: int) -> str:
    """ "From Monday 2 November": the week in which it is."""
    day = here(us).date()
    return f"From {day_words(day - timedelta(days=day.weekday()))}"


@register.filter
def minute_clock(minute: int) -> str:
    """ "20:00", of minutes after midnight."""
    return clock_words(minute)


@register.simple_tag
def there_clock(chat: ChatLine, session: Session) -> str:
    """ "15:00 New York time", with the day where that is another; "" where clocks are alike."""
    moment = here(session.starts_us)
    if (moment.date(), here_clock(session.starts_us)) == (session.day, clock_words(chat.minute)):
        return ""
    day = f"{day_words(session.day)}, " if moment.date() != session.day else ""
    return f"{day}{clock_words(chat.minute)} {zone_words(chat.time_zone)}"
