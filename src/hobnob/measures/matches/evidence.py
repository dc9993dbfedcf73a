"""Weights of evidence from pairs of which the truth is known: counts, smoothed."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hobnob.measures.matches.spec import CELL, COMPARISONS, HANDLES, NAMES, NO_EVIDENCE

_SEEN = 0.5
_LEVELS = 20
"""Every level counts as seen half a time among so many: none is ever impossible."""
_BORROWED = 6.0
"""A cell that was seen so often speaks half for itself, half through its name and its handle."""
_HANDLE_SHARE = 0.5
"""The handle repeats much of what the name said."""


class Judged(NamedTuple):
    """A pair: the level of each comparison, and whether it is one person."""

    levels: Mapping[str, str]
    is_same: bool


class Weights(NamedTuple):
    """Natural logarithms: the odds at first, and what each level adds to them."""

    prior: float
    weights: dict[str, dict[str, float]]


def weigh(pairs: Iterable[Judged]) -> Weights:
    """The weights of evidence that these pairs speak for."""
    counts = _Counts()
    for pair in pairs:
        counts.add(pair)
    weights = {
        comparison: {
            level.name: counts.weight(comparison, level.name) for level in COMPARISONS[comparison]
        }
        for comparison in ("place", "site")
    }
    weights["name"] = {
        CELL.format(name.name, handle.name): counts.cell(name.name, handle.name)
        for name in NAMES
        for handle in HANDLES
    }
    _agree_with_sense(weights)
    return Weights(counts.prior, weights)


_NO_LESS = (
    ("same letter", "other first"),
    ("begins alike", "same letter"),
    ("initial", "same letter"),
)
"""Names of which the first agrees at least as far as the second."""


def _agree_with_sense(weights: dict[str, dict[str, float]]) -> None:
    """Let nothing that differs speak for a pair, and nothing that agrees weigh less than that.

    People in office have several websites and their namesakes none, so that in what weights are
    fitted on another website speaks strongly for a pair. It does so nowhere else.
    """
    weights["site"]["another"] = min(0.0, weights["site"]["another"])
    cells = weights["name"]
    for more, less in _NO_LESS:
        for handle in HANDLES:
            cell = CELL.format(more, handle.name)
            cells[cell] = max(cells[cell], cells[CELL.format(less, handle.name)])


class _Counts:
    def __init__(self) -> None:
        self._same: Counter[tuple[str, str]] = Counter()
        self._other: Counter[tuple[str, str]] = Counter()
        self._pairs = [0, 0]

    def add(self, pair: Judged) -> None:
        counter = self._same if pair.is_same else self._other
        self._pairs[pair.is_same] += 1
        for comparison, level in pair.levels.items():
            counter[comparison, level] += 1
        name, _, handle = pair.levels["name"].partition(CELL.format("", ""))
        counter["name alone", name] += 1
        counter["handle alone", handle] += 1

    @property
    def prior(self) -> float:
        return math.log((self._pairs[True] + _SEEN) / (self._pairs[False] + _SEEN))

    def weight(self, comparison: str, level: str) -> float:
        if level == NO_EVIDENCE:
            return 0.0
        same = (self._same[comparison, level] + _SEEN) / (self._pairs[True] + _SEEN * _LEVELS)
        other = (self._other[comparison, level] + _SEEN) / (self._pairs[False] + _SEEN * _LEVELS)
        return math.log(same / other)

    def cell(self, name: str, handle: str) -> float:
        """The weight of a name with a handle; seldom seen, it leans on what each alone weighs."""
        if NO_EVIDENCE in (name, handle):
            return 0.0
        key = ("name", CELL.format(name, handle))
        seen = self._same[key] + self._other[key]
        apart = self.weight("name alone", name) + _HANDLE_SHARE * self.weight(
            "handle alone", handle
        )
        return (seen * self.weight(*key) + _BORROWED * apart) / (seen + _BORROWED)
