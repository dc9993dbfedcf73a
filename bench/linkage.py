"""What is measured about matches: precision and recall, ranks, calibration, and reviews needed."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass

import numpy as np

Pair = tuple[str, str]
"""(record, account)."""

_SHOWN = 0.05
"""What is less likely is not shown to anybody, so its calibration does not count."""
_BINS = 10


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One method on one pack."""

    precision_at_50: float
    recall_at_50: float
    f1_at_50: float
    precision_at_90: float
    recall_at_90: float
    top1: float
    """Of records with an account: how many have one of theirs in the first place."""
    top5: float
    calibration_error: float
    """Mean distance of said and true shares over bins of equal size, of what is shown."""
    reviews_per_link_at_recall_80: float | None
    """Pairs looked at, best first, per link found; None: not reached."""
    reviews_per_link_at_recall_90: float | None

    def as_dict(self) -> dict[str, float | None]:
        """By name, four digits."""
        return {
            name: None if value is None else round(value, 4) for name, value in asdict(self).items()
        }


def measure(chances: Mapping[Pair, float], truth: Set[Pair]) -> Measured:
    """How good these probabilities are. Pairs that are not there count as not found."""
    pairs = sorted(chances, key=lambda pair: (-chances[pair], pair))
    chance = np.array([chances[pair] for pair in pairs])
    is_same = np.array([pair in truth for pair in pairs], dtype=bool)
    p50, r50 = _at(0.5, chance, is_same, len(truth))
    p90, r90 = _at(0.9, chance, is_same, len(truth))
    top1, top5 = _ranks(pairs, truth)
    return Measured(
        precision_at_50=p50,
        recall_at_50=r50,
        f1_at_50=2 * p50 * r50 / (p50 + r50) if p50 + r50 else 0.0,
        precision_at_90=p90,
        recall_at_90=r90,
        top1=top1,
        top5=top5,
        calibration_error=_calibration(chance, is_same),
        reviews_per_link_at_recall_80=_reviews(0.8, is_same, len(truth)),
        reviews_per_link_at_recall_90=_reviews(0.9, is_same, len(truth)),
    )


def _at(
    least: float,
    chance: "np.typing.NDArray[np.float64]",
    is_same: "np.typing.NDArray[np.bool_]",
    links: int,
) -> tuple[float, float]:
    """Precision and recall of those that are at least so likely."""
    taken = chance >= least
    right = int((taken & is_same).sum())
    return right / max(1, int(taken.sum())), right / links


def _ranks(pairs: Sequence[Pair], truth: Set[Pair]) -> tuple[float, float]:
    accounts: dict[str, list[str]] = defaultdict(list)
    for record, account in pairs:
        accounts[record].append(account)
    owners = {record for record, _ in truth}
    best = {record: [(record, each) in truth for each in accounts[record][:5]] for record in owners}
    return (
        sum(any(each[:1]) for each in best.values()) / len(owners),
        sum(any(each) for each in best.values()) / len(owners),
    )


def _calibration(
    chance: "np.typing.NDArray[np.float64]", is_same: "np.typing.NDArray[np.bool_]"
) -> float:
    shown = chance >= _SHOWN
    order = np.argsort(chance[shown], kind="stable")
    said, true = chance[shown][order], is_same[shown][order]
    bins = [each for each in np.array_split(np.arange(len(said)), _BINS) if len(each)]
    off = [len(each) * abs(said[each].mean() - true[each].mean()) for each in bins]
    return float(sum(off) / max(1, len(said)))


def _reviews(recall: float, is_same: "np.typing.NDArray[np.bool_]", links: int) -> float | None:
    wanted = math.ceil(recall * links)
    found = np.cumsum(is_same)
    if not len(found) or found[-1] < wanted:
        return None
    return float(int(np.searchsorted(found, wanted)) + 1) / wanted
