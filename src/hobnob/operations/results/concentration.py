"""How few people bring how much: of sharing, of reach, of what came of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hobnob.domain import results_words as words
from hobnob.domain.results import Concentration, Curve
from hobnob.measures.concentration import Points, curve, first_with, grown
from hobnob.measures.reach import Step
from hobnob.storage.queries.outcomes.known import OutcomeLine

HALF = 0.5
FEWEST = 5
"""Of fewer people a curve says nothing."""


def concentration(
    shares: Mapping[int, Sequence[int]],
    steps: Sequence[Step[int]],
    outcomes: Sequence[OutcomeLine],
) -> Concentration:
    """A curve each, of those with enough people."""
    sharing = Counter({person_id: len(at) for person_id, at in shares.items()})
    came = Counter(each.person_id for each in outcomes)
    reached = steps[-1].so_far if steps else 0
    curves = [
        _curve("sharing", curve(sharing.values()), len(sharing), sharing.total()),
        _curve("reach", grown(each.so_far for each in steps), len(steps), reached),
        _curve("outcomes", curve(came.values()), len(came), came.total()),
    ]
    told = [each for each in curves if each is not None]
    return Concentration(
        sentence=" ".join(each.sentence for each in told) or words.NO_CONCENTRATION,
        counted=words.CONCENTRATION_COUNTED,
        curves=tuple(told),
    )


def _curve(name: str, points: Points, people: int, total: int) -> Curve | None:
    if people < FEWEST:
        return None
    half = first_with(HALF, points)
    sentence = words.concentration(name, half, people)
    return Curve(name=name, points=points, total=total, half=half, sentence=sentence)
