"""`hobnob connect` and `hobnob sync` with a real server of the Mastodon API on this machine."""

import io
import sys
from collections.abc import Iterator

import pytest
from mastodon_mock.testing import MockServer

from hobnob.storage import models
from tests.cli.conftest import Run
from tests.networks.mastodon.stage import SEED, MastodonStage

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[MastodonStage]:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with MockServer(seed=SEED) as server:
        yield MastodonStage(server)


def test_from_a_token_to_today(
    stage: MastodonStage, hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.mention_me(12)
    followers = stage.follow_me(3)
    monkeypatch.setattr(sys, "stdin", io.StringIO("robin-token\n"))
    connected = hobnob("connect", "mastodon", stage.host, "--by-hand")
    assert connected.code == 0, connected.err
    synced = hobnob("sync")
    assert synced.code == 0, synced.out
    assert models.Interaction.objects.filter(kind="mention", direction="towards me").count() == 12
    assert models.Tie.objects.filter(state__stream="followers").count() == followers
    [again] = hobnob("sync", "--all", "--json").answer["connections"]
    assert (again["interactions_new"], again["health"]) == (0, "ok")
    assert hobnob("today", "--json").answer["people"] == 1
    assert hobnob("rebuild", "--json").answer["is_same"]
    said = hobnob("sources")
    assert "notifications" in said.out
    assert hobnob("disconnect", "mastodon").code == 0
