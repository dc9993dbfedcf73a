"""What came of it in a period, by kind."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from hobnob.domain import results_words as words
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.periods import Period
from hobnob.domain.results import WORTH, OutcomeCount, Outcomes, Worth
from hobnob.storage.queries.outcomes.known import OutcomeLine, sums_of
from hobnob.storage.queries.results.gifts import given_back
from hobnob.storage.queries.results.talk import talked_since


def what_came_of_it(lines: Sequence[OutcomeLine], period: Period) -> Outcomes:
    """What came of everybody; gifts in two rows, of those one had talked with before and of others.

    Files tell every gift to an organisation. Set against hours, all of them together would say that
    the hours had brought them.
    """
    gifts = [each for each in lines if each.kind == OutcomeKind.DONATION]
    givers = {each.person_id for each in gifts}
    since, back = talked_since(givers), given_back(givers, period)
    after_talk = [each for each in gifts if _is_after(each, since)]
    others = [each for each in gifts if not _is_after(each, since)]
    kinds = [
        *(replace(each, had_talked=True) for each in counts(after_talk, back)),
        *(replace(each, had_talked=False) for each in counts(others, back)),
        *counts([each for each in lines if each.kind != OutcomeKind.DONATION]),
    ]
    return Outcomes(
        sentence=words.outcomes(kinds), counted=words.OUTCOMES_COUNTED, kinds=tuple(kinds)
    )


def _is_after(gift: OutcomeLine, talked_since: Mapping[int, int]) -> bool:
    """Whether something had gone both ways before its day: files tell no hour."""
    since_us = talked_since.get(gift.person_id)
    return since_us is not None and since_us < gift.at_us // DAY * DAY


def counts(
    lines: Sequence[OutcomeLine], back: Mapping[int, Mapping[str, int]] = MappingProxyType({})
) -> list[OutcomeCount]:
    """Counts, people and sums by kind, the most frequent first; `back` by person and currency."""
    by_kind: dict[OutcomeKind, list[OutcomeLine]] = defaultdict(list)
    for each in lines:
        by_kind[each.kind].append(each)
    return sorted(
        (_count(kind, those, back) for kind, those in by_kind.items()),
        key=lambda each: (-each.count, each.kind),
    )


def _count(
    kind: OutcomeKind, lines: Sequence[OutcomeLine], back: Mapping[int, Mapping[str, int]]
) -> OutcomeCount:
    total, people = sums_of(lines), {each.person_id for each in lines}
    returned: Counter[str] = Counter()
    for each in people:
        returned.update(back.get(each, {}))
    return OutcomeCount(
        kind=kind,
        worth=WORTH.get(kind, Worth.PERSONAL),
        count=len(lines),
        people=len(people),
        sums=total,
        worth_words=words.worth(
            total, unknown=sum(each.amount is None for each in lines), given_back=returned
        ),
        given_back=dict(returned),
        by_files=sum(each.is_from_files for each in lines),
    )
