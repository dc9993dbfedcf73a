"""How long somebody was with each list, in words."""

from collections import defaultdict

from hobnob.domain.moments import DAY
from hobnob.domain.time_spent import DAYS, NOT_COUNTED, time_spent
from hobnob.storage.models import ReadingTime


def time_by_place(reader_id: int, *, now_us: int) -> dict[str, str]:
    """By list key, for those where any was counted: "About 40 minutes in the last 4 weeks."."""
    today = now_us // DAY
    lately = ReadingTime.objects.filter(reader_id=reader_id, day__gt=today - DAYS, day__lte=today)
    seconds: dict[str, dict[int, int]] = defaultdict(dict)
    for place, day, each in lately.values_list("place", "day", "seconds"):
        seconds[place][day] = each
    return {place: time_spent(days, today) for place, days in seconds.items()}


def time_at(place: str, reader_id: int, *, now_us: int) -> str:
    """The sentence for one list, or why there is none."""
    return time_by_place(reader_id, now_us=now_us).get(place, NOT_COUNTED)
