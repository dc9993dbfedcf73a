"""The colours of tokens.css, held to WCAG 2.2: https://www.w3.org/TR/WCAG22/#contrast-minimum."""

import colorsys
import re
from pathlib import Path

import pytest

import hobnob.web
from hobnob.domain.people import hue
from hobnob.storage.queries.people.lines import PersonLine
from hobnob.web.templatetags.hobnob import face

TOKENS = (Path(hobnob.web.__file__).parent / "static/hobnob/tokens.css").read_text()
GROUNDS = ["paper", "sheet", "hollow"]
TEXT = [(ink, ground) for ink in ("ink", "ink-soft") for ground in GROUNDS]
PARTS = [
    *((word, ground) for word in ("accent", "done", "look") for ground in GROUNDS),
    ("on-accent", "accent"),
    ("paper", "done"),
    ("paper", "ink"),
    ("ink", "look-wash"),
    ("ink", "accent-wash"),
]
EDGES = [("edge", ground) for ground in GROUNDS]
BY_DAY, BY_LAMPLIGHT = 0, 1


def colour(name: str, mode: int) -> tuple[float, float, float]:
    found = re.search(rf"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\);", TOKENS)
    assert found, name
    code = found.groups()[mode]
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(rgb: tuple[float, float, float]) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ratio(one: str, other: str, mode: int) -> float:
    return contrast(colour(one, mode), colour(other, mode))


@pytest.mark.parametrize("mode", [BY_DAY, BY_LAMPLIGHT])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_reads_well_on_every_ground(ink: str, ground: str, mode: int) -> None:
    assert ratio(ink, ground, mode) >= 7


@pytest.mark.parametrize("mode", [BY_DAY, BY_LAMPLIGHT])
@pytest.mark.parametrize(("word", "ground"), PARTS)
def test_acts_and_remarks_can_be_read(word: str, ground: str, mode: int) -> None:
    assert ratio(word, ground, mode) >= 4.5


@pytest.mark.parametrize("mode", [BY_DAY, BY_LAMPLIGHT])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_fields_and_buttons_can_be_seen(edge: str, ground: str, mode: int) -> None:
    assert ratio(edge, ground, mode) >= 3


def test_initials_can_be_read_on_every_face() -> None:
    for number in range(360):
        svg = face(
            PersonLine(
                person_id=number,
                account_id=number,
                name="Ana",
                handle="ana",
                network="x",
                networks=("x",),
                url="",
                initials="A",
                hue=hue(number),
            )
        )
        found = re.search(r'fill="hsl\((\d+) (\d+)% (\d+)%\)"', svg)
        assert found
        angle, saturation, lightness = map(int, found.groups())
        rgb = colorsys.hls_to_rgb(angle / 360, lightness / 100, saturation / 100)
        assert contrast(rgb, (1, 1, 1)) >= 4.5
