from hobnob.domain.gestures.reactions import Reaction, Tally, reaction_in_words, went_down_well
from hobnob.domain.moments import DAY, HOUR, MINUTE

NOW_US = 1_795_000_000_000_000


def said(reaction: Reaction | None, *, days_ago: float = 1) -> str:
    made_us = NOW_US - int(days_ago * DAY)
    return reaction_in_words("Ana", reaction, made_us=made_us, now_us=NOW_US)


def test_an_answer_is_told_in_their_words() -> None:
    reaction = Reaction(kind="reply", after_us=3 * HOUR, words="They sleep!")
    assert said(reaction) == "Ana answered within 3 hours: “They sleep!”"


def test_other_reactions_are_named() -> None:
    assert said(Reaction(kind="like", after_us=5 * MINUTE)) == (
        "Ana liked something of yours within 5 minutes"
    )
    assert said(Reaction(kind="donation", after_us=2 * DAY)) == "Ana gave something within 2 days"
    assert said(Reaction(kind="event", after_us=2 * DAY)) == "Ana came back to you within 2 days"


def test_nothing_yet_is_not_nothing() -> None:
    assert said(None) == "no reaction yet"
    assert said(None, days_ago=8) == "no reaction within a week"


def test_what_goes_down_well_is_said_by_kind_the_best_first() -> None:
    tallies = [
        Tally(kind="birthday", made=4, brought=3),
        Tally(kind="repost", made=2, brought=2),
        Tally(kind="thank_gift", made=5, brought=5),
    ]
    assert went_down_well(tallies) == [
        "Thanks for gifts: all 5 brought one.",
        "Reposts that would help: both brought a reaction.",
        "Birthdays: 3 of 4 brought a reaction.",
    ]


def test_once_is_no_pattern_and_of_what_nobody_noticed_nothing_is_said() -> None:
    assert went_down_well([Tally(kind="birthday", made=1, brought=1)]) == []
    assert went_down_well([Tally(kind="welcome", made=3, brought=0)]) == []
