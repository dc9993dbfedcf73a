"""From evidence and competition to a probability that can be believed: a logistic regression.

Its defaults are shipped; who has decided often enough gets their own, drawn towards the defaults.
"""

from dataclasses import dataclass

import numpy as np

from hobnob.measures.matches.competition import Floats

RIDGE = 1.0
TOWARDS_SHIPPED = 20.0
"""How strongly a calibrator from somebody's own decisions is held to the shipped one."""
LEAST_DECISIONS = 50
_STEPS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrator:
    """Weights of the standardised features, the intercept first."""

    mean: Floats
    scale: Floats
    weights: Floats

    def probability(self, features: Floats) -> Floats:
        """(pairs,): the probability that each is one person."""
        logit = _design(features, self.mean, self.scale) @ self.weights
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logit, -30.0, 30.0))))

    def refit(self, features: Floats, is_same: Floats) -> "Calibrator":
        """The calibrator that decisions speak for, drawn towards this one.

        With fewer than `LEAST_DECISIONS` it stays as it is.
        """
        if len(is_same) < LEAST_DECISIONS:
            return self
        design = _design(features, self.mean, self.scale)
        weights = _fit(design, is_same, towards=self.weights, ridge=TOWARDS_SHIPPED)
        return Calibrator(mean=self.mean, scale=self.scale, weights=weights)


def fit(features: Floats, is_same: Floats) -> Calibrator:
    """A calibrator from pairs of which the truth is known."""
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-9
    design = _design(features, mean, scale)
    weights = _fit(design, is_same, towards=np.zeros(design.shape[1]), ridge=RIDGE)
    return Calibrator(mean=mean, scale=scale, weights=weights)


def _design(features: Floats, mean: Floats, scale: Floats) -> Floats:
    return np.column_stack((np.ones(len(features)), (features - mean) / scale))


def _fit(design: Floats, is_same: Floats, *, towards: Floats, ridge: float) -> Floats:
    """Newton's method on the log-likelihood with a ridge towards given weights."""
    pull = np.full(design.shape[1], ridge)
    if not towards.any():
        pull[0] = 1e-9  # the share of true pairs is not drawn to a half
    weights = towards.copy()
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ weights, -30.0, 30.0)))
        gradient = design.T @ (chance - is_same) + pull * (weights - towards)
        spread = (design * (chance * (1.0 - chance))[:, None]).T @ design + np.diag(pull)
        step = np.linalg.solve(spread, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights
