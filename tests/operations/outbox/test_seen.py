"""What was done by hand is ticked off once the log shows it, and not before."""

from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.domain.posts import Post
from hobnob.operations.outbox.seen import note_what_was_done_by_hand
from hobnob.operations.record import record
from hobnob.storage import models
from tests.operations.outbox.stage import Stage
from tests.people import ANA, BO, ME, NOW_US, happened

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An account that hobnob may only read."""
    stage = Stage(tmp_path)
    models.Connection.objects.update(
        modes={each: str(Mode.WEB_INTENT) for each in stage.connection.modes}
    )
    return stage


def i_did(kind: Kind, native_id: str, *, at_us: int, post: Post | None = None) -> Interaction:
    return Interaction(
        network=ME.network,
        kind=kind,
        direction=Direction.FROM_ME,
        native_id=native_id,
        actor=ME,
        target=ANA,
        post=post,
        at_us=at_us,
    )


def her_post(stage: Stage) -> Post:
    return Post(network=ANA.network, native_id=stage.post.native_id, author=ANA)


def my_reply(stage: Stage, *, to: str) -> Post:
    return Post(
        network=ME.network,
        native_id="mine-1",
        author=ME,
        text="They do.",
        url="https://tusk.example/@robin/1",
        in_reply_to=to,
    )


def test_my_answer_in_the_log_ticks_the_item_off(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They do.")
    assert item.state == State.BY_HAND
    post = my_reply(stage, to=stage.post.native_id)
    record([i_did(Kind.REPLY, "r1", at_us=NOW_US + DAY, post=post)], now_us=NOW_US + DAY)
    assert note_what_was_done_by_hand(now_us=NOW_US + DAY) == 1
    item.refresh_from_db()
    assert (item.state, item.remote_id, item.url) == (
        State.SENT,
        "mine-1",
        "https://tusk.example/@robin/1",
    )
    assert note_what_was_done_by_hand(now_us=NOW_US + DAY) == 0


@pytest.mark.parametrize(
    ("action", "kind"), [(ActionKind.LIKE, Kind.LIKE), (ActionKind.REPOST, Kind.REPOST)]
)
def test_a_like_or_repost_of_that_post_ticks_it_off(
    stage: Stage, action: ActionKind, kind: Kind
) -> None:
    item = stage.approved(action)
    record([i_did(kind, "l1", at_us=NOW_US, post=her_post(stage))], now_us=NOW_US)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 1
    item.refresh_from_db()
    assert item.state == State.SENT


def test_a_follow_of_that_account_ticks_it_off(stage: Stage) -> None:
    stage.approved(ActionKind.FOLLOW)
    record([happened(Kind.FOLLOW, BO, by_me=True, days_ago=0)], now_us=NOW_US)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 0
    record([i_did(Kind.FOLLOW, "f1", at_us=NOW_US)], now_us=NOW_US)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 1


def test_what_was_done_before_the_yes_is_something_else(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    record([i_did(Kind.LIKE, "l1", at_us=NOW_US - DAY, post=her_post(stage))], now_us=NOW_US)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 0


def test_an_answer_to_another_post_is_something_else(stage: Stage) -> None:
    stage.approved(ActionKind.REPLY, "They do.")
    post = my_reply(stage, to="another")
    record([i_did(Kind.REPLY, "r1", at_us=NOW_US, post=post)], now_us=NOW_US)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 0


def test_what_has_no_line_in_the_log_waits_for_a_word(stage: Stage) -> None:
    item = stage.approved(ActionKind.BLOCK)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 0
    item.refresh_from_db()
    assert item.state == State.BY_HAND


def test_what_waits_for_its_moment_is_left_alone(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.approved(ActionKind.LIKE)
    record([i_did(Kind.LIKE, "l1", at_us=NOW_US, post=her_post(stage))], now_us=NOW_US)
    assert note_what_was_done_by_hand(now_us=NOW_US) == 0
