"""The copies of a list: nothing leaves but the ticked rows."""

from pathlib import Path

import pytest
from django.test import Client

from hobnob.domain.outbox import State
from hobnob.storage import models
from tests.operations.outbox.stage import Stage
from tests.people import ANA, curator, person_id
from tests.web.world import words

ADDRESS = "/lists/watchlist/mirror/"


@pytest.fixture
def stage(robin: Client, tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    curator().promote(person_id(ANA), "watchlist")
    return made


def test_a_list_that_nothing_shows_says_how_one_could(robin: Client, stage: Stage) -> None:
    said = words(robin.get(ADDRESS))
    assert "This list is on this computer only." in said
    assert "make an empty list there" in said


def test_a_list_over_there_is_chosen_seen_and_changed_by_a_tick(
    robin: Client, stage: Stage
) -> None:
    remote = stage.remote_list()
    assert "Friends Mastodon, @robin@tusk.example Plan a copy" in words(robin.get(ADDRESS))
    robin.post(ADDRESS, {"begin": str(remote.pk), "back": ADDRESS})
    page = robin.get(ADDRESS)
    assert "Put on it" in words(page)
    assert not models.OutboxItem.objects.exists()
    (copy,) = page.context["copies"]
    ticked = {"approve": str(copy.line.id), "row": copy.plan.rows[0].digest, "back": ADDRESS}
    said = words(robin.post(ADDRESS, ticked, follow=True))
    assert "One change goes out in 30 seconds" in said
    assert "on its way" in said
    assert models.OutboxItem.objects.get().state == State.APPROVED


def test_no_tick_changes_nothing_and_says_so(robin: Client, stage: Stage) -> None:
    robin.post(ADDRESS, {"begin": str(stage.remote_list().pk)})
    mirror = models.Mirror.objects.get()
    answer = robin.post(ADDRESS, {"approve": str(mirror.pk)})
    assert (answer.status_code, "No row is chosen" in words(answer)) == (400, True)


def test_a_confidential_list_offers_no_copy(robin: Client, stage: Stage) -> None:
    stage.remote_list()
    form = {"name": "The Watchlist", "about": "", "capacity": "100", "confidential": "1"}
    robin.post("/lists/watchlist/edit/", form)
    assert "This list stays on this computer." in words(robin.get(ADDRESS))
    assert "checked" in robin.get("/lists/watchlist/edit/").content.decode()


def test_a_copy_is_ended_and_nothing_is_sent(robin: Client, stage: Stage) -> None:
    robin.post(ADDRESS, {"begin": str(stage.remote_list().pk)})
    robin.post(ADDRESS, {"end": str(models.Mirror.objects.get().pk)})
    assert not models.Mirror.objects.exists()
    assert not models.OutboxItem.objects.exists()
