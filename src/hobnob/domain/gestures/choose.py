"""The few of a day: what is due, what much speaks for, who is close; and nobody again too soon."""

from collections.abc import Collection, Iterable, Mapping

from hobnob.domain.gestures.gesture import GESTURES, Gesture
from hobnob.domain.moments import DAY

NOT_AGAIN_FOR = 14 * DAY
"""Who got something kind is not on the day's page again for so long; a birthday is."""

A_DAY = 2
"""So many a day are kind, and more are a campaign."""


def the_few(
    offered: Iterable[Gesture],
    *,
    closeness: Mapping[int, float],
    lately: Collection[int],
    limit: int = A_DAY,
) -> list[Gesture]:
    """At most so many: one a person, no kind twice but birthdays, the most urgent first.

    `lately` are the people who got something within the last fortnight, or rest today. Thanks are
    left out: the day has a section of its own for them.
    """

    def order(each: Gesture) -> tuple[int, int, float, int]:
        return (-each.urgency, -each.evidence, -closeness.get(each.person_id, 0.0), each.person_id)

    chosen: list[Gesture] = []
    for each in sorted(offered, key=order):
        if len(chosen) >= limit:
            break
        taken = {one.person_id for one in chosen} | (set() if is_a_birthday(each) else {*lately})
        if each.person_id not in taken and _is_new_kind(each, chosen):
            chosen.append(each)
    return chosen


def is_a_birthday(each: Gesture) -> bool:
    """Whether it cannot wait for another fortnight."""
    return each.key.startswith("birthday:")


def _is_new_kind(each: Gesture, chosen: Iterable[Gesture]) -> bool:
    sort = GESTURES.get(each.kind)
    if sort is not None and sort.is_thanks:
        return False
    return is_a_birthday(each) or all(one.kind != each.kind for one in chosen)
