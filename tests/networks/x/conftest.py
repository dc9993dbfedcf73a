"""The fake X, started once and emptied for each test. What it got wrong itself fails the test."""

from collections.abc import Iterator

import pytest

from tests.networks.x.fake_x import FakeX
from tests.networks.x.stage import NOW_US, XStage


@pytest.fixture(scope="session")
def fake_x() -> Iterator[FakeX]:
    x = FakeX(NOW_US)
    yield x
    x.stop()


@pytest.fixture
def stage(fake_x: FakeX) -> Iterator[XStage]:
    fake_x.reset()
    yield XStage(fake_x)
    assert fake_x.mistakes == []
