"""Pairs with their probability: evidence, competition and calibrator put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hobnob.domain.matching.columns import Columns
from hobnob.measures.matches.calibrator import Calibrator
from hobnob.measures.matches.competition import Floats, Pairs, features
from hobnob.measures.matches.model import Model
from hobnob.measures.matches.score import Scored, score
from hobnob.measures.matches.spec import NO_EVIDENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An account that may be a record's."""

    record: str
    account: str
    probability: float
    weight: float
    """Natural logarithm of the odds by the evidence alone."""
    levels: Mapping[str, str]


def match(
    records: Sequence[Columns],
    accounts: Sequence[Columns],
    rarity: Mapping[str, float],
    model: Model,
) -> list[Match]:
    """Every pair that shares a key, with its probability. `rarity` is by record."""
    scored = score(records, accounts, prior=model.prior, weights=model.weights)
    chances = probabilities(scored, rarity, len(records), model.calibrator)
    return [
        Match(
            record=each.record,
            account=each.account,
            probability=float(chance),
            weight=each.weight,
            levels=each.levels,
        )
        for each, chance in zip(scored, chances, strict=True)
    ]


def probabilities(
    scored: Sequence[Scored], rarity: Mapping[str, float], records: int, calibrator: Calibrator
) -> Floats:
    """(pairs,): how likely each is one person, given all the others."""
    if not scored:
        return np.empty(0)
    return calibrator.probability(competition(scored, rarity, records))


def competition(scored: Sequence[Scored], rarity: Mapping[str, float], records: int) -> Floats:
    """(pairs, features) of scored pairs."""
    return features(
        Pairs(
            record=np.unique([each.record for each in scored], return_inverse=True)[1],
            account=np.unique([each.account for each in scored], return_inverse=True)[1],
            weight=np.array([each.weight for each in scored]),
            rarity=np.array([rarity[each.record] for each in scored]),
            is_placeless=np.array([each.levels["place"] == NO_EVIDENCE for each in scored]),
        ),
        records,
    )
