"""From a yes in the terminal to a post on a real server of the Mastodon API on this machine."""

import io
import sys
from collections.abc import Iterator

import pytest
from mastodon_mock.testing import MockServer

from hobnob.domain.outbox import HOLD, State
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.networks.mastodon.stage import SEED, MastodonStage
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[MastodonStage]:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with MockServer(seed=SEED) as server:
        yield MastodonStage(server)


def mine(stage: MastodonStage) -> list[tuple[str, str | None]]:
    """What I posted there, and what it answers."""
    address = f"accounts/{stage.ids['robin']}/statuses"
    posts = stage.ask("robin", address, method="GET")
    return [(each["content"], each["in_reply_to_id"]) for each in posts]


def test_an_answer_arrives_once_and_is_taken_back(
    stage: MastodonStage, hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    [mention] = stage.mention_me(1)
    monkeypatch.setattr(sys, "stdin", io.StringIO("robin-token\n"))
    assert hobnob("connect", "mastodon", stage.host, "--by-hand", "--act").code == 0
    assert hobnob("sync").code == 0

    answer = hobnob("act", "reply", "Ana de Vries", "@ana Two cups.", "--yes", "--json").answer
    assert hobnob("outbox", "send", "--json").answer == {"ended": 0}
    assert mine(stage) == []
    later = NOW_US + HOLD
    monkeypatch.setattr("hobnob.cli.clock.now_us", lambda: later)
    assert hobnob("outbox", "send", "--json").answer == {"ended": 1}
    assert hobnob("outbox", "send", "--json").answer == {"ended": 0}
    [(words, answers)] = mine(stage)
    assert "Two cups." in words
    assert answers == mention.partition("@")[0]

    hobnob("outbox", "back", str(answer["number"]), "--yes")
    much_later = later + 2 * HOLD
    monkeypatch.setattr("hobnob.cli.clock.now_us", lambda: much_later)
    assert hobnob("outbox", "send", "--json").answer == {"ended": 1}
    assert mine(stage) == []
    assert set(models.OutboxItem.objects.values_list("state", flat=True)) == {State.SENT}
