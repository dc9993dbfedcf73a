"""Who is in chats alone, from what went between us in half a year."""

from datetime import date, timedelta

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.people import Account
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.posts import Post
from hobnob.operations.keep_chats import let_go
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.chats.only import OnlyPage, only_in_chats
from tests import people
from tests.chats import TUESDAY, Evening, tusktalk
from tests.people import ANA, BO, CEM, ME, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    tusktalk()


def evenings(who: Account, *, theirs: int = 0, mine: int = 0) -> None:
    """So many words of theirs and of mine, a week each."""
    for week in range(max(theirs, mine)):
        evening = Evening(day=TUESDAY - timedelta(weeks=week), tag=f"#tusktalk #{who.name}")
        if week < theirs:
            evening.say(who, ME, "@robin yes", 10)
        if week < mine:
            evening.say(ME, who, "yes!", 20)
        evening.record()


def their_feed(who: Account, *kinds: PostKind) -> None:
    """What else they posted lately, the newest last."""
    posts = [
        Post(
            network=who.network,
            native_id=f"feed-{who.handle}-{number}",
            author=who,
            text=f"{kind} {number}",
            at_us=NOW_US - DAY - (len(kinds) - number) * HOUR,
        )
        for number, kind in enumerate(kinds)
    ]
    record([], posts=posts, now_us=NOW_US)
    for post, kind in zip(posts, kinds, strict=True):
        models.Post.objects.filter(native_id=post.native_id).update(kind=kind)


def handles(page: OnlyPage) -> tuple[list[str], list[str]]:
    they, i = page.they_come, page.i_go
    return [row.person.handle for row in they], [row.person.handle for row in i]


def test_both_directions_have_a_table() -> None:
    evenings(ANA, theirs=4, mine=1)
    evenings(BO, mine=3, theirs=1)
    evenings(CEM, theirs=2)
    page = only_in_chats(NOW_US)
    assert handles(page) == ([ANA.handle], [BO.handle])
    assert page.they_come[0].why == (
        "because they spoke to you 4 times in #tusktalk; you spoke once there, and outside never"
    )
    assert page.they_come[0].on_lists == ("Mentioned You",)


def test_a_word_of_mine_elsewhere_takes_them_off() -> None:
    evenings(ANA, theirs=4)
    record([happened(Kind.REPLY, ANA, by_me=True, days_ago=40)], now_us=NOW_US)
    assert handles(only_in_chats(NOW_US)) == ([], [])


def test_a_word_without_the_hashtag_while_it_goes_on_is_no_word_elsewhere() -> None:
    evenings(ANA, theirs=4)
    evening = Evening()
    evening.say(ME, ANA, "by the way", 30, untagged=True)
    evening.record()
    assert handles(only_in_chats(NOW_US)) == ([ANA.handle], [])


def test_the_hashtag_at_other_hours_is_elsewhere() -> None:
    evenings(ANA, theirs=4)
    evening = Evening()
    evening.say(ME, ANA, "too late", 400)
    evening.record()
    assert handles(only_in_chats(NOW_US)) == ([], [])


def test_what_was_half_a_year_ago_is_past() -> None:
    for week in range(27, 32):
        evening = Evening(day=TUESDAY - timedelta(weeks=week))
        evening.say(ANA, ME, "@robin yes", 10)
        evening.record()
    assert handles(only_in_chats(NOW_US)) == ([], [])


def test_their_own_feed_says_why_and_what_to_answer() -> None:
    evenings(ANA, theirs=3)
    their_feed(ANA, *[PostKind.DISCUSSION] * 2, *[PostKind.LINK_DROP] * 9)
    (row,) = only_in_chats(NOW_US).they_come
    assert (row.feed.says, row.feed.act.word) == ("82% of what they post are links", "Let go")
    assert (row.text, row.when) == ("discussion 1", "yesterday")


def test_what_they_say_in_the_chat_is_not_their_feed() -> None:
    evenings(ANA, theirs=9)
    (row,) = only_in_chats(NOW_US).they_come
    assert row.feed.says == "we have seen no other posts of theirs"
    assert row.post_id is None


def test_whom_i_let_go_or_left_is_not_asked_about_again_before_long() -> None:
    evenings(ANA, theirs=3)
    evenings(BO, theirs=3)
    let_go(person_id(ANA), author=curator().author, now_us=NOW_US)
    curator().done(person_id(BO), "chats only")
    assert handles(only_in_chats(NOW_US + DAY)) == ([], [])
    assert len(handles(only_in_chats(NOW_US + 91 * DAY))[0]) == 2


def test_whom_i_block_is_not_here() -> None:
    evenings(ANA, theirs=3)
    record([happened(Kind.BLOCK, ANA, by_me=True, days_ago=None)], now_us=NOW_US)
    assert handles(only_in_chats(NOW_US)) == ([], [])


def test_without_chats_there_is_nothing_to_ask() -> None:
    models.Chat.objects.all().delete()
    page = only_in_chats(NOW_US)
    assert (page.they_come, page.i_go, page.has_chats) == ((), (), False)


QUERIES = 12 if connection.vendor == "postgresql" else 13


def test_it_takes_as_many_questions_for_many_people_as_for_few(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    evenings(ANA, theirs=3)
    their_feed(ANA, PostKind.STORY)
    with django_assert_num_queries(QUERIES):
        only_in_chats(NOW_US)
    herd = [account(f"calf{number:02}") for number in range(40)]
    for week in range(3):
        evening = Evening(day=date.fromordinal(TUESDAY.toordinal() - 7 * week))
        for each in herd:
            evening.say(each, ME, "@robin moo", 10)
        evening.record()
    with django_assert_num_queries(QUERIES):
        assert len(only_in_chats(NOW_US).they_come) == 12
