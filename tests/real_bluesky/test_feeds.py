"""What people post, and what hangs on it, as the real servers tell it."""

import pytest

from hobnob.domain.networks import Reach, Stream
from hobnob.domain.posts import Link, Media, Post
from tests.contract.networks import as_stored, lines
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.signing_in import SignedIn

pytestmark = pytest.mark.bluesky

LINK = "https://zoo.example/tigers"


def home(me: Somebody) -> dict[str, Post]:
    """By native id, what a first look at home shows."""
    [page] = SignedIn.as_(me).adapter().pull(Stream.HOME, reach=Reach.TAIL)
    assert page.interactions == ()
    assert page.problems == ()
    return {post.native_id: post for post in page.posts}


def test_home_shows_what_hangs_on_posts(
    bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    robin.follow(ana)
    his = sam.post("Kettles.")
    card = ana.card("They do", link=LINK, title="Why tigers swim")
    picture = ana.picture("Look", shows="a tiger in a bath", labels=["nudity"])
    quote = ana.quote(his, f"Says @{sam.handle}")
    named = ana.reply(quote, f"or @{robin.handle}")
    bluesky.settle()
    posts = home(robin)
    assert posts[card.uri].attached.links == (
        Link(url=LINK, title="Why tigers swim", is_card=True),
    )
    assert posts[picture.uri].attached.media == (Media(alt="a tiger in a bath"),)
    assert posts[picture.uri].attached.labels == ("nudity",)
    assert posts[picture.uri].is_sensitive
    assert posts[quote.uri].attached.quotes == his.uri
    assert posts[named.uri].in_reply_to == quote.uri
    assert his.uri not in posts


def test_a_repost_is_the_same_in_home_and_among_what_somebody_posts(
    bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    robin.follow(ana)
    his = sam.post("Kettles.")
    repost = ana.repost(his)
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    [page] = adapter.pull(Stream.LIST_POSTS, reach=Reach.TAIL, members=[ana.did])
    among_hers = {post.native_id: post for post in page.posts}
    assert among_hers.keys() == {repost.uri, his.uri}
    handed_on = among_hers[repost.uri]
    assert handed_on.attached.reposts == his.uri
    assert handed_on.author is not None
    assert handed_on.author.native_id == ana.did
    at_home = home(robin)
    assert {at_home[each] == among_hers[each] for each in among_hers} == {True}


def test_home_is_read_on_from_where_it_was(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    robin.follow(ana)
    ana.posts(f"and tea number {number}" for number in range(120))
    gone = ana.post("Not this.")
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    [first] = adapter.pull(Stream.HOME, reach=Reach.TAIL)
    assert len(first.posts) == 100
    ana.take_back(gone)
    newest = ana.post("Cake.")
    bluesky.settle()
    later = list(adapter.pull(Stream.HOME, reach=Reach.TAIL, since=as_stored(first.cursor)))
    assert newest.uri in {post.native_id for page in later for post in page.posts}
    assert {each for page in later for each in page.deleted_posts} == {gone.uri}


def test_a_profile_tells_more_than_names(bluesky: Network, robin: Somebody, ana: Somebody) -> None:
    ana.introduce("Ana de Vries", "Otters.")
    ana.post("Kettles.")
    ana.follow(robin)
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    [found] = adapter.hydrate([ana.did])
    assert found.profile is not None
    assert (found.profile.posts, found.profile.following, found.profile.followers) == (1, 1, 0)
    assert found.profile.made_us is not None
    assert found.profile.is_suspended is False
    [line] = lines(adapter.pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))
    assert line.actor is not None
    assert line.actor.profile is not None
    assert line.actor.profile.made_us == found.profile.made_us


def test_whoever_closed_an_account_is_followed_still_and_not_called_suspended(
    bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    follow = robin.follow(ana)
    bluesky.settle()
    ana.client.com.atproto.server.deactivate_account({})
    bluesky.settle()
    adapter = SignedIn.as_(robin).adapter()
    [line] = lines(adapter.pull(Stream.FOLLOWING, reach=Reach.BACKFILL))
    assert line.native_id == follow.uri
    assert line.target is not None
    assert line.target.native_id == ana.did
    assert line.target.profile is None or line.target.profile.is_suspended is False
