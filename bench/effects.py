"""Whether what hobnob says approaching people brought is true, where the truth is known.

Supporters are simulated: each gives at a rate of their own that wanders, with the seasons, and for
a month at a time. Some are approached, by lot or those first who have just gone quiet against their
own past, as one does; from then on they give as much more as the scenario says. hobnob's interval
should hold that truth about 95 times of 100. Beside it stands what looking at before and after
alone says: people picked at a low point come back by themselves, and it takes that for its own
doing; so it does with the season.
Run: python bench/effects.py [--json] [--quick]
"""

import argparse
from time import process_time
from typing import NamedTuple

import numpy as np
from machine import report
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from hobnob.measures.histories import PERIOD, Gave, how_often, stands
from hobnob.measures.returns import Effect, Floats, Histories, effect

RUNS, QUICK_RUNS = 200, 20
MONTHS, AFTER = 18, 6
_APART = 3
APPROACHED = 0.12
"""The share of people who are approached."""
_WANDERS, _STAYS = 0.6, 0.7
"""How far a rate wanders (of its logarithm), and how much of that stays until next month."""


class Scenario(NamedTuple):
    """A world to be tried."""

    people: int
    truth: float
    """Gifts a month more, for who is approached."""
    gift: float = 0.0
    """The spread of a gift's size (of its logarithm); 0: gifts are counted, not added up."""
    low: float = 1.0
    """How much it counts that somebody went quiet; 0: they are picked by lot."""
    days: int = 1
    """On so many days, a season apart, people are approached; who never is stands for each."""
    by_day: bool = False
    """Gifts and approaches have days of their own, as files and the log tell them."""


SCENARIOS = {
    "none": Scenario(1_200, 0.0),
    "small": Scenario(1_200, 0.05),
    "large": Scenario(1_200, 0.3),
    "picked low": Scenario(1_200, 0.0, low=2.5),
    "picked low, large": Scenario(1_200, 0.3, low=2.5),
    "by lot, small": Scenario(1_200, 0.05, low=0.0),
    "none, on three days": Scenario(800, 0.0, days=3),
    "large, on three days": Scenario(800, 0.3, days=3),
    "none, day by day": Scenario(800, 0.0, by_day=True),
    "large, day by day": Scenario(800, 0.3, by_day=True),
    "none, few people": Scenario(300, 0.0),
    "large, few people": Scenario(300, 0.3),
    "none, sums": Scenario(1_200, 0.0, gift=0.8),
    "large, sums": Scenario(1_200, 0.3, gift=0.8),
}


def simulate(scenario: Scenario, random: Generator) -> Histories:
    """One history of everybody."""
    if scenario.by_day:
        return _by_day(scenario, random)
    days = [MONTHS + _APART * day for day in range(scenario.days)]
    counted = random.poisson(_rates(scenario.people, days[-1] + AFTER, random)).astype(float)
    approached_on = np.zeros(scenario.people, dtype=np.int64)
    for day in days:
        picked = _picked(counted[:, :day], scenario.low, APPROACHED / len(days), random)
        picked &= approached_on == 0
        approached_on[picked] = day
        more = random.poisson(scenario.truth, (scenario.people, counted.shape[1] - day))
        counted[:, day:] += more * picked[:, None]
    given = _sums(counted, scenario.gift, random)
    return _stacked([_on(day, given, approached_on) for day in days])


def _by_day(scenario: Scenario, random: Generator) -> Histories:
    """Approached on any day of half a year, and put together as hobnob does from files."""
    months = MONTHS + 2 * AFTER
    counted = random.poisson(_rates(scenario.people, months, random)).astype(float)
    approached: dict[int, int | None] = {}
    gifts = _on_days(counted, random)
    for month in range(MONTHS, MONTHS + AFTER):
        picked = _picked(counted[:, :month], scenario.low, APPROACHED / AFTER, random)
        for who in np.flatnonzero(picked):
            if who in approached:
                continue
            day = PERIOD * month + int(random.integers(PERIOD))
            more = random.poisson(scenario.truth * AFTER)
            after = random.integers(1, AFTER * PERIOD + 1, more)
            gifts += [Gave(int(who), day + int(each), 1) for each in after]
            approached[int(who)] = day
    rows = stands(range(scenario.people), approached, last_day=PERIOD * months)
    return how_often(rows, gifts)


def _on_days(counted: Floats, random: Generator) -> list[Gave]:
    people, months = np.nonzero(counted)
    times = counted[people, months].astype(np.int64)
    who, month = np.repeat(people, times), np.repeat(months, times)
    days = PERIOD * month + random.integers(0, PERIOD, len(who))
    return [Gave(int(each), int(day), 1) for each, day in zip(who, days, strict=True)]


def _on(day: int, given: Floats, approached_on: NDArray[np.int64]) -> Histories:
    """Who was approached on a day, and everybody who never was."""
    rows = np.flatnonzero((approached_on == day) | (approached_on == 0))
    return Histories(
        before=given[rows, day - MONTHS : day],
        after=given[rows, day : day + AFTER].mean(axis=1),
        is_approached=approached_on[rows] == day,
        person=rows,
        day=np.full(len(rows), day),
    )


def _stacked(days: list[Histories]) -> Histories:
    return Histories(
        before=np.concatenate([each.before for each in days]),
        after=np.concatenate([each.after for each in days]),
        is_approached=np.concatenate([each.is_approached for each in days]),
        person=np.concatenate([each.person for each in days]),
        day=np.concatenate([each.day for each in days]),
    )


def _rates(people: int, length: int, random: Generator) -> Floats:
    own = random.gamma(0.8, 0.35, people) + 0.02
    months = np.arange(length)
    season = 1.0 + 0.4 * np.sin(2 * np.pi * months / 12 + 1.0)
    wanders = np.empty((people, len(months)))
    wanders[:, 0] = random.normal(0.0, _WANDERS, people)
    fresh = _WANDERS * np.sqrt(1 - _STAYS**2)
    for month in months[1:]:
        wanders[:, month] = _STAYS * wanders[:, month - 1] + random.normal(0.0, fresh, people)
    return np.asarray(own[:, None] * season * np.exp(wanders - _WANDERS**2 / 2))


def _picked(past: Floats, low: float, share: float, random: Generator) -> NDArray[np.bool_]:
    """Who is approached: by lot, or most of all who gave before and has gone quiet."""
    usual = np.sqrt(past[:, :-6].mean(axis=1))
    lately = np.sqrt(past[:, -6:].mean(axis=1))
    wish = 4.0 * low * (usual - 1.4 * lately)
    chance = 1.0 / (1.0 + np.exp(np.quantile(wish, 1 - share) - wish))
    chance *= share * len(past) / chance.sum()
    return np.asarray(random.random(len(past)) < np.clip(chance, 0.0, 0.9))


def _sums(counted: Floats, spread: float, random: Generator) -> Floats:
    """What so many gifts come to, in mean gifts."""
    if not spread:
        return counted
    shape = 1.0 / (np.exp(spread**2) - 1.0)
    return np.where(counted > 0, random.gamma(np.maximum(counted, 1) * shape, 1.0 / shape), 0.0)


def before_and_after(histories: Histories) -> tuple[float, float, float]:
    """What it looks like without a comparison: the estimate, and what it takes for its interval."""
    chosen = histories.is_approached
    change = histories.after[chosen] - histories.before[chosen][:, -AFTER:].mean(axis=1)
    error = 1.96 * float(change.std(ddof=1)) / np.sqrt(len(change))
    estimate = float(change.mean())
    return estimate, estimate - error, estimate + error


class Tried(NamedTuple):
    """How a scenario went."""

    coverage: float
    estimate: float
    width: float
    naive_coverage: float
    naive_estimate: float


def tried(scenario: Scenario, runs: int, seed: int) -> Tried:
    """Every run of a scenario."""
    random = default_rng(seed)
    told, naive = [], []
    for _ in range(runs):
        histories = simulate(scenario, random)
        found = effect(histories)
        if not isinstance(found, Effect):
            continue
        told.append((found.estimate, found.low, found.high))
        naive.append(before_and_after(histories))
    ours, theirs = np.array(told), np.array(naive)
    return Tried(
        coverage=_holds(ours, scenario.truth) * len(told) / runs,
        estimate=float(ours[:, 0].mean()),
        width=float((ours[:, 2] - ours[:, 1]).mean()),
        naive_coverage=_holds(theirs, scenario.truth),
        naive_estimate=float(theirs[:, 0].mean()),
    )


def _holds(told: Floats, truth: float) -> float:
    return float(((told[:, 1] <= truth) & (truth <= told[:, 2])).mean())


def main() -> None:
    """Try every scenario, and tell."""
    parser = argparse.ArgumentParser(description="Whether effects that are told are true.")
    parser.add_argument("--json", action="store_true", help="print one JSON object as last line")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_RUNS} runs of each")
    arguments = parser.parse_args()
    runs = QUICK_RUNS if arguments.quick else RUNS
    began = process_time()
    found = {
        name: tried(scenario, runs, seed)
        for seed, (name, scenario) in enumerate(SCENARIOS.items(), start=1)
    }
    took = process_time() - began
    report(
        f"How often the interval holds the truth, {runs} runs each; {took:.1f} s of CPU",
        ("scenario", "truth", "told", "width", "holds it", "before/after told", "holds it"),
        [
            (
                name,
                f"{SCENARIOS[name].truth:.2f}",
                f"{each.estimate:.3f}",
                f"{each.width:.3f}",
                f"{each.coverage:.1%}",
                f"{each.naive_estimate:.3f}",
                f"{each.naive_coverage:.1%}",
            )
            for name, each in found.items()
        ],
        {
            "coverage": {name: round(each.coverage, 3) for name, each in found.items()},
            "bias": {
                name: round(each.estimate - SCENARIOS[name].truth, 4)
                for name, each in found.items()
            },
            "before_and_after": {
                name: {
                    "coverage": round(each.naive_coverage, 3),
                    "bias": round(each.naive_estimate - SCENARIOS[name].truth, 4),
                }
                for name, each in found.items()
            },
            "runs": runs,
        },
        as_json=arguments.json,
    )


if __name__ == "__main__":
    main()
