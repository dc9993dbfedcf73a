"""A list is copied row by row, and only by a yes to each."""

from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.mirror import CannotMirror, Change
from hobnob.domain.moments import DAY
from hobnob.domain.outbox import HOLD, State
from hobnob.operations.lists.edit import edit_list
from hobnob.operations.lists.mirror import Plan, approve_rows, begin_mirror, end_mirror, plan
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from tests.operations.outbox.stage import Stage
from tests.people import ANA, NOW_US, account, curator, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    curator().promote(person_id(ANA), "watchlist")
    return made


def mirrored(stage: Stage) -> Plan:
    mirror = begin_mirror("watchlist", stage.remote_list().pk, now_us=NOW_US)
    return plan(mirror.pk, now_us=NOW_US)


def test_a_plan_sends_nothing(stage: Stage) -> None:
    (planned,) = mirrored(stage).rows
    assert (planned.row.change, planned.is_on_its_way) == (Change.ADD, False)
    assert not models.OutboxItem.objects.exists()


def test_a_row_that_was_said_yes_to_is_sent_and_no_other(stage: Stage) -> None:
    made = mirrored(stage)
    approve_rows(made.mirror.pk, [made.rows[0].digest], author=local_user(), now_us=NOW_US)
    stage.now_us += HOLD
    stage.sender().send_due()
    (order,) = stage.network.done
    assert (order.action.kind, order.action.target, order.action.on_list) == (
        ActionKind.LIST_ADD,
        stage.ana.native_id,
        "9",
    )
    (planned,) = plan(made.mirror.pk, now_us=NOW_US).rows
    assert planned.is_on_its_way


def test_a_yes_to_what_no_longer_holds_sends_nothing(stage: Stage) -> None:
    made = mirrored(stage)
    curator(days_later=0.1).remove(person_id(ANA), "watchlist")
    with pytest.raises(CannotMirror, match="changed since"):
        approve_rows(made.mirror.pk, [made.rows[0].digest], author=local_user(), now_us=NOW_US)
    assert not models.OutboxItem.objects.filter(state=State.APPROVED).exists()


def test_a_confidential_list_is_never_copied(stage: Stage) -> None:
    remote = stage.remote_list()
    models.List.objects.filter(key="watchlist").update(is_confidential=True)
    with pytest.raises(CannotMirror, match="never leaves this computer"):
        begin_mirror("watchlist", remote.pk, now_us=NOW_US)


def test_a_list_that_becomes_confidential_is_copied_no_more(stage: Stage) -> None:
    made = mirrored(stage)
    models.List.objects.filter(key="watchlist").update(is_confidential=True)
    with pytest.raises(CannotMirror, match="never leaves this computer"):
        approve_rows(made.mirror.pk, [made.rows[0].digest], author=local_user(), now_us=NOW_US)


def test_nothing_is_planned_on_an_old_read(stage: Stage) -> None:
    mirror = begin_mirror("watchlist", stage.remote_list(NOW_US - 2 * DAY).pk, now_us=NOW_US)
    with pytest.raises(CannotMirror, match="not read within a day"):
        plan(mirror.pk, now_us=NOW_US)


def test_nothing_is_planned_where_the_other_side_is_suddenly_empty(stage: Stage) -> None:
    remote = stage.remote_list()
    state = models.StreamState.objects.get(of="9")
    gone = [account(f"gone{number}") for number in range(5)]
    record([], accounts=gone, now_us=NOW_US)
    for each in models.Account.objects.filter(native_id__startswith="gone"):
        models.Tie.objects.create(state=state, account=each, first_us=1, seen_us=1, ended_us=NOW_US)
    mirror = begin_mirror("watchlist", remote.pk, now_us=NOW_US)
    with pytest.raises(CannotMirror, match="suddenly empty"):
        plan(mirror.pk, now_us=NOW_US)


def test_one_list_over_there_shows_one_list(stage: Stage) -> None:
    made = mirrored(stage)
    with pytest.raises(CannotMirror, match="already"):
        begin_mirror("say", made.mirror.remote_id, now_us=NOW_US)
    end_mirror(made.mirror.pk, now_us=NOW_US)
    assert begin_mirror("say", made.mirror.remote_id, now_us=NOW_US).list.key == "say"


def test_whom_the_network_does_not_let_us_list_is_shown_and_cannot_be_chosen(stage: Stage) -> None:
    stage.connection.modes = {**stage.connection.modes, "list people I do not follow": "none"}
    stage.connection.save()
    (planned,) = mirrored(stage).rows
    assert (planned.row.change, planned.digest) == (Change.NOTHING, "")


def test_what_waits_is_not_sent_once_the_list_is_confidential(stage: Stage) -> None:
    made = mirrored(stage)
    approve_rows(made.mirror.pk, [made.rows[0].digest], author=local_user(), now_us=NOW_US)
    edit_list(
        "watchlist",
        name="The Watchlist",
        about="",
        capacity=100,
        is_confidential=True,
        now_us=NOW_US,
    )
    stage.now_us += HOLD
    stage.sender().send_due()
    assert not stage.network.done
    assert not models.Mirror.objects.exists()
