"""The postman: sends what is due, sleeps until something is, and outlives what goes wrong."""

import threading
from pathlib import Path

import pytest

from hobnob import worker
from hobnob.domain.actions import ActionKind
from hobnob.domain.moments import HOUR, SECOND
from hobnob.domain.outbox import EVERYDAY, HOLD, State
from hobnob.operations.outbox import Sender
from hobnob.storage import models
from tests import people
from tests.matching import keep, may_look, supporter
from tests.operations.outbox.stage import Stage
from tests.people import NOW_US


@pytest.fixture
def stage(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A worker with the stage's clock and network."""
    stage = Stage(tmp_path)
    monkeypatch.setattr(worker, "_now_us", stage.clock)
    monkeypatch.setattr(
        Sender, "for_this_process", lambda clock, *, pace=EVERYDAY: stage.sender(pace=pace)
    )
    return stage


LOOKS_EVERY = 10 * SECOND


def test_with_nothing_to_do_it_looks_now_and_then(stage: Stage) -> None:
    assert worker.Postman().go_round() == LOOKS_EVERY


def test_it_wakes_when_the_half_minute_is_over(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    stage.now_us += HOLD - 3 * SECOND
    assert worker.Postman().go_round() == 3 * SECOND
    stage.now_us += 3 * SECOND
    assert worker.Postman().go_round() == LOOKS_EVERY
    assert models.OutboxItem.objects.get().state == State.SENT


def test_what_waits_for_hours_does_not_keep_it_from_looking(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    models.OutboxItem.objects.update(due_us=stage.now_us + 5 * HOUR)
    assert worker.Postman().go_round() == LOOKS_EVERY


def test_what_is_overdue_does_not_make_it_spin(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    stage.approved(ActionKind.REPOST)
    stage.now_us += HOLD
    # One leaves; the other keeps its distance to it.
    assert worker.Postman().go_round() == LOOKS_EVERY
    assert worker.next_due_us() == stage.now_us + EVERYDAY.spacing_us


def test_a_bug_is_told_and_the_next_round_is_made(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(clock: object) -> Sender:
        raise ZeroDivisionError

    stage.approved(ActionKind.LIKE)
    stage.now_us += HOLD
    monkeypatch.setattr(Sender, "for_this_process", broken)
    assert worker.Postman().go_round() == LOOKS_EVERY
    assert "Something went wrong in hobnob itself" in caplog.text


def test_a_yes_wakes_it_and_it_goes_home_when_told() -> None:
    rounds: list[threading.Event] = [threading.Event(), threading.Event()]

    class Counting(worker.Postman):
        made = 0

        def go_round(self) -> int:
            rounds[min(self.made, 1)].set()
            self.made += 1
            return 3600 * SECOND

    postman = Counting()
    postman.start()
    assert rounds[0].wait(30)
    worker.send_soon()
    assert rounds[1].wait(30)
    postman.stop()
    postman.join(30)
    assert not postman.is_alive()


@pytest.mark.django_db
def test_supporters_are_looked_for_by_itself_once_somebody_is_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people.begin()
    may_look()
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US + HOUR)
    worker.match_when_something_is_new.call_local()
    assert not models.MatchRun.objects.exists()
    keep(supporter("Ana", "Berg"))
    worker.match_when_something_is_new.call_local()
    worker.match_when_something_is_new.call_local()
    assert models.MatchRun.objects.count() == 1
