"""What may have led to an outcome: the last things that went between us before it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from hobnob.domain.happened_words import did
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY, ago
from hobnob.storage.models import Interaction

EXCHANGE_WITHIN = 90 * DAY
"""What led to an outcome was said or done within this time before it."""

_NEWEST = 500
_SHOWN = 8
_LEADS_NOWHERE = (Kind.FOLLOW, Kind.BLOCK, Kind.MUTE, Kind.LIKE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedLine:
    """A line of the log that may have led to an outcome."""

    interaction_id: int
    did: str
    words: str
    when: str
    is_proposed: bool
    """Whether it is of the last exchange."""


def last_exchange(person_id: int, before_us: int) -> list[int]:
    """The newest line each way in the three months before: what may have led to it."""
    lines = list(_before(person_id, before_us).values_list("pk", "direction")[:_NEWEST])
    newest: dict[str, int] = {}
    for line_id, direction in lines:
        newest.setdefault(direction, line_id)
    return sorted(newest.values())


def led_there(person_id: int, before_us: int, now_us: int) -> list[LedLine]:
    """The last things that went between us before a moment, the newest first."""
    proposed = set(last_exchange(person_id, before_us))
    return [
        LedLine(
            interaction_id=each.pk,
            did=did(each.kind, is_mine=each.direction == Direction.FROM_ME),
            words=each.post.text if each.post else "",
            when=ago(each.at_us, now_us),
            is_proposed=each.pk in proposed,
        )
        for each in _before(person_id, before_us).select_related("post")[:_SHOWN]
    ]


def _before(person_id: int, before_us: int) -> QuerySet[Interaction]:
    return (
        Interaction.objects.filter(
            contact__person_id=person_id,
            direction__in=(Direction.TOWARDS_ME, Direction.FROM_ME),
            at_us__lte=before_us,
            at_us__gte=before_us - EXCHANGE_WITHIN,
        )
        .exclude(kind__in=_LEADS_NOWHERE)
        .order_by("-at_us", "-pk")
    )
