"""Steadiness, drawn: a bar a week, as high as there were people with whom it went both ways."""

from math import ceil

from hobnob.domain.charts.drawing import TEXT, Anchor, Box, Drawing, Ink, Shape, Stroke, Text
from hobnob.domain.results import Steadiness, SteadyWeek

HEIGHT = 160.0

_ABOVE, _BELOW = 1.5 * TEXT, 1.75 * TEXT
_DAY_WIDTH = 5.0 * TEXT
_NUMBER_WIDTH = 1.5 * TEXT
_WIDEST_BAR = 28.0


def steadiness(found: Steadiness, *, width: float = 340.0) -> Drawing:
    """One bar a week, the oldest first."""
    weeks = found.weeks
    slot = width / max(len(weeks), 1)
    bottom = HEIGHT - _BELOW
    most = max((each.people for each in weeks), default=0)
    shapes: list[Shape] = [Stroke(((0.0, bottom), (width, bottom)), Ink.GRID)]
    for place, week in enumerate(weeks):
        middle = (place + 0.5) * slot
        top = bottom - (bottom - _ABOVE) * week.people / max(most, 1)
        bar = min(0.7 * slot, _WIDEST_BAR)
        if week.people:
            shapes.append(Box(middle - bar / 2, top, bar, bottom - top, Ink.MAIN))
        if slot >= _NUMBER_WIDTH or _is_first_with(most, weeks, place):
            shapes.append(
                Text(middle, top - 0.4 * TEXT, f"{week.people:,}", Ink.NUMBER, Anchor.MIDDLE)
            )
    return Drawing(
        key="steadiness",
        title="With how many people something went both ways, week by week",
        says=found.sentence,
        width=width,
        height=HEIGHT,
        shapes=(*shapes, *_days(weeks, slot)),
    )


def _is_first_with(most: int, weeks: tuple[SteadyWeek, ...], place: int) -> bool:
    return place == next(at for at, each in enumerate(weeks) if each.people == most)


def _days(weeks: tuple[SteadyWeek, ...], slot: float) -> list[Text]:
    """The Monday of so many weeks as there is room for, the newest among them."""
    every = max(1, ceil(_DAY_WIDTH / slot))
    return [
        _day(week.label, (place + 0.5) * slot, len(weeks) * slot)
        for place, week in enumerate(weeks)
        if (len(weeks) - 1 - place) % every == 0
    ]


def _day(label: str, middle: float, width: float) -> Text:
    """Below its bar; what would stand out over the sheet ends where that does."""
    y, half = HEIGHT - 0.4 * TEXT, 0.4 * _DAY_WIDTH
    if middle + half > width:
        return Text(width, y, label, Ink.WORD, Anchor.END)
    if middle < half:
        return Text(0.0, y, label, Ink.WORD, Anchor.START)
    return Text(middle, y, label, Ink.WORD, Anchor.MIDDLE)
