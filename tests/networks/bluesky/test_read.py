"""How streams are walked: nothing lost where moments are equal, late, early or mere text."""

from itertools import count, islice

import pytest

from hobnob.domain.moments import HOUR
from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import CursorExpired, NetworkRefused, Page, Unreachable
from hobnob.networks.bluesky.notifications import just_above
from hobnob.networks.bluesky.uris import FOLLOW, LIKE, POST, REPOST
from tests.contract.networks import as_stored, heard, lines, tail_of
from tests.networks.bluesky.stage import NOW_US, BlueskyStage
from tests.networks.bluesky.town import ANA, MILLISECOND, ROBIN, SAM, Refused

ONE_MOMENT_US = NOW_US - 48 * HOUR


def like_at(stage: BlueskyStage, at_us: int, times: int) -> set[str]:
    """Somebody likes so many posts of mine, all at one moment."""
    liked = stage.town.reference(stage.town.post(ROBIN, "Hello."))
    return {stage.town.make(ANA, LIKE, at_us=at_us, subject=liked) for _ in range(times)}


def notified(stage: BlueskyStage, reach: Reach = Reach.BACKFILL) -> list[Page]:
    return list(stage.adapter().pull(Stream.NOTIFICATIONS, reach=reach))


def test_sixty_notifications_of_one_millisecond_are_all_read(stage: BlueskyStage) -> None:
    later = like_at(stage, ONE_MOMENT_US + MILLISECOND, 70)
    same = like_at(stage, ONE_MOMENT_US, 60)
    earlier = like_at(stage, ONE_MOMENT_US - MILLISECOND, 70)
    pages = notified(stage)
    assert len(pages) > 2
    assert heard(pages) == later | same | earlier


def test_the_cursor_alone_would_lose_some_of_them(stage: BlueskyStage) -> None:
    """What the server does with a cursor, so that the test above is worth something."""
    like_at(stage, ONE_MOMENT_US, 60)
    asked, seen = {"limit": "25"}, 0
    while True:
        answer = stage.town.answer(
            "app.bsky.notification.listNotifications", asked, stage.town.tokens["access"]
        )
        seen += len(answer["notifications"])
        if "cursor" not in answer:
            break
        asked["cursor"] = answer["cursor"]
    assert seen == 25


@pytest.mark.parametrize("crowd", [99, 100])
def test_a_page_full_of_one_millisecond_is_read_whole(stage: BlueskyStage, crowd: int) -> None:
    everything = like_at(stage, ONE_MOMENT_US + MILLISECOND, 50)
    everything |= like_at(stage, ONE_MOMENT_US, crowd)
    for before in range(1, 60):
        everything |= like_at(stage, ONE_MOMENT_US - before * MILLISECOND, 2)
    assert heard(notified(stage)) == everything


def test_more_than_a_page_in_one_millisecond_is_told_and_stops_nothing(
    stage: BlueskyStage,
) -> None:
    crowd = like_at(stage, ONE_MOMENT_US, 130)
    earlier = like_at(stage, ONE_MOMENT_US - MILLISECOND, 3)
    pages = notified(stage)
    assert pages[-1].is_last
    assert heard(pages) >= earlier
    assert len(heard(pages) & crowd) == 100
    [problem] = [problem for page in pages for problem in page.problems]
    assert "one millisecond" in problem.reason


def test_followers_of_a_crowded_millisecond_are_known_from_the_followers(
    stage: BlueskyStage,
) -> None:
    crowd = {
        stage.town.make(
            stage.town.move_in(f"did:web:crowd{n}.example", f"Crowd {n}"),
            FOLLOW,
            at_us=ONE_MOMENT_US,
            subject=ROBIN,
        )
        for n in range(130)
    }
    assert not heard(notified(stage)) >= crowd
    assert heard(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL)) == crowd


def test_what_arrives_late_is_read_though_something_newer_is_known(stage: BlueskyStage) -> None:
    like_at(stage, NOW_US, 120)
    cursor = tail_of(stage.adapter())
    like_at(stage, NOW_US + MILLISECOND, 120)
    late = like_at(stage, NOW_US - 5 * HOUR, 3)
    pages = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=cursor)
    assert heard(pages) >= late


def test_a_tail_stops_some_hours_below_what_it_knows(stage: BlueskyStage) -> None:
    like_at(stage, NOW_US - 48 * HOUR, 400)
    like_at(stage, NOW_US, 1)
    cursor = tail_of(stage.adapter())
    pages = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=cursor)
    assert len(list(pages)) == 1


def test_a_moment_is_a_millisecond_higher_and_anything_else_is_left_alone() -> None:
    assert just_above("2026-12-31T23:59:59.999Z") == "2027-01-01T00:00:00.000Z"
    assert just_above("1795000000000__bafy") == "1795000000000__bafy"
    assert just_above("9999-12-31T23:59:59.999Z") == "9999-12-31T23:59:59.999Z"
    assert just_above("") == ""


def test_a_like_that_was_taken_back_deletes_no_post(stage: BlueskyStage) -> None:
    [like] = like_at(stage, NOW_US, 1)
    cursor = tail_of(stage.adapter())
    del stage.town.records[like]
    [page] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=cursor)
    assert page.deleted_posts == ()


def test_a_post_of_mine_that_i_deleted_elsewhere_is_noticed(stage: BlueskyStage) -> None:
    posts = [stage.town.post(ROBIN, f"number {n}") for n in range(3)]
    [first] = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL)
    del stage.town.records[posts[1]]
    pages = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL, since=as_stored(first.cursor))
    assert [gone for page in pages for gone in page.deleted_posts] == [posts[1]]


def test_two_collections_are_read_side_by_side_to_their_ends(stage: BlueskyStage) -> None:
    hers = stage.town.post(ANA, "Hello.")
    posts = {stage.town.post(ROBIN, f"number {n}") for n in range(230)}
    reposts = {
        stage.town.make(ROBIN, REPOST, subject=stage.town.reference(hers)) for _ in range(120)
    }
    pages: list[Page] = []
    while not pages or not pages[-1].is_last:
        # Each process dies after a page.
        since = as_stored(pages[-1].cursor) if pages else None
        pages += islice(stage.adapter().pull(Stream.MY_POSTS, reach=Reach.BACKFILL, since=since), 1)
    assert heard(pages) == reposts
    assert {post.native_id for page in pages for post in page.posts} == posts


def test_keys_that_are_no_moments_are_read_as_well(stage: BlueskyStage) -> None:
    records = stage.town.records
    for key in ("self", "zz-top", "-", "A"):
        uri = f"at://{ROBIN}/{POST}/{key}"
        value = {"$type": POST, "text": key, "createdAt": "2026-11-20T10:00:00.000Z"}
        records[uri] = {"uri": uri, "cid": "cid", "value": value}
    made = {stage.town.post(ROBIN, "Hello.") for _ in range(110)}
    [first] = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL)
    made.add(stage.town.post(ROBIN, "Later."))
    pages = [*stage.adapter().pull(Stream.MY_POSTS, reach=Reach.BACKFILL)]
    pages += stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL, since=as_stored(first.cursor))
    found = {post.native_id for page in pages for post in page.posts}
    assert found == {*made, *(uri for uri in records if uri.startswith(f"at://{ROBIN}/"))}


def test_a_place_that_a_server_forgot_is_said_to_be_forgotten(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgets(_: object) -> None:
        raise Refused("InvalidRequest", "Malformed cursor")

    monkeypatch.setattr(stage.town, "_notifications", forgets)
    with pytest.raises(CursorExpired):
        list(
            stage.adapter().pull(
                Stream.NOTIFICATIONS, reach=Reach.BACKFILL, since={"older": "yesterday"}
            )
        )


def test_somebody_who_cannot_be_understood_leaves_a_snapshot_without_an_end(
    stage: BlueskyStage,
) -> None:
    stage.follow_me(2)
    stage.town.people["did:web:crowd3.example"]["did"] = "nobody"
    pages = list(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))
    assert not any(page.is_last for page in pages)
    assert [problem.reason for page in pages for problem in page.problems] == [
        "the account has no id"
    ]


def test_a_server_that_says_the_same_again_and_again_comes_to_an_end(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = count()
    view = stage.town._view_of(ANA)

    def repeats(_: object) -> object:
        next(turns)
        return {"followers": [view], "cursor": "the same"}

    monkeypatch.setattr(stage.town, "_followers", repeats)
    pages = list(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))
    assert next(turns) == 2
    assert len(pages) == 2


def test_an_answer_without_its_list_is_none(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken for an empty one, it would say that nobody follows me any more."""
    stage.follow_me(3)
    monkeypatch.setattr(stage.town, "_followers", lambda _: {})
    with pytest.raises(Unreachable, match="cannot be read"):
        list(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))


def test_what_is_not_named_properly_is_not_asked_for(stage: BlueskyStage) -> None:
    for stream, of in ((Stream.HASHTAG, "two words"), (Stream.LIST_MEMBERS, "friends")):
        with pytest.raises(NetworkRefused):
            list(stage.adapter().pull(stream, of=of, reach=Reach.BACKFILL))


def test_people_are_in_the_order_in_which_they_came(stage: BlueskyStage) -> None:
    stage.town.mutes = [SAM, ANA]
    muted = lines(stage.adapter().pull(Stream.MUTES, reach=Reach.BACKFILL))
    orders = [line.order for line in muted if line.order is not None]
    assert orders == sorted(orders, reverse=True)
    assert len(set(orders)) == 2
