from datetime import date
from typing import Any

import pytest

from hobnob.domain.moments import DAY, WEEK
from hobnob.domain.voice import (
    OF_LATE,
    WEEKS,
    Said,
    Voice,
    first_monday_us,
    is_mostly_sent_out,
    sentence,
    told,
    voice_of,
    weeks_of,
)
from tests.people import NOW_US


def said(weeks_ago: float = 0, count: int = 1, **what: Any) -> list[Said]:
    """So many posts of one sort, so many weeks ago."""
    at_us = NOW_US - int(weeks_ago * WEEK)
    return [Said(at_us=at_us, **{"kind": "discussion", **what})] * count


def talk(weeks_ago: float = 0, count: int = 1) -> list[Said]:
    return said(weeks_ago, count, answers_somebody=True)


def spoken(posts: list[Said]) -> str:
    return sentence(weeks_of(posts, NOW_US))


def test_weeks_begin_on_monday_and_this_one_is_the_last() -> None:
    weeks = weeks_of([], NOW_US)
    assert len(weeks) == WEEKS
    assert {week.monday.weekday() for week in weeks} == {0}
    assert weeks[-1].monday == date(2026, 11, 16)


def test_what_is_older_or_yet_to_come_is_left_out() -> None:
    start_us = first_monday_us(NOW_US)
    at = (start_us - 1, start_us, NOW_US, NOW_US + DAY)
    weeks = weeks_of([Said(at_us=each, kind="story") for each in at], NOW_US)
    assert [week.posts for week in weeks] == [1, *[0] * 10, 1]


@pytest.mark.parametrize(
    ("post", "voice"),
    [
        (said(answers_somebody=True), Voice.TALK),
        (said(answers_somebody=True, kind="link-drop"), Voice.TALK),
        (said(kind="repost"), Voice.HANDED_ON),
        (said(kind="repost", quotes_me=True), Voice.OWN_QUOTE),
        (said(quotes_me=True), Voice.OWN_QUOTE),
        (said(kind="link-drop"), Voice.LINK),
        (said(kind="broadcast"), Voice.BROADCAST),
        (said(kind="story"), Voice.OWN_WORDS),
        (said(kind=""), Voice.OWN_WORDS),
    ],
)
def test_each_post_does_one_thing(post: list[Said], voice: Voice) -> None:
    assert voice_of(post[0], is_mostly_links=False) is voice


def test_a_close_call_is_a_link_where_most_of_what_i_post_is_links() -> None:
    close = said(is_close_call=True)[0]
    assert voice_of(close, is_mostly_links=False) is Voice.OWN_WORDS
    assert voice_of(close, is_mostly_links=True) is Voice.LINK


def test_the_last_four_weeks_are_held_against_those_before() -> None:
    posts = talk(1, 19) + said(1, 12) + talk(6, 4) + said(6, 8)
    assert spoken(posts) == (
        "Of your 31 posts since 26 October, 19 answered somebody; before, it was one in three."
    )


def test_more_sent_out_than_said_to_somebody_is_told_in_the_same_breath() -> None:
    posts = talk(1, 4) + said(1, 20, kind="link-drop") + talk(6, 9) + said(6, 9)
    assert is_mostly_sent_out(weeks_of(posts, NOW_US))
    assert spoken(posts) == (
        "Of your 24 posts since 26 October, 4 answered somebody and 20 went out to everybody; "
        "before, it was half of them."
    )


@pytest.mark.parametrize(
    ("posts", "words"),
    [
        ([], ""),
        (talk(1, 3), "Of your 3 posts since 26 October, 3 answered somebody."),
        (said(1, 3), "Of your 3 posts since 26 October, none answered anybody."),
        (talk(1), "Your one post since 26 October answered somebody."),
        (talk(6, 2), "You have posted nothing since 26 October."),
        (
            talk(6, 5),
            "You have posted nothing since 26 October; before, all of them answered somebody.",
        ),
        (
            talk(1, 6) + said(1, 6) + talk(6, 20) + said(6, 20),
            "Of your 12 posts since 26 October, 6 answered somebody; before, it was much the same.",
        ),
    ],
)
def test_the_sentence_says_no_more_than_is_known(posts: list[Said], words: str) -> None:
    assert spoken(posts) == words


def test_four_weeks_are_held_against_eight() -> None:
    assert WEEKS - OF_LATE == 2 * OF_LATE


def test_a_week_is_told_in_words() -> None:
    none = dict.fromkeys(Voice, 0)
    assert told(none) == "nothing"
    assert told({**none, Voice.LINK: 1}) == "1 post: 1 link"
    assert told({**none, Voice.TALK: 5, Voice.LINK: 2, Voice.OWN_QUOTE: 1}) == (
        "8 posts: 5 answered somebody, 2 links, 1 quote of yourself"
    )
