"""Text stays text, and only addresses that a browser may open become links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.web.text import paragraphs, shown, web_address, with_code
from tests.web.payloads import ADDRESSES


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ana Núñez", "Ana Núñez"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("\u2066left\u2069 \u200fright", "left right"),
        ("inv\u200bis\u00adible\ufeff", "invisible"),
        ("bell\x07 and nul\x00", "bell  and nul "),
        ("two\nlines\u2028three", "two\nlines\nthree"),
        ("ő" + "\u0301" * 40, "ő" + "\u0301" * 3),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("שלום", "שלום"),
        ("नमस्ते", "नमस्ते"),
    ],
)
def test_what_disguises_is_left_out_and_what_spells_stays(written: str, read: str) -> None:
    assert shown(written) == read


@given(st.text())
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert shown(shown(text)) == shown(text)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_could_do_harm_is_no_link(address: str) -> None:
    assert web_address(address) == ""


@pytest.mark.parametrize(
    "address", ["https://tusk.example/@ana/1", "http://localhost:3000/x?y=1#z", "HTTPS://X.EXAMPLE"]
)
def test_an_address_on_the_web_is_one(address: str) -> None:
    assert web_address(address) == address


@given(st.text())
def test_whatever_becomes_a_link_begins_with_http(text: str) -> None:
    assert web_address(text) == "" or web_address(text).lower().startswith(("http://", "https://"))


def test_what_one_types_in_a_sentence_is_marked_and_the_rest_stays_text() -> None:
    said = with_code("Run `hobnob signin` for a <new> one.")
    assert said == "Run <code>hobnob signin</code> for a &lt;new&gt; one."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One line.", "One line."),
        ("Two\nlines.\n\n", "Two\nlines."),
        ("", ""),
        ("\n \n", ""),
        (
            "Hello.\n\n \nWho <b>else</b>?",
            '<span class="paragraph">Hello.</span>'
            '<span class="paragraph">Who &lt;b&gt;else&lt;/b&gt;?</span>',
        ),
    ],
)
def test_paragraphs_stand_apart_without_a_blank_line_between_them(written: str, read: str) -> None:
    assert paragraphs(written) == read
