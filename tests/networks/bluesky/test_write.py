"""What a person approved is done once, whoever sends it how often."""

from typing import Any

import pytest

from hobnob.domain.actions import OPPOSITE, Action, ActionKind, Recovery
from hobnob.domain.people import Network
from hobnob.networks.base import NetworkRefused, Order, RateLimited, SignInNeeded, Unreachable
from hobnob.networks.bluesky.uris import (
    BLOCK,
    FOLLOW,
    LIKE,
    LIST,
    LIST_ITEM,
    POST,
    REPOST,
    tid_at,
)
from tests.contract.networks import Fault
from tests.networks.bluesky.stage import NOW_US, BlueskyStage
from tests.networks.bluesky.town import ANA, ROBIN, SAM

MADE = {
    ActionKind.POST: POST,
    ActionKind.REPLY: POST,
    ActionKind.LIKE: LIKE,
    ActionKind.REPOST: REPOST,
    ActionKind.FOLLOW: FOLLOW,
    ActionKind.BLOCK: BLOCK,
    ActionKind.LIST_ADD: LIST_ITEM,
}
STATES = [kind for kind in MADE if MADE[kind] != POST]


class Desk:
    """Where Robin's approvals come from, about Ana and a post of hers."""

    def __init__(self, stage: BlueskyStage) -> None:
        self.stage = stage
        self.hers = stage.town.post(ANA, "Only in a bath.")
        self.river = stage.town.make(ROBIN, LIST, name="River people")
        self._approved_us = NOW_US

    def order(self, kind: ActionKind, **given: Any) -> Order:
        """An approval a second after the one before."""
        self._approved_us += 1_000_000
        about_post = kind in (
            ActionKind.REPLY,
            ActionKind.LIKE,
            ActionKind.REPOST,
            ActionKind.UNLIKE,
            ActionKind.UNDO_REPOST,
        )
        target = "" if kind is ActionKind.POST else self.hers if about_post else ANA
        values = {
            "network": Network.BLUESKY,
            "by": ROBIN,
            "kind": kind,
            "target": target,
            "text": "In the sea, too." if kind in (ActionKind.POST, ActionKind.REPLY) else "",
            "on_list": self.river if "LIST" in kind.name else "",
        }
        return Order(
            action=Action(**(values | given)),
            key=tid_at(self._approved_us),
            approved_us=self._approved_us,
        )

    def mine(self, collection: str) -> list[str]:
        return [uri for uri, _ in self.stage.town._of(collection, ROBIN)]


@pytest.fixture
def desk(stage: BlueskyStage) -> Desk:
    return Desk(stage)


@pytest.mark.parametrize("kind", MADE)
def test_a_record_is_made_under_the_key_of_its_approval(desk: Desk, kind: ActionKind) -> None:
    order, writer = desk.order(kind), desk.stage.writer()
    assert writer.recovery(kind) is Recovery.NAMED
    assert writer.find(order) is None
    made = writer.send(order)
    assert made.native_id == f"at://{ROBIN}/{MADE[kind]}/{order.key}"
    assert desk.stage.town.records[made.native_id]["value"]["createdAt"].startswith("2026-11-18T")
    found = desk.stage.writer().find(order)
    assert found is not None
    assert found.native_id == made.native_id


@pytest.mark.parametrize("kind", MADE)
def test_what_is_sent_twice_is_there_once(desk: Desk, kind: ActionKind) -> None:
    order = desk.order(kind)
    sent = [desk.stage.writer().send(order).native_id for _ in range(2)]
    assert desk.mine(MADE[kind]) == sent[:1]
    assert sent[0] == sent[1]


@pytest.mark.parametrize("kind", STATES)
def test_what_is_so_already_is_an_outcome(desk: Desk, kind: ActionKind) -> None:
    first = desk.stage.writer().send(desk.order(kind))
    again = desk.order(kind)
    assert desk.stage.writer().send(again).native_id == first.native_id
    found = desk.stage.writer().find(again)
    assert found is not None
    assert found.native_id == first.native_id
    assert len(desk.mine(MADE[kind])) == 1


@pytest.mark.parametrize("kind", STATES)
def test_it_is_undone_and_undone_again(desk: Desk, kind: ActionKind) -> None:
    desk.stage.writer().send(desk.order(kind))
    undo, writer = desk.order(OPPOSITE[kind]), desk.stage.writer()
    assert writer.recovery(undo.action.kind) is Recovery.STATE
    assert writer.find(undo) is None
    for _ in range(2):
        writer.send(undo)
        assert desk.mine(MADE[kind]) == []
        assert writer.find(undo) is not None


@pytest.mark.parametrize("kind", STATES)
def test_an_old_record_that_only_the_appview_names_is_undone(desk: Desk, kind: ActionKind) -> None:
    made = desk.stage.writer().send(desk.order(kind)).native_id
    for n in range(120):
        about: Any = desk.stage.town.move_in(f"did:web:n{n}.example", "N")
        if kind in (ActionKind.LIKE, ActionKind.REPOST):
            about = desk.stage.town.reference(desk.stage.town.post(SAM, "Hello."))
        desk.stage.town.now_us = NOW_US + (n + 60) * 1_000_000
        desk.stage.town.make(ROBIN, MADE[kind], subject=about, list=desk.river)
    desk.stage.writer().send(desk.order(OPPOSITE[kind]))
    assert made not in desk.mine(MADE[kind])
    assert len(desk.mine(MADE[kind])) == 120


def test_a_like_that_the_appview_still_names_after_it_was_taken_back_is_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = f"at://{ROBIN}/{LIKE}/{tid_at(NOW_US)}"
    view = {**desk.stage.town._post_view(desk.hers), "viewer": {"like": stale}}
    monkeypatch.setattr(desk.stage.town, "_posts", lambda _: {"posts": [view]})
    order = desk.order(ActionKind.LIKE)
    assert desk.stage.writer().find(order) is None
    assert desk.stage.writer().send(order).native_id.endswith(order.key)


def test_a_mute_is_a_state(desk: Desk) -> None:
    writer = desk.stage.writer()
    mute, unmute = desk.order(ActionKind.MUTE), desk.order(ActionKind.UNMUTE)
    assert writer.find(mute) is None
    writer.send(mute)
    assert desk.stage.town.mutes == [ANA]
    assert writer.find(mute) is not None
    assert writer.find(unmute) is None
    writer.send(unmute)
    assert desk.stage.town.mutes == []


def test_a_post_of_mine_is_deleted_and_nobody_elses(desk: Desk) -> None:
    writer = desk.stage.writer()
    post = writer.send(desk.order(ActionKind.POST)).native_id
    delete = desk.order(ActionKind.DELETE_POST, target=post)
    assert writer.find(delete) is None
    writer.send(delete)
    writer.send(delete)
    assert writer.find(delete) is not None
    assert desk.mine(POST) == []
    with pytest.raises(NetworkRefused, match="your own posts"):
        writer.send(desk.order(ActionKind.DELETE_POST, target=desk.hers))


def test_an_answer_names_what_it_answers_and_where_that_began(desk: Desk) -> None:
    answered = desk.stage.town.post(SAM, "Not in mine.", to=desk.hers)
    sent = desk.stage.writer().send(desk.order(ActionKind.REPLY, target=answered))
    value = desk.stage.town.records[sent.native_id]["value"]
    assert value["reply"]["parent"] == desk.stage.town.reference(answered)
    assert value["reply"]["root"] == desk.stage.town.reference(desk.hers)
    assert sent.url == f"https://bsky.app/profile/{ROBIN}/post/{sent.native_id.split('/')[-1]}"


def test_addresses_hashtags_and_people_become_links(desk: Desk) -> None:
    # The SDK takes no name under .example for a name.
    desk.stage.town.people[SAM]["handle"] = "sam.test"
    text = "🦦 @sam.test @nobody.test see https://a.example/b #otters"
    sent = desk.stage.writer().send(desk.order(ActionKind.POST, text=text))
    value = desk.stage.town.records[sent.native_id]["value"]
    assert value["text"] == text
    marked = {
        text.encode()[each["index"]["byteStart"] : each["index"]["byteEnd"]].decode(): {
            name: said for name, said in each["features"][0].items() if name != "$type"
        }
        for each in value["facets"]
    }
    assert marked == {
        "@sam.test": {"did": SAM},
        "https://a.example/b": {"uri": "https://a.example/b"},
        "#otters": {"tag": "otters"},
    }


def test_what_nobody_can_answer_is_not_answered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = {**desk.stage.town._post_view(desk.hers), "viewer": {"replyDisabled": True}}
    monkeypatch.setattr(desk.stage.town, "_posts", lambda _: {"posts": [view]})
    with pytest.raises(NetworkRefused, match="only some people answer"):
        desk.stage.writer().send(desk.order(ActionKind.REPLY))
    assert desk.mine(POST) == []


def test_what_breaks_off_while_it_deletes_may_have_been_done_and_is_looked_up(desk: Desk) -> None:
    desk.stage.writer().send(desk.order(ActionKind.LIKE))
    undo = desk.order(ActionKind.UNLIKE)
    # It looks through the newest likes and at the post before it deletes anything.
    desk.stage.fail_once(Fault.SERVER_ERROR, after=2)
    with pytest.raises(Unreachable) as caught:
        desk.stage.writer().send(undo)
    assert caught.value.may_have_arrived
    assert desk.stage.writer().find(undo) is None


def test_what_cannot_be_done_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.stage.town.make(SAM, BLOCK, subject=ROBIN)
    gone = f"at://{ANA}/{POST}/{tid_at(NOW_US)}"
    refused = [
        desk.order(ActionKind.LIKE, target=gone),
        desk.order(ActionKind.REPLY, target="nothing"),
        desk.order(ActionKind.FOLLOW, target="did:plc:nobody"),
        desk.order(ActionKind.FOLLOW, target=SAM),
        desk.order(ActionKind.MUTE, target="@ana"),
        desk.order(ActionKind.POST, text="x" * 301),
        desk.order(ActionKind.REPLY, is_private=True),
        desk.order(ActionKind.POST, by=ANA),
        desk.order(ActionKind.LIST_ADD, on_list=f"at://{ANA}/{LIST}/{tid_at(NOW_US)}"),
    ]
    before = dict(desk.stage.town.records)
    for order in refused:
        with pytest.raises(NetworkRefused) as caught:
            desk.stage.writer().send(order)
        assert str(caught.value).endswith(".")
    assert desk.stage.town.records == before
    assert desk.stage.town.mutes == []


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.RATE_LIMIT, RateLimited),
        (Fault.SERVER_ERROR, Unreachable),
        (Fault.TIMEOUT, Unreachable),
        (Fault.HALF_ANSWER, Unreachable),
        (Fault.SIGNED_OUT, SignInNeeded),
    ],
)
def test_what_goes_wrong_while_looking_around_was_certainly_not_done(
    desk: Desk, fault: Fault, error: type[Exception]
) -> None:
    desk.stage.fail(fault)
    with pytest.raises(error) as caught:
        desk.stage.writer().send(desk.order(ActionKind.LIKE))
    assert not getattr(caught.value, "may_have_arrived", False)
    assert desk.mine(LIKE) == []


def test_a_post_whose_answer_broke_off_may_have_arrived_and_is_found(desk: Desk) -> None:
    order, writer = desk.order(ActionKind.POST), desk.stage.writer()
    # The first request looks whether it is there already, the second one writes it.
    desk.stage.fail_once(Fault.HALF_ANSWER, after=1)
    with pytest.raises(Unreachable) as caught:
        writer.send(order)
    assert caught.value.may_have_arrived
    found = desk.stage.writer().find(order)
    assert found is not None
    assert desk.stage.writer().send(order).native_id == found.native_id
    assert len(desk.mine(POST)) == 1


def test_a_session_that_is_over_when_it_writes_is_renewed_and_it_is_written_once(
    desk: Desk,
) -> None:
    desk.stage.fail_once(Fault.SIGNED_OUT, after=1)
    desk.stage.writer().send(desk.order(ActionKind.POST))
    assert len(desk.mine(POST)) == 1
    assert len(desk.stage.kept) == 1


def test_what_it_took_is_told_and_a_price_asks_nobody(desk: Desk) -> None:
    order, writer = desk.order(ActionKind.LIKE), desk.stage.writer()
    assert writer.price(order.action).requests > 0
    assert desk.stage.town.asked == []
    outcome = writer.send(order)
    assert 0 < outcome.cost.requests == len(desk.stage.town.asked)
    assert outcome.cost.microdollars == 0
