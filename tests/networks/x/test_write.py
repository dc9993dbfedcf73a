"""What hobnob does on X after a yes: posts, lists, mutes; and how it finds out what came of it."""

from typing import Any

import pytest

from hobnob.domain.actions import Action, ActionKind, Recovery
from hobnob.domain.moments import MINUTE
from hobnob.domain.networks import NOTHING, Cost
from hobnob.domain.people import Network
from hobnob.networks.base import (
    NetworkRefused,
    Order,
    RateLimited,
    SignInNeeded,
    Unreachable,
)
from hobnob.networks.x.write import XWriter, open_writer
from tests.contract.networks import Fault
from tests.networks.x.stage import XStage
from tests.networks.x.world import ANA, ROBIN, SAM, List

BY_API = (
    ActionKind.POST,
    ActionKind.DELETE_POST,
    ActionKind.LIST_ADD,
    ActionKind.LIST_REMOVE,
    ActionKind.MUTE,
    ActionKind.UNMUTE,
)


@pytest.fixture(autouse=True)
def trials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")


@pytest.fixture
def writer(stage: XStage) -> XWriter:
    stage.x.world.lists["7001"] = List(id="7001", name="Otter friends", private=True)
    return open_writer(
        stage.x.host, stage.secret, clock=lambda: stage.x.now_us, keep=stage.kept.append
    )


def order(stage: XStage, kind: ActionKind, **what: Any) -> Order:
    action = Action(network=Network.X, by=what.pop("by", ROBIN), kind=kind, **what)
    # What the world calls now is when the next post is made.
    return Order(action=action, key="3lzabcdefghij", approved_us=stage.x.world.now_ms * 1000)


# ── Posts ────────────────────────────────────────────────────────────────────


def test_a_post_says_exactly_what_was_approved(stage: XStage, writer: XWriter) -> None:
    outcome = writer.send(order(stage, ActionKind.POST, text="Tea & bridges <3 für alle"))
    post = stage.x.world.posts[outcome.native_id]
    assert post.text == "Tea & bridges <3 für alle"
    assert outcome.url == f"https://x.com/robin_herd/status/{post.id}"


@pytest.mark.parametrize(
    ("text", "microdollars"),
    [
        ("Tea for everybody", 15_000),
        ("Tea: https://harbour.example/tea", 200_000),
    ],
)
def test_a_post_costs_what_was_said_before(
    stage: XStage, writer: XWriter, text: str, microdollars: int
) -> None:
    sent = order(stage, ActionKind.POST, text=text)
    assert writer.price(sent.action) == Cost(requests=1, microdollars=microdollars)
    assert writer.send(sent).cost.microdollars == stage.x.charged == microdollars


@pytest.mark.parametrize("text", ["see harbour.example", "HTTP://A.EXAMPLE", "(tusk.example/tea)"])
def test_whatever_x_may_take_for_a_link_is_priced_as_one(writer: XWriter, text: str) -> None:
    action = Action(network=Network.X, by=ROBIN, kind=ActionKind.POST, text=text)
    assert writer.price(action).microdollars == 200_000


@pytest.mark.parametrize(
    "text", ["5.30 pm, e.g. tea", "...and then", "ana@tusk", "3.5 cups", "U.K."]
)
def test_a_full_stop_makes_no_link(writer: XWriter, text: str) -> None:
    action = Action(network=Network.X, by=ROBIN, kind=ActionKind.POST, text=text)
    assert writer.price(action).microdollars == 15_000


@pytest.mark.parametrize(
    "text",
    [
        "Tea & bridges <3",
        "Look: https://harbour.example/tea?a=1&b=2 and http://tusk.example/",
        "Two\n\nparagraphs with an é",
    ],
)
def test_a_post_that_arrived_is_found_by_its_words(
    stage: XStage, writer: XWriter, text: str
) -> None:
    sent = order(stage, ActionKind.POST, text=text)
    made = writer.send(sent)
    stage.x.world.write(ROBIN, "something later")
    found = writer.find(sent)
    assert found is not None
    assert (found.native_id, found.url) == (made.native_id, made.url)


def test_a_bare_link_is_found_as_x_spells_it_out(stage: XStage, writer: XWriter) -> None:
    sent = order(stage, ActionKind.POST, text="See harbour.example today")
    stage.x.world.write(
        ROBIN,
        "See https://t.co/a1b2c3 today",
        links=(("https://t.co/a1b2c3", "http://harbour.example"),),
    )
    assert writer.find(sent) is not None


def test_a_long_post_is_found_by_all_of_its_words(stage: XStage, writer: XWriter) -> None:
    text = "and then " * 60 + "tea"
    sent = order(stage, ActionKind.POST, text=text)
    stage.x.world.write(ROBIN, text[:270] + "…", note=text)
    assert writer.find(sent) is not None


def test_a_post_that_an_answer_was_lost_for_is_found(stage: XStage, writer: XWriter) -> None:
    sent = order(stage, ActionKind.POST, text="Tea for everybody")
    stage.fail(Fault.HALF_ANSWER)
    with pytest.raises(Unreachable) as caught:
        writer.send(sent)
    assert caught.value.may_have_arrived
    assert writer.find(sent) is not None
    assert len(stage.x.world.posts) == 1


def test_a_post_that_never_arrived_is_not_found(stage: XStage, writer: XWriter) -> None:
    sent = order(stage, ActionKind.POST, text="Tea for everybody")
    stage.x.world.write(ANA, "Tea for everybody")
    stage.x.world.write(ROBIN, "Tea for nobody")
    assert writer.find(sent) is None


def test_what_i_said_before_i_approved_it_is_another_post(stage: XStage, writer: XWriter) -> None:
    stage.x.world.write(ROBIN, "Tea for everybody")
    stage.x.world.now_ms += 2 * MINUTE // 1000
    assert writer.find(order(stage, ActionKind.POST, text="Tea for everybody")) is None


def test_it_is_found_among_many(stage: XStage, writer: XWriter) -> None:
    sent = order(stage, ActionKind.POST, text="Tea for everybody")
    made = writer.send(sent)
    before = stage.x.charged
    for n in range(45):
        stage.x.world.write(ROBIN, f"later {n}")
    found = writer.find(sent)
    assert found is not None
    assert found.native_id == made.native_id
    assert found.cost == Cost(requests=3, microdollars=stage.x.charged - before)


def test_only_a_person_can_tell_about_a_post_that_is_not_found(writer: XWriter) -> None:
    assert writer.recovery(ActionKind.POST) is Recovery.LOOK
    assert writer.recovery(ActionKind.LIST_ADD) is Recovery.STATE


def test_a_deleted_post_is_gone(stage: XStage, writer: XWriter) -> None:
    post = stage.x.world.write(ROBIN, "a slip")
    sent = order(stage, ActionKind.DELETE_POST, target=post.id)
    assert writer.find(sent) is None
    writer.send(sent)
    assert post.id in stage.x.world.deleted
    assert writer.find(sent) is not None


def test_a_post_that_is_gone_already_needs_no_deleting(
    stage: XStage, writer: XWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.x, "answer", lambda *_: (404, {}, b"{}", None))
    writer.send(order(stage, ActionKind.DELETE_POST, target="1857000000000000001"))


# ── States ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("do", "undo", "more"),
    [
        (ActionKind.LIST_ADD, ActionKind.LIST_REMOVE, {"on_list": "7001"}),
        (ActionKind.MUTE, ActionKind.UNMUTE, {}),
    ],
)
def test_a_state_can_be_set_seen_and_taken_back(
    stage: XStage, writer: XWriter, do: ActionKind, undo: ActionKind, more: dict[str, str]
) -> None:
    done = order(stage, do, target=ANA, **more)
    undone = order(stage, undo, target=ANA, **more)
    assert writer.find(done) is None
    assert writer.find(undone) is not None
    for _ in range(2):
        # What is so already is no error.
        writer.send(done)
    assert writer.find(done) is not None
    assert writer.find(undone) is None
    writer.send(undone)
    assert writer.find(done) is None


def test_somebody_far_down_a_list_is_found(stage: XStage, writer: XWriter) -> None:
    stage.x.world.lists["7001"].members = [*stage.x.world.crowd(50), ANA]
    sent = order(stage, ActionKind.LIST_ADD, target=ANA, on_list="7001")
    assert writer.find(sent) is not None


def test_a_list_that_is_gone_is_told_so(stage: XStage, writer: XWriter) -> None:
    sent = order(stage, ActionKind.LIST_ADD, target=ANA, on_list="7009")
    for ask in (writer.send, writer.find):
        with pytest.raises(NetworkRefused, match="no such thing"):
            ask(sent)


@pytest.mark.parametrize("kind", [kind for kind in BY_API if kind is not ActionKind.POST])
def test_each_state_costs_what_was_said_before(
    stage: XStage, writer: XWriter, kind: ActionKind
) -> None:
    target = stage.x.world.write(ROBIN, "x").id if kind is ActionKind.DELETE_POST else SAM
    on_list = "7001" if kind in (ActionKind.LIST_ADD, ActionKind.LIST_REMOVE) else ""
    sent = order(stage, kind, target=target, on_list=on_list)
    assert writer.send(sent).cost.microdollars == stage.x.charged
    assert writer.price(sent.action).microdollars == stage.x.charged > 0


# ── What X does not let an app do ────────────────────────────────────────────


@pytest.mark.parametrize("kind", [kind for kind in ActionKind if kind not in BY_API])
def test_what_april_2026_took_away_never_leaves(
    stage: XStage, writer: XWriter, kind: ActionKind
) -> None:
    sent = order(stage, kind, target=ANA, text="words", on_list="7001")
    assert writer.price(sent.action) == NOTHING
    for ask in (writer.send, writer.find):
        with pytest.raises(NetworkRefused, match="X's own page"):
            ask(sent)
    assert stage.x.asked == []


def test_what_is_between_two_is_never_posted(stage: XStage, writer: XWriter) -> None:
    with pytest.raises(NetworkRefused):
        writer.send(order(stage, ActionKind.POST, text="between us", is_private=True))
    assert stage.x.asked == []


def test_what_was_approved_for_another_account_never_leaves(stage: XStage, writer: XWriter) -> None:
    with pytest.raises(NetworkRefused, match="another account"):
        writer.send(order(stage, ActionKind.POST, text="as Sam", by=SAM))
    assert stage.x.asked == []


@pytest.mark.parametrize("target", ["", "@ana_d", "../1002", "1002/../1003"])
def test_whom_it_is_about_is_an_id_and_no_path(stage: XStage, writer: XWriter, target: str) -> None:
    with pytest.raises(NetworkRefused):
        writer.send(order(stage, ActionKind.UNMUTE, target=target))
    assert stage.x.asked == []


# ── What goes wrong ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fault", "error"),
    [(Fault.RATE_LIMIT, RateLimited), (Fault.SIGNED_OUT, SignInNeeded)],
)
def test_a_refusal_promises_that_nothing_was_done(
    stage: XStage, writer: XWriter, fault: Fault, error: type[Exception]
) -> None:
    stage.fail(fault)
    with pytest.raises(error):
        writer.send(order(stage, ActionKind.POST, text="Tea"))
    assert stage.x.world.posts == {}


def test_a_server_in_trouble_may_have_done_it(stage: XStage, writer: XWriter) -> None:
    stage.fail(Fault.SERVER_ERROR)
    with pytest.raises(Unreachable) as caught:
        writer.send(order(stage, ActionKind.POST, text="Tea"))
    assert caught.value.may_have_arrived


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (ActionKind.POST, {"text": "Tea"}),
        (ActionKind.MUTE, {"target": ANA}),
        (ActionKind.LIST_ADD, {"target": ANA, "on_list": "7001"}),
    ],
)
def test_an_answer_that_says_why_not_is_a_no(
    stage: XStage, writer: XWriter, kind: ActionKind, more: dict[str, str]
) -> None:
    problem = {
        "resource_id": ANA,
        "resource_type": "user",
        "title": "Not Found Error",
        "detail": "Could not find user with id: [1002].",
        "type": "https://api.x.com/2/problems/resource-not-found",
    }
    stage.x.spoil = lambda _, body: {"errors": [problem]}
    with pytest.raises(NetworkRefused, match="did not do this"):
        writer.send(order(stage, kind, **more))


def test_an_answer_that_says_nothing_may_mean_that_it_was_done(
    stage: XStage, writer: XWriter
) -> None:
    stage.x.spoil = lambda _, body: {}
    with pytest.raises(Unreachable) as caught:
        writer.send(order(stage, ActionKind.POST, text="Tea"))
    assert caught.value.may_have_arrived
