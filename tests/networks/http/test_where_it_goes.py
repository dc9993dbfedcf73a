"""No address, however it is written, leads a request to where the public internet doesn't."""

from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, unquote

import httpx
import pytest
import requests

from hobnob.domain.errors import HobnobError
from hobnob.networks.http.addresses import is_public
from hobnob.networks.http.connecting import AddressRefused, Connector
from tests.networks.http.town import OPEN_ADDRESS, House, Secret, Town, Visitor

ClientOf = Callable[..., Any]

NAMES = {
    "inside.example": ["127.0.0.1"],
    "inside-v6.example": ["::1"],
    "metadata.example": ["169.254.169.254"],
    "two-inside.example": ["10.0.0.7", "fd00::7"],
}

# Every one leads inside: the control below gets there.
INSIDE = [
    "https://127.0.0.1/",
    "https://127.8.9.10/",
    "https://localhost./",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://172.31.255.254/",
    "https://192.0.0.8/",
    "https://192.88.99.1/",
    "https://192.168.1.1/",
    "https://198.19.0.1/",
    "https://203.0.113.9/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    # numbers in disguise
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0x0.0x0.0x1/",
    "https://017700000001/",
    "https://0177.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://0/",
    "https://2852039166/",
    # IPv6, and IPv4 inside it
    "https://[::1]/",
    "https://[::]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b:1::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001:0:7f00:1::80ff:fffe]/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://[ff02::1]/",
    "https://[2001:db8::1]/",
    "https://[3fff::1]/",
    "https://[100::1]/",
    # names, and other people's names in front
    "https://inside.example/",
    "https://INSIDE.example:443/",
    "https://inside-v6.example/",
    "https://metadata.example/",
    "https://two-inside.example/",
    "https://open.example@127.0.0.1/",
    "https://open.example:443@127.0.0.1/",
    "https://open.example%2f@inside.example/",
    "https://127.0.0.1:443/?https://open.example",
    "https://127.0.0.1/#@open.example",
    "http://127.0.0.1/",
    "http://inside.example/",
]

# Nobody opens these, whatever they would lead to; what is refused here is said in one sentence.
NOT_OPENED = [
    "file:///etc/passwd",
    "file://127.0.0.1/etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1:70/_",
    "unix:///run/docker.sock",
    "data:text/html,hello",
    "javascript:alert(1)",
    "http://open.example/",
    "//127.0.0.1/",
    "https://",
    "https:///127.0.0.1/",
    "https://0177.0.0.01/",
    "https://①②⑦.⓪.⓪.①/",
    "https://127。0。0。1/",
    "https://[::1/",
    "https://open.example:99999999/",
    "https://127.0.0.1\t/",
    "",
]


def sent_to(visitor: Visitor) -> None:
    """A redirect to whatever stands behind the question mark."""
    visitor.answer(302, Location=unquote(visitor.path.partition("?")[2]))


def get(client: Any, url: str) -> None:
    """Whatever comes of it: what counts is who was reached. Libraries refuse some addresses too."""
    with suppress(HobnobError, requests.RequestException, httpx.HTTPError, httpx.InvalidURL):
        client.get(url)


@pytest.fixture(autouse=True)
def names(town: Town, unchecked: Town) -> None:
    for each in (town, unchecked):
        each.names.update(NAMES)
        each.names["localhost"] = ["127.0.0.1", "::1"]


def test_without_the_check_every_address_leads_inside(
    unchecked: Town, secret: Secret, client_of: ClientOf
) -> None:
    client = client_of(unchecked)
    for visits, url in enumerate(INSIDE):
        get(client, url)
        assert len(unchecked.dialled) == visits + 1, url

    assert secret.visits == len(INSIDE) >= 34


def test_no_address_leads_inside(town: Town, secret: Secret, client_of: ClientOf) -> None:
    client = client_of(town)
    for url in INSIDE:
        with pytest.raises(AddressRefused):
            client.get(url)

    assert (town.dialled, secret.visits) == ([], 0)


def test_nothing_but_https_is_opened(town: Town, secret: Secret, client_of: ClientOf) -> None:
    client = client_of(town)
    for url in NOT_OPENED:
        get(client, url)

    assert (town.dialled, secret.visits) == ([], 0)


def test_without_the_check_a_redirect_leads_inside(
    unchecked: Town, house: House, secret: Secret, client_of: ClientOf
) -> None:
    house.routes["/"] = sent_to
    client = client_of(unchecked)
    for url in INSIDE:
        get(client, f"https://open.example/?{quote(url, safe='')}")

    assert secret.visits == len(INSIDE)


def test_no_redirect_leads_inside(
    town: Town, house: House, secret: Secret, client_of: ClientOf
) -> None:
    house.routes["/"] = sent_to
    client = client_of(town)
    for url in [*INSIDE, *NOT_OPENED]:
        get(client, f"https://open.example/?{quote(url, safe='')}")

    assert len(house.requests) >= len(INSIDE)
    assert set(town.dialled) == {OPEN_ADDRESS}
    assert secret.visits == 0


def test_a_name_that_changes_after_the_check_leads_inside_without_ours(
    unchecked: Town, secret: Secret, client_of: ClientOf
) -> None:
    answers = iter([[OPEN_ADDRESS], ["127.0.0.1"]])
    unchecked.resolve = lambda host, port: next(answers)
    # The usual order: look the name up, find it harmless, then ask.
    assert all(is_public(ip_address(each)) for each in unchecked.resolve("rebinding.example", 443))
    get(client_of(unchecked), "https://rebinding.example/")

    assert secret.visits == 1


def test_a_name_is_looked_up_once_and_that_very_answer_is_used(
    town: Town, house: House, secret: Secret, client_of: ClientOf
) -> None:
    house.routes["/"] = lambda visitor: visitor.answer(Connection="close")
    answers = iter([[OPEN_ADDRESS], ["127.0.0.1"], [OPEN_ADDRESS]])
    town.resolve = lambda host, port: next(answers)
    client = client_of(town)

    assert client.get("https://rebinding.example/").status_code == 200
    with pytest.raises(AddressRefused):
        client.get("https://rebinding.example/")
    assert client.get("https://rebinding.example/").status_code == 200
    assert town.dialled == [OPEN_ADDRESS, OPEN_ADDRESS]
    assert secret.visits == 0


def test_of_several_addresses_only_the_public_ones_are_tried(
    town: Town, secret: Secret, client_of: ClientOf
) -> None:
    town.names["mixed.example"] = ["127.0.0.1", OPEN_ADDRESS, "fd00::1"]

    assert client_of(town).get("https://mixed.example/").status_code == 200
    assert town.dialled == [OPEN_ADDRESS]
    assert secret.visits == 0


def test_an_environment_that_names_a_proxy_changes_nothing(
    town: Town, secret: Secret, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{secret.server_address[1]}")

    assert client_of(town).get("https://open.example/").status_code == 200
    assert secret.visits == 0


@pytest.mark.parametrize("url", ["https://localhost:{}/", "https://127.0.0.1:{}/"])
def test_the_real_resolver_gets_no_further_either(secret: Secret, url: str) -> None:
    address = url.format(secret.server_address[1])
    host = Connector(allow_loopback=False).check_url(address)

    with pytest.raises(AddressRefused, match="is not on the public internet"):
        Connector(allow_loopback=False).connect("https", host, secret.server_address[1])
    assert secret.visits == 0


def test_this_machine_is_reached_only_when_the_environment_says_so(
    monkeypatch: pytest.MonkeyPatch, secret: Secret
) -> None:
    monkeypatch.delenv("HOBNOB_ALLOW_LOOPBACK", raising=False)
    with pytest.raises(AddressRefused, match="only be reached by https"):
        Connector().check_url("http://127.0.0.1/")

    monkeypatch.setenv("HOBNOB_ALLOW_LOOPBACK", "1")
    assert Connector().check_url("http://127.0.0.1/") == "127.0.0.1"
    Connector().connect("http", "127.0.0.1", secret.server_address[1]).close()
    for scheme, host in [("http", "10.0.0.1"), ("https", "10.0.0.1"), ("http", OPEN_ADDRESS)]:
        with pytest.raises(AddressRefused):
            Town({}, {}, allow_loopback=True).connect(scheme, host, 443)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://open.example", "open.example can only be reached by https"),
        ("https://ana:horse@open.example", "with a user name or password in it is not opened"),
        ("https://", "An address without a server can only be reached by https"),
        ("https://[::1", "That is not the address of a server"),
    ],
)
def test_what_is_refused_says_how_to_write_it(url: str, sentence: str) -> None:
    with pytest.raises(HobnobError) as refusal:
        Connector(allow_loopback=False).check_url(url)

    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith("write it as https://server.example.")
    assert "horse" not in str(refusal.value)
