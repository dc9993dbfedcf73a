"""The X adapter passes what every adapter must, against a server that runs."""

from collections.abc import Iterator

import pytest

from tests.contract.feeds import FeedContract
from tests.contract.networks import NetworkContract
from tests.networks.x.fake_x import FakeX
from tests.networks.x.stage import XStage


class TestX(NetworkContract, FeedContract):
    @pytest.fixture
    def stage(self, fake_x: FakeX) -> Iterator[XStage]:
        fake_x.reset()
        yield XStage(fake_x)
        assert fake_x.mistakes == []
