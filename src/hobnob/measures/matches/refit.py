"""The calibrator that somebody's own decisions speak for, drawn towards the one that is shipped.

Only what was reviewed is decided, and that is the likeliest: what decisions say is believed slowly,
and what speaks for a pair never comes to speak against it.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hobnob.domain.errors import HobnobError
from hobnob.measures.matches.calibrator import Calibrator, regress

LEAST_DECISIONS = 50
TOWARDS_START = 20.0
"""How strongly it is held to where it started: as by so many decisions of spread one."""


class TooFewDecisions(HobnobError):
    """So few pairs were decided that they say more about chance than about people."""


def refit(
    features: Sequence[Sequence[float]], yes: Sequence[bool], start: Calibrator
) -> Calibrator:
    """The calibrator for these decisions: each with its features, and whether it was a yes.

    Raises TooFewDecisions below `LEAST_DECISIONS`. The same decisions give the same calibrator.
    """
    if len(yes) < LEAST_DECISIONS:
        raise TooFewDecisions(
            f"There are {len(yes)} decisions, and it takes {LEAST_DECISIONS} to learn from them. "
            "Review more pairs, then try again."
        )
    rows = start.design(np.array(features, dtype=float))
    answers = np.array(yes, dtype=float)
    ridge = np.full(rows.shape[1], TOWARDS_START)
    is_out = np.zeros(rows.shape[1], dtype=bool)
    while True:
        weights = regress(
            np.where(is_out, 0.0, rows), answers, towards=start.weights * ~is_out, ridge=ridge
        )
        turned = weights * start.weights < 0
        turned[0] = False  # there may be fewer or more true pairs than where it started
        if not turned.any():
            return replace(start, weights=weights)
        is_out |= turned
