"""Outcomes by their names, and what they were worth as people write it."""

import pytest

from hobnob.domain.ask_words import THINGS, read_outcome
from hobnob.domain.outcomes import (
    IN_THE_LOG,
    WORDS,
    NoOutcome,
    OutcomeKind,
    kind_named,
    outcome_kind,
    read_worth,
    refusal,
)


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        ("", (None, "")),
        ("500 EUR", (50_000, "EUR")),
        ("500", (50_000, "EUR")),
        ("€500", (50_000, "EUR")),
        ("$ 1,250.50", (125_050, "USD")),
        ("1.250,50 eur", (125_050, "EUR")),
        ("1 250 CHF", (125_000, "CHF")),
        ("25.5 GBP", (2_550, "GBP")),
        ("¥1200", (1_200, "JPY")),
        ("3 KWD", (3_000, "KWD")),
        ("1.250 KWD", (1_250, "KWD")),
        ("1,250 EUR", (125_000, "EUR")),
        ("1.250.000 EUR", (125_000_000, "EUR")),
        ("10,000,000,000,000 EUR", (10**15, "EUR")),
    ],
)
def test_a_worth_is_read_as_people_write_it(words: str, worth: tuple[int | None, str]) -> None:
    assert read_worth(words) == worth


@pytest.mark.parametrize("words", ["a lot", "500 tigers", "EUR", "-", "5 EUR or 6", "1,250,50"])
def test_what_is_no_amount_is_refused_with_how_to_write_one(words: str) -> None:
    with pytest.raises(NoOutcome, match="write it like 500 EUR"):
        read_worth(words)


@pytest.mark.parametrize("words", ["500.505", "1.250 EUR", "500,5055", "¥500.50", "1.0005 KWD"])
def test_more_digits_than_the_currency_has_are_refused_not_guessed(words: str) -> None:
    with pytest.raises(NoOutcome, match="write it like 500 EUR"):
        read_worth(words)


@pytest.mark.parametrize(
    "words", ["999,999,999,999,999,999,999 EUR", "10,000,000,000,000.01", "9" * 5_000]
)
def test_more_than_can_be_kept_is_refused(words: str) -> None:
    with pytest.raises(NoOutcome, match="write it like 500 EUR"):
        read_worth(words)


def test_an_outcome_is_found_by_its_name() -> None:
    assert outcome_kind(" Referral ") is OutcomeKind.REFERRAL
    with pytest.raises(NoOutcome, match="“fame” is no outcome: give one of client, job"):
        outcome_kind("fame")


def test_every_outcome_has_words_and_a_key_of_its_own() -> None:
    assert set(WORDS) == set(OutcomeKind)
    assert len({each.key for each in WORDS.values()}) == len(WORDS)
    assert set(IN_THE_LOG.values()) <= set(OutcomeKind)


def test_a_no_names_the_line_it_is_about() -> None:
    assert refusal(OutcomeKind.PROMOTION, 12) == "no promotion:12"


@pytest.mark.parametrize("kind", OutcomeKind)
def test_a_kind_is_known_by_the_words_that_are_shown(kind: OutcomeKind) -> None:
    words = WORDS[kind]
    for said in (kind, words.noun, words.one.upper(), f" {words.many} "):
        assert outcome_kind(said) is kind
    assert read_outcome(THINGS[kind]) is kind


def test_a_name_of_none_is_no_outcome() -> None:
    assert kind_named("applause") is None
    with pytest.raises(NoOutcome, match="is no outcome: give one of client"):
        outcome_kind("applause")


def test_no_two_outcomes_share_a_key_or_a_name() -> None:
    assert len({each.key for each in WORDS.values()}) == len(WORDS)
    assert len({each.noun for each in WORDS.values()}) == len(WORDS)
