"""What came of it in a period, by kind."""

from collections import defaultdict
from collections.abc import Sequence

from hobnob.domain import results_words as words
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.results import WORTH, OutcomeCount, Outcomes, Worth
from hobnob.storage.queries.outcomes.known import OutcomeLine, sums_of


def what_came_of_it(lines: Sequence[OutcomeLine]) -> Outcomes:
    """What came of everybody."""
    kinds = counts(lines)
    return Outcomes(
        sentence=words.outcomes(kinds), counted=words.OUTCOMES_COUNTED, kinds=tuple(kinds)
    )


def counts(lines: Sequence[OutcomeLine]) -> list[OutcomeCount]:
    """Counts, people and sums by kind, the most frequent first."""
    by_kind: dict[OutcomeKind, list[OutcomeLine]] = defaultdict(list)
    for each in lines:
        by_kind[each.kind].append(each)
    return sorted(
        (_count(kind, those) for kind, those in by_kind.items()),
        key=lambda each: (-each.count, each.kind),
    )


def _count(kind: OutcomeKind, lines: Sequence[OutcomeLine]) -> OutcomeCount:
    total = sums_of(lines)
    return OutcomeCount(
        kind=kind,
        worth=WORTH.get(kind, Worth.PERSONAL),
        count=len(lines),
        people=len({each.person_id for each in lines}),
        sums=total,
        worth_words=words.worth(total, is_all=all(each.amount is not None for each in lines)),
        by_files=sum(not each.is_by_hand for each in lines),
    )
