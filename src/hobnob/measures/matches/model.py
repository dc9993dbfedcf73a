"""The weights that are shipped, and how Splink is told them.

Fellegi-Sunter: a level weighs the logarithm of how much more often it is met among true pairs than
among the others that the same keys bring together. Splink's own estimates come from random pairs,
which says "the same full name by chance: one in a million", and that is false in any pool that was
reached by searching for that name.
https://moj-analytical-services.github.io/splink/
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import numpy as np

from hobnob.measures.matches.calibrator import Calibrator
from hobnob.measures.matches.spec import CELL, HANDLES, NAMES, PLACES, SITES, Level

_LEAST = 1e-6


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
            "calibrator": {
                name: [round(float(each), 4) for each in getattr(self.calibrator, name)]
                for name in _CALIBRATOR
            },
        }
        return json.dumps(told, indent=1) + "\n"


_CALIBRATOR = ("mean", "scale", "weights")


@cache
def shipped() -> Model:
    """The model that comes with hobnob."""
    told = json.loads(files("hobnob.measures.matches").joinpath("weights.json").read_text())
    columns = {name: np.array(told["calibrator"][name]) for name in _CALIBRATOR}
    return Model(prior=told["prior"], weights=told["weights"], calibrator=Calibrator(**columns))


def cells() -> list[Level]:
    """Name and handle as one comparison: every pair of levels, the most telling first."""
    return [
        Level(CELL.format(name.name, handle.name), f"({name.condition}) AND ({handle.condition})")
        for name, handle in product(NAMES, HANDLES)
    ]


COMPARISONS = {"name": cells(), "place": list(PLACES), "site": list(SITES)}


def splink_settings(
    prior: float, weights: Mapping[str, Mapping[str, float]], *, tells_levels: bool
) -> dict[str, Any]:
    """Weights in Splink's words. With `tells_levels` each pair says which levels it had."""
    return {
        "link_type": "link_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": 1 / (1 + math.exp(-prior)),
        "comparisons": [
            _comparison(name, levels, weights.get(name, {})) for name, levels in COMPARISONS.items()
        ],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.keys = r.keys", "arrays_to_explode": ["keys"]}
        ],
        "retain_matching_columns": tells_levels,
        "retain_intermediate_calculation_columns": tells_levels,
    }


def _comparison(name: str, levels: list[Level], weights: Mapping[str, float]) -> dict[str, Any]:
    return {
        "output_column_name": name,
        "comparison_levels": [
            {
                "sql_condition": "ELSE" if level.condition == "TRUE" else level.condition,
                "label_for_charts": level.name,
                **_probabilities(weights.get(level.name, 0.0)),
            }
            for level in levels
        ],
    }


def _probabilities(weight: float) -> dict[str, float]:
    """Two probabilities whose ratio is the weight: only that counts once weights are known."""
    if weight >= 0:
        return {"m_probability": 0.5, "u_probability": max(_LEAST, 0.5 * math.exp(-weight))}
    return {"m_probability": max(_LEAST, 0.5 * math.exp(weight)), "u_probability": 0.5}
