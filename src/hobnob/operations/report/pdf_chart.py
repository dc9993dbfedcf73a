"""Draws a chart onto a sheet of PDF, whose origin is at the bottom left."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from hobnob.domain.charts.drawing import TEXT, Anchor, Area, Box, Drawing, Ink, Point, Shape, Stroke
from hobnob.domain.charts.drawing import Text as Label
from hobnob.operations.report.fonts import SANS, runs
from hobnob.operations.report.pdf_ink import COLOURS, DASHES

_FONT_SIZE = 0.92 * TEXT


class Chart(Flowable):
    """A drawing as wide as there is room."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing, self._scale = drawing, 1.0

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        """Take all the width there is, and say how high that makes it."""
        self._scale = room / self._drawing.width
        self.width, self.height = room, self._drawing.height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Put every shape onto the sheet."""
        self.canv.saveState()
        self.canv.scale(self._scale, self._scale)
        for shape in self._drawing.shapes:
            self._draw(shape)
        self.canv.restoreState()

    def _draw(self, shape: Shape) -> None:
        self.canv.setFillColor(COLOURS[shape.ink])
        self.canv.setStrokeColor(COLOURS[shape.ink])
        if isinstance(shape, Box):
            below = self._up(shape.y + shape.height)
            self.canv.rect(shape.x, below, shape.width, shape.height, stroke=0, fill=1)
        elif isinstance(shape, Label):
            self._write(shape)
        else:
            self._outline(shape)

    def _outline(self, shape: Stroke | Area) -> None:
        is_area = isinstance(shape, Area)
        self.canv.setLineWidth(2.0 if shape.ink is Ink.MAIN else 1.0)
        self.canv.setDash(DASHES.get(shape.ink, []))
        path = self.canv.beginPath()
        first, *others = shape.points
        path.moveTo(*self._place(first))
        for point in others:
            path.lineTo(*self._place(point))
        self.canv.drawPath(path, stroke=not is_area, fill=is_area)

    def _write(self, label: Label) -> None:
        pieces = list(runs(label.words, SANS))
        width = sum(stringWidth(piece, font, _FONT_SIZE) for font, piece in pieces)
        x = label.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
        for font, piece in pieces:
            self.canv.setFont(font, _FONT_SIZE)
            self.canv.drawString(x, self._up(label.y), piece)
            x += stringWidth(piece, font, _FONT_SIZE)

    def _place(self, point: Point) -> Point:
        return point[0], self._up(point[1])

    def _up(self, y: float) -> float:
        return self._drawing.height - y
