"""The guards in conftest.py: no test leaves this machine, or the home of its own process."""

import socket
from pathlib import Path

import pytest
from django.conf import settings

from tests.conftest import HOME


def test_what_the_settings_call_home_is_the_home_of_this_process() -> None:
    asked = "unset DJANGO_SETTINGS_MODULE: it has the settings read before tests/conftest.py"
    assert Path(settings.HOME) == Path(HOME.name), asked


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_a_connection_to_another_machine_is_refused(
    attempts_to_leave: list[str], address: tuple[str, int]
) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(AssertionError, match="tried to reach"):
        outside.connect(address)

    assert attempts_to_leave == [f"socket.connect {address[0]!r}"]
    attempts_to_leave.clear()


def test_looking_up_another_machine_is_refused(attempts_to_leave: list[str]) -> None:
    with pytest.raises(AssertionError, match=r"tried to reach 'hobnob\.example'"):
        socket.getaddrinfo("hobnob.example", 443)

    attempts_to_leave.clear()


def test_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
        socket.create_connection((host, port)).close()
        socket.create_connection(("localhost", port)).close()
