"""hobnob run as a person runs it: in this process on the test's database, or as a program."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from hobnob import cli
from tests.people import NOW_US

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> Any:
        """The one JSON object on stdout; anything else there is an error."""
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def hobnob(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process, at the moment that the invented people live in."""
    monkeypatch.setattr("hobnob.cli.clock.now_us", lambda: NOW_US)
    monkeypatch.setattr("hobnob.cli.program.usual_home", lambda: Path(os.environ["HOBNOB_HOME"]))
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["hobnob", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        printed = capsys.readouterr()
        return Ended(int(end.value.code or 0), printed.out, printed.err)

    return run


def types(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Somebody sits at the terminal and types this."""
    keyboard = io.StringIO(f"{words}\n")
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", keyboard)


@dataclass
class Program:
    """hobnob as a program of its own, with a data folder of its own."""

    home: Path
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    @property
    def environ(self) -> dict[str, str]:
        """Nothing of the machine's own settings."""
        kept = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
        return {**kept, "PYTHONPATH": str(ROOT / "src"), "HOME": str(self.home.parent)}

    def command(self, *words: str) -> list[str]:
        """What starts it."""
        return [sys.executable, "-P", "-m", "hobnob", "--home", str(self.home), *words]

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """It, running; until the test ends at the latest."""
        return self.spawn(self.command(*words))

    def spawn(self, command: list[str]) -> "subprocess.Popen[str]":
        """Any program, in its surroundings."""
        environ = {**self.environ, "HOBNOB_HOME": str(self.home)}
        pipe = subprocess.PIPE
        started = subprocess.Popen(command, env=environ, stdout=pipe, stderr=pipe, text=True)
        self.started.append(started)
        return started

    def stop_all(self) -> None:
        """Ends what still runs, by its own number."""
        for each in self.started:
            with each:
                each.kill()

    def begin(self) -> None:
        """Makes its database, with nobody in it."""
        begun = self.spawn([sys.executable, "-c", "from hobnob.cli.start import start; start()"])
        assert begun.communicate() == ("", "")

    def run(self, *words: str) -> Ended:
        """It, from start to end."""
        done = subprocess.run(
            self.command(*words), env=self.environ, capture_output=True, text=True, check=False
        )
        return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def program(home: Path) -> Iterator[Program]:
    program = Program(home)
    yield program
    program.stop_all()


@pytest.fixture
def wait_until() -> Callable[[Callable[[], bool]], None]:
    """Asks again and again; what is asked takes its time, so nothing sleeps."""

    def wait(holds: Callable[[], bool]) -> None:
        assert any(holds() for _ in range(60)), "it never came true"

    return wait
