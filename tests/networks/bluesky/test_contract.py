"""The Bluesky adapter passes what every adapter must, against a server on this machine."""

import pytest

from tests.contract.feeds import FeedContract
from tests.contract.networks import NetworkContract
from tests.networks.bluesky.stage import BlueskyStage


class TestBluesky(NetworkContract, FeedContract):
    @pytest.fixture
    def stage(self, bluesky_server):
        return BlueskyStage(bluesky_server)
