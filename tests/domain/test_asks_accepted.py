"""Asks against how things stood: shares with their intervals, and what may be concluded."""

from dataclasses import dataclass

import pytest

from hobnob.domain.asks_accepted import Share, accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    answer: str
    given: float
    received: float
    at_us: int = 0
    answered_us: int | None = 0


def asks(yes: int, no: int, *, gave_more: bool) -> list[Settled]:
    given, received = (5.0, 1.0) if gave_more else (1.0, 5.0)
    answers = ["yes"] * yes + ["no", "silence"] * no
    return [Settled(answer=each, given=given, received=received) for each in answers[: yes + no]]


def test_both_shares_are_told_and_few_asks_conclude_nothing() -> None:
    found = accepted([*asks(6, 2, gave_more=True), *asks(1, 4, gave_more=False)])

    assert found.in_words == (
        "6 of 8 asks were accepted when you had given more; 1 of 5 when not. Too few to conclude."
    )
    assert found.given_more.interval_in_words == "41 to 93%"


def test_many_asks_conclude_something_either_way() -> None:
    helps = accepted([*asks(40, 10, gave_more=True), *asks(10, 40, gave_more=False)])
    hurts = accepted([*asks(10, 40, gave_more=True), *asks(40, 10, gave_more=False)])

    assert helps.in_words.endswith("Giving first goes with more yeses, and that is hardly chance.")
    assert hurts.in_words.endswith("Here it is the other way round, and that is hardly chance.")


def test_what_was_never_tried_is_not_compared() -> None:
    assert accepted(asks(1, 0, gave_more=True)).in_words == (
        "1 of 1 ask was accepted; each time you had given more than you got."
    )
    assert accepted(asks(1, 1, gave_more=False)).in_words == (
        "1 of 2 asks were accepted; you had never given more than you got."
    )


def test_an_open_ask_says_nothing_yet() -> None:
    found = accepted([Settled(answer="", given=5, received=0)])

    assert not found.is_anything
    assert found.in_words == ""
    assert found.given_more.interval_in_words == "unknown"


@pytest.mark.parametrize(
    ("accepted_count", "asked", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)],
)
def test_the_interval_is_wilsons(accepted_count: int, asked: int, low: float, high: float) -> None:
    assert Share(accepted=accepted_count, asked=asked).interval == pytest.approx(
        (low, high), abs=5e-4
    )
