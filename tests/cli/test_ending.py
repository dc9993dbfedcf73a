"""How commands end: what one can put right is one sentence, a bug keeps its traceback."""

import json
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Program, Run

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["person", "nobody.example"], "Nobody is called “nobody.example”"),
        (["list", "show", "The Wishlist"], "No list is called “The Wishlist”"),
        (["list", "promote", "nobody"], "Nobody is called “nobody”"),
        (["undo"], "There is nothing to undo"),
        (["rules", "off", "99"], "There is no rule number 99"),
        (["import", "/nowhere/archive.zip"], "There is no file at /nowhere/archive.zip"),
        (["signin"], "hobnob is not running here"),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_what_one_can_put_right_is_said_in_one_sentence(
    words: list[str], as_json: list[str], says: str, hobnob: Run
) -> None:
    ended = hobnob(*words, *as_json)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(says)
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("words", [["fly"], ["list", "promote"], ["today", "--loud"]])
def test_a_mistyped_command_ends_with_2(words: list[str], hobnob: Run) -> None:
    ended = hobnob(*words)

    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_what_is_no_archive_is_said_in_one_sentence(program: Program, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Robin, ...")
    ended = program.run("import", str(letter), "--json")

    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err
    assert ended.err.count("\n") == 1


def test_a_bug_keeps_its_traceback(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise LookupError("not meant to happen")

    monkeypatch.setattr("hobnob.cli.today.open_data", broken)

    with pytest.raises(LookupError):
        hobnob("today")


def test_a_bug_ends_with_1(program: Program) -> None:
    script = (
        "import hobnob.cli.today as page\n"
        "def broken(): raise LookupError('not meant to happen')\n"
        "page.open_data = broken\n"
        "import sys; sys.argv = ['hobnob', 'today']\n"
        "from hobnob.cli import main; main()\n"
    )
    python = program.command()[0]
    done = subprocess.run(
        [python, "-c", script], env=program.environ, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "LookupError: not meant to happen"


@pytest.mark.parametrize("words", [["lists"], ["lists", "--json"], ["--help"]])
def test_a_reader_who_has_seen_enough_hears_no_complaint(
    words: list[str], program: Program
) -> None:
    program.begin()
    started = program.start(*words)
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()

    assert started.stderr.read() == ""
    started.stderr.close()
    assert started.wait() in (0, 1)


def test_ctrl_c_is_quiet(program: Program) -> None:
    started = program.start("up", "--json")
    assert started.stdout is not None
    assert started.stdout.readline() == "{\n"
    started.send_signal(signal.SIGINT)
    _, err = started.communicate()

    assert started.returncode == 0
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        ["today"],
        ["lists"],
        ["list", "show", "mentioned"],
        ["search", "tiger"],
        ["rules"],
        ["rules", "try", "1"],
        ["rules", "off", "1"],
        ["rules", "on", "1"],
        ["rules", "apply", "1"],
        ["rebuild"],
    ],
)
def test_with_json_there_is_one_object_on_stdout(words: list[str], hobnob: Run) -> None:
    ended = hobnob(*words, "--json")

    assert ended.code == 0
    assert isinstance(json.loads(ended.out), dict)
    assert ended.err == ""


def test_a_terminal_that_knows_few_letters_ends_no_program(program: Program) -> None:
    program.begin()
    environ = {**program.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        program.command("lists"), env=environ, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert "\\u2501" in done.stdout or "\\u254c" in done.stdout
