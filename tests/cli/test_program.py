"""The commands that hobnob prints work where they are pasted."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from hobnob.cli import program
from tests.cli.conftest import ROOT, Program, Run


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder, on a machine that keeps data in `data` in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("hobnob.cli.program.usual_home", lambda: tmp_path / "data")
    monkeypatch.delenv("HOBNOB_HOME")
    return tmp_path


@pytest.mark.usefixtures("own")
def test_a_command_begins_as_this_one_did(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.command("signin") == "hobnob signin"
    monkeypatch.setenv(program.STARTER, "./hobnob")
    assert program.command("signin") == "./hobnob signin"
    monkeypatch.setenv(program.STARTER, "/srv/my tools/hobnob")
    assert program.command() == "'/srv/my tools/hobnob'"


@pytest.mark.parametrize(
    ("home", "typed"),
    [
        ("data", "hobnob up"),
        ("try", "hobnob --home ~/try up"),
        ("two words;", "hobnob --home ~/'two words;' up"),
        ("/srv/us", "hobnob --home /srv/us up"),
    ],
)
def test_the_folder_is_named_where_it_is_not_the_usual_one(
    home: str, typed: str, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOBNOB_HOME", str(own / home))

    assert program.command("up") == typed


def test_a_sentence_names_commands_as_they_are_typed_here(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOBNOB_HOME", str(own / "try"))

    assert program.as_typed("Run `hobnob doctor`, or ask hobnob's author.") == (
        "Run `hobnob --home ~/try doctor`, or ask hobnob's author."
    )


@pytest.mark.django_db
def test_home_after_the_command_is_told_where_it_belongs(hobnob: Run) -> None:
    for words in (["up", "--home", "here"], ["up", "--home=here"]):
        ended = hobnob(*words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == "--home comes before the command: hobnob --home DIR up ...\n"


def test_help_shows_examples_as_they_are_typed_here(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(program.STARTER, "./hobnob")

    assert " ./hobnob list promote x:ana --to say" in hobnob("list", "promote", "--help").out
    assert " ./hobnob list show" in hobnob("list", "--help").out


def test_what_today_says_to_type_works_in_another_terminal(program: Program) -> None:
    """The demo's promote command, pasted into a shell that knows nothing of the demo."""
    starter = program.home.parent / "hobnob"
    starter.write_text(f'#!/bin/sh\nexec {shlex.join(program.command()[:-2])} "$@"\n')
    starter.chmod(0o755)
    program.run("demo", "--json")
    said = program.run("today").out
    command = next(each for each in said.splitlines() if " list promote " in each)
    environ = {
        **program.environ,
        "PATH": f"{starter.parent}:{program.environ['PATH']}",
        "DATABASE_URL": "postgres://robin:secret@127.0.0.1:1/real",
    }
    pasted = command[command.index("hobnob ") :]
    subprocess.run(["sh", "-c", pasted], env=environ, check=True, capture_output=True)

    assert pasted.startswith("hobnob --home ~/home list promote ")
    assert program.run("undo").out.startswith("Undone: the promotion of ")


def test_notes_in_the_demo_are_signed_by_the_one_it_is_about(program: Program) -> None:
    today = program.run("demo", "--json").answer
    person = f"id:{today['sections'][0]['rows'][0]['person']['id']}"
    program.run("note", person, "answered at breakfast")
    notes = program.run("person", person, "--json").answer["notes"]

    assert {each["author"] for each in notes} == {"Robin"}


def test_the_demo_says_where_it_is_and_makes_nothing(program: Program) -> None:
    assert program.run("demo", "--where").out == f"{program.home}\n"
    assert not (program.home / "hobnob.db").exists()


def test_the_starter_passes_its_own_name_on(tmp_path: Path) -> None:
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$HOBNOB_STARTER"\n')
    python.chmod(0o755)
    shutil.copy(ROOT / "hobnob", tmp_path)
    (tmp_path / "venv.sh").write_text("set_up() { :; }\n")
    done = subprocess.run(
        ["./hobnob", "today"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "./hobnob\n"
