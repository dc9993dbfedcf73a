"""Counts and lists read as a person would say them."""

import pytest

from hobnob.domain.english import listed, times


@pytest.mark.parametrize(
    ("count", "said"), [(1, "once"), (2, "twice"), (3, "3 times"), (1240, "1,240 times")]
)
def test_how_often_is_said_in_words(count: int, said: str) -> None:
    assert times(count) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_the_last_of_a_list_has_an_and(parts: tuple[str, ...], said: str) -> None:
    assert listed(parts) == said
