import re
from dataclasses import replace

from hobnob.domain.letter import letter
from hobnob.operations.report.html import as_html
from tests import letters


def page() -> str:
    return as_html(letter(letters.results())).decode()


def test_it_asks_nobody_for_anything() -> None:
    assert not re.search(r"<script|<link|<img|@import|url\(|\bsrc=|\bhref=|https?:", page())


def test_a_browser_is_told_to_load_nothing() -> None:
    assert "default-src 'none'" in page()


def test_it_says_everything_on_one_page() -> None:
    html = page()
    for words in (
        '<html lang="en">',
        "<title>What came of it, 20 August to 18 November 2026</title>",
        "About 13 hours, most of it at The Watchlist",
        "Too little to tell about joining",
        "How it was counted",
        "What is not known",
    ):
        assert words in html
    assert html.count("<svg") == 3


def test_the_name_of_a_list_stays_a_name() -> None:
    found = replace(letters.results(), summary=("About 2 hours, at <script>alert(1)</script>.",))
    html = as_html(letter(found)).decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
