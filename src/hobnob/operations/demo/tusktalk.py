"""#TuskTalk, the weekly chat that Robin goes to: Tuesdays at eight in the evening, in Amsterdam."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from hobnob.domain.moments import DAY, HOUR, SECOND, to_us

TAG = "#TuskTalk"
ZONE = "Europe/Amsterdam"
HOUR_THERE = 20
THURSDAY, TUESDAY = 0, 5
"""Days of the week, counted from 1970-01-01, which was a Thursday."""

_THERE = ZoneInfo(ZONE)
_FIRST = date(1970, 1, 1)


def is_on(at_us: int) -> bool:
    """Whether the chat is going on at that moment; it lasts an hour."""
    day, clock_us = divmod(at_us, DAY)
    # Eight in the evening there is six or seven by UTC: no other hours are worth a calendar.
    if day % 7 != TUESDAY or not 18 * HOUR <= clock_us < 20 * HOUR:
        return False
    began_us = there(day, HOUR_THERE * HOUR)
    return began_us <= at_us < began_us + HOUR


@lru_cache(maxsize=2048)
def there(day: int, clock_us: int) -> int:
    """The moment of a clock time there, on a day counted from 1970-01-01."""
    midnight = datetime.combine(_FIRST + timedelta(days=day), time(), _THERE)
    return to_us(midnight + timedelta(seconds=clock_us // SECOND))
