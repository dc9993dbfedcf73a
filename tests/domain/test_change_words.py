import pytest

from hobnob.domain import change_words as words

PAST = "with the same past"


def test_more_gifts_are_told_for_ten_people_and_a_year() -> None:
    assert words.frequency(0.05, 0.01, 0.09) == (
        "Those you turned to gave more often than people with the same past: for every ten of them "
        "about 6.1 gifts a year more, between 1.2 and 11."
    )


def test_fewer_gifts_are_told_as_fewer() -> None:
    assert words.frequency(-0.05, -0.09, -0.01) == (
        "Those you turned to gave less often than people with the same past: for every ten of them "
        "about 6.1 gifts a year fewer, between 1.2 and 11."
    )


def test_a_range_with_nothing_in_it_is_no_difference() -> None:
    assert words.frequency(0.01, -0.02, 0.04) == (
        "No difference that one could tell in how often they gave: for every ten people somewhere "
        "between 2.4 gifts a year fewer and 4.9 more."
    )


@pytest.mark.parametrize(
    ("estimate", "low", "high", "said"),
    [
        (520.0, 140.0, 900.0, "became larger than those of people with the same past: by about "
         "5.20 EUR, between 1.40 EUR and 9 EUR."),
        (-520.0, -900.0, -140.0, "became smaller than those of people with the same past: by about "
         "5.20 EUR, between 1.40 EUR and 9 EUR."),
        (100.0, -300.0, 123_456.0, "somewhere between 3 EUR smaller and 1,235 EUR larger."),
    ],
)  # fmt: skip
def test_the_size_of_a_gift_is_told_in_money(
    estimate: float, low: float, high: float, said: str
) -> None:
    assert words.size(estimate, low, high, "EUR").endswith(said)


def test_who_joined_is_told_of_a_hundred() -> None:
    assert words.joining(0.04, 0.01, 0.07) == (
        "More of them joined within three months than of people with the same past: of a hundred "
        "about 4, between 1 and 7."
    )
    assert words.joining(0.0, -0.011, 0.02).endswith("between 1.1 fewer and 2 more.")


def test_too_little_says_what_it_takes_and_what_there_is() -> None:
    fewest = {"fewest_approached": 12, "fewest_others": 40}
    assert words.too_little("who joined", 4, 1_210, **fewest) == (
        "Too little to tell about who joined: it takes 12 people you turned to and 40 others, "
        "watched for three months. There are 4 and 1,210."
    )
    assert "too seldom" in words.too_little("who joined", 50, 90, **fewest)


def test_the_summary_claims_nothing_that_is_not_clear() -> None:
    assert "too little to tell" in words.summary(clear=0, told=0)
    assert "no difference" in words.summary(clear=0, told=2)
    assert words.summary(clear=1, told=2).endswith(":")
