"""`hobnob list copy` shows every row, and sends those that are named."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.operations.outbox.stage import Stage
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    curator().promote(person_id(ANA), "watchlist")
    return made


def test_without_a_list_over_there_it_says_what_to_do(hobnob: Run, stage: Stage) -> None:
    ended = hobnob("list", "copy", "watchlist")
    assert (ended.code, "make an empty list" in ended.err) == (2, True)


def test_the_plan_is_shown_and_nothing_is_sent(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    ended = hobnob("list", "copy", "watchlist", "--to", "friends")
    assert "Ana Núñez" in ended.out
    assert "put on it" in ended.out
    assert not models.OutboxItem.objects.exists()


def rows(hobnob: Run) -> list[dict[str, object]]:
    (copy,) = hobnob("list", "copy", "watchlist", "--json").answer["copies"]
    found: list[dict[str, object]] = copy["rows"]
    return found


def test_a_named_row_is_said_yes_to(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    hobnob("list", "copy", "watchlist", "--to", "Friends")
    (row,) = rows(hobnob)
    ended = hobnob("list", "copy", "watchlist", "--approve", row["row"], "--json")
    assert ended.answer == {"approved": [models.OutboxItem.objects.get().pk]}
    assert [each["on_its_way"] for each in rows(hobnob)] == [True]


def test_a_yes_is_to_the_row_that_was_seen(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    record([happened(Kind.MENTION, BO)], now_us=NOW_US)
    curator().promote(person_id(BO), "watchlist")
    hobnob("list", "copy", "watchlist", "--to", "Friends")
    seen = rows(hobnob)[0]
    curator(days_later=0.1).remove(person_id(ANA), "watchlist")
    ended = hobnob("list", "copy", "watchlist", "--approve", seen["row"])
    assert (ended.code, "look at the plan again" in ended.err) == (2, True)
    assert not models.OutboxItem.objects.exists()


def test_a_name_that_is_no_list_over_there_names_those_that_are(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    ended = hobnob("list", "copy", "watchlist", "--to", "Foes")
    assert (ended.code, "“Friends”" in ended.err) == (2, True)
