"""Help is quick, complete, and shows how."""

import subprocess
import sys
from typing import Any

import pytest

from hobnob import __version__
from hobnob.cli.reference import commands
from tests.cli.conftest import Program, Run

COMMANDS = dict(commands())
ASKED_FOR = {
    *("import", "today", "lists", "list show", "list promote", "list remove", "list restore"),
    *("person", "note", "tag", "undo", "search", "rules", "rebuild", "up", "signin", "demo"),
    *("doctor", "connect", "disconnect", "sync", "sources"),
    *("act reply", "act post", "act like", "act repost", "act follow", "act unfollow"),
    *("act mute", "act block", "outbox", "outbox approve", "outbox cancel", "outbox look"),
    *("outbox there", "outbox again", "outbox drop", "outbox back", "outbox send"),
}


def test_every_command_there_should_be_is_there() -> None:
    assert {f"hobnob {words}" for words in ASKED_FOR} <= set(COMMANDS)


@pytest.mark.parametrize("words", COMMANDS)
def test_help_says_what_a_command_does_and_shows_an_example(words: str, hobnob: Run) -> None:
    ended = hobnob(*words.split()[1:], "--help")

    assert ended.code == 0
    assert COMMANDS[words].help.split(".")[0].split("\n")[0][:40] in ended.out
    assert f"Example:\n{words} "[:-1] in "\n".join(
        line.strip() for line in ended.out.splitlines() if line.strip()
    )


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_can_answer_a_program(words: str) -> None:
    assert "--json" in options_of(COMMANDS[words])


@pytest.mark.parametrize("words", COMMANDS)
def test_every_option_and_argument_is_explained(words: str) -> None:
    assert all(param.help for param in COMMANDS[words].params)


def test_the_examples_are_commands_that_exist() -> None:
    for words, command in COMMANDS.items():
        examples = command.epilog.split("\n\n")[1:]
        assert examples
        for example in examples:
            without_home = example.replace("--home DIR ", "")
            assert without_home.startswith(words), example


def test_help_does_not_wait_for_django(program: Program) -> None:
    script = (
        "import sys; from hobnob.cli.app import app; "
        "sys.exit('django' in sys.modules or 'sqlite3' in sys.modules)"
    )
    python = [sys.executable, "-c", script]
    assert subprocess.run(python, env=program.environ, check=False).returncode == 0


def test_help_makes_no_data_folder(program: Program) -> None:
    program.home.rmdir()

    assert program.run("--help").code == 0
    assert not program.home.exists()


def test_the_version_is_printed(hobnob: Run) -> None:
    assert hobnob("--version").out == f"hobnob {__version__}\n"


def options_of(command: Any) -> set[str]:
    return {name for param in command.params for name in param.opts}
