"""The postman: sends what is due, sleeps until something is, and outlives what goes wrong."""

import threading
from pathlib import Path

import pytest

from hobnob import worker
from hobnob.domain.actions import ActionKind
from hobnob.domain.moments import HOUR, SECOND
from hobnob.domain.outbox import EVERYDAY, HOLD, State
from hobnob.operations.outbox import Sender
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.matching import keep, may_look, supporter
from tests.operations.outbox.stage import Stage
from tests.people import NOW_US
from tests.topics import tigers_and_other_things, told_me


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


# ── What is looked at anew ───────────────────────────────────────────────────


class Looked:
    """Counts the looks of a process that has just begun."""

    def __init__(self) -> None:
        self.often, self.seldom = 0, 0
        self.looks = worker.Looks({self.look_seldom: 20 * HOUR, self.look_often: 6 * HOUR})

    def look_often(self) -> None:
        self.often += 1

    def look_seldom(self) -> None:
        self.seldom += 1

    def so_far(self, now_us: int) -> tuple[int, int]:
        """How often it has looked, after a round at this moment."""
        self.looks.do_what_is_due(now_us)
        return self.often, self.seldom


@pytest.mark.django_db
def test_a_process_that_has_begun_looks_at_once_and_then_when_the_look_is_old() -> None:
    looked = Looked()
    assert looked.so_far(NOW_US) == (1, 1)
    assert looked.so_far(NOW_US + 6 * HOUR - 1) == (1, 1)
    assert looked.so_far(NOW_US + 6 * HOUR) == (2, 1)
    assert looked.so_far(NOW_US + 20 * HOUR) == (3, 2)


@pytest.mark.django_db
def test_a_file_that_another_process_read_is_looked_at_without_waiting() -> None:
    looked = Looked()
    looked.so_far(NOW_US)
    read = models.Source.objects.create(kind="x_archive", fingerprint="1", started_us=NOW_US)
    assert looked.so_far(NOW_US + HOUR) == (1, 1)
    read.finished_us = NOW_US + HOUR
    read.save()
    assert looked.so_far(NOW_US + HOUR) == (2, 2)
    assert looked.so_far(NOW_US + 2 * HOUR) == (2, 2)


@pytest.mark.django_db
def test_a_network_that_was_just_connected_is_listened_to_as_its_posts_come() -> None:
    looked = Looked()
    looked.so_far(NOW_US)
    people.begin()
    tigers_and_other_things()
    assert looked.so_far(NOW_US + HOUR) == (2, 2)
    record([told_me(people.ANA, "One more.", 1)], now_us=NOW_US)
    assert looked.so_far(NOW_US + 2 * HOUR) == (2, 2)


@pytest.mark.django_db
def test_what_fails_is_not_tried_again_before_it_is_due_and_keeps_nothing_else_from_its_turn() -> (
    None
):
    done: list[str] = []

    def fails() -> None:
        done.append("fails")
        raise ZeroDivisionError

    looks = worker.Looks({fails: 6 * HOUR, lambda: done.append("looks"): 6 * HOUR})
    with pytest.raises(ZeroDivisionError):
        looks.do_what_is_due(NOW_US)
    looks.do_what_is_due(NOW_US + SECOND)
    looks.do_what_is_due(NOW_US + 2 * SECOND)
    assert done == ["fails", "looks"]


@pytest.mark.django_db
def test_what_a_worker_begins_with_is_to_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    people.begin()
    tigers_and_other_things()
    monkeypatch.setattr(worker, "_now_us", lambda: NOW_US)
    monkeypatch.setattr(worker, "_LOOKS", worker.Looks(worker.EVERY))
    worker.hand_over()
    assert models.Interest.objects.filter(topic="tiger").exists()
    assert models.MatchRun.objects.exists()
