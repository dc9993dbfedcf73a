"""A drawing: shapes on a sheet whose origin is at the top left, each in an ink that has a meaning.

A page draws it as SVG in the colours of its tokens, a letter as PDF in its own.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

TEXT = 12.0
"""The height of letters, in the unit of the sheet."""

Point: TypeAlias = tuple[float, float]


class Ink(StrEnum):
    """What a shape means. Whoever draws it chooses the colour."""

    MAIN = "main"
    """What the chart is about."""
    AGAIN = "again"
    """What was counted before."""
    GRID = "grid"
    EVEN = "even"
    """How it would be if everybody were alike."""
    MARK = "mark"
    """What the sentence below speaks of."""
    WORD = "word"
    NUMBER = "number"


class Anchor(StrEnum):
    """Which end of a text stands at its point, as SVG names it."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with these corners."""

    points: tuple[Point, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Text:
    """A few words; the point is on the line on which they stand."""

    x: float
    y: float
    words: str
    ink: Ink = Ink.WORD
    anchor: Anchor = Anchor.START


Shape: TypeAlias = Box | Stroke | Area | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes, and what they show for whoever cannot see them."""

    key: str
    """A word of its own on a page."""
    title: str
    says: str
    """What the chart shows, in a sentence."""
    width: float
    height: float
    shapes: tuple[Shape, ...]


def plain(text: str) -> str:
    """The text on one line, without signs that show nothing, or turn around what follows them."""
    seen = (" " if each.isspace() else each for each in text)
    kept = "".join(each for each in seen if not unicodedata.category(each).startswith("C"))
    return " ".join(kept.split())


def short(name: str, most: int) -> str:
    """The name on one line, no longer than so many letters."""
    words = plain(name)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def letters(width: float) -> int:
    """How many letters of a usual name stand on so much of the sheet."""
    return max(4, int(width / (0.54 * TEXT)))
