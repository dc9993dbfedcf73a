"""What Splink is told: the comparisons with their levels, and no weight that counts.

Splink weighs each comparison on its own; a name and a handle are weighed together here. So a level
is told to weigh as much as its place: what comes back is which level holds, in one small number,
and not the columns of both sides. Splink's own estimates are not used: they come from random pairs,
by which the same full name is one in a million, and that is false where one looked for that name.
"""

from collections.abc import Sequence
from typing import Any

from hobnob.measures.matches.spec import COMPARISONS, NO_EVIDENCE, Level

_ELSE = "TRUE"


def splink_settings() -> dict[str, Any]:
    """The settings of a linker of two tables whose pairs are found already."""
    return {
        "link_type": "link_only",
        "unique_id_column_name": "row",
        "probability_two_random_records_match": 0.5,
        "comparisons": [
            {"output_column_name": name, "comparison_levels": _levels(levels)}
            for name, levels in COMPARISONS.items()
        ],
        "blocking_rules_to_generate_predictions": [],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }


def told_weight(place: int, level: Level) -> int:
    """In bits: what a level is told to weigh; 0 where Splink knows that nothing is known."""
    return 0 if level.name == NO_EVIDENCE else place + 1


def _levels(levels: Sequence[Level]) -> list[dict[str, Any]]:
    return [
        {
            "sql_condition": "ELSE" if level.condition == _ELSE else level.condition,
            "label_for_charts": level.name,
            **_told(told_weight(place, level)),
        }
        for place, level in enumerate(levels)
    ]


def _told(weight: int) -> dict[str, Any]:
    if not weight:
        return {"is_null_level": True}
    return {"m_probability": 0.5, "u_probability": 0.5 / 2**weight}
