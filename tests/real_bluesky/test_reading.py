"""hobnob reads what people did on the real servers, through its own adapter."""

from collections.abc import Callable, Iterable

import pytest

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.networks import Reach, Stream
from hobnob.networks.base import Page
from tests.contract.networks import as_stored, heard, lines
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody, Written
from tests.real_bluesky.signing_in import SignedIn

pytestmark = pytest.mark.bluesky

Line = tuple[str, str, str, str]
THEM, ME = Direction.TOWARDS_ME, Direction.FROM_ME


def pages(me: Somebody, stream: Stream, of: str = "") -> list[Page]:
    adapter = SignedIn.as_(me, messages=stream is Stream.MESSAGES).adapter()
    return list(adapter.pull(stream, of=of, reach=Reach.BACKFILL))


def uris(records: Iterable[Written]) -> set[str]:
    return {each.uri for each in records}


def read(me: Somebody, stream: Stream) -> set[Line]:
    """Direction, kind, native id, and the DID of whom it is about."""
    return {
        (line.direction, line.kind, line.native_id, line.contact.native_id if line.contact else "")
        for line in lines(pages(me, stream))
    }


def test_i_am_who_signed_in(robin: Somebody, bluesky: Network) -> None:
    robin.introduce("Robin Aldous", "Likes elephants.")
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    me = adapter.whoami()
    assert (me.native_id, me.handle, me.name) == (robin.did, robin.handle, "Robin Aldous")
    found = adapter.resolve(f"@{robin.handle}")
    assert found is not None
    assert found.native_id == robin.did
    assert [each.bio for each in adapter.hydrate([robin.did])] == ["Likes elephants."]


def test_everything_done_to_me_is_among_the_notifications(
    bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    mine = robin.post("Has anybody seen an elephant float?")
    reply = ana.reply(mine, "Only in a bath.")
    mention = sam.post(f"Ask @{robin.handle} about baths", names=[robin])
    quote = sam.quote(mine, "a fair question")
    repost, like, follow = ana.repost(mine), sam.like(mine), ana.follow(robin)
    bluesky.settle()
    assert read(robin, Stream.NOTIFICATIONS) == {
        (THEM, Kind.REPLY, reply.uri, ana.did),
        (THEM, Kind.MENTION, f"{mention.uri}>{robin.did}", sam.did),
        (THEM, Kind.QUOTE, quote.uri, sam.did),
        (THEM, Kind.REPOST, repost.uri, ana.did),
        (THEM, Kind.LIKE, like.uri, sam.did),
        (THEM, Kind.FOLLOW, follow.uri, ana.did),
    }


def test_everything_i_did_is_read_from_my_own_records(
    bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    hers = ana.post("Elephants float in baths.")
    bluesky.settle()
    reply = robin.reply(hers, "A large one?")
    mention = robin.post(f"Do you know, @{sam.handle}?", names=[sam])
    quote, repost, like = robin.quote(hers, "she says"), robin.repost(hers), robin.like(hers)
    follow, block = robin.follow(ana), robin.block(sam)
    robin.mute(ana)
    bluesky.settle()
    assert read(robin, Stream.MY_POSTS) >= {
        (ME, Kind.REPLY, reply.uri, ana.did),
        (ME, Kind.MENTION, f"{mention.uri}>{sam.did}", sam.did),
        (ME, Kind.QUOTE, quote.uri, ana.did),
    }
    assert read(robin, Stream.MY_LIKES) == {(ME, Kind.LIKE, like.uri, ana.did)}
    assert read(robin, Stream.FOLLOWING) == {(ME, Kind.FOLLOW, follow.uri, ana.did)}
    assert read(robin, Stream.BLOCKS) == {(ME, Kind.BLOCK, block.uri, sam.did)}
    assert read(robin, Stream.MUTES) == {(ME, Kind.MUTE, f"{robin.did}>{ana.did}", ana.did)}
    assert (ME, Kind.REPOST, repost.uri, ana.did) in read(robin, Stream.MY_POSTS)


def test_the_followers_and_their_notifications_are_the_same_event(
    bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    follows = {(THEM, Kind.FOLLOW, who.follow(robin).uri, who.did) for who in (ana, sam)}
    bluesky.settle()
    assert read(robin, Stream.FOLLOWERS) == follows
    assert read(robin, Stream.NOTIFICATIONS) == follows


def test_a_list_with_its_members_and_what_they_post(
    bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    made = robin.make_list("The Watchlist", ana, sam)
    post = ana.post("Tea at the harbour.")
    bluesky.settle()
    [found] = [each for page in pages(robin, Stream.MY_LISTS) for each in page.lists]
    assert (found.name, found.native_id, found.is_public) == ("The Watchlist", made.uri, True)
    members = [
        each for page in pages(robin, Stream.LIST_MEMBERS, made.uri) for each in page.accounts
    ]
    assert {each.handle for each in members} == {ana.handle, sam.handle}
    people = [each.native_id for each in members]
    rounds = SignedIn.as_(robin).adapter().pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=people)
    assert [each.native_id for page in rounds for each in page.posts] == [post.uri]


def test_a_hashtag_is_what_anybody_says_under_it(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    said = ana.post("Which kettle? #TuskTalk")
    ana.post("No kettle at all.")
    bluesky.settle()
    # The test server looks for the very letters; Bluesky's own search is not public.
    read = pages(robin, Stream.HASHTAG, "TuskTalk")
    found = [post.native_id for page in read for post in page.posts]
    assert found == [said.uri]


def test_a_conversation_is_read_both_ways(bluesky: Network, robin: Somebody, ana: Somebody) -> None:
    bluesky.chat.write(ana, robin, "The bucket is under the bridge.")
    bluesky.chat.write(robin, ana, "Which bridge?")
    told = {(line.direction, line.kind, line.text) for line in lines(pages(robin, Stream.MESSAGES))}
    assert told == {
        (THEM, Kind.MESSAGE, "The bucket is under the bridge."),
        (ME, Kind.MESSAGE, "Which bridge?"),
    }


@pytest.mark.parametrize("reach", Reach)
def test_sixty_notifications_of_one_millisecond_all_arrive(
    bluesky: Network, robin: Somebody, ana: Somebody, reach: Reach
) -> None:
    mine = robin.post("Tea?")
    ana.like(mine)
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    *_, first = adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    replies = ana.replies_at_once(mine, 60)
    # On top of them so many that a page of 100 ends among those of the millisecond.
    replies += ana.replies(mine, 70)
    bluesky.settle()
    since = as_stored(first.cursor) if reach is Reach.TAIL else None
    assert heard(adapter.pull(Stream.NOTIFICATIONS, reach=reach, since=since)) >= uris(replies)


def test_more_of_one_millisecond_than_bluesky_shows_is_said_and_no_end(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    mine = robin.post("Tea?")
    before = ana.reply(mine, "Yes.")
    ana.replies_at_once(mine, 130)
    bluesky.settle()
    read = pages(robin, Stream.NOTIFICATIONS)
    assert before.uri in heard(read)
    assert read[-1].is_last
    assert ["in one millisecond" in each.reason for page in read for each in page.problems] == [
        True
    ]


def test_who_leaves_bluesky_is_left_out(bluesky: Network, robin: Somebody, ana: Somebody) -> None:
    ana.follow(robin)
    bluesky.settle()
    ana.client.com.atproto.server.deactivate_account({})
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    assert list(adapter.hydrate([ana.did])) == []
    assert adapter.resolve(ana.handle) is None
    assert read(robin, Stream.FOLLOWERS) == set()


def test_what_is_taken_back_and_what_is_new_comes_with_the_next_look(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    mine = robin.post("Tea?")
    replies = [ana.reply(mine, f"number {number}") for number in range(4)]
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    *_, first = adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    ana.take_back(replies[2])
    more = ana.reply(mine, "and cake")
    bluesky.settle()
    later = list(
        adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=as_stored(first.cursor))
    )
    assert more.uri in heard(later)
    assert [gone for page in later for gone in page.deleted_posts] == [replies[2].uri]


def test_somebody_new_is_followed_by_nobody(meet: Callable[[str], Somebody]) -> None:
    [page] = pages(meet("noor"), Stream.FOLLOWERS)
    assert (page.is_last, page.interactions) == (True, ())
