"""What only X does: edits under new ids, posts that may not be seen, pages that are forgotten."""

from dataclasses import replace
from itertools import islice

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Capability, Mode, Reach, Stream
from hobnob.networks.base import Cursor, CursorExpired, NetworkRefused, Page
from hobnob.networks.x.errors import NotThere
from tests.contract.networks import as_stored, heard, lines
from tests.networks.x.stage import XStage
from tests.networks.x.world import ANA, EVA, ROBIN, SAM, List


def tail(stage: XStage, stream: Stream, since: Cursor | None = None, of: str = "") -> list[Page]:
    return list(stage.adapter().pull(stream, of=of, reach=Reach.TAIL, since=since))


def test_an_answer_brings_everything_that_is_needed_of_it(stage: XStage) -> None:
    mine = stage.x.world.write(ROBIN, "Who knows a bridge?")
    stage.x.world.write(ANA, "@robin_herd The one at Vianen & further", answers=mine.id)
    [page] = tail(stage, Stream.NOTIFICATIONS)
    [line] = page.interactions
    assert line.kind is Kind.REPLY
    assert line.text == "@robin_herd The one at Vianen & further"
    assert line.actor is not None
    assert (line.actor.handle, line.actor.name, line.actor.bio) == (
        "ana_d",
        "Ana de Vries",
        "Otters & tea",
    )
    assert stage.x.asked == [f"GET /2/users/{ROBIN}/mentions"]


def test_it_reads_the_words_of_x_s_description_as_well(stage: XStage) -> None:
    mine = stage.x.world.write(ROBIN, "Who knows a bridge?")
    stage.x.world.write(ANA, "@robin_herd The one at Vianen", answers=mine.id)
    [as_guides] = tail(stage, Stream.NOTIFICATIONS)
    stage.x.speaks_as_guides = False
    [as_described] = tail(stage, Stream.NOTIFICATIONS)
    assert as_guides.interactions == as_described.interactions


def test_an_edited_post_is_the_same_post_with_new_words(stage: XStage) -> None:
    post = stage.x.world.write(ANA, "@robin_herd Tea on Sunday?")
    [first] = tail(stage, Stream.NOTIFICATIONS)
    stage.x.world.edit(post.id, "@robin_herd Tea on Monday?")
    [second] = tail(stage, Stream.NOTIFICATIONS, first.cursor)
    assert heard([first]) == heard([second]) == {f"{post.id}>{ROBIN}"}
    assert [line.text for line in lines([second])] == ["@robin_herd Tea on Monday?"]
    assert second.deleted_posts == ()


def test_an_answer_to_an_edited_post_answers_the_post_that_is_known(stage: XStage) -> None:
    mine = stage.x.world.write(ROBIN, "Tae?")
    edited = stage.x.world.edit(mine.id, "Tea?")
    stage.x.world.write(ANA, "@robin_herd Yes!", answers=edited.id)
    [page] = tail(stage, Stream.NOTIFICATIONS)
    [line] = page.interactions
    assert line.post is not None
    assert line.post.in_reply_to == mine.id


def test_posts_of_whoever_was_suspended_are_taken_back(stage: XStage) -> None:
    [mention] = stage.mention_me(1)
    [first] = tail(stage, Stream.NOTIFICATIONS)
    world = stage.x.world
    world.users[ANA] = replace(world.users[ANA], suspended=True)
    [second] = tail(stage, Stream.NOTIFICATIONS, first.cursor)
    assert second.deleted_posts == (mention.partition(">")[0],)


def test_what_x_withholds_is_kept_without_its_words(stage: XStage) -> None:
    post = stage.x.world.write(ANA, "@robin_herd what a court forbids", withheld=True)
    [page] = tail(stage, Stream.NOTIFICATIONS)
    [line] = page.interactions
    assert line.text == ""
    assert page.deleted_posts == (post.id,)


def test_what_somebody_protects_is_never_for_a_feed(stage: XStage) -> None:
    stage.x.world.write(EVA, "@robin_herd between us")
    [page] = tail(stage, Stream.NOTIFICATIONS)
    assert [line.post.is_private for line in page.interactions if line.post] == [True]


def test_a_post_i_answered_that_is_gone_is_noticed_where_x_says_so(stage: XStage) -> None:
    anas = stage.x.world.write(ANA, "The otters are back")
    stage.x.world.write(ROBIN, "@ana_d Where?", answers=anas.id)
    stage.x.world.delete(anas.id)
    [page] = tail(stage, Stream.MY_POSTS)
    assert [line.kind for line in page.interactions] == [Kind.REPLY]
    assert page.deleted_posts == (anas.id,)


def test_a_like_that_was_taken_back_is_no_deleted_post(stage: XStage) -> None:
    unliked, deleted, oldest = (stage.x.world.write(ANA, f"tea {n}").id for n in range(3))
    for post in (oldest, deleted, unliked):
        stage.x.world.like(ROBIN, post)
    [first] = tail(stage, Stream.MY_LIKES)
    stage.x.world.likes[ROBIN].remove(unliked)
    stage.x.world.delete(deleted)
    [second] = tail(stage, Stream.MY_LIKES, first.cursor)
    assert second.deleted_posts == (deleted,)
    assert heard([second]) == {f"{ROBIN}>{oldest}"}


def test_likes_come_with_their_authors_and_in_order(stage: XStage) -> None:
    for author in (ANA, SAM):
        stage.x.world.like(ROBIN, stage.x.world.write(author, "tea").id)
    [page] = tail(stage, Stream.MY_LIKES)
    newest, oldest = page.interactions
    assert newest.target is not None
    assert newest.target.handle == "sam_oko"
    assert (newest.order or 0) > (oldest.order or 0)
    assert newest.at_us is None


@pytest.mark.parametrize("stream", [Stream.MY_LIKES, Stream.MESSAGES])
def test_what_x_cannot_be_asked_for_since_is_read_until_something_known_turns_up(
    stage: XStage, stream: Stream
) -> None:
    def happen(count: int) -> None:
        for n in range(count):
            stage.x.world.like(ROBIN, stage.x.world.write(ANA, f"tea {n}").id)
            stage.x.world.send(ANA, ROBIN, f"message {n}")

    def everything() -> set[str]:
        return heard(stage.adapter().pull(stream, reach=Reach.BACKFILL))

    stage.x.limits["dm_events"] = 300
    happen(30)
    old = everything()
    [first] = tail(stage, stream)
    happen(2 * stage.page_size + 5)
    new = everything() - old
    pages: list[Page] = []
    since = as_stored(first.cursor)
    while not pages or not pages[-1].is_last:
        # A new process for each page, and more happens meanwhile.
        [page] = islice(stage.adapter().pull(stream, reach=Reach.TAIL, since=since), 1)
        pages.append(page)
        since = as_stored(page.cursor)
        happen(1)
    assert len(pages) == 3
    assert heard(pages) >= new
    [later] = tail(stage, stream, since)
    assert heard([later]) >= everything() - new - old


def test_a_place_that_x_forgot_is_said_to_be_forgotten(stage: XStage) -> None:
    stage.mention_me(stage.page_size + 1)
    pages = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.BACKFILL)
    first = next(pages)
    stage.x.forget_pages()
    with pytest.raises(CursorExpired):
        list(stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.BACKFILL, since=first.cursor))


def test_a_hashtag_brings_what_was_said_and_no_reposts(stage: XStage) -> None:
    post = stage.x.world.write(SAM, "@robin_herd how are you? #TuskTalk")
    stage.x.world.write(ANA, "RT @sam_oko: how are you? #TuskTalk", reposts=post.id)
    [page] = tail(stage, Stream.HASHTAG, of="#TuskTalk")
    assert [each.native_id for each in page.posts] == [post.id]
    assert page.interactions == ()


def test_home_shows_who_handed_on_what(stage: XStage) -> None:
    stage.x.world.following = [ANA]
    post = stage.x.world.write(SAM, "bridges")
    repost = stage.x.world.write(ANA, "RT @sam_oko: bridges", reposts=post.id)
    stage.x.world.write(ROBIN, "RT @sam_oko: bridges", reposts=post.id)
    [page] = tail(stage, Stream.HOME)
    assert [(each.native_id, each.attached.reposts) for each in page.posts] == [
        (post.id, ""),
        (repost.id, post.id),
        (post.id, ""),
    ]


def test_home_asks_for_nothing_twice_however_long_ago_it_was_read(stage: XStage) -> None:
    stage.post_at_home("one")
    [page] = tail(stage, Stream.HOME)
    charged = stage.x.charged
    stage.wait(30 * DAY)
    [page] = tail(stage, Stream.HOME, page.cursor)
    assert page.posts == ()
    stage.post_at_home("two")
    [page] = tail(stage, Stream.HOME, page.cursor)
    assert [each.text for each in page.posts] == ["two"]
    assert stage.x.charged == charged + 5_000


def test_a_hashtag_that_was_read_long_ago_is_read_as_far_back_as_x_goes(stage: XStage) -> None:
    stage.x.world.write(SAM, "old #TuskTalk")
    [page] = tail(stage, Stream.HASHTAG, of="#TuskTalk")
    stage.wait(9 * DAY)
    stage.x.world.now_ms = stage.x.now_us // 1000
    new = stage.x.world.write(SAM, "new #TuskTalk")
    [page] = tail(stage, Stream.HASHTAG, page.cursor, of="#TuskTalk")
    assert new.id in [each.native_id for each in page.posts]


def test_a_hashtag_asks_for_nothing_twice(stage: XStage) -> None:
    stage.x.world.write(SAM, "one #TuskTalk")
    [page] = tail(stage, Stream.HASHTAG, of="#TuskTalk")
    for _ in range(2):
        [page] = tail(stage, Stream.HASHTAG, page.cursor, of="#TuskTalk")
        assert page.posts == ()
    stage.x.world.write(SAM, "two #TuskTalk")
    [page] = tail(stage, Stream.HASHTAG, page.cursor, of="#TuskTalk")
    assert [each.text for each in page.posts] == ["two #TuskTalk"]


@pytest.mark.parametrize(
    "of", ["", "#", "a b", "x OR from:ana_d", "#tea -is:reply", "#" + "t" * 201]
)
def test_a_hashtag_is_one_and_no_question_of_another_kind(stage: XStage, of: str) -> None:
    with pytest.raises(NetworkRefused, match="is no hashtag"):
        tail(stage, Stream.HASHTAG, of=of)
    assert stage.x.asked == []


def test_lists_and_their_members_are_read(stage: XStage) -> None:
    stage.x.world.lists = {
        "7001": List(id="7001", name="Otter friends", private=True, members=[ANA, SAM]),
        "7002": List(id="7002", name="Bridges", private=False),
    }
    [page] = tail(stage, Stream.MY_LISTS)
    assert [(each.name, each.is_public) for each in page.lists] == [
        ("Otter friends", False),
        ("Bridges", True),
    ]
    [page] = tail(stage, Stream.LIST_MEMBERS, of="7001")
    assert [each.handle for each in page.accounts] == ["ana_d", "sam_oko"]
    assert page.is_last


def test_a_list_that_is_gone_is_not_an_empty_one(stage: XStage) -> None:
    with pytest.raises(NotThere):
        tail(stage, Stream.LIST_MEMBERS, of="7009")


def test_what_is_no_list_is_never_asked_for(stage: XStage) -> None:
    with pytest.raises(NetworkRefused, match="is no list of X"):
        tail(stage, Stream.LIST_MEMBERS, of="../users")
    assert stage.x.asked == []


def test_what_x_could_not_tell_is_no_whole_snapshot(stage: XStage) -> None:
    stage.x.world.followers = [ANA]
    stage.x.spoil = lambda name, body: {
        **body,
        "errors": [
            {
                "resource_id": SAM,
                "resource_type": "user",
                "title": "Internal Error",
                "detail": "Something went wrong.",
                "type": "https://api.x.com/2/problems/resource-unavailable",
            }
        ],
    }
    [page] = tail(stage, Stream.FOLLOWERS)
    assert not page.is_last
    assert [problem.where for problem in page.problems] == [SAM]


def test_messages_go_both_ways(stage: XStage) -> None:
    stage.x.world.send(ANA, ROBIN, "Are you there?")
    stage.x.world.send(ROBIN, ANA, "I am")
    [page] = tail(stage, Stream.MESSAGES)
    told = [(line.direction, line.text) for line in page.interactions]
    assert told == [("from me", "I am"), ("towards me", "Are you there?")]
    assert {line.contact.native_id for line in page.interactions if line.contact} == {ANA}


def test_who_i_am_is_asked_once_and_kept(stage: XStage) -> None:
    stage.secret |= {"user_id": "", "handle": "", "name": ""}
    stage.mention_me(1)
    [page] = tail(stage, Stream.NOTIFICATIONS)
    assert stage.x.asked[0] == "GET /2/users/me"
    assert stage.kept[-1]["user_id"] == ROBIN
    stage.secret = dict(stage.kept[-1])
    stage.x.asked.clear()
    assert heard(tail(stage, Stream.NOTIFICATIONS)) == heard([page])
    assert stage.x.asked == [f"GET /2/users/{ROBIN}/mentions"]


@pytest.mark.parametrize(
    "name", ["ana_d", "@Ana_D", "https://x.com/ana_d", "https://twitter.com/ana_d/"]
)
def test_a_profile_is_found_however_it_is_written(stage: XStage, name: str) -> None:
    found = stage.adapter().resolve(name)
    assert found is not None
    assert found.native_id == ANA


def test_nobody_found_is_nobody(stage: XStage) -> None:
    assert stage.adapter().resolve("nobody_at_all") is None


def test_what_april_2026_left_is_said_honestly(stage: XStage) -> None:
    modes = stage.adapter().capabilities()
    assert set(modes) == set(Capability)
    by_page = {
        Capability.FOLLOW,
        Capability.LIKE,
        Capability.QUOTE,
        Capability.REPOST,
        Capability.REPLY,
    }
    assert {each for each, mode in modes.items() if mode is Mode.WEB_INTENT} == by_page
    assert modes[Capability.BLOCK] is Mode.MANUAL
    assert modes[Capability.UNFOLLOW] is Mode.MANUAL
    assert modes[Capability.SEE_LIKES_RECEIVED] is Mode.NONE
    assert modes[Capability.POST] is modes[Capability.CHANGE_LISTS] is Mode.API


def test_what_was_not_allowed_is_not_tried(stage: XStage) -> None:
    stage.secret["scopes"] = "tweet.read users.read follows.read"
    modes = stage.adapter().capabilities()
    assert modes[Capability.SEE_TALK] is Mode.API
    assert modes[Capability.SEE_MESSAGES] is Mode.NONE
    assert modes[Capability.POST] is Mode.WEB_INTENT
    assert modes[Capability.MUTE] is Mode.MANUAL
