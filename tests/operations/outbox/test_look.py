"""A person asks to look once more for what nobody knows the end of."""

from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind, Recovery
from hobnob.domain.networks import Cost
from hobnob.domain.outbox import GRACE, HOLD, State
from hobnob.operations.approve import NoSuchItem
from hobnob.operations.outbox.look import look
from hobnob.storage import models
from tests.operations.outbox.fake_writer import LOST_ANSWER
from tests.operations.outbox.stage import Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def unknown(stage: Stage) -> models.OutboxItem:
    """It arrived; only, at first, it was not shown there."""
    stage.network.texts = Recovery.LOOK
    stage.network.answers = [LOST_ANSWER]
    item = stage.approved(ActionKind.REPLY, "They do.")
    stage.now_us += HOLD
    stage.sender(grace_us=GRACE).send_due()
    arrived, stage.network.done = stage.network.done, []
    stage.sender("b", grace_us=-1).send_due()
    stage.network.done = arrived
    item.refresh_from_db()
    assert item.state == State.UNKNOWN
    return item


def test_what_is_found_is_settled_with_its_name_and_its_cost(stage: Stage) -> None:
    item = unknown(stage)
    stage.network.cost = Cost(requests=1)
    assert look(item.pk, clock=stage.clock, opens=stage.network.open)
    item.refresh_from_db()
    assert (item.state, item.remote_id, item.said) == (State.SENT, f"made-{item.key}", "")
    assert models.Spending.objects.get().requests == 1


def test_what_is_not_found_stays_unknown(stage: Stage) -> None:
    item = unknown(stage)
    stage.network.done.clear()
    assert not look(item.pk, clock=stage.clock, opens=stage.network.open)
    item.refresh_from_db()
    assert item.state == State.UNKNOWN


def test_nothing_is_looked_for_whose_end_is_known(stage: Stage) -> None:
    item = stage.approved(ActionKind.LIKE)
    with pytest.raises(NoSuchItem):
        look(item.pk, clock=stage.clock, opens=stage.network.open)
