import pytest

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.topics import sensitive_in, sensitive_topic


def test_words_are_found_in_every_language_whatever_the_network_says_it_is() -> None:
    assert sensitive_in(["wieder", "in", "der", "kirche"], language="en") is Sensitive.RELIGION


def test_what_is_bread_in_france_hurts_in_england_only() -> None:
    assert sensitive_in(["pain"], language="fr") is None
    assert sensitive_in(["pain"], language="en") is Sensitive.HEALTH
    assert sensitive_topic("pain") is Sensitive.HEALTH


@pytest.mark.parametrize(
    "typed", ["Mental health", "#MentalHealth", "mental_health", "MENTALHEALTH"]
)
def test_a_topic_is_known_however_it_is_joined(typed: str) -> None:
    assert sensitive_topic(typed) is Sensitive.HEALTH


def test_a_long_word_is_found_within_a_hashtag_and_a_short_one_is_not() -> None:
    assert sensitive_in([], hashtags=["survivingleukemia"]) is Sensitive.HEALTH
    assert sensitive_in([], hashtags=["massage"]) is None


def test_what_only_looks_alike_is_harmless_and_does_not_hide_what_is_not() -> None:
    assert sensitive_in(["my", "soup", "of", "kidney", "beans"]) is None
    assert sensitive_in(["kidney", "beans", "after", "chemo"]) is Sensitive.HEALTH


def test_nothing_tells_of_nothing() -> None:
    assert sensitive_in([]) is None
    assert sensitive_topic("") is None
