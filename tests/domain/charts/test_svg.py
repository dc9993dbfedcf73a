from dataclasses import replace
from xml.etree import ElementTree

import pytest

from hobnob.domain.charts.concentration import concentration
from hobnob.domain.charts.drawing import Drawing
from hobnob.domain.charts.ladder import ladder
from hobnob.domain.charts.reach import reach
from hobnob.domain.charts.steadiness import steadiness
from hobnob.domain.charts.svg import svg
from tests import letters

SVG = "{*}"


def drawings() -> list[Drawing]:
    return [
        steadiness(letters.steadiness()),
        ladder(letters.ladder()),
        reach(letters.reach()),
        concentration(letters.curve()),
    ]


@pytest.mark.parametrize("drawing", drawings(), ids=lambda each: each.key)
def test_a_chart_tells_who_listens_what_it_shows(drawing: Drawing) -> None:
    root = ElementTree.fromstring(svg(drawing))
    named = {each.get("id"): each.text for each in root if each.get("id")}
    assert root.get("role") == "img"
    assert [named[key] for key in (root.get("aria-labelledby") or "").split()] == [
        drawing.title,
        drawing.says,
    ]


@pytest.mark.parametrize("drawing", drawings(), ids=lambda each: each.key)
def test_its_colours_come_from_the_page(drawing: Drawing) -> None:
    drawn = svg(drawing)
    for word in ("style", "fill", "stroke", "color", "#"):
        assert word not in drawn


def test_a_name_stays_a_name() -> None:
    found = letters.reach()
    eve = replace(found.order[0], name="<b>&'\"")
    drawn = svg(reach(replace(found, order=(eve,))))
    words = [
        each.text for each in ElementTree.fromstring(drawn).iter() if each.tag.endswith("text")
    ]
    assert words[0] == "<b>&'\""
