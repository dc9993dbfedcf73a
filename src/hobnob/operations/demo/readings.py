"""How Robin reads: when each list was looked at last, and how long that took these weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from django.contrib.auth.models import User
from django.db.models import Max

from hobnob.domain.moments import DAY, HOUR, MINUTE
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.plays import When
from hobnob.operations.read_feed import Reader
from hobnob.storage import models

_EVENING = 19 * HOUR + 40 * MINUTE
_WEEKS = 26
_MINUTES = {"today": 6, "say": 3, "watchlist": 4, "mentioned": 2}
"""Of a usual day, by place."""
_SUNDAY = 3
"""As days are counted from 1970-01-01."""
_A_DAY_OFF = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Robin looked at a list, to the end."""

    feed: str
    at_us: int

    def leave(self, reader: User, answered_later: set[str]) -> None:
        """Let all there was be dealt with. Posts that are answered later were read to the end."""
        robin = Reader(user=reader, now_us=self.at_us)
        rows = models.Post.objects.filter(native_id__in=answered_later)
        robin.see(list(rows.values_list("pk", flat=True)))
        robin.let_go(self.feed, models.Post.objects.aggregate(newest=Max("pk"))["newest"] or 0)


def looks(now_us: int) -> tuple[Look, ...]:
    """When the close lists were looked at last, oldest first. The others never were."""
    days = {"watchlist": 2, "say": 1}
    return tuple(
        Look(feed=feed, at_us=When(count=count, unit="days", clock_us=_EVENING).before(now_us))
        for feed, count in days.items()
    )


def keep_weeks_of_reading(reader: User, random: Random, *, now_us: int) -> None:
    """Note how long Robin was where, day by day; a day off now and then, more on Sundays."""
    models.ReadingTime.objects.bulk_create(
        models.ReadingTime(reader=reader, place=place, day=day, seconds=seconds)
        for place, day, seconds in _times(random, now_us // DAY)
    )


def _times(random: Random, today: int) -> Iterator[tuple[str, int, int]]:
    for day in range(today - _WEEKS * 7, today):
        if day % 7 == tusktalk.TUESDAY:
            yield "chats", day, random.randint(50, 70) * 60
        if random.random() < _A_DAY_OFF:
            continue
        for place, minutes in _MINUTES.items():
            often = 2 if day % 7 == _SUNDAY and place == "watchlist" else 1
            yield place, day, int(minutes * often * 60 * random.uniform(0.6, 1.4))
