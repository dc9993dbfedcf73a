"""One network for the whole run, and new people on it for each test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings

from tests.real_bluesky.desk import Desk
from tests.real_bluesky.network import Network, network
from tests.real_bluesky.people import Somebody

_numbers = count(1)


@pytest.fixture(scope="session")
def bluesky() -> Iterator[Network]:
    """A server that does not start fails each test that needs it, and says why."""
    with network() as started:
        yield started


@pytest.fixture(autouse=True)
def places(bluesky: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """hobnob finds here what it would look for on the internet."""
    for name, value in bluesky.settings.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def meet(bluesky: Network) -> Iterator[Callable[[str], Somebody]]:
    """Makes an account of that name, which nobody has met before."""
    with ExitStack() as met:

        def meet(name: str) -> Somebody:
            somebody = Somebody(bluesky, f"{name}{next(_numbers)}.test")
            met.callback(somebody.leave)
            return somebody

        yield meet


@pytest.fixture
def robin(meet: Callable[[str], Somebody]) -> Somebody:
    """Me."""
    return meet("robin")


@pytest.fixture
def ana(meet: Callable[[str], Somebody]) -> Somebody:
    return meet("ana")


@pytest.fixture
def sam(meet: Callable[[str], Somebody]) -> Somebody:
    return meet("sam")


@pytest.fixture
def desk(
    bluesky: Network, robin: Somebody, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Desk:
    """With a data folder of its own: an outbox knows the one that it sent from."""
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return Desk(bluesky, robin)
