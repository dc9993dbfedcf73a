"""The colours of a printed letter: ink on white paper, and one green."""

from reportlab.lib.colors import HexColor

from hobnob.domain.charts.drawing import Ink

INK, SOFT = HexColor("#241d16"), HexColor("#52483c")
LINE = HexColor("#d5c9b4")

COLOURS = {
    Ink.MAIN: HexColor("#2c6640"),
    Ink.AGAIN: HexColor("#dccfb8"),
    Ink.GRID: LINE,
    Ink.EVEN: HexColor("#877a67"),
    Ink.MARK: INK,
    Ink.WORD: SOFT,
    Ink.NUMBER: INK,
}
DASHES = {Ink.EVEN: [1.5, 2.0], Ink.MARK: [3.0, 1.5]}
