"""Whom believers reach, each person once, and who of these came by themselves afterwards."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from pyroaring import BitMap

from hobnob.domain import results_words as words
from hobnob.domain.believers import SHARED, did_words
from hobnob.domain.moments import DAY
from hobnob.domain.periods import Period, last_days
from hobnob.domain.results import Added, Followed, Reach, Spread
from hobnob.measures.believers import WITHIN_DAYS
from hobnob.measures.reach import Step, audience, in_order, together
from hobnob.operations.results.believers import Weighed
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.results.reach import FirstStep, audiences, first_steps

SHOWN = 10
"""So many believers are named."""

MOST = 1_000
"""Of so many believers it is asked whom they reach."""

SOON = 30 * DAY
"""Who comes so long after a believer's share may have come through it."""

Audiences = dict[int, BitMap]


def whom_they_reach(weighed: Sequence[Weighed], until_us: int) -> Audiences:
    """The audience of each believer within a year, by person id."""
    within = last_days(WITHIN_DAYS, until_us - 1)
    theirs = audiences([each.person_id for each in weighed[:MOST]], within)
    return {person_id: audience(people) for person_id, people in theirs.items()}


def reach(found: Audiences, steps: Sequence[Step[int]]) -> Reach:
    """Unique people, never the sum, and what each next believer adds."""
    lines = person_lines([each.who for each in steps[:SHOWN]])
    unique, added_up = len(together(found.values())), sum(map(len, found.values()))
    return Reach(
        sentence=words.reach(unique, added_up, len(found)),
        counted=words.REACH_COUNTED,
        unique=unique,
        added_up=added_up,
        order=tuple(
            Added(
                person_id=each.who,
                name=lines[each.who].name,
                reach=each.reach,
                adds=each.adds,
                so_far=each.so_far,
                sentence=words.adds(lines[each.who].name, each.adds, is_first=not place),
            )
            for place, each in enumerate(steps[:SHOWN])
            if each.who in lines
        ),
    )


def steps_of(found: Audiences) -> list[Step[int]]:
    """Who adds most, then who adds most to that."""
    return in_order(found, len(found))


def spread(found: Audiences, weighed: Sequence[Weighed], period: Period) -> Spread:
    """Who did something for us for the first time soon after somebody they follow had shared us.

    Each counts once, with the believer who had shared last.
    """
    shared = {
        each.person_id: [did.at_us for did in each.done if did.kind in SHARED]
        for each in weighed
        if each.person_id in found
    }
    through: dict[int, Counter[str]] = defaultdict(Counter)
    for step in first_steps(list(together(found.values())), period):
        around = [each for each, people in found.items() if step.person_id in people]
        if (believer := _last_before(step, around, shared)) is not None:
            through[believer][step.kind] += 1
    return _told(through)


def _last_before(
    step: FirstStep, around: Collection[int], shared: Mapping[int, Sequence[int]]
) -> int | None:
    """Who of those around somebody had shared us last, and not too long before."""
    last: tuple[int, int] | None = None
    for believer in around:
        place = bisect_left(shared[believer], step.at_us)
        if place and step.at_us - (at_us := shared[believer][place - 1]) <= SOON:
            last = max(last or (at_us, believer), (at_us, believer))
    return last[1] if last else None


def _told(through: Mapping[int, Counter[str]]) -> Spread:
    most = sorted(through, key=lambda each: (-through[each].total(), each))
    lines = person_lines(most[:SHOWN])
    people = sum(each.total() for each in through.values())
    return Spread(
        sentence=words.spread(people, len(through)),
        counted=words.SPREAD_COUNTED,
        people=people,
        through=tuple(
            Followed(
                person_id=each,
                name=lines[each].name,
                people=through[each].total(),
                did=did_words(through[each]),
                sentence=words.followed(
                    lines[each].name, through[each].total(), did_words(through[each])
                ),
            )
            for each in most[:SHOWN]
            if each in lines
        ),
    )
