"""Nothing but the door opens a connection, and nobody pays for it who does not go out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_layers import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


@pytest.mark.parametrize(
    "module", ["networks/bluesky/read.py", "operations/hurry.py", "networks/throttle.py"]
)
def test_a_module_beside_the_door_may_not_open_a_connection(copy: Copy, module: str) -> None:
    lines = [
        "import socket",
        "import requests",
        "from httpx import Client",
        "import urllib3.util",
        "from urllib.request import urlopen",
        "import http.client",
        "from urllib import request",
    ]
    copy.add(module, "\n".join(lines))

    code, said = copy.run("ruff", "check", "--select=TID251", "--output-format=concise", "src")

    assert code == 1
    assert said.count("Go through the one door") == len(lines)
    assert said.count(module) == len(lines)


def test_the_door_itself_may(copy: Copy) -> None:
    code, said = copy.run("ruff", "check", "--select=TID251", "--output-format=concise", "src")

    assert code == 0, said
    assert "import socket" in (copy.folder / "src/hobnob/networks/http/connecting.py").read_text()


def test_no_entrance_may_open_a_connection_either(copy: Copy) -> None:
    modules = ["web.spy", "cli.spy", "worker", "storage.spy"]
    libraries = ["requests", "httpx", "urllib3", "socket"]
    for module in modules:
        copy.add(module.replace(".", "/") + ".py", f"import {', '.join(libraries)}")

    code, said = copy.run("lint-imports", "--no-cache", "--contract=outside")

    assert code == 1
    for library in libraries:
        for module in modules:
            assert f"hobnob.{module} -> {library}" in said


def test_no_entrance_may_open_an_address_with_the_standard_library(copy: Copy) -> None:
    copy.add(
        "cli/spy.py",
        "from urllib.request import urlopen\n\n\ndef spy(url: str) -> None:\n    urlopen(url)",
    )

    code, said = copy.run("ruff", "check", "--select=S310", "--output-format=concise", "src")

    assert code == 1
    assert "cli/spy.py" in said


@pytest.mark.parametrize("start", ["hobnob.cli.app", "hobnob.web.urls", "hobnob.worker"])
def test_starting_up_imports_no_client(start: str) -> None:
    heavy = {
        "atproto",
        "cryptography",
        "httpx",
        "keyring",
        "mastodon",
        "requests",
        "tweepy",
        "urllib3",
    }
    program = (
        f"import django, sys; django.setup(); import {start}; "
        f"import hobnob.networks.base, hobnob.networks.throttle, hobnob.operations.secrets.keep; "
        f"print(*sorted({heavy!r} & set(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "hobnob.settings"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert printed.split() == []
