"""Who came closer in a period, rung by rung."""

from collections import defaultdict

from hobnob.domain import results_words as words
from hobnob.domain.ladder import RUNGS, Rung
from hobnob.domain.periods import Period
from hobnob.domain.results import LadderMoves, RungCount
from hobnob.storage.queries.outcomes.ladder import ladder_moves
from hobnob.storage.queries.people.lines import person_lines

NAMED = 3


def who_came_closer(period: Period, *, now_us: int) -> LadderMoves:
    """How many came to each rung, and some of their names."""
    moves = ladder_moves(since_us=period.since_us, until_us=period.until_us, now_us=now_us)
    on: dict[Rung, list[int]] = defaultdict(list)
    for each in moves:
        on[each.rung].append(each.person_id)
    lines = person_lines({who for those in on.values() for who in those[:NAMED]})
    people = len({each.person_id for each in moves})
    return LadderMoves(
        sentence=words.ladder({rung: len(on[rung]) for rung in RUNGS}, people),
        counted=words.LADDER_COUNTED,
        rungs=tuple(
            RungCount(
                rung=rung,
                people=len(on[rung]),
                names=tuple(lines[who].name for who in on[rung][:NAMED] if who in lines),
            )
            for rung in RUNGS
        ),
        moves=len(moves),
        people=people,
    )
