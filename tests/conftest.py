"""What every test stands on: a home of its own, no network, no waiting for a queue."""

import ipaddress
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Django reads its settings once, so the home must be in place before anything imports it.
HOME = tempfile.TemporaryDirectory(prefix="hobnob-tests-")
os.environ["HOBNOB_HOME"] = HOME.name
os.environ["DJANGO_SETTINGS_MODULE"] = "hobnob.settings"
# The keyring of whoever runs the tests is theirs: no test reads it or writes to it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# Playwright's synchronous interface runs an event loop in the thread that the tests use.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

import django

django.setup()
# Where this is set, pytest-django reads the settings before it reads this file. The workers of
# pytest-xdist would inherit it and all live in the home of the process that started them, where one
# test signs out whom another has just signed in.
del os.environ["DJANGO_SETTINGS_MODULE"]

import hypothesis
import pytest
from huey.contrib.djhuey import HUEY

HUEY.immediate = True

# A shared machine may pause any example for longer than a deadline would allow.
hypothesis.settings.register_profile("hobnob", deadline=None, print_blob=True)
hypothesis.settings.load_profile("hobnob")


class OutsideConnection(AssertionError):
    """A test tried to reach another machine."""


attempts: list[str] = []


def is_this_machine(host: object) -> bool:
    """Whether a host, as given to a socket, can only be the machine the test runs on."""
    if isinstance(host, bytes):
        host = host.decode("idna")
    if host is None or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def refuse_other_machines(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: it sees the sockets of every library, whatever a test replaces."""
    match event, arguments:
        case "socket.connect" | "socket.sendto", (_, (host, *_)):
            pass
        case "socket.getaddrinfo" | "socket.gethostbyname", (host, *_):
            pass
        case _:
            return
    if not is_this_machine(host):
        attempts.append(f"{event} {host!r}")
        raise OutsideConnection(f"A test tried to reach {host!r}.")


sys.addaudithook(refuse_other_machines)


STARTED_ONCE = {
    "bluesky": "tests/real_bluesky/",
    "snac": "tests/snac/",
    "kills": "tests/kills/",
}
"""Marks of tests that share what takes long to start, and where ./check looks for them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuses such a test where ./check would not find it."""
    for item in items:
        for mark, folder in STARTED_ONCE.items():
            if item.get_closest_marker(mark) and not item.nodeid.startswith(folder):
                raise pytest.UsageError(f"{item.nodeid} is marked {mark}: move it to {folder}")


@pytest.fixture(autouse=True)
def attempts_to_leave() -> Iterator[list[str]]:
    """Fails the test even if what it calls swallowed the refusal."""
    attempts.clear()
    yield attempts
    if attempts:
        reached = ", ".join(attempts)
        attempts.clear()
        pytest.fail(f"reached for another machine: {reached}")


@pytest.fixture(autouse=True)
def _no_secret_outlives_its_test() -> Iterator[None]:
    """Databases are rolled back; whom one had forgotten would be kept out of the next."""
    yield
    shutil.rmtree(Path(HOME.name) / "tokens", ignore_errors=True)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, kept from calling home; it has no sandbox to offer root."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Chromium is missing: apt install chromium"
    return {
        "executable_path": chromium,
        "args": [
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
        ],
    }


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty data folder for a program that the test starts."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    return folder
