"""A program that serves while a test runs: started, waited for, and ended by its own id."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

READY_SECONDS = 180
"""A cold disk and busy cores need a minute; this is for what never comes."""
END_SECONDS = 20


class DidNotStart(RuntimeError):
    """A server did not come up; the message holds what it said."""


@contextmanager
def serving(
    command: Sequence[str | Path], *, ready: str, log: Path, environment: Mapping[str, str] = {}
) -> Iterator[str]:
    """What stood after `ready` in the line that the program printed when it was up.

    Its standard input stays open as long as it is needed. A program that does not come up fails the
    run, and says what it said.
    """
    name = Path(command[0]).name
    with log.open("wb") as errors:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, **environment},
            text=True,
        )
    with process:
        try:
            yield _said_after(process, name, ready, log)
        finally:
            _end(process)


def _said_after(process: subprocess.Popen[str], name: str, ready: str, log: Path) -> str:
    assert process.stdout is not None
    lines = []
    patience = Timer(READY_SECONDS, process.kill)
    patience.start()
    try:
        for line in process.stdout:
            _, found, after = line.partition(ready)
            if found:
                return after.strip()
            lines.append(line)
    finally:
        patience.cancel()
    said = "".join(lines) + log.read_text(errors="replace")
    raise DidNotStart(f"{name} did not start:\n{said}")


def _end(process: subprocess.Popen[str]) -> None:
    """Ask it to end; make it where it doesn't."""
    process.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
