from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY, HOUR, MINUTE, from_us, to_us
from hobnob.domain.people import Network
from hobnob.operations.demo.cast import cast, robin
from hobnob.operations.demo.logbook import Logbook
from hobnob.operations.demo.plays import Line, Play, When, parse_play
from hobnob.operations.demo.scene import perform
from tests.operations.demo.moments import NOW

NOW_US = to_us(NOW)


def performed(text: str) -> list[Interaction]:
    """What a play puts into the log, without the likes that happen by chance."""
    logbook = Logbook({**cast(), "robin": robin()})
    perform(parse_play(text), logbook, Random(1), now_us=NOW_US)
    return [one for one in logbook.interactions if one.kind is not Kind.LIKE]


def shown(interactions: list[Interaction]) -> list[tuple[Kind, str, str]]:
    return [
        (one.kind, one.actor.handle if one.actor else "", one.target.handle if one.target else "")
        for one in interactions
    ]


ANA, MEI, ME = "ana.example", "mei.example", "robin.example"


def test_a_play_is_read_as_it_is_written() -> None:
    play = parse_play("= mastodon, 2 days ago 18:40\nana: @robin Do tigers purr?\nrobin, +2h: No.")
    assert play == Play(
        network=Network.MASTODON,
        when=When(count=2, unit="days", clock_us=18 * HOUR + 40 * MINUTE),
        lines=(
            Line(who="ana", text="@robin Do tigers purr?"),
            Line(who="robin", after_us=2 * HOUR, text="No."),
        ),
    )


@pytest.mark.parametrize("text", ["= nowhere", "= bluesky, 2 days ago 18:40\nana, soon: hello"])
def test_what_is_not_a_play_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a line of a play"):
        parse_play(text)


def test_a_verb_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="'juggles'"):
        performed("= bluesky, 2 days ago 18:40\nana juggles robin")


def test_whoever_begins_mentions_me_and_what_follows_are_replies() -> None:
    found = performed("= bluesky, 2 days ago 10:00\nana: Do tigers purr?\nrobin: No.\nana: Oh!")
    assert shown(found) == [
        (Kind.MENTION, ANA, ME),
        (Kind.REPLY, ME, ANA),
        (Kind.REPLY, ANA, ME),
    ]
    assert found[0].text == "@robin.example Do tigers purr?"
    assert [one.direction for one in found] == [
        Direction.TOWARDS_ME,
        Direction.FROM_ME,
        Direction.TOWARDS_ME,
    ]
    answered = [one.post.in_reply_to for one in found if one.post]
    assert answered == ["", found[0].native_id.partition(">")[0], found[1].native_id]


def test_newcomers_answer_the_first_post_and_the_others_what_was_said_to_them() -> None:
    found = performed(
        "= bluesky, 2 days ago 10:00\nrobin posts: Who is awake?\nana: Me.\nmei: Me too.\n"
        "robin to ana: Why?\nana: Chalk."
    )
    assert shown(found) == [
        (Kind.REPLY, ANA, ME),
        (Kind.REPLY, MEI, ME),
        (Kind.REPLY, ME, ANA),
        (Kind.REPLY, ANA, ME),
    ]


def test_what_one_posts_to_nobody_is_no_interaction() -> None:
    assert performed("= bluesky, 2 days ago 10:00\nana posts: Chalk again.") == []


def test_a_quote_a_repost_a_follow_and_a_message_are_what_they_say() -> None:
    found = performed(
        "= bluesky, 2 days ago 10:00\nrobin posts: News.\nana quotes: Look!\nmei reposts\n"
        "mei follows robin\nana writes: Between us?\nrobin writes: Between us."
    )
    assert shown(found) == [
        (Kind.QUOTE, ANA, ME),
        (Kind.REPOST, MEI, ANA),
        (Kind.FOLLOW, MEI, ME),
        (Kind.MESSAGE, ANA, ME),
        (Kind.MESSAGE, ME, ANA),
    ]
    assert found[1].direction is Direction.BETWEEN_OTHERS
    assert all(one.post and one.post.is_private for one in found[3:])


def test_life_away_from_networks_is_kept_with_the_account_where_one_meets_them() -> None:
    (gift,) = performed("= offline, 2 days ago 10:00\nana donates: 25, in coins.")
    assert (gift.network, gift.kind, gift.text) == (
        Network.OFFLINE,
        Kind.DONATION,
        "25, in coins.",
    )
    assert gift.actor == cast()["ana"].main


def test_a_chat_carries_its_tag_and_what_is_said_to_all_is_a_chat_message() -> None:
    found = performed("= bluesky, 1 tuesdays ago 20:02\ndesmond posts: Q1?\nrobin to desmond: A1.")
    assert [one.kind for one in found] == [Kind.CHAT_MESSAGE, Kind.REPLY]
    assert all(one.text.endswith("#TuskTalk") for one in found)
    began = from_us(found[0].at_us or 0).astimezone(ZoneInfo("Europe/Amsterdam"))
    assert began.strftime("%A %H:%M") == "Tuesday 20:02"


@pytest.mark.parametrize("hours", range(0, 24, 3))
def test_a_play_is_over_by_now_at_any_hour_it_is_looked_at(hours: int) -> None:
    now_us = NOW_US + hours * HOUR
    evening = When(count=1, unit="days", clock_us=21 * HOUR)
    began_us = evening.before(now_us, lasting_us=9 * HOUR)
    assert now_us - 3 * DAY < began_us < now_us - 9 * HOUR
    assert began_us % DAY == 21 * HOUR


@pytest.mark.parametrize("minutes", range(0, 180, 15))
def test_all_plays_of_an_evening_are_of_the_same_evening(minutes: int) -> None:
    now_us = to_us(datetime(2026, 11, 17, 18, 55, tzinfo=UTC)) + minutes * MINUTE
    evening = [
        When(count=1, unit="tuesdays", clock_us=20 * HOUR + at * MINUTE) for at in (0, 30, 46, 100)
    ]
    began = {when.before(now_us, lasting_us=20 * MINUTE) // DAY for when in evening}
    assert len(began) == 1
    assert max(when.before(now_us) for when in evening) < now_us
