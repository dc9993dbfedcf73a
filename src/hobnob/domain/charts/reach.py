"""Reach, drawn: of each believer's people, those whom nobody above reaches, and those who were
reached before.

Bars that were all dark would be added up by whoever looks; unique people are the dark parts alone.
"""

from hobnob.domain.charts.drawing import (
    TEXT,
    Anchor,
    Box,
    Drawing,
    Ink,
    Shape,
    Stroke,
    Text,
    letters,
    short,
)
from hobnob.domain.results import Added, Reach
from hobnob.domain.results_words import and_more

ROW = 22.0

_BAR = 12.0
_NUMBERS = 3.5 * TEXT


def reach(found: Reach, *, width: float = 340.0, shown: int = 10) -> Drawing:
    """A bar a believer, who adds most first."""
    order = found.order[:shown]
    names = 0.36 * width
    most = max((each.reach for each in order), default=0)
    scale = (width - names - _NUMBERS) / max(most, 1)
    shapes: list[Shape] = [Stroke(((names, 0.0), (names, ROW * len(order))), Ink.GRID)]
    for place, each in enumerate(order):
        shapes += _row(each, (place + 0.5) * ROW, names, scale)
    return Drawing(
        key="reach",
        title="Whom each believer reaches: first those whom nobody above reaches, then the others"
        + (f" ({and_more(len(found.order) - shown)})" if len(found.order) > shown else ""),
        says=found.sentence,
        width=width,
        height=ROW * max(len(order), 1),
        shapes=tuple(shapes),
    )


def _row(each: Added, middle: float, names: float, scale: float) -> list[Shape]:
    stands, top = middle + 0.35 * TEXT, middle - _BAR / 2
    new, again = scale * each.adds, scale * (each.reach - each.adds)
    return [
        Text(names - 8.0, stands, short(each.name, letters(names - 8.0)), Ink.WORD, Anchor.END),
        Box(names, top, new, _BAR, Ink.MAIN),
        Box(names + new, top, again, _BAR, Ink.AGAIN),
        Text(names + new + again + 6.0, stands, f"{each.adds:,}", Ink.NUMBER),
    ]
