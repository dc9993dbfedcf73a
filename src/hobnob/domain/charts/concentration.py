"""Concentration, drawn: how much of the whole the first so many people bring (a Lorenz curve from
the top: Lorenz 1905, "Methods of measuring the concentration of wealth",
https://doi.org/10.2307/2276207).
"""

from hobnob.domain.charts.drawing import (
    TEXT,
    Anchor,
    Area,
    Drawing,
    Ink,
    Point,
    Shape,
    Stroke,
    Text,
)
from hobnob.domain.results import Curve

_BELOW = 1.75 * TEXT
_MOST_POINTS = 60
_TITLES = {
    "sharing": "How much of all sharing the first so many people bring",
    "reach": "How many of all whom they reach the first so many believers reach",
    "outcomes": "How much of what came of it the first so many people bring",
}


def concentration(curve: Curve, *, width: float = 200.0) -> Drawing:
    """One curve: people from left to right, who brings most first; their share from below."""
    people = curve.points[-1][0]
    side = width
    corners = [(side * at / people, side * (1.0 - share)) for at, share in _thinned(curve.points)]
    half_at = side * curve.half / people
    half: tuple[Point, ...] = ((0.0, side / 2), (half_at, side / 2), (half_at, side))
    shapes: tuple[Shape, ...] = (
        Area((*corners, (side, side)), Ink.AGAIN),
        Stroke(((0.0, side), (side, 0.0)), Ink.EVEN),
        Stroke(tuple(corners), Ink.MAIN),
        Stroke(half, Ink.MARK),
        _brings_half(curve.half, half_at, side),
        Text(0.0, side + _BELOW - 0.4 * TEXT, "first"),
        Text(side, side + _BELOW - 0.4 * TEXT, f"all {people:,}", Ink.WORD, Anchor.END),
    )
    return Drawing(
        key=f"concentration-{curve.name}",
        title=_TITLES[curve.name],
        says=curve.sentence,
        width=side,
        height=side + _BELOW,
        shapes=shapes,
    )


def _brings_half(people: int, at: float, side: float) -> Text:
    """Beside the mark, where there is more room, and above the line on which the curve stands."""
    words, y = f"{people:,} bring half", side - 0.5 * TEXT
    if at < side / 2:
        return Text(at + 5.0, y, words, Ink.NUMBER)
    return Text(at - 5.0, y, words, Ink.NUMBER, Anchor.END)


def _thinned(points: tuple[tuple[int, float], ...]) -> list[tuple[int, float]]:
    """So many points that nobody sees a corner, the first and the last among them."""
    every = max(1, len(points) // _MOST_POINTS)
    return [*points[:-1:every], points[-1]]
