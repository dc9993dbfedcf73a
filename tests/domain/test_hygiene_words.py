import pytest

from hobnob.domain.hygiene_words import Dealings, how_you_follow, on_day, what_they_are
from hobnob.domain.moments import DAY
from tests.people import NOW_US


@pytest.mark.parametrize(
    ("dealings", "said"),
    [
        (Dealings(), "You never exchanged a word."),
        (
            Dealings(wrote_to_me=7, i_wrote=2),
            "They wrote to you 7 times, you to them twice.",
        ),
        (Dealings(wrote_to_me=1), "They wrote to you once; you never wrote to them."),
        (Dealings(i_wrote=3), "You wrote to them 3 times; they never wrote to you."),
        (
            Dealings(other_towards_me=2),
            "You never exchanged a word; they liked or shared posts of yours twice.",
        ),
        (
            Dealings(other_from_me=1),
            "You never exchanged a word; you liked or shared posts of theirs once.",
        ),
        (
            Dealings(other_from_me=1, other_towards_me=1),
            "You never exchanged a word, but liked or shared each other’s posts.",
        ),
    ],
)
def test_what_went_between_us_is_one_sentence(dealings: Dealings, said: str) -> None:
    assert what_they_are(dealings) == said


def test_lists_and_tags_come_before_what_went_between_us() -> None:
    said = what_they_are(Dealings(i_wrote=1), lists=["A", "B", "C"], tags=["donor"])
    assert said == (
        "On A, B and C. You call them donor. You wrote to them once; they never wrote to you."
    )


def test_a_follow_says_since_when_and_what_for_as_far_as_it_is_known() -> None:
    then_us = NOW_US - 100 * DAY
    told = how_you_follow(since_us=then_us, why="because you met at #nptech", now_us=NOW_US)
    assert told == "You followed them on 10 August: you met at #nptech."
    assert how_you_follow(since_us=None, why="", now_us=NOW_US) == "You follow them."


def test_a_day_long_ago_has_its_year() -> None:
    assert on_day(NOW_US - 400 * DAY, NOW_US) == "on 14 October 2025"
