"""Each stream of an account, read from a server on which people did something."""

from typing import Any

import pytest

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import NetworkRefused, RateLimited, Unreachable
from tests.contract.networks import Fault, lines
from tests.networks.mastodon.stage import MastodonStage

Line = tuple[str, str, str, str]
THEM, ME = Direction.TOWARDS_ME, Direction.FROM_ME


@pytest.fixture
def mine(stage: MastodonStage) -> str:
    found: str = stage.post("robin", "Has anybody seen an elephant float?")["id"]
    return found


@pytest.fixture
def hers(stage: MastodonStage) -> str:
    found: str = stage.post("ana", "Only in a bath.")["id"]
    return found


def read(stage: MastodonStage, stream: Stream, of: str = "") -> list[Line]:
    """Direction, kind, native id without the server, and whom it is about."""
    pages = stage.adapter().pull(stream, of=of, reach=Reach.BACKFILL)
    return [
        (
            line.direction,
            line.kind,
            line.native_id.replace(f"@{stage.host}", ""),
            line.contact.handle.partition("@")[0] if line.contact else "",
        )
        for line in lines(pages)
    ]


def test_everything_done_to_me_is_among_the_notifications(stage: MastodonStage, mine: str) -> None:
    robin, ana, sam = stage.ids["robin"], stage.ids["ana"], stage.ids["sam"]
    reply = stage.post("ana", "@robin in a bath", in_reply_to_id=mine)["id"]
    mention = stage.post("sam", "hello @robin")["id"]
    stage.ask("ana", f"statuses/{mine}/reblog")
    stage.ask("sam", f"statuses/{mine}/favourite")
    stage.ask("ana", f"accounts/{robin}/follow")
    assert set(read(stage, Stream.NOTIFICATIONS)) == {
        (THEM, Kind.REPLY, reply, "ana"),
        (THEM, Kind.MENTION, f"{mention}>{robin}", "sam"),
        (THEM, Kind.REPOST, f"{ana}>{mine}", "ana"),
        (THEM, Kind.LIKE, f"{sam}>{mine}", "sam"),
        (THEM, Kind.FOLLOW, f"{ana}>{robin}", "ana"),
    }


def test_everything_i_wrote_is_among_my_posts(stage: MastodonStage, mine: str, hers: str) -> None:
    robin, sam = stage.ids["robin"], stage.ids["sam"]
    reply = stage.post("robin", "@ana @sam a large one", in_reply_to_id=hers)["id"]
    quote = stage.post("robin", "a bath, she says", quoted_status_id=hers)["id"]
    stage.ask("robin", f"statuses/{hers}/reblog")
    stage.post("robin", "@ana between us", visibility="direct")
    assert set(read(stage, Stream.MY_POSTS)) == {
        (ME, Kind.REPLY, reply, "ana"),
        (ME, Kind.MENTION, f"{reply}>{sam}", "sam"),
        (ME, Kind.QUOTE, quote, "ana"),
        (ME, Kind.REPOST, f"{robin}>{hers}", "ana"),
    }
    [page] = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.BACKFILL)
    assert {stage.whole(each) for each in (mine, reply, quote)} <= {p.native_id for p in page.posts}


def test_whom_i_liked_follow_block_and_mute(stage: MastodonStage, hers: str) -> None:
    robin, ana, sam = stage.ids["robin"], stage.ids["ana"], stage.ids["sam"]
    stage.ask("robin", f"statuses/{hers}/favourite")
    stage.ask("robin", f"accounts/{ana}/follow")
    stage.ask("robin", f"accounts/{ana}/mute")
    stage.ask("robin", f"accounts/{sam}/block")
    assert read(stage, Stream.MY_LIKES) == [(ME, Kind.LIKE, f"{robin}>{hers}", "ana")]
    assert read(stage, Stream.FOLLOWING) == [(ME, Kind.FOLLOW, f"{robin}>{ana}", "ana")]
    assert read(stage, Stream.MUTES) == [(ME, Kind.MUTE, f"{robin}>{ana}", "ana")]
    assert read(stage, Stream.BLOCKS) == [(ME, Kind.BLOCK, f"{robin}>{sam}", "sam")]


def test_a_conversation_is_read_both_ways(stage: MastodonStage) -> None:
    first = stage.post("ana", "@robin a bucket", visibility="direct")["id"]
    answer = stage.post("robin", "@ana which?", visibility="direct", in_reply_to_id=first)["id"]
    assert set(read(stage, Stream.MESSAGES)) == {
        (THEM, Kind.MESSAGE, first, "ana"),
        (ME, Kind.MESSAGE, answer, "ana"),
    }


def test_a_conversation_that_nobody_went_on_with_is_asked_for_once(stage: MastodonStage) -> None:
    stage.post("ana", "@robin a bucket", visibility="direct")
    [first] = stage.adapter().pull(Stream.MESSAGES, reach=Reach.TAIL)
    [again] = stage.adapter().pull(Stream.MESSAGES, reach=Reach.TAIL, since=first.cursor)
    assert (first.cost.requests, again.cost.requests) == (2, 1)


def test_a_list_with_its_members(stage: MastodonStage) -> None:
    stage.ask("robin", f"accounts/{stage.ids['ana']}/follow")
    list_id = stage.ask("robin", "lists", title="The Watchlist")["id"]
    stage.ask("robin", f"lists/{list_id}/accounts", account_ids=[stage.ids["ana"]])
    adapter = stage.adapter()
    [lists] = adapter.pull(Stream.MY_LISTS, reach=Reach.BACKFILL)
    [found] = lists.lists
    assert (found.name, found.native_id) == ("The Watchlist", stage.whole(list_id))
    assert not found.is_public
    [members] = adapter.pull(Stream.LIST_MEMBERS, of=found.native_id, reach=Reach.BACKFILL)
    assert [each.name for each in members.accounts] == ["Ana de Vries"]


def test_people_are_found_by_name(stage: MastodonStage) -> None:
    found = list(stage.adapter().find_people("sam", 10))
    assert [(each.handle.partition("@")[0], each.name) for each in found] == [("sam", "Sam Okoro")]


def test_a_hashtag_is_what_anybody_says_under_it(stage: MastodonStage) -> None:
    said = stage.post("ana", "Which kettle? #TuskTalk")["id"]
    [page] = stage.adapter().pull(Stream.HASHTAG, of="#TuskTalk", reach=Reach.TAIL)
    assert [each.native_id for each in page.posts] == [stage.whole(said)]
    assert page.interactions == ()


def test_an_edit_comes_with_the_next_look(stage: MastodonStage) -> None:
    post = stage.post("ana", "@robin a smal bath")["id"]
    [first] = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    stage.ask("ana", f"statuses/{post}", method="PUT", status="@robin a small bath")
    pages = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=first.cursor)
    assert {line.text for line in lines(pages)} == {"@robin a small bath"}


@pytest.mark.parametrize("of", ["", "#", "../../admin", "tusk talk", "a?limit=1", "a/b"])
def test_what_is_no_hashtag_is_not_asked_for(stage: MastodonStage, of: str) -> None:
    with pytest.raises(NetworkRefused, match="is no hashtag"):
        list(stage.adapter().pull(Stream.HASHTAG, of=of, reach=Reach.TAIL))


@pytest.mark.parametrize("of", ["", "12", "12@other.example", "../x@{host}"])
def test_what_is_no_list_of_this_server_is_not_asked_for(stage: MastodonStage, of: str) -> None:
    list_id = of.replace("{host}", stage.host)
    with pytest.raises(NetworkRefused, match="is no list"):
        list(stage.adapter().pull(Stream.LIST_MEMBERS, of=list_id, reach=Reach.BACKFILL))


def test_a_page_tells_what_the_server_said_of_its_limit(stage: MastodonStage) -> None:
    said = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "7"}
    _answer(stage, headers={**said, "X-RateLimit-Reset": "2026-11-21T23:59:00.000Z"})
    with pytest.raises(RateLimited, match="rate limit"):
        stage.adapter().whoami()


def test_a_server_without_a_thing_says_so_and_is_asked_for_the_rest(stage: MastodonStage) -> None:
    _answer(stage, path="/api/v1/mutes", status=404)
    adapter = stage.adapter()
    with pytest.raises(NetworkRefused, match="has no such thing"):
        list(adapter.pull(Stream.MUTES, reach=Reach.BACKFILL))
    assert list(adapter.pull(Stream.BLOCKS, reach=Reach.BACKFILL))[-1].is_last


@pytest.mark.parametrize("body", ["<!doctype html>", "", {"error": "tea"}, {}, 7])
def test_an_answer_of_another_shape_is_no_empty_stream(stage: MastodonStage, body: Any) -> None:
    _answer(stage, path=f"/api/v1/accounts/{stage.ids['robin']}/followers", status=200, body=body)
    with pytest.raises(Unreachable, match="cannot be read"):
        list(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))


def test_after_a_refusal_the_server_is_left_alone(stage: MastodonStage) -> None:
    adapter = stage.adapter()
    adapter.whoami()
    stage.fail(Fault.RATE_LIMIT)
    for _ in range(3):
        with pytest.raises(RateLimited):
            adapter.whoami()


def _answer(stage: MastodonStage, *, path: str = "", count: int = 1, **effect: Any) -> None:
    kind = "ratelimit" if "headers" in effect else "status"
    match = {"path": path} if path else {"path_regex": "^/api/"}
    stage.ask("", "_mock/faults", match=match, effect={"type": kind, **effect}, count=count)
