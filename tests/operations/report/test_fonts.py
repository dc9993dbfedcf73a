import pytest

from hobnob.operations.report.fonts import SANS, SERIF, markup, runs


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Ana Núñez – 6½ “h”", [(SANS, "Ana Núñez – 6½ “h”")]),
        ("Łukasz", [("DejaVuSans", "Ł"), (SANS, "ukasz")]),
        ("at Ольга", [(SANS, "at "), ("DejaVuSans", "Ольга")]),
        ("王小明", [("STSong-Light", "王小明")]),
        ("山田さくら", [("HeiseiMin-W3", "山田さくら")]),
        ("김민준", [("HYSMyeongJo-Medium", "김민준")]),
        ("Zoe\u0308", [(SANS, "Zoë")]),
    ],
)
def test_each_letter_is_drawn_by_a_font_that_has_it(
    text: str, drawn: list[tuple[str, str]]
) -> None:
    assert list(runs(text, SANS)) == drawn


def test_words_read_from_right_to_left_are_drawn_so() -> None:
    drawn = "".join(piece for _, piece in runs("at נועה לוי, since May", SANS))
    assert drawn == "at יול העונ, since May"


def test_what_looks_like_markup_is_text() -> None:
    assert markup("<b>Bo</b> & Ж", SERIF) == (
        '&lt;b&gt;Bo&lt;/b&gt; &amp; <font name="DejaVuSans">Ж</font>'
    )
