import pytest

from hobnob.domain.closeness import balance, is_unheard, strip
from hobnob.domain.contact_state import ContactState, week_of
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.strength import Strength, deep, strength

NOW_US = 1_795_000_000_000_000


def tie(talk_in: int, talk_out: int, **alone: int) -> Strength:
    state = ContactState(talk_in=talk_in, talk_out=talk_out)
    return strength(state, strip(state, NOW_US), alone, NOW_US)


def test_one_message_is_nothing_to_conclude_from() -> None:
    assert tie(1, 0).in_words == ("You’ve exchanged 1 message. Nothing to conclude yet.",)
    assert tie(0, 0).in_words == ("You haven’t exchanged a word yet. Nothing to conclude.",)


def test_a_tie_is_told_by_its_parts() -> None:
    assert tie(2, 1).in_words == (
        "They wrote to you 2 times; you wrote to them once.",
        "you have not written first yet",
        "no exchange in the last 12 weeks",
        "no contact yet",
        "all of it in public so far",
    )


def test_of_whom_only_my_side_is_on_record_nothing_is_concluded() -> None:
    week = week_of(NOW_US)
    unheard = ContactState(talk_out=51, weeks_out=0b1011, week=week, last_out_us=NOW_US - DAY)
    assert strength(unheard, strip(unheard, NOW_US), {}, NOW_US).in_words == (
        "You wrote to them 51 times; what they wrote isn’t in an X archive.",
        "you turned to them in 3 of the last 12 weeks",
        "last contact yesterday",
        "all of it in public so far",
    )


@pytest.mark.parametrize(
    "heard",
    [
        ContactState(talk_out=3, asked=1),  # written first where an answer would be on record
        ContactState(talk_out=3, talk_in=1),
        ContactState(talk_out=1, days_in=1),  # I called them
        ContactState(),
    ],
)
def test_silence_is_told_of_whoever_would_be_heard(heard: ContactState) -> None:
    assert not is_unheard(heard)
    assert balance(heard).startswith("They ")


def test_a_visit_says_more_than_silence_online() -> None:
    assert tie(0, 0, visit=1).too_little == ""


@pytest.mark.parametrize(
    ("alone", "said"),
    [
        ({}, "all of it in public so far"),
        ({Kind.MESSAGE: 1}, "a direct message"),
        ({Kind.MESSAGE: 1400, Kind.CALL: 2}, "2 calls and 1,400 direct messages"),
        (
            {Kind.MESSAGE: 2, Kind.CALL: 1, Kind.MEETING: 1, Kind.VISIT: 3},
            "3 visits, a meeting, a call and 2 direct messages",
        ),
    ],
)
def test_deep_is_what_passed_between_two_alone(alone: dict[str, int], said: str) -> None:
    assert deep(alone) == said
