"""What came of approaching people: how they changed, beside people nobody approached.

Who is approached is not chosen by lot: often it is somebody who went quiet, and who would have come
back anyway. So everybody approached is set beside people who had the same past up to that day and
were not approached; what these did afterwards is what would have happened without us.

The past is summed up in a few columns (what they did lately, and over a year), a regression on the
people not approached foretells what follows on it, and they count the more the likelier somebody
with their past would have been approached: right when either of the two is (Bang & Robins 2005,
"Doubly robust estimation in missing data and causal inference models",
https://doi.org/10.1111/j.1541-0420.2005.00377.x). The interval is by the influence of each person
on the result, so that somebody who stands for several days counts once.
"""

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]

FEWEST_APPROACHED = 12
FEWEST_OTHERS = 40
"""With fewer people on either side nobody can tell."""
FEWEST_DOING = 5
"""Nor where fewer of them ever did anything."""
FEWEST_ALIKE = 20.0
"""Nor where all who have such a past were approached: others, counted by how much they weigh."""

_LATELY = 3
_YEAR = 12
_RIDGE = 1.0
_STEPS = 12
_MOST_ODDS = 20.0
_95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Histories:
    """What people did up to a day and after it; one row is one person and one day.

    Somebody not approached may stand for several days on which others were.
    """

    before: Floats
    """(rows, periods): what was counted, the newest period last."""
    after: Floats
    """(rows,): the mean of a period after the day."""
    is_approached: Bools
    person: Ints
    day: Ints
    """Any number that tells the days apart: people are compared on the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The change that approaching made, each period, for those who were approached."""

    estimate: float
    low: float
    high: float
    """`low` to `high` holds the truth 95 times of 100."""
    approached: int
    others: int

    @property
    def is_clear(self) -> bool:
        """Whether it is something else than nothing."""
        return self.low > 0.0 or self.high < 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLittle:
    """Nobody can tell yet, a normal answer: too few people, or nobody did anything at all."""

    approached: int
    others: int


def effect(histories: Histories) -> Effect | TooLittle:
    """What approaching brought, or that there is too little to tell."""
    approached = len(np.unique(histories.person[histories.is_approached]))
    others = len(np.unique(histories.person[~histories.is_approached]))
    too_little = TooLittle(approached=approached, others=others)
    if approached < FEWEST_APPROACHED or others < FEWEST_OTHERS or _doing(histories) < FEWEST_DOING:
        return too_little
    design = _design(histories)
    weight = _likeness(design, histories.is_approached)
    if _alike(weight, histories) < FEWEST_ALIKE:
        return too_little
    estimate, influence = _compared(design, histories.after, histories.is_approached, weight)
    error = math.sqrt(float((_by_person(influence, histories.person) ** 2).sum()))
    # With few people the tails are heavier (Student's t, by Cornish and Fisher's expansion).
    reach = _95 + (_95**3 + _95) / (4 * (approached - 1))
    return Effect(
        estimate=estimate,
        low=estimate - reach * error,
        high=estimate + reach * error,
        approached=approached,
        others=others,
    )


def _doing(histories: Histories) -> int:
    """How many did anything at all of the approached, and of the others; and how many of all did
    afterwards: whoever are fewest."""
    did_after = histories.after != 0.0
    did = did_after | (histories.before != 0.0).any(axis=1)
    those = (did & histories.is_approached, did & ~histories.is_approached, did_after)
    return min(len(np.unique(histories.person[each])) for each in those)


def _alike(weight: Floats, histories: Histories) -> float:
    """So many others, all alike, would tell as much as these who weigh differently (Kish 1965)."""
    is_other = ~histories.is_approached
    each = _by_person(weight[is_other], histories.person[is_other])
    return float(each.sum() ** 2 / (each**2).sum())


def _design(histories: Histories) -> Floats:
    """(rows, columns): a one, the past in a few standardised columns, and the days."""
    last = histories.before[:, -1]
    lately = histories.before[:, -_LATELY:].mean(axis=1)
    year = histories.before[:, -_YEAR:].mean(axis=1)
    always = histories.before.mean(axis=1)
    # Roots tame those who do far more than others.
    past = np.column_stack(
        (last, lately, year, always, *map(np.sqrt, (lately, year, always)), np.sqrt(lately * year))
    )
    spread = past.std(axis=0)
    past = (past - past.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0)
    days = np.unique(histories.day)[1:]
    on_day = (histories.day[:, None] == days[None, :]).astype(float)
    return np.column_stack((np.ones(len(past)), past, on_day))


def _likeness(design: Floats, is_approached: Bools) -> Floats:
    """(rows,): 1 for the approached; for others the odds that somebody like them is approached."""
    wanted = is_approached.astype(float)
    penalty = np.full(design.shape[1], _RIDGE)
    penalty[0] = 1e-9
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ weights, -15.0, 15.0)))
        slope = design.T @ (wanted - chance) - penalty * weights
        curve = (design * (chance * (1.0 - chance))[:, None]).T @ design + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, slope)
    odds = np.exp(np.clip(design @ weights, -15.0, 15.0))
    return np.where(is_approached, 1.0, np.minimum(odds, _MOST_ODDS))


def _compared(
    design: Floats, after: Floats, is_approached: Bools, weight: Floats
) -> tuple[float, Floats]:
    """The mean difference to what the others foretell, and (rows,) the influence of each row."""
    chosen, other = design[is_approached], design[~is_approached]
    weighed = other * weight[~is_approached][:, None]
    inverse = np.linalg.pinv(weighed.T @ other + 1e-8 * np.eye(design.shape[1]))
    slope = inverse @ (weighed.T @ after[~is_approached])
    surprise = after - design @ slope
    estimate = float(surprise[is_approached].mean())
    influence = np.empty(len(after))
    influence[is_approached] = (surprise[is_approached] - estimate) / len(chosen)
    leverage = weighed @ (inverse @ chosen.mean(axis=0))
    # What a row is surprised by is less than it would be without it (HC3).
    own = np.minimum(np.einsum("ij,jk,ik->i", weighed, inverse, other), 0.9)
    influence[~is_approached] = -leverage * surprise[~is_approached] / (1.0 - own)
    return estimate, influence


def _by_person(influence: Floats, person: Ints) -> Floats:
    _, number = np.unique(person, return_inverse=True)
    return np.asarray(np.bincount(number, weights=influence), dtype=np.float64)
