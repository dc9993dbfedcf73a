"""What people do to each other across two servers of the fediverse, done and read by hobnob."""

import pytest

from hobnob.domain.actions import ActionKind, Recovery
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.networks import Reach, Stream
from hobnob.domain.people import Network
from hobnob.domain.posts import Post
from hobnob.operations import connect
from hobnob.operations.sync import How, sync
from hobnob.storage import models
from hobnob.storage.queries.connections import connections
from tests.people import NOW_US
from tests.snac.conftest import Two
from tests.snac.people import eventually, patiently

pytestmark = pytest.mark.snac


@pytest.fixture(scope="module")
def asked(two: Two) -> str:
    """Ana asked me something: the post, as my server numbers it."""
    two.robin.knows(two.ana)
    two.ana.knows(two.robin)
    two.ana.do(ActionKind.POST, text=f"@{two.robin.handle} Do tigers purr?")
    return two.robin.hears(Kind.MENTION, two.ana)


def test_a_follow_arrives_and_is_known_on_both_sides(two: Two) -> None:
    order = two.robin.order(ActionKind.FOLLOW, two.robin.knows(two.ana).native_id)
    two.robin.do(ActionKind.FOLLOW, order.action.target)
    assert two.ana.hears(Kind.FOLLOW, two.robin)
    assert patiently(lambda: two.robin.writer().find(order)) is not None

    def followed() -> list[str] | None:
        [page] = two.robin.adapter().pull(Stream.FOLLOWING, reach=Reach.BACKFILL)
        return [line.target.handle for line in page.interactions if line.target] or None

    assert eventually(followed) == [two.ana.handle]


def test_a_mention_and_my_answer_to_it_cross_over(two: Two, asked: str) -> None:
    sent = two.robin.do(ActionKind.REPLY, asked, f"@{two.ana.handle} They do.")
    assert sent.native_id
    assert two.ana.hears(Kind.REPLY, two.robin)


@pytest.mark.parametrize(
    ("act", "kind"), [(ActionKind.LIKE, Kind.LIKE), (ActionKind.REPOST, Kind.REPOST)]
)
def test_a_like_and_a_repost_cross_over(two: Two, asked: str, act: ActionKind, kind: Kind) -> None:
    two.robin.do(act, asked)
    assert two.ana.hears(kind, two.robin)
    assert patiently(lambda: two.robin.writer().find(two.robin.order(act, asked))) is not None


def test_what_somebody_i_follow_posts_comes_home_from_their_server(two: Two) -> None:
    two.robin.do(ActionKind.FOLLOW, two.robin.knows(two.ana).native_id)
    two.ana.hears(Kind.FOLLOW, two.robin)
    two.ana.do(ActionKind.POST, text="Why tigers swim: https://zoo.example/tigers #TuskTalk")

    def seen() -> Post | None:
        [page] = two.robin.adapter().pull(Stream.HOME, reach=Reach.TAIL)
        assert page.problems == ()
        return next((post for post in page.posts if "tigers swim" in post.text), None)

    post = eventually(seen)
    assert [link.url for link in post.attached.links] == ["https://zoo.example/tigers"]
    assert post.author is not None
    assert post.author.handle == two.ana.handle
    assert post.author.profile is not None
    assert post.author.profile.made_us is not None


def test_a_post_that_may_have_arrived_is_looked_for_and_never_sent_again_unseen(two: Two) -> None:
    order = two.robin.order(ActionKind.POST, text="Only once, tigers & all.")
    writer = two.robin.writer()
    assert patiently(lambda: writer.find(order)) is None
    assert writer.recovery(ActionKind.POST) is Recovery.LOOK
    two.robin.do(ActionKind.POST, text=order.action.text)
    assert patiently(lambda: two.robin.writer().find(order)) is not None


@pytest.mark.django_db
def test_a_sync_reads_what_came_from_the_other_server(two: Two, asked: str) -> None:
    """Ana did all of it to me on her server; mine tells hobnob, which keeps each once."""
    mine = two.ana.knows(two.robin).native_id
    post = two.robin.do(ActionKind.POST, text=f"@{two.ana.handle} Who likes hay?").native_id
    hers = two.ana.hears(Kind.MENTION, two.robin)
    two.ana.do(ActionKind.FOLLOW, mine)
    two.ana.do(ActionKind.LIKE, hers)
    two.ana.do(ActionKind.REPOST, hers)
    two.ana.do(ActionKind.REPLY, hers, f"@{two.robin.handle} I do.")
    for kind in (Kind.FOLLOW, Kind.LIKE, Kind.REPOST, Kind.REPLY):
        two.robin.hears(kind, two.ana)

    wish = connect.Wish(network=Network.MASTODON, place=two.robin.server.host)
    token = {"token": two.robin.secret["token"]}
    made = patiently(lambda: connect.connect_by_hand(wish, token, clock=lambda: NOW_US))

    def is_all_read() -> bool | None:
        sync(made.pk, clock=lambda: NOW_US, how=How(is_thorough=True))
        theirs = models.Interaction.objects.filter(
            direction=Direction.TOWARDS_ME, actor__handle=two.ana.handle
        )
        kinds = set(theirs.values_list("kind", flat=True))
        return kinds >= {"mention", "reply", "like", "repost", "follow"} or None

    assert eventually(is_all_read)
    liked = models.Interaction.objects.get(kind=Kind.LIKE, direction=Direction.TOWARDS_ME)
    assert liked.post is not None
    assert liked.post.native_id == post
    before = models.Interaction.objects.count()
    sync(made.pk, clock=lambda: NOW_US, how=How(is_thorough=True))
    assert models.Interaction.objects.count() == before
    [line] = connections(NOW_US)
    amiss = {each.stream for each in line.streams if each.says}
    assert amiss <= {"blocks", "mutes"}, "snac has no such lists, and that is said"
