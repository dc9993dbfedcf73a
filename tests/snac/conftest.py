"""Two servers for the whole run, with Robin on one and Ana on the other."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.snac.people import Somebody
from tests.snac.servers import two_servers


class Two(NamedTuple):
    """Me, and somebody whose server is another one."""

    robin: Somebody
    ana: Somebody


@pytest.fixture(scope="session")
def two() -> Iterator[Two]:
    """A server that does not start fails each test that needs it, and says why."""
    with two_servers() as (mine, hers), pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
        yield Two(Somebody(mine, "robin"), Somebody(hers, "ana"))


@pytest.fixture(autouse=True)
def _on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
