"""Add up how long somebody has a page in front of them: by place and day."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from hobnob.domain.moments import DAY
from hobnob.domain.time_spent import PAGES, person_at
from hobnob.storage.models import List, Person, ReadingTime

LONGEST = 300
"""Seconds that are believed at once: a page tells twice a minute how long it was looked at."""


@transaction.atomic
def keep_reading_time(reader: User, place: str, seconds: int, *, now_us: int) -> bool:
    """Add seconds to a place today. False where there is no such place, or nothing to add."""
    if seconds <= 0 or not _is_place(place):
        return False
    time, _ = ReadingTime.objects.get_or_create(reader=reader, place=place, day=now_us // DAY)
    ReadingTime.objects.filter(pk=time.pk).update(seconds=F("seconds") + min(seconds, LONGEST))
    return True


def _is_place(place: str) -> bool:
    person_id = person_at(place)
    if person_id is not None:
        return Person.objects.filter(pk=person_id).exists()
    return place in PAGES or List.objects.filter(key=place).exists()
