"""Score records against accounts: which pairs there are, and what the evidence weighs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from hobnob.domain.matching.columns import Columns
from hobnob.measures.matches.compare import Compared, as_table, compare
from hobnob.measures.matches.competition import Floats
from hobnob.measures.matches.spec import CELL, COMPARISONS, HANDLES, NAMES

Weights = Mapping[str, Mapping[str, float]]


class Scored(NamedTuple):
    """A pair that the keys brought together."""

    record: str
    account: str
    weight: float
    """Natural logarithm of the odds, by the evidence alone."""
    levels: Mapping[str, str]
    """The level of each comparison: {"name": "full / short", "place": "region", ...}."""


def score(
    records: Sequence[Columns],
    accounts: Sequence[Columns],
    *,
    prior: float,
    weights: Weights,
) -> list[Scored]:
    """Every pair that shares a key, weighed. Each list may be empty."""
    if not records or not accounts:
        return []
    compared = compare(as_table(records), as_table(accounts))
    weight = weigh(compared, prior=prior, weights=weights).tolist()
    return [
        Scored(str(records[record]["unique_id"]), str(accounts[account]["unique_id"]), *told)
        for record, account, *told in zip(
            compared.record, compared.account, weight, levels(compared), strict=True
        )
    ]


def weigh(compared: Compared, *, prior: float, weights: Weights) -> Floats:
    """(pairs,): the odds of each pair by the evidence alone, as a natural logarithm."""
    of_cell = np.array([[_weight(weights, "name", cell) for cell in of_name] for of_name in _CELLS])
    total = prior + of_cell[compared.levels["name"], compared.levels["handle"]]
    for name in ("place", "site"):
        of_level = np.array([_weight(weights, name, each.name) for each in COMPARISONS[name]])
        total = total + of_level[compared.levels[name]]
    return np.asarray(total)


def levels(compared: Compared) -> list[dict[str, str]]:
    """Of each pair the level that is weighed, by comparison: a name together with a handle."""
    places = [each.name for each in COMPARISONS["place"]]
    sites = [each.name for each in COMPARISONS["site"]]
    return [
        {"name": _CELLS[name][handle], "place": places[place], "site": sites[site]}
        for name, handle, place, site in zip(
            *(compared.levels[name].tolist() for name in COMPARISONS), strict=True
        )
    ]


_CELLS = [[CELL.format(name.name, handle.name) for handle in HANDLES] for name in NAMES]


def _weight(weights: Weights, comparison: str, level: str) -> float:
    return weights.get(comparison, {}).get(level, 0.0)
