"""Since when somebody is a believer, and how sure it is that they do it again.

A believer handed on what we say on three days within a year, once may be chance; or answered on so
many, and does so one time in four at least, or everybody one talks with would be one. They are
ranked by what they do at least, of the times they could, with nine chances of ten: the lower
10% quantile of a Beta distribution, so that 9 of 12 comes before 1 of 1. Its tail is the continued
fraction 8.17.22 of the Digital Library of Mathematical Functions (https://dlmf.nist.gov/8.17),
evaluated as by Lentz.
"""

import math
from collections.abc import Iterable

FEWEST_DAYS = 3
WITHIN_DAYS = 365
HALF_LIFE_DAYS = 90.0

ANSWERS, SHARES = 0.45, 0.1
"""How often people usually answer, and in how many of the weeks in which we post they share it."""
AS_IF = 4.0
"""Everybody begins as if so many times had gone as usual."""
SURE = 0.1

OFTEN = 0.25
"""Who only answers does so this often at least."""

_STEPS, _NEAR, _TINY = 200, 1e-10, 1e-300
_HALVINGS = 16


def believer_since(days: Iterable[int], today: int) -> int | None:
    """The day since when they are one without a break; None: they are none today.

    `days` are those on which they shared or answered, numbered like `today`, in any order.
    """
    done = sorted({day for day in days if day <= today})
    since = None
    for last in range(FEWEST_DAYS - 1, len(done)):
        is_one = done[last] - done[last - FEWEST_DAYS + 1] < WITHIN_DAYS
        before = last - FEWEST_DAYS
        is_unbroken = before >= 0 and done[last] - done[before] <= WITHIN_DAYS
        if not is_one:
            since = None
        elif since is None or not is_unbroken:
            since = done[last]
    is_still = since is not None and today - done[-FEWEST_DAYS] < WITHIN_DAYS
    return since if is_still else None


def faded(age_days: float) -> float:
    """What something counts that long after: half of it every ninety days."""
    return math.exp2(-max(age_days, 0.0) / HALF_LIFE_DAYS)


def shared_weeks(
    shared: Iterable[int], posted: Iterable[int], *, first: int, this: int
) -> tuple[float, float]:
    """In how many weeks they shared, of those in which they could, both faded.

    Weeks are numbered; `posted` are those in which we posted, `first` is when they turned up.
    """
    did = {week for week in shared if first <= week <= this}
    could = did | {week for week in posted if first <= week <= this}
    weight = {week: faded(7.0 * (this - week)) for week in could}
    return sum(weight[week] for week in did), sum(weight.values())


def bound(done: float, could: float, usual: float) -> float:
    """They do it at least so often (0-1), nine chances of ten; 0.0 where they never did."""
    if done <= 0.0:
        return 0.0
    missed = max(could - done, 0.0)
    return beta_quantile(SURE, done + AS_IF * usual, missed + AS_IF * (1.0 - usual))


def beta_quantile(chance: float, a: float, b: float) -> float:
    """The value below which a Beta(a, b) stays with this chance."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if beta_below(middle, a, b) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_below(x: float, a: float, b: float) -> float:
    """The chance (0-1) that a Beta(a, b) stays below x."""
    if x <= 0.0 or x >= 1.0:
        return float(x > 0.0)
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - beta_below(1.0 - x, b, a)
    log_front = a * math.log(x) + b * math.log1p(-x) - _log_beta(a, b)
    return math.exp(log_front) / (a * _fraction(x, a, b))


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d1/(1 + d2/(1 + ...)), from the front on (modified Lentz)."""
    value = above = 1.0
    below = 0.0
    for step in range(1, _STEPS):
        part = _coefficient(step, x, a, b)
        below = 1.0 / (1.0 + part * below or _TINY)
        above = 1.0 + part / above or _TINY
        value *= above * below
        if abs(above * below - 1.0) < _NEAR:
            break
    return value


def _coefficient(step: int, x: float, a: float, b: float) -> float:
    half, is_odd = divmod(step, 2)
    if is_odd:
        return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
    return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
