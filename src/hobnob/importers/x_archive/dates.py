"""The two ways X writes dates, and the moment hidden in its ids.

`Sat Nov 09 12:14:18 +0000 2024` is sliced by hand: strptime takes longer than parsing the post.
"""

from datetime import UTC, date, datetime
from functools import lru_cache

from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND, to_us

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_SNOWFLAKES_BEGIN_MS = 1_288_834_974_657
"""X's ids carry milliseconds since this moment in their upper bits, from November 2010 on."""
_FIRST_SNOWFLAKE = 29_700_859_247
_FIRST_POST_US = 1_142_899_200 * SECOND
"""2006-03-21, the day of the first post of all."""
_LAST_POST_US = 2_493_072_000 * SECOND
"""2049: a date beyond is a damaged one."""


def post_date_us(text: str) -> int | None:
    """The moment of `Sat Nov 09 12:14:18 +0000 2024`; None where it is not written so."""
    if len(text) != 30 or text[19:26] != " +0000 ":
        return None
    try:
        hours, minutes, seconds = int(text[11:13]), int(text[14:16]), int(text[17:19])
        midnight_us = _midnight_us(text[4:11] + text[26:])
    except ValueError:
        return None
    if not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= seconds <= 60):
        return None
    return _believable(midnight_us + hours * HOUR + minutes * MINUTE + seconds * SECOND)


def _believable(us: int) -> int | None:
    """The moment, if somebody could have posted then."""
    return us if _FIRST_POST_US <= us < _LAST_POST_US else None


@lru_cache(maxsize=4096)
def _midnight_us(day: str) -> int:
    """The first moment of `Nov 09 2024`."""
    month = _MONTHS.index(day[:3]) + 1
    return (date(int(day[7:]), month, int(day[4:6])).toordinal() - _EPOCH_DAY) * DAY


def iso_date_us(text: str) -> int | None:
    """The moment of `2024-11-09T12:14:18.000Z`; None where it is not written so."""
    try:
        moment = datetime.fromisoformat(text)
        return _believable(to_us(moment if moment.tzinfo else moment.replace(tzinfo=UTC)))
    except (ValueError, OverflowError):
        return None


def id_date_us(native_id: str) -> int | None:
    """The moment the post with this id was made; None for ids older than November 2010."""
    number = int(native_id)
    if number < _FIRST_SNOWFLAKE:
        return None
    return _believable(((number >> 22) + _SNOWFLAKES_BEGIN_MS) * 1000)
