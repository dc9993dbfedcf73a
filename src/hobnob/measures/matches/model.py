"""The weights that are shipped.

Fellegi-Sunter: a level weighs the logarithm of how much more often it is met among true pairs than
among the others that the same keys bring together.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hobnob.measures.matches.calibrator import Calibrator


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of evidence (natural logarithms) by comparison and level, and the odds at first."""

    prior: float
    """Logarithm of the odds that a pair which the keys bring together is one person."""
    weights: Mapping[str, Mapping[str, float]]
    calibrator: Calibrator

    def dump(self) -> str:
        """The model as it is shipped: JSON, four digits."""
        told = {
            "prior": round(self.prior, 4),
            "weights": {
                name: {level: round(each, 4) for level, each in levels.items()}
                for name, levels in self.weights.items()
            },
            "calibrator": self.calibrator.as_dict(),
        }
        return json.dumps(told, indent=1) + "\n"

    @property
    def digest(self) -> str:
        """What tells this model from every other: eight letters and digits."""
        return hashlib.sha256(self.dump().encode()).hexdigest()[:8]


@cache
def shipped() -> Model:
    """The model that comes with hobnob."""
    told = json.loads(files("hobnob.measures.matches").joinpath("weights.json").read_text())
    return Model(
        prior=told["prior"],
        weights=told["weights"],
        calibrator=Calibrator.of(told["calibrator"]),
    )
