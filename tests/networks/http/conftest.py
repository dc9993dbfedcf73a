"""A town with an open house, another one, and a secret inside."""

from collections.abc import Iterator
from typing import Any

import pytest

from hobnob.networks.http.answers import Limits
from hobnob.networks.http.door import Door, Heard
from tests.networks.http.authority import Authority
from tests.networks.http.town import (
    FORMS,
    OPEN_ADDRESS,
    OTHER_ADDRESS,
    House,
    Secret,
    Town,
    Unchecked,
    serving,
)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def certificate(authority: Authority) -> str:
    names = ("open.example", "other.example", "rebinding.example", "mixed.example")
    return str(authority.certify(*names))


@pytest.fixture
def house(certificate: str) -> Iterator[House]:
    house = House(certificate, {"/": lambda visitor: visitor.answer()})
    with serving(house):
        yield house


@pytest.fixture
def other_house(certificate: str) -> Iterator[House]:
    house = House(certificate, {"/": lambda visitor: visitor.answer()})
    with serving(house):
        yield house


@pytest.fixture
def secret() -> Iterator[Secret]:
    with serving(server := Secret()):
        yield server


@pytest.fixture
def town(house: House, other_house: House, secret: Secret) -> Town:
    return _town(Town, house, other_house, secret)


@pytest.fixture
def unchecked(house: House, other_house: House, secret: Secret) -> Town:
    return _town(Unchecked, house, other_house, secret)


def _town(kind: type[Town], house: House, other_house: House, secret: Secret) -> Town:
    return kind(
        {"open.example": [OPEN_ADDRESS], "other.example": [OTHER_ADDRESS]},
        {OPEN_ADDRESS: house.server_address[1], OTHER_ADDRESS: other_house.server_address[1]},
        secret.server_address[1],
    )


@pytest.fixture(params=FORMS)
def client_of(request: pytest.FixtureRequest, authority: Authority) -> Iterator[Any]:
    """Makes a requests.Session or an httpx.Client through a door of the town."""
    clients = []

    def client(town: Town, *, limits: Limits | None = None, heard: Heard | None = None) -> Any:
        door = Door(connector=town, ca_file=authority.ca_file, limits=limits, heard=heard)
        clients.append(FORMS[request.param](door))
        return clients[-1]

    yield client
    for each in clients:
        each.close()
