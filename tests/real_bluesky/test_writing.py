"""hobnob acts on the real servers through its own writer, and others see it there, once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from hobnob.domain.actions import OPPOSITE, ActionKind, Recovery
from hobnob.networks.base import NetworkRefused
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.scene import DOES, Scene

pytestmark = pytest.mark.bluesky


@pytest.fixture
def scene(bluesky: Network, robin: Somebody, ana: Somebody) -> Scene:
    return Scene(bluesky, robin, ana)


def test_every_kind_is_among_those_that_are_tried() -> None:
    assert {*DOES, *(OPPOSITE[kind] for kind in DOES)} == set(ActionKind)


@pytest.mark.parametrize("kind", DOES, ids=str)
def test_sent_twice_it_is_there_once_and_taken_back_it_is_gone(
    scene: Scene, kind: ActionKind
) -> None:
    order = scene.order(kind)
    assert scene.writer().find(order) is None
    done = [scene.writer().send(order) for _ in range(2)]
    assert scene.seen(kind) == 1
    assert {each.native_id for each in done} == {done[0].native_id}
    found = scene.writer().find(order)
    assert found is not None
    assert found.native_id == done[0].native_id

    target = done[0].native_id if OPPOSITE[kind] is ActionKind.DELETE_POST else None
    undo = scene.order(OPPOSITE[kind], target)
    assert scene.writer().find(undo) is None
    for _ in range(2):
        scene.writer().send(undo)
    assert scene.seen(kind) == 0
    assert scene.writer().find(undo) is not None


@pytest.mark.parametrize("kind", [kind for kind in DOES if kind is not ActionKind.MUTE], ids=str)
def test_sent_by_two_at_the_same_time_it_is_there_once(scene: Scene, kind: ActionKind) -> None:
    order = scene.order(kind)
    with ThreadPoolExecutor(2) as workers:
        done = list(workers.map(lambda writer: writer.send(order), [scene.writer() for _ in "ab"]))
    assert scene.seen(kind) == 1
    assert {each.native_id for each in done} == {done[0].native_id}


@pytest.mark.parametrize("kind", [ActionKind.POST, ActionKind.REPLY], ids=str)
def test_the_key_names_the_record_of_what_is_said(scene: Scene, kind: ActionKind) -> None:
    assert scene.writer().recovery(kind) is Recovery.NAMED
    order = scene.order(kind)
    assert scene.writer().send(order).native_id == (
        f"at://{scene.robin.did}/app.bsky.feed.post/{order.key}"
    )


def test_who_is_named_in_a_post_hears_of_it(scene: Scene) -> None:
    text = f"Ünder the bridge, @{scene.ana.handle}: https://tusk.example/bath #TuskTalk"
    made = scene.writer().send(scene.order(ActionKind.POST, text=text))
    scene.network.settle()
    heard = scene.ana.bsky.notification.list_notifications().notifications
    assert [(each.reason, each.uri) for each in heard] == [("mention", made.native_id)]
    assert heard[0].record.text == text
    linked = {
        text.encode()[each.index.byte_start : each.index.byte_end].decode(): each.features[0]
        for each in heard[0].record.facets
    }
    assert linked[f"@{scene.ana.handle}"].did == scene.ana.did
    assert linked["https://tusk.example/bath"].uri == "https://tusk.example/bath"
    assert linked["#TuskTalk"].tag == "TuskTalk"


def test_an_answer_stands_in_the_thread_that_it_answers(scene: Scene) -> None:
    asked = scene.ana.reply(scene.hers, "Has anybody tried?")
    scene.network.settle()
    made = scene.writer().send(scene.order(ActionKind.REPLY, asked.uri, "Twice."))
    scene.network.settle()
    [post] = scene.ana.bsky.feed.get_posts({"uris": [made.native_id]}).posts
    assert post.record.reply.parent.uri == asked.uri
    assert post.record.reply.root.uri == scene.hers.uri


def test_what_is_gone_is_not_answered(scene: Scene) -> None:
    scene.ana.take_back(scene.hers)
    scene.network.settle()
    order = scene.order(ActionKind.REPLY)
    with pytest.raises(NetworkRefused):
        scene.writer().send(order)
    assert scene.writer().find(order) is None


def test_what_is_too_long_is_refused_in_a_sentence(scene: Scene) -> None:
    order = scene.order(ActionKind.POST, text="tea " * 76)
    with pytest.raises(NetworkRefused) as caught:
        scene.writer().send(order)
    assert str(caught.value).endswith(".")
    assert scene.writer().find(order) is None
    assert scene.seen(ActionKind.POST) == 0


def test_who_blocked_me_is_not_followed(scene: Scene) -> None:
    scene.ana.block(scene.robin)
    scene.network.settle()
    with pytest.raises(NetworkRefused, match="blocked you"):
        scene.writer().send(scene.order(ActionKind.FOLLOW))
    assert scene.seen(ActionKind.FOLLOW) == 0


def test_a_session_that_is_over_is_renewed_on_the_way(scene: Scene) -> None:
    scene.signed_in.age()
    scene.writer().send(scene.order(ActionKind.FOLLOW))
    assert len(scene.signed_in.renewed) == 1
    assert scene.seen(ActionKind.FOLLOW) == 1


def test_an_earlier_follow_of_the_same_person_is_what_a_follow_finds(scene: Scene) -> None:
    scene.robin.follow(scene.ana)
    scene.network.settle()
    assert scene.writer().find(scene.order(ActionKind.FOLLOW)) is not None
    scene.writer().send(scene.order(ActionKind.FOLLOW))
    assert scene.seen(ActionKind.FOLLOW) == 1
