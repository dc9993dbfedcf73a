from dataclasses import replace

import pytest

from hobnob.domain.charts.concentration import concentration
from hobnob.domain.charts.drawing import (
    Anchor,
    Area,
    Box,
    Drawing,
    Ink,
    Point,
    Shape,
    Stroke,
    Text,
)
from hobnob.domain.charts.ladder import ladder
from hobnob.domain.charts.reach import reach
from hobnob.domain.charts.steadiness import steadiness
from tests import letters


def boxes(drawing: Drawing, ink: Ink = Ink.MAIN) -> list[Box]:
    return [each for each in drawing.shapes if isinstance(each, Box) and each.ink is ink]


def texts(drawing: Drawing, ink: Ink = Ink.WORD) -> list[str]:
    return [each.words for each in drawing.shapes if isinstance(each, Text) and each.ink is ink]


def corners(shape: Shape) -> list[Point]:
    if isinstance(shape, Box):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    return [(shape.x, shape.y)] if isinstance(shape, Text) else list(shape.points)


def everything(width: float) -> list[Drawing]:
    return [
        *(steadiness(letters.steadiness(weeks), width=width) for weeks in (1, 2, 5, 13, 52)),
        ladder(letters.ladder(), width=width),
        reach(letters.reach(), width=width),
        *(concentration(letters.curve(people=people), width=width) for people in (5, 42, 5_000)),
    ]


@pytest.mark.parametrize("width", [225.0, 340.0])
def test_nothing_is_drawn_beside_the_sheet(width: float) -> None:
    for drawing in everything(width):
        for shape in drawing.shapes:
            for x, y in corners(shape):
                assert -0.01 <= x <= drawing.width + 0.01, (drawing.key, shape)
                assert -0.01 <= y <= drawing.height + 0.01, (drawing.key, shape)


def test_a_week_is_as_high_as_it_had_people() -> None:
    found = letters.steadiness(4)
    first, second, last = boxes(steadiness(found))
    assert [each.people for each in found.weeks] == [5, 7, 0, 9]
    assert first.height / last.height == pytest.approx(5 / 9)
    assert second.height / last.height == pytest.approx(7 / 9)


@pytest.mark.parametrize("weeks", [1, 2, 5, 13, 52])
def test_the_newest_week_says_when_it_was(weeks: int) -> None:
    found = letters.steadiness(weeks)
    assert texts(steadiness(found))[-1] == found.weeks[-1].label


def test_a_year_has_the_number_of_its_best_week_alone() -> None:
    assert texts(steadiness(letters.steadiness(52)), Ink.NUMBER) == ["12"]


def test_weeks_in_which_nothing_happened_are_drawn_without_a_bar() -> None:
    found = letters.steadiness(3)
    silent = replace(found, weeks=tuple(replace(each, people=0) for each in found.weeks))
    assert boxes(steadiness(silent)) == []


def test_the_first_rung_stands_below() -> None:
    rungs = [each for each in ladder(letters.ladder()).shapes if isinstance(each, Text)]
    words = [each for each in rungs if each.anchor is Anchor.END]
    assert [each.words for each in words][::6] == ["outcome", "met"]
    assert words[0].y < words[-1].y


def test_the_dark_parts_of_reach_are_its_unique_people() -> None:
    found = letters.reach()
    drawing = reach(found)
    dark, light = boxes(drawing), boxes(drawing, Ink.AGAIN)
    unit = dark[0].width / found.order[0].adds
    assert sum(each.width for each in dark) / unit == pytest.approx(found.unique)
    assert sum(each.width for each in light) / unit == pytest.approx(found.added_up - found.unique)


def test_nobody_to_reach_is_an_empty_sheet() -> None:
    assert boxes(reach(replace(letters.reach(), order=()))) == []


def test_a_curve_leads_from_nobody_to_everybody() -> None:
    drawing = concentration(letters.curve(people=5_000), width=200.0)
    area = next(each for each in drawing.shapes if isinstance(each, Area))
    assert area.points[0] == (0.0, 200.0)
    assert area.points[-2] == (200.0, 0.0)
    assert len(area.points) < 70


@pytest.mark.parametrize(("half", "anchor"), [(9, Anchor.START), (30, Anchor.END)])
def test_the_mark_stands_where_half_is_reached(half: int, anchor: Anchor) -> None:
    drawing = concentration(replace(letters.curve(people=42), half=half), width=200.0)
    marks = [each for each in drawing.shapes if each.ink is Ink.MARK]
    words = [each for each in drawing.shapes if each.ink is Ink.NUMBER]
    assert isinstance(marks[0], Stroke)
    assert marks[0].points[1] == (pytest.approx(200.0 * half / 42), 100.0)
    assert isinstance(words[0], Text)
    assert words[0].words == f"{half} bring half"
    assert words[0].anchor is anchor
