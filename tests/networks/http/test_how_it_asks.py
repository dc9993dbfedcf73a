"""What a request says, what is taken of an answer, and what is said when there is none."""

import gzip
from collections.abc import Callable
from select import select
from typing import Any

import pytest

from hobnob import __version__
from hobnob.networks.base import NetworkRefused, Unreachable, plain_error
from hobnob.networks.http.answers import Limits
from hobnob.networks.http.door import Door
from hobnob.networks.http.for_httpx import outbound_client
from hobnob.networks.http.for_requests import outbound_session
from tests.networks.http.town import OPEN_ADDRESS, House, Town, Visitor

ClientOf = Callable[..., Any]

URL = "https://open.example/"
OTHER = "https://other.example/"
MIB = 1024 * 1024


def head(visitor: Visitor, **headers: str) -> None:
    visitor.send_response(200)
    for name, value in headers.items():
        visitor.send_header(name.replace("_", "-"), value)
    visitor.end_headers()


def hang_up(visitor: Visitor) -> None:
    visitor.close_connection = True
    visitor.connection.close()


# ── What is said ─────────────────────────────────────────────────────────────


def test_it_says_who_is_asking_whatever_the_library_says(
    town: Town, house: House, client_of: ClientOf
) -> None:
    client_of(town).get(URL, headers={"User-Agent": "Mozilla/5.0", "Accept-Encoding": "br, zstd"})

    (visitor,) = house.requests
    assert visitor.headers["User-Agent"] == f"hobnob/{__version__} (+local)"
    assert visitor.headers["Accept-Encoding"] == "gzip, deflate"


def test_what_is_sent_arrives(town: Town, house: House, client_of: ClientOf) -> None:
    answer = client_of(town).post(URL, json={"text": "Who knits?"}, headers={"Authorization": "a"})

    (visitor,) = house.requests
    assert answer.json() == {}
    assert visitor.body.replace(b" ", b"") == b'{"text":"Whoknits?"}'
    assert visitor.headers["Authorization"] == "a"


def test_cookies_are_neither_kept_nor_sent(town: Town, house: House, client_of: ClientOf) -> None:
    house.routes["/"] = lambda visitor: visitor.answer(Set_Cookie="who=ana; Path=/; Secure")
    client = client_of(town)
    client.get(URL)
    client.get(URL, headers={"Cookie": "who=bo"})
    client.get(URL)

    assert [visitor.headers["Cookie"] for visitor in house.requests] == [None, None, None]


def test_a_connection_is_kept_for_the_next_request(
    town: Town, house: House, client_of: ClientOf
) -> None:
    client = client_of(town)
    for _ in range(3):
        assert client.get(URL).json() == {}

    assert town.dialled == [OPEN_ADDRESS]


def test_whoever_listens_hears_of_every_answer(
    town: Town, house: House, client_of: ClientOf
) -> None:
    heard = []
    house.routes["/"] = lambda visitor: visitor.answer(429, RateLimit_Remaining="0")
    client = client_of(
        town,
        heard=lambda url, status, told: heard.append((url, status, told["ratelimit-remaining"])),
    )
    client.get(URL)

    assert heard == [(URL, 429, "0")]


# ── Redirects ────────────────────────────────────────────────────────────────


def moved_to(url: str) -> Callable[[Visitor], None]:
    return lambda visitor: visitor.answer(301, Location=url)


def test_what_says_who_we_are_does_not_follow_to_another_server(
    town: Town, house: House, other_house: House, client_of: ClientOf
) -> None:
    house.routes |= {"/": moved_to("/here"), "/here": moved_to(OTHER)}
    answer = client_of(town).get(
        URL, headers={"Authorization": "Bearer of-ana", "X-Key": "of-ana", "Accept": "text/plain"}
    )

    assert answer.status_code == 200
    assert [visitor.headers["Authorization"] for visitor in house.requests] == ["Bearer of-ana"] * 2
    (stranger,) = other_house.requests
    assert "of-ana" not in str(stranger.headers)
    assert stranger.headers["Accept"] == "text/plain"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_what_changes_something_is_not_sent_elsewhere(
    town: Town, house: House, other_house: House, client_of: ClientOf, status: int
) -> None:
    house.routes["/"] = lambda visitor: visitor.answer(status, Location=OTHER)

    with pytest.raises(NetworkRefused, match=r"open\.example wants what was sent to go elsewhere"):
        client_of(town).post(URL, data={"password": "correct horse"})
    assert other_house.requests == []


def test_five_redirects_are_followed_and_a_sixth_is_not(
    town: Town, house: House, client_of: ClientOf
) -> None:
    for step in range(1, 6):
        house.routes[f"/{step}"] = moved_to(f"/{step - 1}")
    house.routes |= {"/0": lambda visitor: visitor.answer(), "/6": moved_to("/5")}
    client = client_of(town)

    assert client.get(f"{URL}5").status_code == 200
    with pytest.raises(NetworkRefused, match=r"open\.example redirects without end"):
        client.get(f"{URL}6")


def test_a_redirect_to_no_address_is_said(town: Town, house: House, client_of: ClientOf) -> None:
    house.routes["/"] = moved_to("https://[::1")

    with pytest.raises(NetworkRefused, match="redirects to something that is no address"):
        client_of(town).get(URL)


# ── Limits ───────────────────────────────────────────────────────────────────


def test_an_answer_is_taken_up_to_the_limit(town: Town, house: House, client_of: ClientOf) -> None:
    house.routes["/"] = lambda visitor: visitor.answer(body=b"x" * MIB)

    assert len(client_of(town, limits=Limits(answer_bytes=MIB)).get(URL).content) == MIB


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "a gzip bomb"])
def test_more_than_the_limit_is_given_up(
    town: Town, house: House, client_of: ClientOf, packed: bool
) -> None:
    body = b"x" * (MIB + 1)
    headers = {"Content_Encoding": "gzip"} if packed else {}
    sent = gzip.compress(body) if packed else body
    house.routes["/"] = lambda visitor: visitor.answer(body=sent, **headers)
    client = client_of(town, limits=Limits(answer_bytes=MIB))

    with pytest.raises(NetworkRefused, match=r"open\.example answered with more than 1 MiB"):
        client.get(URL)
    assert packed == (len(sent) < 2_000)


def test_what_is_compressed_is_read(town: Town, house: House, client_of: ClientOf) -> None:
    house.routes["/"] = lambda visitor: visitor.answer(
        body=gzip.compress(b'{"name": "Ana"}'), Content_Encoding="gzip"
    )

    assert client_of(town).get(URL).json() == {"name": "Ana"}


def silent(visitor: Visitor) -> None:
    visitor.rfile.read(1)


def silent_in_the_middle(visitor: Visitor) -> None:
    head(visitor, Content_Length="10")
    visitor.wfile.write(b"half")
    visitor.wfile.flush()
    visitor.rfile.read(1)


@pytest.mark.parametrize("route", [silent, silent_in_the_middle])
def test_silence_is_waited_for_only_so_long(
    town: Town, house: House, client_of: ClientOf, route: Callable[[Visitor], None]
) -> None:
    house.routes["/"] = route

    with pytest.raises(Unreachable, match=r"open\.example") as silence:
        client_of(town, limits=Limits(read_seconds=0.05)).get(URL)
    assert silence.value.may_have_arrived


def drip(visitor: Visitor, first: bytes) -> None:
    """A byte now and then, until the other side hangs up: silence is never long."""
    visitor.close_connection = True
    visitor.wfile.write(first)
    while not select([visitor.connection], [], [], 0.01)[0]:
        visitor.wfile.write(b"1")
        visitor.wfile.flush()


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nX-Slow: ", id="in the head"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n", id="in the body"),
        pytest.param(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", id="in a body of any length"),
    ],
)
def test_an_answer_that_never_ends_is_given_up(
    town: Town, house: House, client_of: ClientOf, first: bytes
) -> None:
    house.routes["/"] = lambda visitor: drip(visitor, first)

    with pytest.raises(Unreachable, match="broke"):
        client_of(town, limits=Limits(whole_seconds=0.1)).get(URL)


# ── No answer ────────────────────────────────────────────────────────────────


def half(visitor: Visitor) -> None:
    head(visitor, Content_Length="10")
    visitor.wfile.write(b"half")
    visitor.wfile.flush()
    hang_up(visitor)


@pytest.mark.parametrize("route", [hang_up, half])
def test_half_an_answer_is_none(
    town: Town, house: House, client_of: ClientOf, route: Callable[[Visitor], None]
) -> None:
    house.routes["/"] = route

    with pytest.raises(Unreachable, match="try again later") as breach:
        client_of(town).post(URL, json={})
    assert breach.value.may_have_arrived


def test_a_server_that_takes_no_connection_certainly_got_nothing(
    town: Town, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(town, "dial", refuse)
    with pytest.raises(Unreachable, match=r"open\.example takes no connection") as refusal:
        client_of(town).post(URL, json={})
    assert not refusal.value.may_have_arrived


def test_a_name_that_nobody_knows_is_said(town: Town, client_of: ClientOf) -> None:
    with pytest.raises(Unreachable, match=r"Nobody knows a server named opne\.example") as unknown:
        client_of(town).get("https://opne.example/")
    assert not unknown.value.may_have_arrived


@pytest.mark.parametrize("url", [URL.replace("open", "impostor"), "https://open.example./"])
def test_a_server_with_the_certificate_of_another_is_told_nothing(
    town: Town, house: House, client_of: ClientOf, url: str
) -> None:
    town.names["impostor.example"] = town.names["open.example"]
    town.names["open.example."] = town.names["open.example"]
    client = client_of(town)
    if "impostor" in url:
        with pytest.raises(Unreachable, match="cannot prove that it is impostor") as doubt:
            client.get(url)
        assert not doubt.value.may_have_arrived
        assert house.requests == []
    else:
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("form", [outbound_session, outbound_client])
def test_only_authorities_that_the_world_trusts_are_believed(
    town: Town, house: House, form: Callable[[Door], Any]
) -> None:
    with form(Door(connector=town)) as client, pytest.raises(Unreachable, match="cannot prove"):
        client.get(URL)
    assert house.requests == []


def test_a_library_cannot_switch_the_checks_off(town: Town, house: House) -> None:
    session = outbound_session(Door(connector=town))
    session.verify = False
    with pytest.raises(Unreachable, match="cannot prove"):
        session.get(URL, verify=False, proxies={"https": "http://127.0.0.1:1"})
    assert house.requests == []


def test_an_error_that_a_library_wrapped_is_found_again() -> None:
    silence = Unreachable("open.example does not answer.", may_have_arrived=True)
    wrapped = RuntimeError("Could not complete request")
    wrapped.__cause__ = silence

    assert plain_error(wrapped) is plain_error(silence) is silence
    assert plain_error(RuntimeError("a bug")) is None
