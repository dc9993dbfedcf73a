"""Whom believers reach together, each person once, and who adds most to it.

Audiences overlap, so sums of them say nothing. Sets are kept as Roaring bitmaps (Chambi, Lemire,
Kaser, Godin 2016, https://arxiv.org/abs/1402.6407), and the next believer is always the one who
adds most. What somebody adds only shrinks as others come before them, so an old sum is an upper
bound, and most need never be counted again (lazy greedy: Minoux 1978; Leskovec et al. 2007, "CELF",
https://doi.org/10.1145/1281192.1281239). No order reaches more than 1/(1 - 1/e) times as many
people with as many believers (Nemhauser, Wolsey, Fisher 1978).
"""

import heapq
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pyroaring import BitMap

Who = TypeVar("Who", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[Who]):
    """One more believer."""

    who: Who
    reach: int
    """Their whole audience."""
    adds: int
    """People nobody before them reaches."""
    so_far: int
    """Unique people up to here."""


def audience(people: Iterable[int]) -> BitMap:
    """A set of people, by their numbers (0 to 2^32 - 1)."""
    return BitMap(people)


def in_order(audiences: Mapping[Who, BitMap], most: int) -> list[Step[Who]]:
    """Who adds most, then who adds most to that ... up to `most`; who adds nobody is left out.

    Exact. Of those who add the same, the earlier in `audiences` comes first.
    """
    reached = BitMap()
    # (minus what they add, or added when last counted; place; when that was)
    heap = [(-len(each), place, 0) for place, each in enumerate(audiences.values())]
    heapq.heapify(heap)
    names = list(audiences)
    steps: list[Step[Who]] = []
    while heap and len(steps) < most:
        minus_adds, place, counted_at = heap[0]
        if not minus_adds:
            break
        theirs = audiences[names[place]]
        if counted_at < len(steps):
            left = reached.intersection_cardinality(theirs) - len(theirs)
            heapq.heapreplace(heap, (left, place, len(steps)))
            continue
        heapq.heappop(heap)
        reached |= theirs
        steps.append(
            Step(who=names[place], reach=len(theirs), adds=-minus_adds, so_far=len(reached))
        )
    return steps


def together(audiences: Iterable[BitMap]) -> BitMap:
    """Everybody whom any of them reaches, once."""
    return BitMap.union(BitMap(), *audiences)
