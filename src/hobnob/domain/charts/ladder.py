"""Ladder moves, drawn: the rungs as they stand, the first below, and who came to each."""

from hobnob.domain.charts.drawing import TEXT, Anchor, Box, Drawing, Ink, Shape, Stroke, Text
from hobnob.domain.results import LadderMoves

RUNG = 22.0

_NAMES = 6.75 * TEXT
_NUMBERS = 2.5 * TEXT
_BAR = 10.0


def ladder(found: LadderMoves, *, width: float = 340.0) -> Drawing:
    """A bar a rung, as long as many people came to it."""
    most = max((each.people for each in found.rungs), default=0)
    room = width - _NAMES - _NUMBERS
    height = RUNG * len(found.rungs)
    shapes: list[Shape] = [Stroke(((_NAMES, 0.0), (_NAMES, height)), Ink.GRID)]
    for place, rung in enumerate(reversed(found.rungs)):
        middle = (place + 0.5) * RUNG
        stands = middle + 0.35 * TEXT
        shapes.append(Text(_NAMES - 8.0, stands, rung.rung, Ink.WORD, Anchor.END))
        length = room * rung.people / max(most, 1)
        shapes.append(Text(_NAMES + length + 6.0, stands, f"{rung.people:,}", Ink.NUMBER))
        if rung.people:
            shapes.append(Box(_NAMES, middle - _BAR / 2, length, _BAR, Ink.MAIN))
    return Drawing(
        key="ladder",
        title="How many people came to each rung of the ladder",
        says=found.sentence,
        width=width,
        height=height,
        shapes=tuple(shapes),
    )
