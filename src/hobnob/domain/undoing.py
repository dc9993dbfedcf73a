"""When undo asks first: nobody means what they did weeks ago by it."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from hobnob.domain.by_hand import today_at
from hobnob.domain.chats import day_words
from hobnob.domain.moments import HOUR, to_us

A_SITTING = 2 * HOUR
"""Whoever works past midnight takes back what they did before it without being asked."""


def unasked_since_us(now_us: int, zone: str) -> int:
    """From when on an act is undone without a question: since midnight, or in this sitting."""
    midnight = datetime.combine(today_at(now_us, zone), time.min, ZoneInfo(zone))
    return min(to_us(midnight), now_us - A_SITTING)


def day_of_act(made_us: int, now_us: int, zone: str) -> str:
    """The day on which something was done: "Sunday 1 November", with its year if not this one."""
    day, today = today_at(made_us, zone), today_at(now_us, zone)
    return day_words(day) if day.year == today.year else f"{day_words(day)} {day.year}"


def newest_act_words(act: str, day: str) -> str:
    """What would be taken back, as a sentence before the question."""
    return f"The newest thing you did is from {day}: {act}."
