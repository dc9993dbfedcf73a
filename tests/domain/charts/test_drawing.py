import pytest

from hobnob.domain.charts.drawing import plain, short


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana Núñez", "Ana Núñez"),
        ("Łukasz Wiśniewski", "Łukasz Wiś…"),
        ("Eve\u202e\u200b of Den", "Eve of Den"),
        ("two\nlines", "two lines"),
        ("", ""),
    ],
)
def test_a_name_stays_on_one_line_and_shows_what_it_is(name: str, shown: str) -> None:
    assert short(name, 11) == shown


def test_words_lose_only_what_nobody_sees() -> None:
    assert plain("  About 6½ hours\u200f, at “Слон” 象\t 🐘 ") == "About 6½ hours, at “Слон” 象 🐘"
