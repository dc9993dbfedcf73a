"""What else a record and an account could be matched with: the competition of a pair.

Two people of one name are told apart by nothing that the two show; but that there are two shows.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

_NOBODY = -8.0
"""Stands for the weight of a rival that is not there (natural logarithm of odds)."""
_MOST = 6.0
"""More ahead than this says no more."""
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
        )
    )


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
