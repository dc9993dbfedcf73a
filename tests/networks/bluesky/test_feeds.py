"""What people post: those on a list of ours, those I follow, and whoever uses a hashtag."""

import pytest

from hobnob.domain.moments import HOUR
from hobnob.domain.networks import Reach, Stream
from hobnob.networks.bluesky.uris import FOLLOW, REPOST
from tests.contract.networks import as_stored
from tests.networks.bluesky.stage import BlueskyStage
from tests.networks.bluesky.town import ANA, ROBIN, SAM


@pytest.fixture
def hers(stage: BlueskyStage) -> str:
    return stage.town.post(ANA, "Only in a bath.")


def test_a_hashtag_brings_posts_alone(stage: BlueskyStage, hers: str) -> None:
    said = stage.town.post(SAM, "Otters again. #rivertalk", to=hers)
    stage.town.post(ANA, "Something else.")
    [page] = stage.adapter().pull(Stream.HASHTAG, of="#rivertalk", reach=Reach.TAIL)
    assert [post.native_id for post in page.posts] == [said]
    assert page.interactions == ()


def test_what_people_of_a_list_post_takes_one_request_each(stage: BlueskyStage, hers: str) -> None:
    his = stage.town.post(SAM, "Tea is ready.")
    stage.town.asked.clear()
    both = list(
        stage.adapter().pull(Stream.LIST_POSTS, of="friends", reach=Reach.TAIL, members=[ANA, SAM])
    )
    assert [[post.native_id for post in page.posts] for page in both] == [[hers], [his]]
    assert [page.is_last for page in both] == [False, True]
    assert stage.town.asked.count("app.bsky.feed.getAuthorFeed") == 2


def test_a_round_over_a_list_goes_on_where_it_was_left(stage: BlueskyStage, hers: str) -> None:
    his = stage.town.post(SAM, "Tea is ready.")
    members = [ANA, SAM]
    first = next(stage.adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=members))
    [rest] = stage.adapter().pull(
        Stream.LIST_POSTS, reach=Reach.TAIL, since=as_stored(first.cursor), members=members
    )
    assert [post.native_id for post in (*first.posts, *rest.posts)] == [hers, his]
    assert rest.is_last


def test_the_next_round_brings_what_is_new_and_little_else(stage: BlueskyStage, hers: str) -> None:
    stage.town.now_us += 24 * HOUR
    newest = stage.town.post(ANA, "Or in a river.")
    [first] = stage.adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=[ANA])
    later = stage.town.post(ANA, "Or in the sea.")
    [page] = stage.adapter().pull(
        Stream.LIST_POSTS, reach=Reach.TAIL, since=as_stored(first.cursor), members=[ANA]
    )
    assert [post.native_id for post in first.posts] == [newest, hers]
    assert [post.native_id for post in page.posts] == [later, newest]


def test_whoever_cannot_be_read_is_passed_over(stage: BlueskyStage, hers: str) -> None:
    stage.town.gone = {SAM}
    both = list(
        stage.adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=[SAM, ANA, "nobody"])
    )
    assert [page.is_last for page in both] == [False, True]
    assert [post.native_id for page in both for post in page.posts] == [hers]


def test_a_list_of_nobody_is_read_at_once(stage: BlueskyStage) -> None:
    [page] = stage.adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL)
    assert page.is_last
    assert "app.bsky.feed.getAuthorFeed" not in stage.town.asked


def test_what_the_people_of_a_list_hand_on_is_shown_with_whose_it_is(
    stage: BlueskyStage, hers: str
) -> None:
    repost = stage.town.make(SAM, REPOST, subject=stage.town.reference(hers))
    [page] = stage.adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=[SAM])
    handed_on, original = page.posts
    assert (handed_on.native_id, handed_on.attached.reposts) == (repost, hers)
    assert (original.native_id, original.text) == (hers, "Only in a bath.")


def test_my_own_reposts_at_home_are_no_posts(stage: BlueskyStage, hers: str) -> None:
    stage.town.make(ROBIN, REPOST, subject=stage.town.reference(hers))
    [page] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL)
    assert {post.native_id for post in page.posts if post.attached.reposts} == set()
    assert hers in {post.native_id for post in page.posts}


def test_a_later_look_at_home_ends_soon_after_what_was_new_before(stage: BlueskyStage) -> None:
    stage.town.make(ROBIN, FOLLOW, subject=ANA)
    for n in range(120):
        stage.town.post(ANA, f"old {n}")
    stage.town.now_us += 24 * HOUR
    stage.town.post(ANA, "new")
    [first] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL)
    newest = stage.town.post(ANA, "newest")
    [page] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL, since=as_stored(first.cursor))
    assert page.is_last
    assert page.posts[0].native_id == newest


def test_a_post_that_is_gone_from_home_is_noticed(stage: BlueskyStage) -> None:
    stage.town.make(ROBIN, FOLLOW, subject=ANA)
    gone = [stage.town.post(ANA, f"Tea {n}") for n in range(3)][1]
    [first] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL)
    del stage.town.records[gone]
    [page] = stage.adapter().pull(Stream.HOME, reach=Reach.TAIL, since=as_stored(first.cursor))
    assert page.deleted_posts == (gone,)
