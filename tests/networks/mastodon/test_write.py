"""Acting on a real server of the Mastodon API: each thing once, whatever becomes of the answer."""

from collections.abc import Callable
from itertools import count
from time import time
from typing import Any

import pytest

from hobnob.domain.actions import NEEDS, OPPOSITE, Action, ActionKind, Recovery
from hobnob.domain.moments import HOUR, SECOND
from hobnob.domain.people import Network
from hobnob.networks.base import (
    NetworkRefused,
    Order,
    RateLimited,
    SignInNeeded,
    Unreachable,
)
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.client import Listed
from hobnob.networks.mastodon.sent import find_post
from hobnob.networks.mastodon.write import _REMEMBERS_KEYS, open_writer
from tests.contract.networks import Fault
from tests.networks.mastodon.stage import MastodonStage

STATES = sorted(set(ActionKind) - {ActionKind.POST, ActionKind.REPLY, ActionKind.DELETE_POST})
ON_POSTS = {ActionKind.LIKE, ActionKind.UNLIKE, ActionKind.REPOST, ActionKind.UNDO_REPOST}
ON_LISTS = {ActionKind.LIST_ADD, ActionKind.LIST_REMOVE}

_keys = count(1)


class Hand:
    """My hand on that server."""

    def __init__(self, stage: MastodonStage) -> None:
        self.stage = stage
        self.ana = stage.whole(stage.ids["ana"])
        self.hers = stage.whole(stage.post("ana", "Do tigers purr?")["id"])
        self.on_list = stage.whole(stage.ask("robin", "lists", title="The Watchlist")["id"])

    def order(self, kind: ActionKind, **what: Any) -> Order:
        """One approved just now, by the server's clock."""
        if kind in ON_POSTS | {ActionKind.REPLY}:
            what.setdefault("target", self.hers)
        elif kind is not ActionKind.POST:
            what.setdefault("target", self.ana)
        if kind in ON_LISTS:
            what["on_list"] = self.on_list
        by = self.stage.whole(self.stage.ids["robin"])
        action = Action(network=Network.MASTODON, by=by, kind=kind, **what)
        return Order(action=action, key=f"3m{next(_keys):011}", approved_us=int(time()) * SECOND)

    def do(self, kind: ActionKind, **what: Any) -> Order:
        order = self.order(kind, **what)
        self.stage.writer().send(order)
        return order

    def posts(self) -> list[Any]:
        """What I posted, newest first."""
        mine = f"accounts/{self.stage.ids['robin']}/statuses"
        posts: list[Any] = self.stage.ask("robin", mine, method="GET")
        return posts

    def prepare(self, kind: ActionKind) -> None:
        """Make it so that an action of this kind changes something."""
        if kind in ON_LISTS:
            self.do(ActionKind.FOLLOW)
        if kind in TAKES_BACK:
            self.do(OPPOSITE[kind])


TAKES_BACK = {
    ActionKind.UNFOLLOW,
    ActionKind.UNMUTE,
    ActionKind.UNBLOCK,
    ActionKind.UNLIKE,
    ActionKind.UNDO_REPOST,
    ActionKind.LIST_REMOVE,
}


@pytest.fixture
def hand(stage: MastodonStage) -> Hand:
    return Hand(stage)


# ── What is set ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", STATES)
def test_a_state_is_set_and_found(hand: Hand, kind: ActionKind) -> None:
    hand.prepare(kind)
    order = hand.order(kind)
    writer = hand.stage.writer()
    assert writer.recovery(kind) is Recovery.STATE
    assert writer.find(order) is None
    assert writer.send(order).cost.requests == 1
    assert hand.stage.writer().find(order) is not None


@pytest.mark.parametrize("kind", STATES)
def test_what_is_so_already_is_no_error(hand: Hand, kind: ActionKind) -> None:
    hand.prepare(kind)
    order = hand.do(kind)
    hand.stage.writer().send(order)
    assert hand.stage.writer().find(order) is not None


def test_every_kind_of_action_is_known_here(hand: Hand) -> None:
    assert set(NEEDS) == set(ActionKind) == {*STATES, "post", "reply", "delete a post"}
    assert all(hand.stage.writer().price(hand.order(each).action).requests for each in ActionKind)


def test_a_list_takes_only_whom_i_follow(hand: Hand) -> None:
    """As Mastodon has it: to a list, whom I don't follow is not there."""
    not_there = {"type": "status", "status": 404}
    rule = {"match": {"path_regex": "/lists/.*/accounts"}, "effect": not_there, "count": 1}
    hand.stage.ask("", "_mock/faults", **rule)
    with pytest.raises(NetworkRefused, match="only people whom you follow"):
        hand.do(ActionKind.LIST_ADD)


def test_what_another_server_numbered_is_not_touched_here(hand: Hand) -> None:
    for kind in (ActionKind.FOLLOW, ActionKind.LIKE):
        with pytest.raises(NetworkRefused, match="does not know that"):
            hand.do(kind, target="1@den.example")


# ── What is written ──────────────────────────────────────────────────────────


def test_a_post_says_what_was_approved_to_the_letter(hand: Hand) -> None:
    outcome = hand.stage.writer().send(hand.order(ActionKind.POST, text="Tea & tigers <3"))
    [post] = hand.posts()
    assert outcome.native_id == hand.stage.whole(post["id"])
    assert outcome.url == post["url"]
    source = hand.stage.ask("robin", f"statuses/{post['id']}/source", method="GET")
    assert source["text"] == "Tea & tigers <3"


@pytest.mark.parametrize("asked", ["public", "unlisted", "private", "direct"])
def test_an_answer_is_seen_by_no_more_people_than_what_it_answers(hand: Hand, asked: str) -> None:
    hers = hand.stage.post("ana", "@robin Do tigers purr?", visibility=asked)["id"]
    hand.do(ActionKind.REPLY, target=hand.stage.whole(hers), text="@ana They do.")
    [answer] = hand.posts()
    assert (answer["in_reply_to_id"], answer["visibility"]) == (hers, asked)


def test_an_answer_to_a_message_is_for_her_alone(hand: Hand) -> None:
    hers = hand.stage.post("ana", "@robin A secret.", visibility="direct")["id"]
    target = f"dm:{hand.stage.whole(hers)}"
    hand.do(ActionKind.REPLY, target=target, text="@ana I won't tell.", is_private=True)
    [answer] = hand.posts()
    assert (answer["in_reply_to_id"], answer["visibility"]) == (hers, "direct")


def test_an_answer_to_what_is_gone_is_not_sent(hand: Hand) -> None:
    hand.stage.ask("ana", f"statuses/{hand.hers.partition('@')[0]}", method="DELETE")
    with pytest.raises(NetworkRefused):
        hand.do(ActionKind.REPLY, text="@ana They do.")
    assert hand.posts() == []


def test_a_post_is_found_by_its_words_and_by_what_it_answers(hand: Hand) -> None:
    order = hand.order(ActionKind.REPLY, text="@ana They do.")
    hand.stage.post("robin", "@ana They do.")
    hand.stage.post("robin", "They don't.", in_reply_to_id=hand.hers.partition("@")[0])
    assert hand.stage.writer().find(order) is None
    sent = hand.stage.writer().send(order)
    found = hand.stage.writer().find(order)
    assert found is not None
    assert (found.native_id, found.url) == (sent.native_id, sent.url)


def test_what_i_said_long_before_it_was_approved_is_something_else(hand: Hand) -> None:
    hand.stage.post("robin", "Good morning!")
    order = hand.order(ActionKind.POST, text="Good morning!")
    later = Order(action=order.action, key=order.key, approved_us=order.approved_us + HOUR)
    assert hand.stage.writer().find(later) is None


def test_a_deleted_post_is_gone_and_deleting_it_again_is_no_error(hand: Hand) -> None:
    sent = hand.stage.writer().send(hand.order(ActionKind.POST, text="Oops."))
    order = hand.order(ActionKind.DELETE_POST, target=sent.native_id)
    assert hand.stage.writer().find(order) is None
    for _ in range(2):
        hand.stage.writer().send(order)
    assert hand.posts() == []
    assert hand.stage.writer().find(order) is not None


# ── Never twice ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [ActionKind.POST, ActionKind.REPLY])
def test_a_post_whose_answer_got_lost_is_found_where_it_arrived(
    hand: Hand, kind: ActionKind
) -> None:
    order = hand.order(kind, text="@ana Only once.")
    hand.stage.loses_answers = True
    with pytest.raises(Unreachable) as silence:
        hand.stage.writer().send(order)
    assert silence.value.may_have_arrived
    found = hand.stage.writer().find(order)
    assert found is not None
    assert found.native_id == hand.stage.whole(hand.posts()[0]["id"])


@pytest.mark.parametrize("kind", STATES)
def test_a_state_whose_answer_got_lost_is_found_where_it_arrived(
    hand: Hand, kind: ActionKind
) -> None:
    hand.prepare(kind)
    hand.stage.loses_answers = True
    order = hand.order(kind)
    with pytest.raises(Unreachable):
        hand.stage.writer().send(order)
    assert hand.stage.writer().find(order) is not None


def test_what_never_arrived_is_not_found(hand: Hand) -> None:
    order = hand.order(ActionKind.POST, text="Only once.")
    hand.stage.fail(Fault.TIMEOUT)
    with pytest.raises(Unreachable):
        hand.stage.writer().send(order)
    assert hand.stage.writer().find(order) is None


def test_sent_again_under_its_key_it_is_there_once(hand: Hand) -> None:
    order = hand.order(ActionKind.POST, text="Only once.")
    writer = hand.stage.writer()
    assert writer.recovery(ActionKind.POST) is Recovery.LOOK
    assert writer.find(order) is None
    assert writer.recovery(ActionKind.POST) is Recovery.KEYED
    assert len({hand.stage.writer().send(order).native_id for _ in range(3)}) == 1
    assert len(hand.posts()) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [(Fault.RATE_LIMIT, RateLimited), (Fault.SIGNED_OUT, SignInNeeded)],
)
def test_a_refusal_promises_that_nothing_was_done(
    hand: Hand, fault: Fault, error: type[Exception]
) -> None:
    hand.stage.fail(fault)
    with pytest.raises(error):
        hand.do(ActionKind.POST, text="Never.")
    assert hand.posts() == []


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.HALF_ANSWER])
def test_trouble_over_there_promises_nothing(hand: Hand, fault: Fault) -> None:
    hand.stage.fail(fault)
    with pytest.raises(Unreachable) as trouble:
        hand.do(ActionKind.FOLLOW)
    assert trouble.value.may_have_arrived


def test_trouble_before_an_answer_was_sent_is_known_to_have_done_nothing(hand: Hand) -> None:
    hand.stage.fail(Fault.SERVER_ERROR)
    with pytest.raises(Unreachable) as trouble:
        hand.do(ActionKind.REPLY, text="@ana They do.")
    assert not trouble.value.may_have_arrived
    assert hand.posts() == []


def test_a_writer_is_opened_with_what_an_adapter_is(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    secret = {"address": hand.stage.address, "server": hand.stage.host, "token": "robin-token"}
    never: Callable[[Any], None] = pytest.fail
    writer = open_writer(hand.stage.host, secret, clock=lambda: 0, keep=never)
    writer.send(hand.order(ActionKind.POST, text="Hello."))
    assert len(hand.posts()) == 1


class Parrot:
    """Stands in for a client of a server that says the same whatever page it is asked for."""

    def __init__(self, count: int) -> None:
        self._status = {"created_at": "2026-11-21T12:00:00Z", "in_reply_to_id": "7"}
        self._listed = Listed(
            items=tuple({"id": str(n), **self._status} for n in range(count)),
            older="",
            is_end=False,
        )

    def listed(self, _question: object) -> Listed:
        return self._listed


@pytest.mark.parametrize(("count", "is_certain"), [(0, True), (19, True), (40, False)])
def test_where_nobody_can_look_far_enough_back_only_a_person_can_tell(
    count: int, is_certain: bool
) -> None:
    accounts = Accounts("tusk.example")
    action = Action(
        network=Network.MASTODON, by="1@tusk.example", kind=ActionKind.POST, text="Hello."
    )
    order = Order(action=action, key="3m", approved_us=0)
    client: Any = Parrot(count)
    if is_certain:
        assert find_post(client, accounts, order) is None
    else:
        with pytest.raises(NetworkRefused, match="look there"):
            find_post(client, accounts, order)


@pytest.mark.parametrize("version", ["4.6.0", "4.0.2+hometown-1.1.1", "4.8.0-nightly.2026-11-20"])
def test_mastodon_remembers_keys(version: str) -> None:
    assert _REMEMBERS_KEYS.fullmatch(version)


@pytest.mark.parametrize(
    "version",
    ["", "4.0.0 (not true; really snac/2.75)", "2.7.2 (compatible; Pleroma 2.5.0)", "0.17.3"],
)
def test_of_others_nobody_knows_it(version: str) -> None:
    assert not _REMEMBERS_KEYS.fullmatch(version)
