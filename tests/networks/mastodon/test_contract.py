"""The Mastodon adapter passes what every adapter must, against a server that runs."""

import pytest

from tests.contract.feeds import FeedContract
from tests.contract.networks import NetworkContract
from tests.networks.mastodon.stage import MastodonStage


class TestMastodon(NetworkContract, FeedContract):
    @pytest.fixture
    def stage(self, mastodon_server):
        mastodon_server.reset()
        return MastodonStage(mastodon_server)
