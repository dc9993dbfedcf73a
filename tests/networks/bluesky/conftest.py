"""A small Bluesky, started once; each test has a town of its own in it."""

from collections.abc import Iterator

import pytest

from tests.networks.bluesky.server import TownServer, serving
from tests.networks.bluesky.stage import BlueskyStage
from tests.networks.http.authority import Authority


@pytest.fixture(scope="session")
def bluesky_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TownServer]:
    with serving(Authority(tmp_path_factory.mktemp("bluesky")).ca_file) as server:
        yield server


@pytest.fixture
def stage(bluesky_server: TownServer) -> BlueskyStage:
    return BlueskyStage(bluesky_server)
