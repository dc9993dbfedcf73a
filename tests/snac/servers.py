"""Two servers of the fediverse that speak to each other on this machine, and who lives there.

They run as a normal user, for snac refuses root, and end by their own ids.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any
from urllib.request import urlopen

from tests.snac.names import Names, names
from tests.snac.package import snac

_NOBODY = 65534
_END_SECONDS = 20
READY_SECONDS = 30


@dataclass(frozen=True)
class Server:
    """One server, and the password of each who lives there."""

    name: str
    """What it calls itself: "mine.example"."""
    host: str
    """Where hobnob finds it: "localhost:8811"."""
    folder: Path
    passwords: dict[str, str]

    @property
    def address(self) -> str:
        return f"http://{self.host}"


@contextmanager
def two_servers() -> Iterator[tuple[Server, Server]]:
    """Robin's server, and Ana's."""
    with names() as proxy, ExitStack() as both:
        yield (
            both.enter_context(_server(proxy, "mine.example", "robin")),
            both.enter_context(_server(proxy, "hers.example", "ana")),
        )


@contextmanager
def _server(proxy: Names, name: str, *people: str) -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="hobnob-snac-"))
    try:
        # Wherever the checkout is, a normal user can start it from here.
        shutil.copy(snac(), folder / "snac")
        if os.getuid() == 0:
            os.chown(folder, _NOBODY, _NOBODY)
        port = _free_port()
        proxy.ports[name] = port
        server = _made(folder / "data", name, port, people)
        with _running(server, proxy):
            yield server
    finally:
        shutil.rmtree(folder)


def _made(folder: Path, name: str, port: int, people: tuple[str, ...]) -> Server:
    """Its data: where it listens, that it speaks http, and an account for each."""
    _snac(folder, "init", typed=f"127.0.0.1\n{port}\n{name}\n\n\n")
    settings = folder / "server.json"
    known = json.loads(settings.read_text())
    settings.write_text(json.dumps({**known, "protocol": "http"}))
    passwords = {}
    for each in people:
        said = _snac(folder, "adduser", each, typed="")
        found = re.search(r"password is (\S+)", said)
        assert found, said
        passwords[each] = found[1]
    return Server(name=name, host=f"localhost:{port}", folder=folder, passwords=passwords)


@contextmanager
def _running(server: Server, proxy: Names) -> Iterator[None]:
    log = server.folder.parent / "log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [server.folder.parent / "snac", "httpd", server.folder],
            stdout=said,
            stderr=said,
            env={"http_proxy": proxy.address},
            **_as_nobody(),
        )
    with process:
        try:
            _wait_for(server, process, log)
            yield
        finally:
            process.terminate()
            try:
                process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(READY_SECONDS * 10):
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{server.address}/api/v1/instance", timeout=5):
                return
        except OSError:
            Event().wait(0.1)
    raise RuntimeError(f"snac did not start:\n{log.read_text(errors='replace')}")


def _snac(folder: Path, command: str, *words: str, typed: str) -> str:
    done = subprocess.run(
        [folder.parent / "snac", command, folder, *words],
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        **_as_nobody(),
    )
    return done.stdout


def _as_nobody() -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
