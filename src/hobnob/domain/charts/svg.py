"""A drawing as SVG 2 (https://www.w3.org/TR/SVG2/), for a page or a file of its own.

Shapes carry their ink as a class, `is-main`, and no colour: the style sheet around them has these.
"""

from html import escape

from hobnob.domain.charts.drawing import Anchor, Area, Box, Drawing, Point, Shape, Stroke


def svg(drawing: Drawing) -> str:
    """The drawing, with its title and its sentence for whoever listens to it."""
    key = f"chart-{drawing.key}"
    shapes = "".join(map(_shape, drawing.shapes))
    return (
        f'<svg class="chart" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" role="img" '
        f'aria-labelledby="{key}-title {key}-says">'
        f'<title id="{key}-title">{escape(drawing.title)}</title>'
        f'<desc id="{key}-says">{escape(drawing.says)}</desc>{shapes}</svg>'
    )


def _shape(shape: Shape) -> str:
    ink = f'class="is-{shape.ink}"'
    if isinstance(shape, Box):
        return (
            f'<rect {ink} x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" '
            f'height="{_n(shape.height)}"/>'
        )
    if isinstance(shape, Stroke):
        return f'<polyline {ink} points="{_points(shape.points)}"/>'
    if isinstance(shape, Area):
        return f'<polygon {ink} points="{_points(shape.points)}"/>'
    anchor = "" if shape.anchor is Anchor.START else f' text-anchor="{shape.anchor}"'
    return f'<text {ink} x="{_n(shape.x)}" y="{_n(shape.y)}"{anchor}>{escape(shape.words)}</text>'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """ "12", "12.4": a tenth of the unit is less than anybody sees."""
    return f"{round(number, 1):g}"
