"""The stages of somebody, told from what rules found and what was decided."""

from datetime import UTC, datetime

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import to_us
from hobnob.domain.stage_history import Step, came_and_went, month_began_us, stays, told


def on(month: int, day: int, year: int = 2026) -> int:
    return to_us(datetime(year, month, day, 12, tzinfo=UTC))


NOW_US = on(11, 22)
MENTIONED = Step(on_list="Mentioned You", at_us=on(3, 3), why="because they mentioned you")


def by_hand(on_list: str, verb: Verb, at_us: int, why: str = "") -> Step:
    return Step(on_list=on_list, at_us=at_us, verb=verb, why=why, by="robin")


def test_who_was_promoted_is_on_the_closer_list_and_the_sentence_says_what_was_before() -> None:
    found = stays([by_hand("The Watchlist", Verb.PROMOTE, on(5, 3), "asks well"), MENTIONED])
    assert told(found, NOW_US) == (
        "On The Watchlist since 3 May; before: Mentioned You since 3 March."
    )
    assert [(each.why, each.by) for each in found] == [
        ("asks well", "robin"),
        ("because they mentioned you", ""),
    ]


def test_who_left_was_there_from_one_day_to_another() -> None:
    found = stays(
        [
            by_hand("The Watchlist", Verb.PROMOTE, on(5, 3)),
            by_hand("The Watchlist", Verb.REMOVE, on(6, 9), "moved to People Who Say Things"),
            by_hand("People Who Say Things", Verb.PROMOTE, on(6, 9)),
        ]
    )
    assert told(found, NOW_US) == (
        "On People Who Say Things since 9 June; before: The Watchlist from 3 May to 9 June."
    )
    assert found[1].left_because == "moved to People Who Say Things"


def test_who_was_taken_off_does_not_come_back_by_a_rule_until_it_is_restored() -> None:
    off = by_hand("Mentioned You", Verb.REMOVE, on(4, 1))
    again = Step(on_list="Mentioned You", at_us=on(5, 1))
    assert stays([MENTIONED, off, again])[0].until_us == on(4, 1)
    back = by_hand("Mentioned You", Verb.RESTORE, on(7, 1))
    newest, first = stays([MENTIONED, off, back])
    assert (newest.from_us, newest.until_us) == (on(7, 1), None)
    assert (first.from_us, first.until_us) == (on(3, 3), on(4, 1))


def test_left_to_rules_that_know_nothing_they_are_off_it() -> None:
    steps = [
        by_hand("The Watchlist", Verb.PROMOTE, on(5, 3)),
        by_hand("The Watchlist", Verb.RESTORE, on(6, 3)),
    ]
    (stay,) = stays(steps)
    assert stay.until_us == on(6, 3)


def test_a_beginning_that_nobody_knows_is_said_to_be_unknown() -> None:
    liked = Step(on_list="People I've Favorited", at_us=None)
    assert told(stays([liked]), NOW_US) == "On People I've Favorited since nobody knows when."
    off = by_hand("People I've Favorited", Verb.REMOVE, on(4, 1, 2025))
    assert told(stays([liked, off]), NOW_US) == "On People I've Favorited until 1 April 2025."


def test_who_was_on_no_list_has_no_history() -> None:
    assert told(stays([]), NOW_US) == ""


def test_a_month_is_told_in_one_sentence() -> None:
    assert came_and_went(4, 2) == "This month 4 joined and 2 left."
    assert came_and_went(4, 0) == "This month 4 joined."
    assert came_and_went(0, 1) == "This month 1 left."
    assert came_and_went(0, 0) == ""
    assert month_began_us(NOW_US) == to_us(datetime(2026, 11, 1, tzinfo=UTC))
