"""Which font draws which letter of the letter: names come in every script.

What hobnob says itself is in Times and Helvetica, which every PDF reader has (PDF 32000-1:2008,
9.6.2.2). They know the letters of Western Europe. The others are taken from DejaVu Sans, which goes
with the file as far as it is used, and those of East Asia from fonts that a reader brings along
(9.7.5.2). A letter that none of them draws leaves an empty box, and is still there for search.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from hobnob.domain.charts.drawing import plain

SERIF, SERIF_ITALIC = "Times-Roman", "Times-Italic"
SANS, SANS_BOLD = "Helvetica", "Helvetica-Bold"

_OTHERS = "DejaVuSans"
_CHINESE, _JAPANESE, _KOREAN = "STSong-Light", "HeiseiMin-W3", "HYSMyeongJo-Medium"
_KANA = re.compile(r"[\u3040-\u30ff]")
_EAST_ASIAN = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")


def runs(text: str, usual: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the font that draws it, from left to right."""
    _know_fonts()
    han = _JAPANESE if _KANA.search(text) else _CHINESE
    letters = _as_seen(unicodedata.normalize("NFC", plain(text)))
    for font, piece in groupby(letters, lambda each: _font_of(each, usual, han)):
        yield font, "".join(piece)


def markup(text: str, usual: str) -> str:
    """The text as ReportLab's paragraphs take it."""
    return "".join(
        escape(piece) if font == usual else f'<font name="{font}">{escape(piece)}</font>'
        for font, piece in runs(text, usual)
    )


@lru_cache(maxsize=1)
def _know_fonts() -> None:
    registerFont(TTFont(_OTHERS, Path(__file__).with_name("fonts") / "DejaVuSans.ttf"))
    for name in (_CHINESE, _JAPANESE, _KOREAN):
        registerFont(UnicodeCIDFont(name))


def _font_of(letter: str, usual: str, han: str) -> str:
    if _is_western(letter):
        return usual
    if _HANGUL.match(letter):
        return _KOREAN
    return han if _KANA.match(letter) or _EAST_ASIAN.match(letter) else _OTHERS


def _is_western(letter: str) -> bool:
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _as_seen(text: str) -> str:
    """Words that are read from right to left, in the order in which they are drawn."""
    return _RIGHT_TO_LEFT.sub(lambda found: found[0][::-1], text)


_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RIGHT_TO_LEFT = re.compile(f"[{_RTL}]+(?:[ -][{_RTL}]+)*")
