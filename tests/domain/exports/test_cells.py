"""Texts in cells: no spreadsheet runs them, and every one comes back letter by letter."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hobnob.domain.exports.cells import guarded, unguarded
from hobnob.domain.exports.packing import ALONE, LINES, joined, packed, parted, unpacked

FORMULAS = ("=1+1", "+49 30 1234", "-1", "@ana", "\t=1", "\r=1", "=HYPERLINK(1)", "＝1")
TEXTS = st.text() | st.text(alphabet="='\"@+-\\;| \n\t\rans-")


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_a_text(text: str) -> None:
    assert guarded(text).startswith("'")
    assert unguarded(guarded(text)) == text


@given(TEXTS)
@example("'\"")
@example("'=1")
@example("\ud800")
@example("_x0041_")
def test_every_text_comes_back(text: str) -> None:
    cell = guarded(text)

    assert unguarded(cell) == text
    assert cell == cell.strip()
    assert cell[:1] not in "=+-@\t\r" or not cell
    assert all(sign == "\n" or sign >= " " for sign in cell)
    cell.encode()


@pytest.mark.parametrize("typed", ["'tis the season", "'", "Ana", "'\"no json", "5 o'clock"])
def test_an_apostrophe_that_somebody_typed_stays(typed: str) -> None:
    assert unguarded(typed) == typed


def test_what_needs_no_guard_stands_as_it_is() -> None:
    for text in ("Ana", "1", "a=b", "two\nlines", "Zoë 🐅"):
        assert guarded(text) == text


THINGS = st.lists(
    st.lists(TEXTS, min_size=1, max_size=4)
    .filter(any)
    .map(lambda parts: parts[: max(at for at, each in enumerate(parts) if each) + 1]),
    max_size=4,
)


@given(THINGS, st.sampled_from([ALONE, LINES]))
def test_things_in_a_cell_come_back(things: list[list[str]], between: str) -> None:
    assert unpacked(packed(things, between), between) == things


@given(st.lists(TEXTS.filter(bool), max_size=4))
@example(["---", "\\---", "a\n---\nb"])
def test_texts_with_a_rule_between_come_back(texts: list[str]) -> None:
    assert parted(joined(texts)) == texts


def test_a_cell_that_somebody_typed_is_read_as_meant() -> None:
    assert unpacked("a@den.example;b@den.example ;", ALONE) == [
        ["a@den.example"],
        ["b@den.example"],
    ]
    assert unpacked("donor|Tigers; and more", LINES) == [["donor", "Tigers; and more"]]
    assert unpacked("", ALONE) == []
