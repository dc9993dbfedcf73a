"""How sure it is, in words before numbers."""

import pytest

from hobnob.domain.match_words import chance, chance_sentence, in_a_hundred


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.05, "maybe, 5 in 100"),
        (0.6999, "maybe, 70 in 100"),
        (0.7, "likely, 70 in 100"),
        (0.949, "likely, 95 in 100"),
        (0.95, "almost certainly, 95 in 100"),
        (0.9999, "almost certainly, 99 in 100"),
    ],
)
def test_words_come_before_the_number(probability: float, words: str) -> None:
    assert chance_sentence(probability) == words


def test_what_is_proven_has_no_number() -> None:
    assert chance(1.0, is_proven=True) == chance_sentence(1.0, is_proven=True) == "proven"


def test_no_model_is_certain_and_nothing_is_out_of_the_question() -> None:
    assert (in_a_hundred(1.0), in_a_hundred(0.0)) == (99, 1)
