"""Spec of the state of a contact: what a short history leaves behind."""

import pytest

from hobnob.domain.closeness import answer_rate, answers_you, contact_probability, steadiness, strip
from hobnob.domain.contact_state import LANDMARK, ContactState, can_fold, folded
from hobnob.domain.interactions import Logged
from hobnob.domain.moments import DAY, HOUR, WEEK
from tests.spec.table import rows

START_US = 1_790_000_000_000_000


def history(table: str) -> ContactState:
    """The state after the events of a table: `day`, `who` (me, them or others) and `kind`."""
    directions = {"me": "from me", "them": "towards me", "others": "between others"}
    return folded(
        Logged(
            id=number,
            network="bluesky",
            kind=row["kind"],
            direction=directions[row["who"]],
            native_id=str(number),
            at_us=None if row["day"] == "?" else START_US + int(float(row["day"]) * DAY),
            order=None,
            person_id=1,
            text="",
        )
        for number, row in enumerate(rows(table))
    )


def test_a_mention_waits_until_i_answer() -> None:
    state = history(
        """
        day | who  | kind
        1   | them | mention
        2   | them | reply
        """
    )
    assert state.waiting_us == START_US + 1 * DAY
    assert (state.waiting_last_us, state.waiting_id) == (START_US + 2 * DAY, 1)
    answered = history(
        """
        day | who  | kind
        1   | them | mention
        2   | me   | reply
        """
    )
    assert answered.waiting_us is answered.waiting_id is None


def test_my_like_is_no_answer() -> None:
    state = history(
        """
        day | who  | kind
        1   | them | mention
        2   | me   | like
        """
    )
    assert state.waiting_id == 0


def test_an_answer_within_a_week_counts_and_a_later_one_does_not() -> None:
    state = history(
        """
        day  | who  | kind
        0    | me   | mention
        1    | them | reply
        10   | me   | mention
        18   | them | reply
        19   | me   | reply
        30   | me   | reply
        30.1 | me   | reply
        """
    )
    assert (state.asked, state.answered) == (3, 1)
    assert answers_you(state) == "answered 1 of the 3 times you wrote first, usually within 1 day"


def test_writing_after_a_day_of_silence_is_cold() -> None:
    state = history(
        """
        day | who  | kind
        0   | me   | reply
        0.1 | them | reply
        0.2 | me   | reply
        0.3 | me   | like
        0.4 | me   | reply
        0.5 | them | reply
        """
    )
    assert (state.cold_asked, state.cold_answered) == (1, 1)
    assert (state.asked, state.answered) == (2, 2)


@pytest.mark.parametrize("kind", ["call", "meeting", "visit"])
@pytest.mark.parametrize("who", ["me", "them"])
def test_a_call_is_contact_both_ways_and_nobody_waits_after_it(who: str, kind: str) -> None:
    state = history(
        f"""
        day | who   | kind
        1   | them  | mention
        2   | {who} | {kind}
        """
    )
    assert state.waiting_us is state.waiting_id is None
    assert state.last_in_us == state.last_out_us == START_US + 2 * DAY
    assert state.talk_in + state.talk_out == 2
    (*_, this_week) = strip(state, START_US + 2 * DAY)
    assert this_week.is_exchange
    alone = history(f"day | who | kind\n1 | {who} | {kind}")
    assert (alone.asked, alone.waiting_us, alone.turn_us) == (0, None, None)


def test_their_call_answers_what_i_asked_and_mine_only_ends_it() -> None:
    for who, answered in (("them", 1), ("me", 0)):
        state = history(
            f"""
            day | who   | kind
            1   | me    | mention
            2   | {who} | call
            3   | them  | reply
            """
        )
        assert (state.asked, state.answered, state.turn_us) == (1, answered, None)


def test_what_others_do_together_is_none_of_it() -> None:
    state = history("day | who | kind\n1 | others | meeting")
    assert state.weeks_in == state.weeks_out == 0


def test_an_archive_that_holds_my_side_only_makes_nobody_look_silent() -> None:
    event = Logged(1, "x", "reply", "from me", "1", START_US, None, 1, "")
    state = folded([event, event._replace(at_us=START_US + 9 * DAY)])
    assert (state.talk_out, state.asked) == (2, 0)
    assert answers_you(state) == "only your side is on record"


def test_while_it_is_read_live_an_archive_of_my_side_is_no_excuse() -> None:
    event = Logged(1, "x", "reply", "from me", "1", START_US, None, 1, "")
    later = event._replace(at_us=START_US + 9 * DAY)
    live = {"x": [(START_US + DAY, START_US + 9 * DAY + 1)]}
    assert folded([event, later], live).asked == 1
    assert folded([event, later], {"x": [(START_US + DAY, START_US + 9 * DAY)]}).asked == 0


def test_answering_them_is_not_asking() -> None:
    state = history(
        """
        day | who  | kind
        1   | them | mention
        1.1 | me   | reply
        5   | them | mention
        5.1 | me   | reply
        """
    )
    assert (state.asked, state.answered) == (0, 0)


def test_what_has_no_moment_is_counted_and_nothing_more() -> None:
    state = history(
        """
        day | who  | kind
        ?   | me   | like
        ?   | them | follow
        """
    )
    assert (state.events_in, state.events_out) == (1, 1)
    assert state.last_us is None
    assert state.d90_in == 0.0


def test_what_they_do_to_others_is_activity_only() -> None:
    state = history(
        """
        day | who    | kind
        1   | others | reply
        """
    )
    assert state.events_in == state.talk_in == 0
    assert state.last_in_us is None
    assert state.d7_activity > 0


def test_a_block_is_remembered() -> None:
    assert history("day | who | kind\n ? | me | block").is_blocked
    assert not history("day | who | kind\n ? | them | block").is_blocked


def test_days_and_weeks_are_counted_once() -> None:
    state = history(
        """
        day | who  | kind
        0   | them | reply
        0.1 | them | like
        0.1 | me   | reply
        14  | me   | reply
        21  | them | reply
        """
    )
    assert state.days_in == 2
    weeks = strip(state, START_US + 21 * DAY)
    assert [(week.theirs, week.mine) for week in weeks[-4:]] == [
        (True, True),
        (False, False),
        (False, True),
        (True, False),
    ]
    assert steadiness(weeks) == "an exchange in 1 of the last 12 weeks"
    assert not any(week.theirs or week.mine for week in strip(state, START_US + 20 * WEEK))


def test_only_what_comes_later_folds_in_place() -> None:
    state = history("day | who | kind\n 3 | them | reply")
    event = Logged(9, "bluesky", "reply", "from me", "9", START_US + 3 * DAY, None, 1, "")
    assert not can_fold(state, event)
    assert can_fold(state, event._replace(at_us=START_US + 3 * DAY + 1))
    assert can_fold(state, event._replace(at_us=None))


def test_one_answer_of_one_is_no_certainty() -> None:
    once = history("day|who|kind\n0|me|reply\n0.1|them|reply")
    often = history(
        "day|who|kind\n"
        + "\n".join(f"{day}|me|reply\n{day}.2|them|reply" for day in range(0, 18, 2))
    )
    now_us = START_US + 18 * DAY
    assert 0.45 < answer_rate(once, now_us) < 0.6
    assert answer_rate(often, now_us) > 0.75


def test_who_wrote_often_and_lately_is_likely_to_write_again() -> None:
    steady = history("day|who|kind\n" + "\n".join(f"{day}|them|reply" for day in range(20)))
    once = history("day|who|kind\n19|them|reply")
    now_us = START_US + 20 * DAY
    assert contact_probability(steady, now_us) > 0.5 > contact_probability(once, now_us)
    assert contact_probability(ContactState(), now_us) == 0.0


@pytest.mark.parametrize("year", [2011, 2026, 2048])
def test_sums_that_decay_stay_inside_a_double(year: int) -> None:
    at_us = LANDMARK + (year - 2030) * 365 * DAY
    event = Logged(1, "x", "reply", "towards me", "1", at_us, None, 1, "")
    state = folded([event, event._replace(at_us=at_us + HOUR, direction="from me")])
    assert 0 < state.d7_activity < float("inf")
    assert contact_probability(state, at_us + DAY) > 0
