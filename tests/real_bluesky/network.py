"""Starts the network of Bluesky on this machine: identities, accounts, AppView, chat; no internet.

`python -m tests.real_bluesky` does so for a developer, `conftest.py` for the tests.
"""

import json
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from tests.postgres_server import postgres
from tests.real_bluesky.chat_service import ChatService
from tests.real_bluesky.packages import HERE, installed, node
from tests.real_bluesky.processes import serving

LOOPBACK = "127.0.0.1"
SETTLE_SECONDS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Where each server is."""

    plc: str
    """The directory of identities."""
    pds: str
    """The server of everybody's account: the one that a client asks for all it wants."""
    app_view: str
    chat: ChatService
    """What did:web:api.bsky.chat leads to here."""
    settled: str

    @property
    def settings(self) -> dict[str, str]:
        """What makes a hobnob look here for what it would look for on the internet."""
        return {
            "HOBNOB_ALLOW_LOOPBACK": "1",
            "HOBNOB_BLUESKY_DIRECTORY": self.plc,
            "HOBNOB_BLUESKY_NAMES": self.pds,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }

    def settle(self) -> None:
        """Wait until everything that has happened is seen everywhere: the AppView lags behind."""
        with urlopen(self.settled, timeout=SETTLE_SECONDS):
            pass


@contextmanager
def network() -> Iterator[Network]:
    """A new network without anybody. Raises DidNotStart with what the server said."""
    with (
        tempfile.TemporaryDirectory(prefix="hobnob-bluesky-", ignore_cleanup_errors=True) as name,
        postgres() as database,
        ChatService() as chat,
        _redis(Path(name)) as redis,
        _servers(Path(name), database=database, redis=redis, chat_url=chat.url) as places,
    ):
        yield Network(
            plc=places["plc"],
            pds=places["pds"],
            app_view=places["appView"],
            settled=places["settled"],
            chat=chat,
        )


@contextmanager
def _redis(folder: Path) -> Iterator[str]:
    """The address of a new, empty Redis."""
    program = shutil.which("redis-server")
    assert program, "redis-server is missing: apt install redis-server"
    port = _free_port()
    where = ("--bind", LOOPBACK, "--port", str(port), "--dir", folder)
    memory_only = ("--save", "", "--appendonly", "no")
    command = (program, *where, *memory_only)
    with serving(command, ready="Ready to accept connections", log=folder / "redis.log"):
        yield f"{LOOPBACK}:{port}"


@contextmanager
def _servers(folder: Path, *, database: str, redis: str, chat_url: str) -> Iterator[dict[str, str]]:
    """The addresses that network.mjs prints."""
    # Node finds packages beside the module that asks for them.
    program = installed() / "network.mjs"
    shutil.copyfile(HERE / program.name, program)
    environment = {
        "DB_POSTGRES_URL": database,
        "REDIS_HOST": redis,
        "CHAT_URL": chat_url,
        "LOG_ENABLED": "false",
        "NODE_ENV": "test",
        # Accounts and pictures are kept there.
        "TMPDIR": str(folder),
    }
    log = folder / "servers.log"
    with serving((node(), program), ready="READY", log=log, environment=environment) as said:
        places: dict[str, str] = json.loads(said)
        yield places


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as server:
        port: int = server.getsockname()[1]
    return port
