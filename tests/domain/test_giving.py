from datetime import date

import pytest

from hobnob.domain.giving import Came, giving, teller_of, told_once, which_gift
from hobnob.domain.moments import DAY
from hobnob.domain.money import money, sums
from hobnob.domain.supporters import Gift, GiftKind


def gift(key: str, amount: int, *, year: int = 2024, **rest: str) -> Gift:
    kind = GiftKind(rest.pop("kind", GiftKind.PAYMENT))
    return Gift(
        key=key,
        amount=amount,
        currency=rest.pop("currency", "EUR"),
        date=date(year, 3, 1),
        kind=kind,
        **rest,
    )


def test_payments_are_summed_and_what_is_promised_stands_apart() -> None:
    said = giving(
        [
            gift("p", 10_000, kind="pledge", pledge_id="1"),
            gift("a", 2_500, pledge_id="1"),
            gift("b", 2_500, pledge_id="1", year=2025),
        ]
    )
    assert said == "2 gifts since 2024: 50 EUR; 50 EUR still promised"


def test_a_promise_alone_is_no_gift() -> None:
    assert giving([gift("p", 5_000, kind="pledge", pledge_id="1")]) == "50 EUR still promised"


def test_one_gift_and_none() -> None:
    assert giving([gift("a", 2_550)]) == "1 gift in 2024: 25.50 EUR"
    assert giving([]) == ""


def test_currencies_are_never_added_up() -> None:
    said = giving([gift("a", 2_500), gift("b", 1_000, currency="USD"), gift("c", 1, currency="")])
    assert said == "3 gifts since 2024: 0.01, 25 EUR and 10 USD"


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        (120_000, "EUR", "1,200 EUR"),
        (-2_505, "EUR", "-25.05 EUR"),
        (1_200, "JPY", "1,200 JPY"),
        (1_234, "KWD", "1.234 KWD"),
        (300, "", "3"),
    ],
)
def test_amounts_have_the_digits_of_their_currency(amount: int, currency: str, said: str) -> None:
    assert money(amount, currency) == said


def test_what_came_to_nothing_is_no_gift_and_what_was_given_back_is_told() -> None:
    assert giving([gift("a", 0)]) == ""
    assert giving([gift("a", 0), gift("b", 2_500)], given_back=1) == (
        "1 gift in 2024: 25 EUR; 1 gift given back"
    )


def test_what_was_given_back_is_no_gift_of_its_own() -> None:
    assert giving([gift("a", 5_000), gift("b", -2_000)]) == (
        "1 gift in 2024: 50 EUR; 20 EUR of it given back"
    )
    assert giving([gift("b", -2_000)]) == "20 EUR given back"


YEAR = 365 * DAY
NOW_US = 56 * YEAR  # in December 2025


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ([(0, 2_500)], "their first gift"),
        ([(9, 800), (20, 800), (30, 800)], "their third gift this year, 24 EUR in all"),
        ([(9, 800), (400, 5_200)], "their first gift this year, 60 EUR since 2024"),
        ([(9, 800), (10, None)], "their second gift this year, 8 EUR in all"),
        ([(9, None), (10, None)], "their second gift this year"),
        ([(400, 800), (800, 800)], "their first gift in 2024, 16 EUR since 2023"),
        ([(each, 100) for each in range(23)], "their 23rd gift this year, 23 EUR in all"),
    ],
)
def test_the_newest_gift_is_one_of_so_many(came: list[tuple[int, int | None]], said: str) -> None:
    gifts = [Came(NOW_US - days * DAY, amount, "EUR") for days, amount in came]
    assert which_gift(gifts, NOW_US) == said


def test_there_are_as_many_equal_gifts_as_one_teller_knows() -> None:
    told = [(teller_of(1, key), gift(key, 2_500)) for key in ("civicrm:1", "civicrm:2", "gift:abc")]
    again = (teller_of(2, "gift:def"), gift("gift:def", 2_500))
    assert [each.key for each in told_once([*told, again])] == ["civicrm:1", "civicrm:2"]


def test_nothing_is_said_of_nothing() -> None:
    assert sums({"EUR": 0}) == ""
