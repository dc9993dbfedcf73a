"""From a handle and an app password to lists that are filled, with the real servers."""

from collections.abc import Callable

import pytest

from hobnob.domain.networks import Stream
from hobnob.operations import connect
from hobnob.operations.rebuild import rebuild
from hobnob.operations.secrets.keep import kept_secrets
from hobnob.operations.sync import sync
from hobnob.storage import models
from tests.people import members
from tests.real_bluesky.desk import Desk
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.signing_in import now_us, outlived

pytestmark = [pytest.mark.bluesky, pytest.mark.django_db]


def happened() -> set[tuple[str, str, str]]:
    """Kind, direction and the handle on the other side of everything in the log."""
    return {
        (each.kind, each.direction, each.contact.handle if each.contact else "")
        for each in models.Interaction.objects.select_related("contact")
    }


def tied(stream: Stream) -> set[str]:
    """The handles of those whom a snapshot shows now."""
    ties = models.Tie.objects.filter(state__stream=stream, ended_us__isnull=True)
    return set(ties.values_list("account__handle", flat=True))


def test_everything_both_ways_is_read_once_and_fills_the_lists(
    desk: Desk, bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    mine, hers, his = robin.post("Tea?"), ana.post("Baths."), sam.post("Kettles.")
    bluesky.settle()
    ana.reply(mine, "Yes."), sam.post(f"Ask @{robin.handle}", names=[robin]), ana.quote(mine, "so?")
    sam.repost(mine), sam.like(mine), sam.follow(robin)
    robin.reply(his, "Which?"), robin.post(f"Ask @{ana.handle}", names=[ana])
    robin.quote(hers, "she says"), robin.repost(his), robin.like(his), robin.follow(ana)
    robin.make_list("The Watchlist", ana, sam)
    assert desk.sync() == 12
    assert happened() == {
        ("reply", "towards me", ana.handle),
        ("quote", "towards me", ana.handle),
        ("mention", "towards me", sam.handle),
        ("repost", "towards me", sam.handle),
        ("like", "towards me", sam.handle),
        ("follow", "towards me", sam.handle),
        ("reply", "from me", sam.handle),
        ("mention", "from me", ana.handle),
        ("quote", "from me", ana.handle),
        ("repost", "from me", sam.handle),
        ("like", "from me", sam.handle),
        ("follow", "from me", ana.handle),
    }
    assert members("mentioned") == {ana.handle, sam.handle}
    assert members("favorited") == {sam.handle}
    assert (tied(Stream.FOLLOWERS), tied(Stream.FOLLOWING)) == ({sam.handle}, {ana.handle})
    assert tied(Stream.LIST_MEMBERS) == {ana.handle, sam.handle}
    assert [each.name for each in models.RemoteList.objects.all()] == ["The Watchlist"]
    assert desk.sync(is_thorough=True) == 0
    assert rebuild().is_same


def test_whom_i_blocked_and_muted_is_known(desk: Desk, ana: Somebody, sam: Somebody) -> None:
    desk.robin.block(ana)
    desk.robin.mute(sam)
    desk.sync()
    assert (tied(Stream.BLOCKS), tied(Stream.MUTES)) == ({ana.handle}, {sam.handle})


def test_sixty_notifications_of_one_millisecond_all_arrive(desk: Desk, ana: Somebody) -> None:
    mine = desk.robin.post("Tea?")
    replies = []
    for _ in range(2):
        replies += ana.replies_at_once(mine, 60)
        # On top of them so many that a page of 100 ends among those of the millisecond.
        replies += ana.replies(mine, 70)
        assert desk.sync() == 130
    read = set(models.Interaction.objects.values_list("native_id", flat=True))
    assert read == {each.uri for each in replies}


def test_a_long_history_is_read_to_its_beginning(desk: Desk, ana: Somebody) -> None:
    ana.replies(desk.robin.post("Tea?"), 230)
    desk.robin.posts(f"tea number {number}" for number in range(120))
    assert desk.sync() == 230
    assert models.Post.objects.filter(author__native_id=desk.robin.did).count() == 121
    assert desk.sync() == 0


def test_what_changed_since_the_last_time_is_noticed(
    desk: Desk, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    mine = robin.post("Tea?")
    reply, _, follow = ana.reply(mine, "Yes."), ana.follow(robin), sam.follow(robin)
    desk.sync()
    ana.take_back(reply)
    sam.take_back(follow)
    sam.like(mine)
    assert desk.sync(is_thorough=True) == 1
    assert tied(Stream.FOLLOWERS) == {ana.handle}
    assert models.DeletedPost.objects.filter(native_id=reply.uri).exists()


def test_messages_are_read_where_they_were_asked_for(
    desk: Desk, bluesky: Network, robin: Somebody, ana: Somebody
) -> None:
    bluesky.chat.write(ana, robin, "The bucket is under the bridge.")
    assert desk.sync() == 0
    assert "chat.bsky.convo.listConvos" not in bluesky.chat.asked
    desk.connect(messages=True)
    assert desk.sync() == 1
    assert happened() == {("message", "towards me", ana.handle)}


def test_a_session_that_is_over_is_renewed_within_a_sync(desk: Desk, ana: Somebody) -> None:
    ana.follow(desk.robin)
    desk.sync()
    secret = kept_secrets().read(desk.me)
    kept_secrets().keep(desk.me, {**secret, "access": outlived(secret["access"])})
    ana.reply(desk.robin.post("Tea?"), "Yes.")
    assert desk.sync() == 1
    assert kept_secrets().read(desk.me)["refresh"] != secret["refresh"]


def test_what_is_disconnected_is_signed_out_over_there(
    desk: Desk, meet: Callable[[str], Somebody]
) -> None:
    connection = desk.connect()
    secret = kept_secrets().read(desk.me)
    assert connect.disconnect(connection.pk, now_us=now_us())
    kept_secrets().keep(desk.me, {**secret, "access": outlived(secret["access"])})
    models.Connection.objects.update(disconnected_us=None)
    sync(connection.pk, clock=now_us)
    connection.refresh_from_db()
    assert connection.needs_sign_in
