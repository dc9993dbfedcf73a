import pytest

from hobnob.domain.cadence import (
    Due,
    NotACadence,
    Wish,
    because_late,
    every_so_often,
    gone_quiet,
    length,
    read_cadence,
    rhythm,
    the_wish,
    when_due,
    wished,
)
from hobnob.domain.contact_state import ContactState, week_of
from hobnob.domain.moments import DAY, WEEK
from tests.people import NOW_US


def talked(*weeks_ago: int, theirs: bool = True, mine: bool = True) -> ContactState:
    """Somebody with whom something went in these weeks, the last of them first."""
    last_us = NOW_US - min(weeks_ago) * WEEK
    bits = sum(1 << each - min(weeks_ago) for each in weeks_ago)
    return ContactState(
        week=week_of(last_us),
        weeks_in=bits if theirs else 0,
        weeks_out=bits if mine else 0,
        last_in_us=last_us if theirs else None,
        last_out_us=last_us if mine else None,
    )


def test_a_silence_longer_than_any_before_stands_out() -> None:
    every_other_week = talked(*range(12, 40, 2))
    assert gone_quiet(every_other_week, NOW_US) == (
        "they have been quiet for 12 weeks, and usually you hear from them every 14 days"
    )


def test_who_was_silent_as_long_before_is_not_gone() -> None:
    assert gone_quiet(talked(6, 7, 8, 9, 20, 21), NOW_US) == ""


def test_a_holiday_is_no_silence() -> None:
    assert gone_quiet(talked(*range(2, 20)), NOW_US) == ""


def test_too_little_history_says_nothing() -> None:
    assert gone_quiet(talked(20, 21, 22, 23), NOW_US) == ""
    assert gone_quiet(ContactState(), NOW_US) == ""


def test_who_never_had_an_answer_was_never_in_touch() -> None:
    assert gone_quiet(talked(*range(12, 30), mine=False), NOW_US) == ""


def test_where_only_my_side_is_on_record_it_is_how_often_i_spoke() -> None:
    assert gone_quiet(talked(*range(12, 40), theirs=False), NOW_US) == (
        "you last spoke to them 12 weeks ago on record, and usually you did every week"
    )


def test_a_rhythm_tells_how_many_days_usually_pass() -> None:
    usual = rhythm(talked(1, 2, 4, 5, 8))
    assert usual is not None
    assert (usual.usual_days, usual.longest_gap_weeks) == (12, 3)


def due(*, last_days: float | None, days: int = 30, since_days: float = 100, of: str = "") -> Due:
    wish = Wish(days=days, since_us=NOW_US - int(since_days * DAY), on_list=of)
    last_us = None if last_days is None else NOW_US - int(last_days * DAY)
    return Due(person_id=1, wish=wish, last_us=last_us)


def test_a_word_is_late_once_more_days_have_passed_than_wished_for() -> None:
    assert not due(last_days=30).is_late(NOW_US)
    assert due(last_days=31).is_late(NOW_US)


def test_before_the_first_word_it_is_counted_from_the_wish() -> None:
    assert not due(last_days=None, since_days=29).is_late(NOW_US)
    never = due(last_days=None, since_days=50)
    assert never.is_late(NOW_US)
    assert because_late(never, NOW_US) == "you have not spoken yet, and you want one every 30 days"


def test_the_reason_says_when_the_last_word_was_and_which_list_asks() -> None:
    assert because_late(due(last_days=45, of="The Watchlist"), NOW_US) == (
        "the last word was 6 weeks ago, and for The Watchlist you want one every 30 days"
    )


@pytest.mark.parametrize(
    ("last_days", "words"),
    [(25, "due in 5 days"), (29.5, "due today"), (30.5, "due today"), (35, "5 days late")],
)
def test_when_a_word_is_due_is_said_in_days(last_days: float, words: str) -> None:
    assert when_due(due(last_days=last_days), NOW_US) == words


def test_what_is_said_of_somebody_goes_before_their_lists() -> None:
    own, often = Wish(days=90, since_us=0), Wish(days=7, since_us=0, on_list="Ten")
    seldom = Wish(days=60, since_us=0, on_list="Hundred")
    assert the_wish(own, False, [often]) is own
    assert the_wish(None, True, [often]) is None
    assert the_wish(None, False, [seldom, often]) is often
    assert the_wish(None, False, []) is None
    assert wished(often) == "every week, as for everybody on Ten"


@pytest.mark.parametrize(
    ("written", "days"), [("30", 30), (" 7 ", 7), ("none", None), ("", None), ("None", None)]
)
def test_a_number_of_days_or_none_is_read(written: str, days: int | None) -> None:
    assert read_cadence(written) == days


@pytest.mark.parametrize("written", ["0", "731", "soon", "-3", "9" * 40, "3.5"])
def test_anything_else_is_refused_with_what_to_write(written: str) -> None:
    with pytest.raises(NotACadence, match="none"):
        read_cadence(written)


def test_lengths_are_said_as_one_says_them() -> None:
    said = [length(days) for days in (0, 1, 12, 20, 21, 84, 200, 800)]
    assert said == [
        *("0 days", "1 day", "12 days", "20 days", "3 weeks", "12 weeks", "7 months", "2 years"),
    ]
    every = [every_so_often(days) for days in (1, 7, 9, 14, 21, 30)]
    assert every == [
        *("every day", "every week", "every 9 days", "every 14 days", "every 3 weeks"),
        "every 30 days",
    ]
