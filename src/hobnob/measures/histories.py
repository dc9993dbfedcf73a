"""What supporters gave before and after the day we turned to them, as `returns` compares it.

Days are cut into periods of thirty, counted back and forth from that day, so that a gift that
somebody was thanked for counts as given before. Who was never turned to stands for the days on
which others were; days near each other are one, so that there are at most a dozen of them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from hobnob.measures.returns import Bools, Floats, Histories, Ints

PERIOD = 30
BEFORE, AFTER = 18, 6
FEWEST_AFTER = 3
"""Somebody has to be watched for so many periods to be counted."""

MOST_DAYS = 12
MOST_OTHERS = 4_000
"""Of more, so many are drawn by a fixed lot: more people tell nothing more."""


class Gave(NamedTuple):
    """One payment."""

    person_id: int
    day: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """One row is one person and the day they stand for."""

    person: Ints
    anchor: Ints
    """The day itself, or the middle one of those on which others were approached."""
    group: Ints
    """Days near each other have one number."""
    is_approached: Bools
    periods: Ints
    """For how many periods they were watched afterwards."""

    def where(self, chosen: Bools) -> "Stands":
        """Some of the rows."""
        return Stands(
            person=self.person[chosen],
            anchor=self.anchor[chosen],
            group=self.group[chosen],
            is_approached=self.is_approached[chosen],
            periods=self.periods[chosen],
        )


def stands(
    everybody: Collection[int], approached: Mapping[int, int | None], *, last_day: int
) -> Stands:
    """Everybody who can be compared. `approached` has the day by person, None where it is unknown;
    `last_day` is the newest one of which anything is known."""
    latest = last_day - FEWEST_AFTER * PERIOD
    on = {each: approached[each] for each in sorted(everybody) if each in approached}
    chosen = [(each, day) for each, day in on.items() if day is not None and day <= latest]
    others = _drawn([each for each in sorted(everybody) if each not in approached])
    person = np.array([each for each, _ in chosen], dtype=np.int64)
    days = np.array([day for _, day in chosen], dtype=np.int64)
    groups = _groups(days)
    middles = [(group, int(np.median(days[groups == group]))) for group in np.unique(groups)]
    if not middles:  # nobody to be compared with: what others there are is told all the same
        middles = [(0, latest)]
    anchor = np.concatenate((days, *(np.full(len(others), day) for _, day in middles)))
    return Stands(
        person=np.concatenate((person, *(others for _ in middles))),
        anchor=anchor,
        group=np.concatenate((groups, *(np.full(len(others), group) for group, _ in middles))),
        is_approached=np.arange(len(anchor)) < len(person),
        periods=np.minimum((last_day - anchor) // PERIOD, AFTER),
    )


def how_often(rows: Stands, gifts: Sequence[Gave]) -> Histories:
    """Gifts a period."""
    return _per_period(rows, gifts, np.ones(len(gifts)))


def how_much(rows: Stands, gifts: Sequence[Gave]) -> Histories:
    """Money a period, in the smallest unit: of one currency only."""
    return _per_period(rows, gifts, np.array([each.amount for each in gifts], dtype=np.float64))


def how_large(rows: Stands, gifts: Sequence[Gave]) -> Histories:
    """The mean size of a gift, of those who gave both before and after."""
    counts = how_often(rows, gifts)
    sums = how_much(rows, gifts)
    both = counts.before.any(axis=1) & (counts.after > 0.0)
    before = sums.before[both].sum(axis=1) / counts.before[both].sum(axis=1)
    kept = rows.where(both)
    return _histories(kept, before[:, None], sums.after[both] / counts.after[both])


def joined_soon(
    rows: Stands, gifts: Sequence[Gave], joined_on: Mapping[int, int | None]
) -> Histories:
    """1.0 for who joined within three periods; of those who were no members on the day."""
    never, unknown = np.iinfo(np.int64).max, np.iinfo(np.int64).min
    days = np.array(
        [
            unknown if (day := joined_on.get(int(each), never)) is None else day
            for each in rows.person
        ],
        dtype=np.int64,
    )
    was_none = days > rows.anchor
    kept = rows.where(was_none)
    soon = days[was_none] <= kept.anchor + FEWEST_AFTER * PERIOD
    return _histories(kept, how_often(kept, gifts).before, soon.astype(np.float64))


def _histories(rows: Stands, before: Floats, after: Floats) -> Histories:
    return Histories(
        before=before,
        after=after,
        is_approached=rows.is_approached,
        person=rows.person,
        day=rows.group,
    )


def _per_period(rows: Stands, gifts: Sequence[Gave], worth: Floats) -> Histories:
    before, after = np.zeros((len(rows.person), BEFORE)), np.zeros(len(rows.person))
    gave = np.array([each.person_id for each in gifts], dtype=np.int64)
    day = np.array([each.day for each in gifts], dtype=np.int64)
    in_order = np.argsort(gave, kind="stable")
    gave, day, worth = gave[in_order], day[in_order], worth[in_order]
    first = np.searchsorted(gave, rows.person, side="left")
    many = np.searchsorted(gave, rows.person, side="right") - first
    row = np.repeat(np.arange(len(rows.person)), many)
    gift = np.repeat(first - np.cumsum(many) + many, many) + np.arange(many.sum())
    since = day[gift] - rows.anchor[row]
    back = -since // PERIOD
    is_before = (since <= 0) & (back < BEFORE)
    np.add.at(before, (row[is_before], BEFORE - 1 - back[is_before]), worth[gift[is_before]])
    is_after = (since > 0) & (since <= rows.periods[row] * PERIOD)
    np.add.at(after, row[is_after], worth[gift[is_after]])
    return _histories(rows, before, after / np.maximum(rows.periods, 1))


def _drawn(others: Sequence[int]) -> Ints:
    all_of_them = np.array(others, dtype=np.int64)
    if len(all_of_them) <= MOST_OTHERS:
        return all_of_them
    lot = np.random.default_rng(len(all_of_them))
    return np.sort(lot.choice(all_of_them, MOST_OTHERS, replace=False))


def _groups(days: Ints) -> Ints:
    """The same number for days near each other, at most a dozen."""
    if not len(days):
        return days
    span = int(days.max() - days.min()) + 1
    width = PERIOD * max(1, -(-span // (PERIOD * MOST_DAYS)))
    return np.asarray((days - days.min()) // width)
