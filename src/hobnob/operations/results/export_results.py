"""Results as a table that a spreadsheet reads (CSV, RFC 4180): one row a number, with its sentence.

Numbers stand as such and names are guarded, so that no spreadsheet runs them.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hobnob.domain.exports.cells import guarded
from hobnob.domain.money import DIGITS
from hobnob.domain.results import Change, Results
from hobnob.domain.results_words import from_whom
from hobnob.operations.secrets.private_file import write_private

HEADINGS = ("part", "what", "who", "number", "unit", "from", "to", "in words")


class Row(NamedTuple):
    """One number."""

    part: str
    what: str
    who: str = ""
    number: float | None = None
    unit: str = ""
    low: float | None = None
    high: float | None = None
    words: str = ""


def as_csv(found: Results) -> str:
    """The whole table. It begins with a mark by which spreadsheets know that it is UTF-8."""
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows(_cells(row) for row in _rows(found))
    return text.getvalue()


def write_csv(found: Results, path: Path, *, may_replace: bool = False) -> None:
    """Write the table into a file that only its owner reads. Raises CannotWrite."""
    write_private(path, as_csv(found).encode(), may_replace=may_replace)


def _cells(row: Row) -> list[str]:
    return [_cell(each) for each in row]


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else f"{value:.6g}"


def _rows(found: Results) -> Iterator[Row]:
    yield Row("period", "days", number=found.period.days, unit="days", words=found.period.words)
    yield from _hours(found)
    yield from _outcomes(found)
    yield from _people(found)
    yield from _believers(found)
    for change in found.changes.changes:
        yield from _change(change)
    yield from _curves(found)
    for week in found.steadiness.weeks:
        yield Row("steadiness", "both ways in the week of", week.label, week.people, "people")
    for sentence in found.not_known:
        yield Row("not known", "what nobody should read into it", words=sentence)


def _hours(found: Results) -> Iterator[Row]:
    hours = found.hours
    yield Row("hours", "all", number=hours.seconds / 3600, unit="hours", words=hours.sentence)
    for each in (*hours.places, *hours.people):
        what = "by place" if each.person_id is None else "by person"
        yield Row("hours", what, each.name, each.seconds / 3600, "hours", words=each.came_of_it)
    if hours.not_added_up:
        yield Row("hours", "what came of lists is no sum", words=hours.not_added_up)


def _outcomes(found: Results) -> Iterator[Row]:
    yield Row("outcomes", "all", words=found.outcomes.sentence)
    for each in found.outcomes.kinds:
        who = from_whom(each)
        yield Row("outcomes", each.kind, who, each.count, "times")
        yield Row("outcomes", each.kind, who, each.people, "people")
        for unit, amount in sorted(each.sums.items()):
            yield Row("outcomes", each.kind, who, _whole(amount, unit), unit or _NAMELESS)
        for unit, amount in sorted(each.given_back.items()):
            back = f"{unit or _NAMELESS}, given back"
            yield Row("outcomes", each.kind, who, _whole(amount, unit), back)


_NAMELESS = "without currency"


def _whole(amount: int, currency: str) -> float:
    return amount / float(10 ** DIGITS.get(currency, 2))


def _people(found: Results) -> Iterator[Row]:
    talked, shared = found.talked, found.promotions
    yield Row("talk", "both ways", number=talked.people, unit="people", words=talked.sentence)
    for rung in found.ladder.rungs:
        yield Row("ladder", rung.rung, number=rung.people, unit="people")
    yield Row("promotions", "all", number=shared.times, unit="times", words=shared.sentence)
    yield Row("promotions", "for the first time", number=shared.first_time, unit="people")
    for each in shared.promoters:
        yield Row("promotions", "by person", each.name, each.times, "times", words=each.words)


def _believers(found: Results) -> Iterator[Row]:
    all_of_them, reach, spread = found.believers, found.reach, found.spread
    yield Row(
        "believers", "all", number=all_of_them.people, unit="people", words=all_of_them.sentence
    )
    for each in all_of_them.believers:
        words = f"{each.since}; {each.because}"
        yield Row("believers", "on days within a year", each.name, each.days, "days", words=words)
    yield Row("reach", "each person once", number=reach.unique, unit="people", words=reach.sentence)
    for added in reach.order:
        yield Row("reach", "adds", added.name, added.adds, "people", words=added.sentence)
    yield Row("spread", "all", number=spread.people, unit="people", words=spread.sentence)
    for each_one in spread.through:
        yield Row(
            "spread", "after", each_one.name, each_one.people, "people", words=each_one.sentence
        )


def _change(change: Change) -> Iterable[Row]:
    if not change.is_told:
        return [Row("change", change.name, "too little to tell", words=change.sentence)]
    return [
        Row(
            "change",
            change.name,
            "beside comparison people",
            change.estimate,
            change.unit,
            change.low,
            change.high,
            change.sentence,
        ),
        Row("change", change.name, "approached, before", change.before, change.unit),
        Row("change", change.name, "approached, after", change.after, change.unit),
        Row("change", change.name, "all others, before", change.others_before, change.unit),
        Row("change", change.name, "all others, after", change.others_after, change.unit),
        Row("change", change.name, "approached", change.approached, "people"),
        Row("change", change.name, "all others", change.others, "people"),
    ]


def _curves(found: Results) -> Iterator[Row]:
    for curve in found.concentration.curves:
        yield Row(
            "concentration", f"half of {curve.name}", "", curve.half, "people", words=curve.sentence
        )
        for people, share in curve.points:
            yield Row("concentration", curve.name, f"first {people}", 100 * share, "%")
