"""How much of a whole the first few people bring: shares summed from the largest on.

The curve is Lorenz's, read from the other end (M. O. Lorenz 1905, "Methods of measuring the
concentration of wealth", https://doi.org/10.2307/2276207).
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

Points = tuple[tuple[int, float], ...]
"""(people, share of the whole 0-1), from (0, 0.0) to (everybody, 1.0)."""

MOST_POINTS = 200
"""Of a longer curve so many are kept, close together where it bends."""


def curve(counts: Iterable[int]) -> Points:
    """What the first 0, 1, 2 ... people bring when those who bring most come first."""
    return grown(accumulate(sorted((each for each in counts if each > 0), reverse=True)))


def grown(sums: Iterable[int]) -> Points:
    """The curve of sums that are already in order: what the first 1, 2, 3 ... bring together."""
    reached = list(sums)
    if not reached or not reached[-1]:
        return ()
    whole = reached[-1]
    return ((0, 0.0), *((n, reached[n - 1] / whole) for n in _kept(len(reached))))


def first_with(share: float, points: Points) -> int:
    """So few people bring at least this share; 0 where there is nothing to bring."""
    return next((people for people, brought in points if brought >= share - 1e-12), 0)


def _kept(length: int) -> Sequence[int]:
    if length <= MOST_POINTS:
        return range(1, length + 1)
    # Squares: step by step at the beginning, in strides towards the end.
    steps = {round(1 + (length - 1) * (n / (MOST_POINTS - 1)) ** 2) for n in range(MOST_POINTS)}
    return sorted(steps)
