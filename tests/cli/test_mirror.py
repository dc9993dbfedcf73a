"""`hobnob list copy` shows every row, and sends those that are named."""

from pathlib import Path

import pytest

from hobnob.storage import models
from tests.cli.conftest import Run
from tests.operations.outbox.stage import Stage
from tests.people import ANA, curator, person_id

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


def test_a_named_row_is_said_yes_to(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    ended = hobnob("list", "copy", "watchlist", "--to", "Friends", "--approve", "1", "--json")
    assert ended.answer == {"approved": [models.OutboxItem.objects.get().pk]}
    (copy,) = hobnob("list", "copy", "watchlist", "--json").answer["copies"]
    assert [row["on_its_way"] for row in copy["rows"]] == [True]


def test_a_row_that_is_not_there_is_refused(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    ended = hobnob("list", "copy", "watchlist", "--to", "Friends", "--approve", "2")
    assert (ended.code, "rows 1 to 1" in ended.err) == (2, True)


def test_a_name_that_is_no_list_over_there_names_those_that_are(hobnob: Run, stage: Stage) -> None:
    stage.remote_list()
    ended = hobnob("list", "copy", "watchlist", "--to", "Foes")
    assert (ended.code, "“Friends”" in ended.err) == (2, True)
