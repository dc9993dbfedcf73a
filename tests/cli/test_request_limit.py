"""What a request may bring is settled by its head, before the rest is taken in."""

import socket
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from waitress.adjustments import Adjustments

from hobnob.cli.request_limit import ARCHIVE_BYTES, FORM_BYTES, LimitedParser
from hobnob.operations.local_user import local_user
from tests.cli.conftest import Program
from tests.cli.test_up import PATIENCE_SECONDS, up

GIB = 1024**3


@pytest.fixture
def session_key(db: None) -> str:
    client = Client()
    client.force_login(local_user())
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def asked(
    path: str = "/import/", *, length: int | None = 2 * GIB, key: str = "", method: str = "POST"
) -> LimitedParser:
    """A request of which the head has arrived; length None: in chunks, as long as it likes."""
    parser = LimitedParser(Adjustments(host="127.0.0.1", max_request_body_size=ARCHIVE_BYTES))
    brings = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    cookie = f"Cookie: other=1; {settings.SESSION_COOKIE_NAME}={key}\r\n" if key else ""
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{cookie}{brings}\r\n\r\n"
    parser.received(head.encode())
    return parser


def test_an_archive_is_taken_from_who_is_signed_in(session_key: str) -> None:
    parser = asked(key=session_key)
    assert (parser.error, parser.completed) == (None, False)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "0123456789abcdef", "../secret.key"])
@pytest.mark.parametrize("path", ["/import/", "/signin/", "/"])
def test_nobody_else_may_bring_more_than_a_form(key: str, path: str) -> None:
    parser = asked(path, key=key)
    assert parser.error.code == 413
    assert "run `hobnob signin`" in parser.error.body
    assert asked(path, key=key, length=FORM_BYTES - 1).error is None


@pytest.mark.parametrize(
    ("path", "method"), [("/", "POST"), ("/people/1/decide/", "POST"), ("/import/", "GET")]
)
def test_no_other_page_takes_an_archive(session_key: str, path: str, method: str) -> None:
    assert asked(path, key=session_key, method=method).error.code == 413


def test_an_archive_beyond_every_limit_is_refused(session_key: str) -> None:
    assert asked(key=session_key, length=20 * GIB).error.code == 413


@pytest.mark.django_db
def test_what_does_not_say_its_length_is_cut_off_at_the_same_size() -> None:
    parser = asked(length=None)
    piece = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    for _ in range(FORM_BYTES // 65_536 - 1):
        parser.received(piece)
    assert parser.error is None
    parser.received(piece)
    assert parser.error.code == 413
    parser.close()


def test_a_session_that_ended_takes_no_archive(session_key: str) -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_key
    client.post("/signout/")
    assert asked(key=session_key).error.code == 413


def test_a_stranger_is_refused_before_sending_anything(program: Program) -> None:
    with up(program, "--no-open") as served:
        address = urlsplit(served.url)
        for expects in ("", "Expect: 100-continue\r\n"):
            head = f"POST /import/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {GIB}\r\n"
            where = (address.hostname, address.port)
            with closing(socket.create_connection(where, timeout=PATIENCE_SECONDS)) as line:
                line.sendall(f"{head}{expects}\r\n".encode())
                assert line.recv(1024).startswith(b"HTTP/1.1 413 ")
