"""How long everybody, or one reader, was with each list and each person in a period."""

from collections import Counter, defaultdict
from collections.abc import Collection

from django.db.models import Sum

from hobnob.domain.moments import DAY
from hobnob.domain.periods import Period
from hobnob.domain.time_spent import person_at
from hobnob.storage.models import List, Membership, ReadingTime
from hobnob.storage.queries.people.merged import who_they_are


def seconds_by_place(period: Period, reader_id: int | None) -> Counter[str]:
    """Seconds by list key or page; None: of everybody who uses this hobnob."""
    return Counter(
        {place: each for place, each in _seconds(period, reader_id) if person_at(place) is None}
    )


def seconds_by_person(period: Period, reader_id: int | None) -> Counter[int]:
    """Seconds by person id. Who was merged since counts as who they are now."""
    told: Counter[int] = Counter()
    for place, each in _seconds(period, reader_id):
        if (person_id := person_at(place)) is not None:
            told[person_id] += each
    now = who_they_are(told)
    seconds: Counter[int] = Counter()
    for person_id, each in told.items():
        seconds[now.get(person_id, person_id)] += each
    return seconds


def list_names() -> dict[str, str]:
    """The name of every list, by its key."""
    return dict(List.objects.values_list("key", "name"))


def lists_of(person_ids: Collection[int]) -> dict[str, set[int]]:
    """Who of these people is on which list, by its key."""
    found: dict[str, set[int]] = defaultdict(set)
    on_it = Membership.objects.filter(is_member=True, person_id__in=list(person_ids))
    for key, person_id in on_it.values_list("list__key", "person_id"):
        found[key].add(person_id)
    return dict(found)


def _seconds(period: Period, reader_id: int | None) -> list[tuple[str, int]]:
    first, last = period.since_us // DAY, (period.until_us - 1) // DAY
    time = ReadingTime.objects.filter(day__gte=first, day__lte=last)
    if reader_id is not None:
        time = time.filter(reader_id=reader_id)
    return list(time.order_by("place").values_list("place").annotate(total=Sum("seconds")))
