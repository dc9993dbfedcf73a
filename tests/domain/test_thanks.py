"""What the posts of tests/spec/ledger do not say of hearing thanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.thanks import is_thanks


@given(st.text(max_size=300))
def test_any_text_is_thanks_or_not(text: str) -> None:
    assert is_thanks(text) in (True, False)


@pytest.mark.parametrize("text", ["THANK YOU ANA", "thank   you", "Thank\u00a0you", "thank you💛"])
def test_however_it_is_written(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize("word", ["dankbar", "Thankful", "thanksgiving", "mercite", "tycoon"])
def test_a_word_that_only_begins_like_it_is_none(word: str) -> None:
    assert not is_thanks(f"{word} is what it says.")


def test_a_sentence_that_declines_leaves_another_that_thanks() -> None:
    assert is_thanks("No thanks, I have eaten. Thank you for asking, though!")


def test_what_is_quoted_is_somebody_elses() -> None:
    assert not is_thanks("The sign says “Thank you for not smoking” and smokes.")


def test_a_request_that_ends_with_thanks_asks() -> None:
    assert not is_thanks("Could anybody lend us a ladder? Thanks!")
    assert is_thanks("For me? Thanks!")
    assert is_thanks("Did you find the gate? Thank you for coming all that way.")


def test_a_list_of_names_thanks_nobody() -> None:
    assert is_thanks("Thank you @ana @bo @cem!")
    assert not is_thanks("Thank you @ana @bo @cem @dov @eli!")


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    assert not is_thanks("thanks to the rain " * 20_000)
