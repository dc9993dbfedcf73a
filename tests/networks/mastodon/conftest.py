"""A real server of the Mastodon API, started once and emptied for each test."""

from collections.abc import Iterator

import pytest
from mastodon_mock.testing import MockServer

from tests.networks.mastodon.stage import SEED, MastodonStage


@pytest.fixture(scope="session")
def mastodon_server() -> Iterator[MockServer]:
    with MockServer(seed=SEED) as server:
        yield server


@pytest.fixture
def stage(mastodon_server: MockServer) -> MastodonStage:
    mastodon_server.reset()
    return MastodonStage(mastodon_server)
