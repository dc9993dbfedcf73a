"""From evidence and competition to a probability that can be believed: a logistic regression."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from hobnob.measures.matches.competition import Floats

_RIDGE = 1.0
_FREE = 1e-9
_STEPS = 60
_FURTHEST = 30.0
"""Odds beyond e^30 are a certainty that no evidence gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrator:
    """Weights of the standardised features, the intercept first.

    No feature counts as further out than it was ever seen: a pool may be denser than any so far.
    """

    least: Floats
    most: Floats
    mean: Floats
    scale: Floats
    weights: Floats

    @classmethod
    def of(cls, told: Mapping[str, Sequence[float]]) -> "Calibrator":
        """The calibrator that `as_dict` told."""
        return cls(**{each.name: np.array(told[each.name], dtype=float) for each in fields(cls)})

    def as_dict(self) -> dict[str, list[float]]:
        """As it is stored in JSON: six digits."""
        return {
            each.name: [round(float(number), 6) for number in getattr(self, each.name)]
            for each in fields(self)
        }

    def probability(self, features: Floats) -> Floats:
        """(pairs,): the probability that each is one person."""
        return _chance(self.design(features) @ self.weights)

    def design(self, features: Floats) -> Floats:
        """(pairs, 1 + features): standardised, after a column of ones."""
        seen = np.clip(features, self.least, self.most)
        return np.column_stack((np.ones(len(seen)), (seen - self.mean) / self.scale))


def fit(features: Floats, is_same: Floats) -> Calibrator:
    """A calibrator from pairs of which the truth is known."""
    count = features.shape[1] + 1
    start = Calibrator(
        least=features.min(axis=0),
        most=features.max(axis=0),
        mean=features.mean(axis=0),
        scale=features.std(axis=0) + _FREE,
        weights=np.zeros(count),
    )
    ridge = np.full(count, _RIDGE)
    ridge[0] = _FREE  # the share of true pairs is not drawn to a half
    weights = regress(start.design(features), is_same, towards=start.weights, ridge=ridge)
    return replace(start, weights=weights)


def regress(design: Floats, is_same: Floats, *, towards: Floats, ridge: Floats) -> Floats:
    """The likeliest weights, each drawn towards its own start, by Newton's method."""
    weights = towards.copy()
    for _ in range(_STEPS):
        chance = _chance(design @ weights)
        gradient = design.T @ (chance - is_same) + ridge * (weights - towards)
        spread = (design * (chance * (1.0 - chance))[:, None]).T @ design + np.diag(ridge)
        step = np.linalg.solve(spread, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def _chance(logit: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logit, -_FURTHEST, _FURTHEST))))
