"""Pairs with their probability: evidence, competition and calibrator put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from hobnob.domain.matching.columns import Columns
from hobnob.measures.matches.compare import Compared, compare
from hobnob.measures.matches.competition import Floats, Pairs, features
from hobnob.measures.matches.model import Model
from hobnob.measures.matches.score import Scored, score, weigh
from hobnob.measures.matches.spec import (
    CELL,
    FITTING_HANDLES,
    FITTING_NAMES,
    HANDLES,
    NAMES,
    NO_EVIDENCE,
    PLACES,
    SAME_PLACES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An account that may be a record's."""

    record: str
    account: str
    probability: float
    weight: float
    """Natural logarithm of the odds by the evidence alone."""
    levels: Mapping[str, str]
    features: tuple[float, ...] = ()
    """What the calibrator looked at, in the order of `competition.FEATURES`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Pairs as columns, for as many as one likes."""

    pairs: Compared
    weight: Floats
    probability: Floats


def match(
    records: Sequence[Columns],
    accounts: Sequence[Columns],
    rarity: Mapping[str, float],
    model: Model,
) -> list[Match]:
    """Every pair that shares a key, with its probability. `rarity` is by record."""
    scored = score(records, accounts, prior=model.prior, weights=model.weights)
    if not scored:
        return []
    rows = competition(scored, rarity, len(records))
    return [
        Match(
            record=each.record,
            account=each.account,
            probability=chance,
            weight=each.weight,
            levels=each.levels,
            features=tuple(row),
        )
        for each, chance, row in zip(
            scored, model.calibrator.probability(rows).tolist(), rows.tolist(), strict=True
        )
    ]


def rank(records: pa.Table, accounts: pa.Table, rarity: Floats, model: Model) -> Ranked:
    """The same as `match` without a step for each pair. `rarity` is (records,)."""
    pairs = compare(records, accounts)
    weight = weigh(pairs, prior=model.prior, weights=model.weights)
    rows = features(
        Pairs(
            record=pairs.record,
            account=pairs.account,
            weight=weight,
            rarity=rarity[pairs.record],
            is_placeless=_PLACELESS[pairs.levels["place"]],
            is_fitting=_FITTING[pairs.levels["name"], pairs.levels["handle"]],
            is_placed=_PLACED[pairs.levels["place"]],
        ),
        len(records),
    )
    return Ranked(pairs=pairs, weight=weight, probability=model.calibrator.probability(rows))


def competition(scored: Sequence[Scored], rarity: Mapping[str, float], records: int) -> Floats:
    """(pairs, features) of scored pairs."""
    return features(
        Pairs(
            record=np.unique([each.record for each in scored], return_inverse=True)[1],
            account=np.unique([each.account for each in scored], return_inverse=True)[1],
            weight=np.array([each.weight for each in scored]),
            rarity=np.array([rarity[each.record] for each in scored]),
            is_placeless=np.array([each.levels["place"] == NO_EVIDENCE for each in scored]),
            is_fitting=np.array([each.levels["name"] in _FITTING_CELLS for each in scored]),
            is_placed=np.array([each.levels["place"] in SAME_PLACES for each in scored]),
        ),
        records,
    )


_PLACELESS = np.array([each.name == NO_EVIDENCE for each in PLACES])
_PLACED = np.array([each.name in SAME_PLACES for each in PLACES])
_FITTING = np.array(
    [
        [name.name in FITTING_NAMES and each.name in FITTING_HANDLES for each in HANDLES]
        for name in NAMES
    ]
)
_FITTING_CELLS = frozenset(
    CELL.format(name, handle) for name in FITTING_NAMES for handle in FITTING_HANDLES
)
