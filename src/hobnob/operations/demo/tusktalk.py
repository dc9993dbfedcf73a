"""#TuskTalk, the weekly chat that Robin goes to: Tuesdays at eight in the evening, UTC."""

from hobnob.domain.moments import DAY, HOUR

TAG = "#TuskTalk"
TUESDAY = 5
"""The day of the week, counted from 1970-01-01, which was a Thursday."""
CLOCK = 20 * HOUR


def is_on(at_us: int) -> bool:
    """Whether the chat is going on at that moment; it lasts an hour."""
    day, clock_us = divmod(at_us, DAY)
    return day % 7 == TUESDAY and CLOCK <= clock_us < CLOCK + HOUR
