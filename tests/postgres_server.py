"""Runs a command beside a PostgreSQL of its own: `python tests/postgres_server.py -- pytest`.

The server lives in a temporary folder, listens on a socket there and on no port, and is gone
when the command ends. The command finds it by DATABASE_URL.
Source: https://www.postgresql.org/docs/current/app-pg-ctl.html
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

OWNER = "hobnob"
# A crash may lose this server's data: the tests are done with it by then.
OPTIONS = (
    *("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off"),
    # A question to tables that hold a few rows is answered sooner than it is compiled.
    "jit=off",
)


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs; Debian keeps them out of PATH."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3])
    )
    found = shutil.which(name) or (str(installed[-1]) if installed else None)
    if not found:
        sys.exit(f"PostgreSQL's {name} is missing: apt install postgresql")
    return found


def as_server_account() -> dict[str, Any]:
    """Arguments for subprocess: PostgreSQL refuses to run as root, so root hands it over."""
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def call(folder: Path, name: str, *arguments: str) -> None:
    """Runs one of PostgreSQL's programs; says what it said if it fails."""
    # A file rather than a pipe: the server keeps it open and would hold up our reading.
    with (folder / "log").open("w+b") as log:
        done = subprocess.run(
            [program(name), *arguments],
            cwd=folder,
            env={**os.environ, "PGHOST": str(folder), "PGUSER": OWNER},
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
            **as_server_account(),
        )
        log.seek(0)
        if done.returncode:
            sys.exit(f"PostgreSQL's {name} failed:\n{log.read().decode(errors='replace')}")


@contextmanager
def postgres() -> Iterator[str]:
    """The DATABASE_URL of a new, empty server."""
    with tempfile.TemporaryDirectory(prefix="hobnob-postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        data = str(folder / "data")
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        settings = " ".join(
            f"-c {option}" for option in (*OPTIONS, f"unix_socket_directories={name}")
        )
        call(
            folder,
            "initdb",
            "-D",
            data,
            "-U",
            OWNER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        )
        call(
            folder,
            "pg_ctl",
            "start",
            "-w",
            "-D",
            data,
            "-l",
            str(folder / "server.log"),
            "-o",
            settings,
        )
        try:
            call(folder, "createdb", "hobnob")
            yield f"postgres://{OWNER}@/hobnob?host={quote(name)}"
        finally:
            call(folder, "pg_ctl", "stop", "-w", "-D", data, "-m", "immediate")


def leave(number: int, _frame: FrameType | None) -> None:
    """Turns a signal into an ordinary exit, so that the server is stopped on the way out."""
    sys.exit(128 + number)


def main(arguments: list[str]) -> int:
    """The exit code of the command that ran beside the server."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        sys.exit("Name the command to run: python tests/postgres_server.py -- COMMAND ...")
    signal.signal(signal.SIGTERM, leave)
    with postgres() as url:
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": url}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
