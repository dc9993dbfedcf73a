"""What the demo has to read, to answer, to meet and to tidy up."""

from collections import Counter

import pytest

from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.moments import DAY, MINUTE, to_us
from hobnob.domain.people import Account
from hobnob.domain.post_kinds import PostKind, judge
from hobnob.domain.posts import Post, hashtags
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.cast import cast
from hobnob.operations.demo.decisions import BadMark, Promotion
from hobnob.operations.demo.world import World, world
from tests.operations.demo.moments import NOW

NOW_US = to_us(NOW)
CLOSE = {"people who say things", "watchlist"}


@pytest.fixture(scope="module")
def made() -> World:
    return world(now_us=NOW_US)


def accounts_of(*roles: str) -> set[Account]:
    members = (member for member in cast().values() if member.role in roles)
    return {account for member in members for account in member.accounts.values()}


def by(posts: tuple[Post, ...], authors: set[Account], *, days: int) -> list[Post]:
    since_us = NOW_US - days * DAY
    return [post for post in posts if post.author in authors and (post.at_us or 0) > since_us]


# To read


def test_there_is_a_morning_to_read_of_every_kind(made: World) -> None:
    fresh = by(made.posts, accounts_of(*CLOSE), days=3)
    kinds = Counter(judge(post).kind for post in fresh)
    assert len(fresh) > 150
    assert kinds.keys() == set(PostKind)
    assert kinds[PostKind.DISCUSSION] > 30
    assert kinds[PostKind.QUESTION] > 10
    assert kinds[PostKind.LINK_DROP] > 37


def test_it_is_said_in_six_languages(made: World) -> None:
    spoken = Counter(post.language for post in by(made.posts, accounts_of(*CLOSE), days=3))
    assert {"en", "es", "de", "nl", "pt", "fr"} <= spoken.keys()
    assert all(spoken[each] >= 2 for each in ("es", "de", "nl", "pt", "fr"))


def test_posts_carry_what_posts_carry(made: World) -> None:
    carried = [post.attached for post in made.posts]
    assert any(each.has_poll for each in carried)
    assert any(each.quotes for each in carried)
    assert any(link.is_card for each in carried for link in each.links)
    assert any(not media.alt for each in carried for media in each.media)
    assert {label for each in carried for label in each.labels} >= {"nudity", "graphic-media"}
    assert all(post.is_sensitive == bool(post.attached.labels) for post in made.posts)


def test_a_repost_is_a_post_of_its_own_without_words(made: World) -> None:
    reposts = [post for post in made.posts if post.attached.reposts]
    known = {post.native_id for post in made.posts}
    assert len(reposts) > 15
    assert not any(post.text for post in reposts)
    assert {post.attached.reposts for post in reposts} <= known


def test_there_is_a_home_beyond_the_lists(made: World) -> None:
    followed = {
        one.target
        for one in made.interactions
        if one.kind is Kind.FOLLOW and one.direction is Direction.FROM_ME
    }
    on_lists = {one.account for one in made.decisions if isinstance(one, Promotion)}
    home = accounts_of("followed", "look like trouble") & followed
    assert not home & on_lists
    assert len(by(made.posts, home, days=3)) > 15


def test_what_robin_said_is_kept_back_to_the_beginning_and_that_of_friends_for_two_months(
    made: World,
) -> None:
    moments = [post.at_us or 0 for post in made.older_posts]
    mine = [post.at_us or 0 for post in made.older_posts if post.author in made.me]
    theirs = [post for post in made.older_posts if post.author not in made.me]
    assert moments == sorted(moments)
    assert max(moments) < NOW_US - 14 * DAY
    assert NOW_US - min(mine) > 400 * DAY
    assert {post.author for post in theirs} <= accounts_of(*CLOSE)
    assert all(NOW_US - (post.at_us or 0) <= 60 * DAY for post in theirs)


def test_some_post_every_other_day_and_most_seldom(made: World) -> None:
    posts = (*made.older_posts, *made.posts)
    counts = Counter(post.author for post in posts if post.author in accounts_of(*CLOSE))
    often = [author for author, count in counts.items() if count > 18]
    assert 15 < len(often) < 50
    assert sum(count < 12 for count in counts.values()) > 50


# To meet


def test_the_chat_has_a_year_of_sessions_with_questions_and_answers(made: World) -> None:
    said = [one.post for one in made.interactions if one.post and tusktalk.TAG in one.post.text]
    sessions = {(post.at_us or 0) // DAY for post in said}
    assert len(sessions) > 50
    last = [post.text for post in said if (post.at_us or 0) // DAY == max(sessions)]
    for number in (1, 2, 3, 4):
        assert any(f"Q{number}:" in text for text in last)
        assert any(f"A{number}:" in text for text in last)


def test_some_are_met_there_first_and_two_of_them_wait(made: World) -> None:
    waiting = set()
    for account in accounts_of("met in a chat"):
        talk = [one for one in made.interactions if one.contact == account and one.kind in TALK]
        assert all(tusktalk.TAG in one.text for one in talk)
        assert tusktalk.is_on(talk[0].at_us or 0)
        if talk[-1].direction is Direction.TOWARDS_ME:
            waiting.add(account)
    assert waiting == {cast()["sanaa"].main, cast()["bertil"].main}


def test_a_second_hashtag_comes_in_bursts_on_one_weekday(made: World) -> None:
    mine = [
        post
        for post in (*made.posts, *made.older_posts, *(one.post for one in made.interactions))
        if post and post.author in made.me and "slowgiving" in hashtags(post.text)
    ]
    days = Counter(
        (post.at_us or 0) // DAY for post in {post.native_id: post for post in mine}.values()
    )
    assert len(days) == 4
    assert all(count >= 3 for count in days.values())
    assert {day % 7 for day in days} == {tusktalk.THURSDAY}


# To tidy up


def test_a_link_spammer_wrote_six_times_and_was_never_answered(made: World) -> None:
    lenny = cast()["lenny"].main
    said = [one for one in made.interactions if one.kind is Kind.MENTION and one.actor == lenny]
    assert len(said) == 6
    assert not any(one.target == lenny for one in made.interactions)


def test_one_pretends_to_be_ana_in_letters_that_look_alike() -> None:
    real, false = cast()["ana"].main, cast()["anabelen"].main
    assert false.name != real.name
    assert false.name[1:] == real.name[1:]
    assert false.bio == real.bio


def test_bad_behaviour_was_marked_once_after_it_happened(made: World) -> None:
    (mark,) = (one for one in made.decisions if isinstance(one, BadMark))
    said = [one.at_us or 0 for one in made.interactions if one.actor == mark.account]
    assert max(said) < mark.at_us + 2 * DAY
    assert min(said) < mark.at_us - MINUTE
