"""The letter as one sheet of A4: text that one can select, search and hear, and charts as lines."""

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, HRFlowable, Spacer, Table
from reportlab.platypus import Paragraph as Words

from hobnob.domain.letter import Letter, Paragraph
from hobnob.operations.report.fonts import SANS, SANS_BOLD, SERIF, markup
from hobnob.operations.report.pdf_chart import Chart
from hobnob.operations.report.pdf_ink import INK, LINE, SOFT

_SIDE, _TOP = 22 * mm, 14 * mm
_WIDTH, _HEIGHT = A4[0] - 2 * _SIDE, A4[1] - 2 * _TOP
_BETWEEN = 18.0
_IN_A_ROW = 3
_NAMES = 62.0
_PAGE_LANGUAGE = "en"
_SMALLER = 0.97
_ENDLESS = 1e6

_TITLE = ParagraphStyle("title", fontName=SERIF, fontSize=25, leading=30, textColor=INK)
_PERIOD = ParagraphStyle("period", fontName=SERIF, fontSize=11.5, leading=15, textColor=SOFT)
_SENTENCE = ParagraphStyle(
    "sentence", fontName=SERIF, fontSize=11, leading=14, spaceAfter=3, textColor=INK
)
_LINE = ParagraphStyle("line", fontName=SANS, fontSize=8.5, leading=11, textColor=INK)
_SOFT = ParagraphStyle("soft", parent=_LINE, textColor=SOFT)
_HEAD = ParagraphStyle("head", parent=_LINE, fontName=SANS_BOLD, spaceBefore=10, spaceAfter=2)
_SMALL = ParagraphStyle("small", parent=_SOFT, fontSize=7.2, leading=8.9, spaceAfter=1.5)


def as_pdf(letter: Letter) -> bytes:
    """The sheet. What is too much for it is drawn a little smaller: there is never a second one."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, lang=_PAGE_LANGUAGE)
    canvas.setTitle(f"{letter.title}, {letter.head}")
    canvas.setSubject("Hours, and what stands against them; how it was counted; what is not known")
    canvas.setCreator("hobnob")
    canvas.setProducer("hobnob")
    scale = _scale(letter)
    canvas.translate(_SIDE, _TOP)
    canvas.scale(scale, scale)
    sheet = Frame(
        *(0, 0, _WIDTH / scale, _HEIGHT / scale),
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    sheet.addFromList(_story(letter), canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _scale(letter: Letter) -> float:
    """How large everything may be drawn: as it is meant, or as much smaller as it takes."""
    scale = 1.0
    while _height(_story(letter), _WIDTH / scale) > _HEIGHT / scale:
        scale *= _SMALLER
    return scale


def _height(story: list[Flowable], width: float) -> float:
    return sum(
        each.getSpaceBefore() + each.wrap(width, _ENDLESS)[1] + each.getSpaceAfter()
        for each in story
    )


def _story(letter: Letter) -> list[Flowable]:
    return [
        _words(letter.head, _PERIOD),
        _words(letter.title, _TITLE),
        HRFlowable(width="100%", thickness=0.5, color=LINE, spaceBefore=7, spaceAfter=10),
        *(_words(each, _SENTENCE) for each in letter.sentences),
        *_charts(letter),
        *_lines(letter),
        *_section("Before and after", (_words(each, _LINE) for each in letter.changes)),
        *_section("How it was counted", map(_counted, letter.counted)),
        *_section("What is not known", (_words(each, _SMALL) for each in letter.not_known)),
    ]


def _words(text: str, style: ParagraphStyle) -> Words:
    return Words(markup(text, style.fontName), style)


def _counted(each: Paragraph) -> Words:
    return Words(f"<b>{markup(each.about, SANS_BOLD)}.</b> {markup(each.words, SANS)}", _SMALL)


def _section(title: str, found: Iterable[Flowable]) -> list[Flowable]:
    below = list(found)
    return [_words(title, _HEAD), *below] if below else []


def _charts(letter: Letter) -> list[Flowable]:
    """Side by side, each with its title above and on one line below."""
    if not letter.charts:
        return []
    columns = len(letter.charts)
    titles = [_words(each.title, _SOFT) for each in letter.charts]
    drawn = [Chart(each) for each in letter.charts]
    table = Table([titles, drawn], colWidths=[f"{100 / _IN_A_ROW}%"] * columns, hAlign="LEFT")
    table.setStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), _BETWEEN),
            ("VALIGN", (0, 0), (-1, 0), "TOP"),
            ("VALIGN", (0, 1), (-1, 1), "BOTTOM"),
        ]
    )
    return [Spacer(1, 8), table, Spacer(1, 6)]


def _lines(letter: Letter) -> list[Flowable]:
    if not letter.lines:
        return []
    rows = [
        [_words(each.what, _SOFT), _words(each.found, _SOFT if each.is_nothing else _LINE)]
        for each in letter.lines
    ]
    table = Table(rows, colWidths=[_NAMES, "*"], hAlign="LEFT")
    table.setStyle(
        [
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return [_words("The hours, and what stands against them", _HEAD), table]
