"""Each stream of an account, read from a server on which people did something."""

from dataclasses import asdict, replace

import pytest

from hobnob.domain.actions import NEEDS
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import HOUR
from hobnob.domain.networks import Capability, Mode, Reach, Stream
from hobnob.networks.base import NetworkRefused, Page, RateLimit
from hobnob.networks.bluesky.uris import BLOCK, FOLLOW, LIKE, LIST, LIST_ITEM, POST, REPOST
from tests.contract.networks import as_stored, lines
from tests.networks.bluesky.stage import NOW_US, BlueskyStage
from tests.networks.bluesky.town import ANA, ROBIN, SAM, Refused, token

Line = tuple[str, str, str, str]
ONE_FOR_ME = 1
"""To learn who I am."""
THEM, ME = Direction.TOWARDS_ME, Direction.FROM_ME


@pytest.fixture
def mine(stage: BlueskyStage) -> str:
    return stage.town.post(ROBIN, "Has anybody seen an otter float?")


@pytest.fixture
def hers(stage: BlueskyStage) -> str:
    return stage.town.post(ANA, "Only in a bath.")


def pages(stage: BlueskyStage, stream: Stream, of: str = "") -> list[Page]:
    return list(stage.adapter().pull(stream, of=of, reach=Reach.BACKFILL))


def read(stage: BlueskyStage, stream: Stream, of: str = "") -> set[Line]:
    """Direction, kind, native id, and whom it is about."""
    return {
        (line.direction, line.kind, line.native_id, line.contact.handle if line.contact else "")
        for line in lines(pages(stage, stream, of))
    }


def test_everything_done_to_me_is_among_the_notifications(stage: BlueskyStage, mine: str) -> None:
    town = stage.town
    reply = town.post(ANA, "in a bath", to=mine)
    mention = town.post(SAM, "hello @robin", names=ROBIN)
    repost = town.make(ANA, REPOST, subject=town.reference(mine))
    like = town.make(SAM, LIKE, subject=town.reference(mine))
    follow = town.make(ANA, FOLLOW, subject=ROBIN)
    assert read(stage, Stream.NOTIFICATIONS) == {
        (THEM, Kind.REPLY, reply, "ana.example"),
        (THEM, Kind.MENTION, f"{mention}>{ROBIN}", "sam.example"),
        (THEM, Kind.REPOST, repost, "ana.example"),
        (THEM, Kind.LIKE, like, "sam.example"),
        (THEM, Kind.FOLLOW, follow, "ana.example"),
    }
    assert read(stage, Stream.FOLLOWERS) == {(THEM, Kind.FOLLOW, follow, "ana.example")}


def test_everything_i_wrote_is_among_my_posts(stage: BlueskyStage, mine: str, hers: str) -> None:
    town = stage.town
    reply = town.post(ROBIN, "@sam a large one", to=hers, names=SAM)
    quote = town.post(ROBIN, "a bath, she says", embed={"record": town.reference(hers)})
    repost = town.make(ROBIN, REPOST, subject=town.reference(hers))
    assert read(stage, Stream.MY_POSTS) == {
        (ME, Kind.REPLY, reply, "ana.example"),
        (ME, Kind.MENTION, f"{reply}>{SAM}", "sam.example"),
        (ME, Kind.QUOTE, quote, "ana.example"),
        (ME, Kind.REPOST, repost, "ana.example"),
    }
    posts = {post.native_id: post for page in pages(stage, Stream.MY_POSTS) for post in page.posts}
    assert posts.keys() >= {mine, reply, quote}
    assert posts[hers].text == "Only in a bath."


def test_whom_i_liked_follow_block_and_mute(stage: BlueskyStage, hers: str) -> None:
    town = stage.town
    like = town.make(ROBIN, LIKE, subject=town.reference(hers))
    follow = town.make(ROBIN, FOLLOW, subject=ANA)
    block = town.make(ROBIN, BLOCK, subject=SAM)
    town.mutes = [ANA]
    assert read(stage, Stream.MY_LIKES) == {(ME, Kind.LIKE, like, "ana.example")}
    assert read(stage, Stream.FOLLOWING) == {(ME, Kind.FOLLOW, follow, "ana.example")}
    assert read(stage, Stream.BLOCKS) == {(ME, Kind.BLOCK, block, "sam.example")}
    assert read(stage, Stream.MUTES) == {(ME, Kind.MUTE, f"{ROBIN}>{ANA}", "ana.example")}
    [like_line] = lines(pages(stage, Stream.MY_LIKES))
    assert like_line.text == "Only in a bath."


def test_a_like_of_a_post_that_is_gone_still_says_whose_it_was(
    stage: BlueskyStage, hers: str
) -> None:
    like = stage.town.make(ROBIN, LIKE, subject=stage.town.reference(hers))
    del stage.town.records[hers]
    assert read(stage, Stream.MY_LIKES) == {(ME, Kind.LIKE, like, "ana.example")}


def test_somebody_who_left_is_followed_by_id_alone(stage: BlueskyStage) -> None:
    follow = stage.town.make(ROBIN, FOLLOW, subject=ANA)
    stage.town.gone = {ANA}
    assert read(stage, Stream.FOLLOWING) == {(ME, Kind.FOLLOW, follow, "")}
    assert list(stage.adapter().hydrate([ANA, SAM])) == [
        stage.adapter().resolve("https://bsky.app/profile/sam.example")
    ]
    assert stage.adapter().resolve("@ana.example") is None


def test_people_are_found_by_name(stage: BlueskyStage) -> None:
    found = list(stage.adapter().find_people("Okoro", 10))
    assert [(each.native_id, each.name) for each in found] == [(SAM, "Sam Okoro")]
    assert list(stage.adapter().find_people("Nobody", 10)) == []


@pytest.mark.parametrize(
    ("name", "is_suspended"), [("AccountTakedown", True), ("AccountDeactivated", False)]
)
def test_somebody_followed_who_is_not_shown_is_asked_after(
    stage: BlueskyStage, name: str, is_suspended: bool
) -> None:
    follow = stage.town.make(ROBIN, FOLLOW, subject=ANA)
    stage.town.make(ROBIN, FOLLOW, subject=SAM)
    stage.town.gone, stage.town.closed = {ANA}, {ANA: name}
    [target] = [
        line.target for line in lines(pages(stage, Stream.FOLLOWING)) if line.native_id == follow
    ]
    assert target is not None
    assert (target.native_id, target.name, target.bio) == (ANA, "", "")
    assert target.profile is not None
    assert target.profile.is_suspended is is_suspended
    assert stage.town.asked.count("app.bsky.actor.getProfile") == 1 + ONE_FOR_ME


def test_those_who_are_gone_are_asked_after_and_not_too_many_at_once(stage: BlueskyStage) -> None:
    for n in range(30):
        stage.town.make(ROBIN, FOLLOW, subject=f"did:web:gone{n}.example")
    assert len(read(stage, Stream.FOLLOWING)) == 30
    assert stage.town.asked.count("app.bsky.actor.getProfile") == 10 + 5 + ONE_FOR_ME
    stage.town.asked.clear()
    stage.town.make(ROBIN, BLOCK, subject="did:web:gone0.example")
    read(stage, Stream.BLOCKS)
    assert stage.town.asked.count("app.bsky.actor.getProfile") == ONE_FOR_ME


def test_my_lists_and_who_is_on_them(stage: BlueskyStage) -> None:
    purpose = "app.bsky.graph.defs#curatelist"
    river = stage.town.make(ROBIN, LIST, name="River people", purpose=purpose)
    stage.town.make(ROBIN, LIST, name="Spam", purpose="app.bsky.graph.defs#modlist")
    stage.town.make(ROBIN, LIST_ITEM, list=river, subject=ANA)
    [listed] = [one for page in pages(stage, Stream.MY_LISTS) for one in page.lists]
    assert (listed.native_id, listed.name, listed.is_public) == (river, "River people", True)
    members = [one for page in pages(stage, Stream.LIST_MEMBERS, river) for one in page.accounts]
    assert [member.handle for member in members] == ["ana.example"]


def test_messages_are_read_both_ways(stage: BlueskyStage) -> None:
    stage.town.write(ANA, ROBIN, "Under the bridge.")
    stage.town.write(ROBIN, ANA, "Found it.")
    stage.town.write(SAM, ROBIN, "Tea?")
    assert read(stage, Stream.MESSAGES) == {
        (THEM, Kind.MESSAGE, "ana-robin/m0", "ana.example"),
        (ME, Kind.MESSAGE, "ana-robin/m1", "ana.example"),
        (THEM, Kind.MESSAGE, "robin-sam/m2", "sam.example"),
    }


def test_a_later_look_reads_what_was_said_meanwhile_and_not_every_conversation(
    stage: BlueskyStage,
) -> None:
    stage.town.write(SAM, ROBIN, "Tea?")
    stage.town.now_us += 24 * HOUR
    for n in range(130):
        stage.town.write(ANA, ROBIN, f"number {n}")
    [first] = stage.adapter().pull(Stream.MESSAGES, reach=Reach.TAIL)
    stage.town.write(ANA, ROBIN, "one more")
    stage.town.asked.clear()
    [page] = stage.adapter().pull(Stream.MESSAGES, reach=Reach.TAIL, since=as_stored(first.cursor))
    assert any(line.text == "one more" for line in page.interactions)
    assert all("Tea" not in line.text for line in page.interactions)


def test_trouble_with_messages_is_theirs_alone(
    stage: BlueskyStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: object) -> None:
        raise Refused("InternalServerError", "could not resolve proxy did", 500)

    monkeypatch.setattr(stage.town, "_convos", breaks)
    adapter = stage.adapter()
    for _ in range(2):
        with pytest.raises(NetworkRefused, match="the next sync asks again"):
            list(adapter.pull(Stream.MESSAGES, reach=Reach.TAIL))
    assert list(adapter.pull(Stream.MY_POSTS, reach=Reach.TAIL))


def test_without_chat_access_messages_are_out_of_reach(stage: BlueskyStage) -> None:
    assert stage.adapter().capabilities()[Capability.SEE_MESSAGES] is Mode.API
    stage.town.tokens["access"] = token(scope="com.atproto.appPass")
    assert stage.adapter().capabilities()[Capability.SEE_MESSAGES] is Mode.NONE


def test_an_account_that_is_only_to_be_read_acts_by_hand(stage: BlueskyStage) -> None:
    reading = stage.adapter().capabilities()
    assert reading[Capability.POST] is Mode.WEB_INTENT
    assert {reading[each] for each in set(NEEDS.values())} == {Mode.WEB_INTENT, Mode.MANUAL}
    stage.kept.append(asdict(replace(stage.signed_in, acts="yes")))
    acting = stage.adapter().capabilities()
    assert {acting[each] for each in set(NEEDS.values())} == {Mode.API}
    assert acting[Capability.MESSAGE] is Mode.MANUAL


def test_a_page_tells_what_it_took_and_how_much_is_left(stage: BlueskyStage, mine: str) -> None:
    [page] = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL)
    assert page.cost.requests == len(stage.town.asked)
    assert isinstance(page.limit, RateLimit)
    assert (page.limit.limit, page.limit.remaining) == (3000, 2999)


def test_profiles_are_asked_for_by_the_lot_and_once(stage: BlueskyStage) -> None:
    for n in range(60):
        stage.town.make(ROBIN, FOLLOW, subject=stage.town.move_in(f"did:web:n{n}.example", "N"))
    read(stage, Stream.FOLLOWING)
    assert stage.town.asked.count("app.bsky.actor.getProfiles") == 3


def test_a_quiet_stream_takes_little_looking_up(stage: BlueskyStage) -> None:
    town = stage.town
    for n in range(40):
        town.make(ROBIN, LIKE, subject=town.reference(town.post(ANA, f"number {n}")))
    town.now_us += 24 * HOUR
    newest = town.make(ROBIN, LIKE, subject=town.reference(town.post(ANA, "Hello.")))
    [first] = stage.adapter().pull(Stream.MY_LIKES, reach=Reach.TAIL)
    assert town.asked.count("app.bsky.feed.getPosts") == 2
    town.asked.clear()
    [page] = stage.adapter().pull(Stream.MY_LIKES, reach=Reach.TAIL, since=as_stored(first.cursor))
    assert newest in {line.native_id for line in page.interactions}
    assert town.asked.count("app.bsky.feed.getPosts") == 1


def test_a_post_that_others_date_back_is_read_when_it_comes(stage: BlueskyStage) -> None:
    [first] = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL)
    old = stage.town.make(ROBIN, POST, at_us=NOW_US - 9_000 * HOUR, text="from an archive")
    found = stage.adapter().pull(Stream.MY_POSTS, reach=Reach.TAIL, since=as_stored(first.cursor))
    assert [post.native_id for page in found for post in page.posts] == [old]
