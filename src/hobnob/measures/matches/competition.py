"""What else a record and an account could be matched with: the competition of a pair.

Two people of one name are told apart by nothing that the two show; but that there are two shows.
"""

import math
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

_NOBODY = -8.0
"""Stands for the weight of a rival that is not there (natural logarithm of odds)."""
_MOST = 6.0
"""More ahead than this says no more."""
_USUAL_PAIRS = 5.0
"""As if so many more pairs had been seen that are silent as often as all are."""
_NEAR = 1.5
"""Who is no further behind is a rival."""


class Pairs(NamedTuple):
    """Scored pairs, one element each."""

    record: Ints
    """Which record: any number that tells them apart."""
    account: Ints
    weight: Floats
    """Evidence: natural logarithm of the odds."""
    rarity: Floats
    """Of the record's name: minus the common logarithm of the share of people who have it."""
    is_placeless: NDArray[np.bool_]
    """Nothing is known of where either is."""
    is_fitting: NDArray[np.bool_]
    """It fits so well by name and handle that most true pairs do."""
    is_placed: NDArray[np.bool_]
    """Both say that they are in the same place."""


FEATURES = (
    "weight",
    "ahead of the record's best other",
    "ahead of its second best other",
    "ahead of the account's best other",
    "rivals for the record",
    "rivals for the account",
    "rarity",
    "placeless among others",
    "density",
    "weight where placeless",
    "silence about places",
    "places of who fits",
)


def features(pairs: Pairs, records: int) -> Floats:
    """(pairs, features): the evidence of each pair and its competition.

    `records` is how many records were looked for: pairs a record is how dense the pool is.
    """
    of_record = _Rivals(pairs.record, pairs.weight)
    of_account = _Rivals(pairs.account, pairs.weight)
    others = np.minimum(3.0, np.log1p(of_record.size - 1))
    density = np.log(max(len(pairs.weight), 1) / max(records, 1))
    return np.column_stack(
        (
            pairs.weight,
            _ahead(pairs.weight, of_record.best),
            _ahead(pairs.weight, of_record.second),
            _ahead(pairs.weight, of_account.best),
            np.log1p(of_record.near),
            np.log1p(of_account.near),
            pairs.rarity,
            np.where(pairs.is_placeless, others, 0.0),
            np.full(len(pairs.weight), density),
            np.where(pairs.is_placeless, pairs.weight, 0.0),
            np.where(pairs.is_placeless, _silence(pairs), 0.0),
            np.full(len(pairs.weight), _purity(pairs)),
        )
    )


def _silence(pairs: Pairs) -> float:
    """What saying nothing of a place speaks for in this pool: the weight of a missing value.

    Below 0 where those who fit by name and handle mostly say where they are, and others do not;
    near 0 where both are as silent. It needs no truth, and few pairs say little.
    """
    usual = pairs.is_placeless.mean() if len(pairs.weight) else 0.5

    def share(among: NDArray[np.bool_]) -> float:
        silent = float((pairs.is_placeless & among).sum())
        return (silent + _USUAL_PAIRS * usual) / (float(among.sum()) + _USUAL_PAIRS)

    fitting, others = share(pairs.is_fitting), share(~pairs.is_fitting)
    return math.log(fitting / others) if fitting and others else 0.0


def _purity(pairs: Pairs) -> float:
    """How much of this pool is who it seems to be: of those who fit by name and handle, and say
    where they are, so many more say what the record says (natural logarithm). It needs no truth.
    """
    same = float((pairs.is_fitting & pairs.is_placed).sum())
    elsewhere = float((pairs.is_fitting & ~pairs.is_placed & ~pairs.is_placeless).sum())
    return math.log((same + _USUAL_PAIRS) / (elsewhere + _USUAL_PAIRS))


def _ahead(weight: Floats, other: Floats) -> Floats:
    return np.clip(weight - other, -_MOST, _MOST)


class _Rivals:
    """For each pair: the best and second best other of its group, how many are near, its size."""

    def __init__(self, group: Ints, weight: Floats) -> None:
        count = len(group)
        order = np.lexsort((-weight, group))
        groups, weights = group[order], weight[order]
        starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]]) if count else group
        sizes = np.diff(np.r_[starts, count])
        begin, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
        rank = np.arange(count) - begin

        def at(place: Ints) -> Floats:
            return np.where(place < size, weights[np.minimum(begin + place, count - 1)], _NOBODY)

        best = at(np.where(rank == 0, 1, 0))
        second = at(np.where(rank <= 1, 2, 1))
        # Sorted by group and then by weight, all within _NEAR are one stretch from the beginning.
        span = float(weights.max() - weights.min()) + _NEAR + 1.0 if count else 1.0
        number = np.repeat(np.arange(len(starts)), sizes)
        key = number * span - weights
        near = np.searchsorted(key, key + _NEAR) - begin - 1
        back = np.empty(count, dtype=np.int64)
        back[order] = np.arange(count)
        self.best, self.second = best[back], second[back]
        self.near, self.size = near[back], size[back]
