"""./hobnob makes what it needs, says plainly what is missing, and repairs what was interrupted."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHELL_TOOLS = ("cat", "cmp", "cp", "dirname", "flock", "mkdir", "readlink", "rm", "sh")

# Answers as the real one would, and writes down what it was asked to do.
PYTHON = """#!/bin/sh
case "$*" in
  *ensurepip*) [ ! -e "$HOME/no-venv" ]; exit ;;
  *version_info*) [ ! -e "$HOME/too-old" ] || exit 1; echo "$HOME/bin/python3"; exit ;;
esac
echo "python $*" >>"$HOME/log"
case "$*" in
  "-m venv --clear .venv") rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  "-m pip install"*) [ ! -e "$HOME/no-network" ] || { echo "no route to the index" >&2; exit 1; } ;;
  *) echo "in $PYTHONPATH" >>"$HOME/log" ;;
esac
"""


class Machine:
    """A computer with a shell, perhaps a Python, and a copy of the starter in "my tools"."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.checkout = home / "my tools" / "hobnob"
        self.checkout.mkdir(parents=True)
        for name in ("hobnob", "venv.sh", "requirements.txt"):
            shutil.copy(ROOT / name, self.checkout)
        (home / "bin").mkdir()
        for tool in SHELL_TOOLS:
            if found := shutil.which(tool):
                (home / "bin" / tool).symlink_to(found)

    def install_python(self) -> None:
        python = self.home / "bin/python3"
        python.write_text(PYTHON)
        python.chmod(0o755)

    def start(
        self, *arguments: str, program: Path | None = None
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program or self.checkout / "hobnob", *arguments],
            cwd=self.home,
            env={"HOME": str(self.home), "PATH": str(self.home / "bin")},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """What Python was asked to do since last looked."""
        log = self.home / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    machine.install_python()
    return machine


MAKE = "python -m venv --clear .venv"
INSTALL = (
    "python -m pip install -qq --no-input --disable-pip-version-check --no-deps "
    "--require-hashes --requirement requirements.txt"
)


def test_the_first_start_sets_up_and_the_next_does_not(machine: Machine) -> None:
    run = ["python -P -m hobnob demo --check", f"in {machine.checkout}/src"]

    first = machine.start("demo", "--check")
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr == "Setting up hobnob (once, about a minute) ...\n"
    assert machine.asked() == [MAKE, INSTALL, *run]

    again = machine.start("demo", "--check")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.asked() == run


def test_it_starts_through_a_link_from_anywhere(machine: Machine) -> None:
    link = machine.home / "bin/hob"
    link.symlink_to(machine.checkout / "hobnob")

    assert machine.start("today", program=link).returncode == 0
    assert machine.asked()[-1] == f"in {machine.checkout}/src"


def test_arguments_arrive_whole(machine: Machine) -> None:
    machine.start("list", "show", "Mentioned You", "")

    assert machine.asked()[-2] == "python -P -m hobnob list show Mentioned You "


def test_new_requirements_are_installed_into_what_is_there(machine: Machine) -> None:
    machine.start("today")
    machine.asked()
    with (machine.checkout / "requirements.txt").open("a") as requirements:
        requirements.write("# another one\n")

    machine.start("today")
    assert machine.asked()[:1] == [INSTALL]


def leave_half_made(machine: Machine) -> None:
    (machine.checkout / ".venv.unfinished").touch()


def take_python_away(machine: Machine) -> None:
    python = machine.checkout / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3.11")


@pytest.mark.parametrize("happens", [leave_half_made, take_python_away])
def test_a_broken_set_up_is_made_afresh(
    machine: Machine, happens: Callable[[Machine], None]
) -> None:
    machine.start("today")
    machine.asked()
    happens(machine)

    assert machine.start("today").returncode == 0
    assert machine.asked()[:2] == [MAKE, INSTALL]


def test_a_failed_installation_shows_why_and_is_tried_again(machine: Machine) -> None:
    (machine.home / "no-network").touch()
    failed = machine.start("today")
    assert failed.returncode == 1
    assert "no route to the index" in failed.stderr
    assert "see above, then start it again" in failed.stderr
    assert machine.asked() == [MAKE, INSTALL]

    (machine.home / "no-network").unlink()
    assert machine.start("today").returncode == 0
    assert machine.asked()[:2] == [MAKE, INSTALL]


@pytest.mark.parametrize(
    ("lacks", "sentence"),
    [
        ("too-old", "hobnob needs Python 3.11 or newer and found none"),
        ("no-venv", "which Debian keeps apart: apt install python3-venv"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    machine: Machine, lacks: str, sentence: str
) -> None:
    (machine.home / lacks).touch()
    refused = machine.start("today")

    assert refused.returncode == 1
    assert sentence in refused.stderr.splitlines()[-1]
    assert not (machine.checkout / ".venv").exists()


def test_no_python_at_all_is_said_in_one_sentence(machine: Machine) -> None:
    (machine.home / "bin/python3").unlink()
    refused = machine.start("today")

    assert refused.returncode == 1
    assert "apt install python3" in refused.stderr.splitlines()[-1]
