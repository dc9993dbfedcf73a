"""Writes docs/reference/commands.md from the commands: `python -m hobnob.cli.reference FILE`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from hobnob.cli.app import app

_TOP = """\
# Commands

Made from the commands by `python -m hobnob.cli.reference docs/reference/commands.md`; not edited.

Every command ends with 0 when all is fine, with 2 when there is something you can put right (one
sentence on stderr says what), and with 1 when hobnob itself is at fault. With `--json` there is one
JSON object on stdout and nothing else. Output is plain where it isn't a terminal, or where
`NO_COLOR` is set. Before any command, `--home DIR` says which folder the data is in.
"""


def commands() -> Iterator[tuple[str, Any]]:
    """(words to type, command) of every command that does something, in the order of the help."""
    yield from _commands_in("hobnob", typer.main.get_command(app))


def _commands_in(words: str, command: Any) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", {})
    if not inner or command.invoke_without_command:
        yield words, command
    for name, each in inner.items():
        yield from _commands_in(f"{words} {name}", each)


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_TOP, *(_section(words, command) for words, command in commands())])


def _section(words: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = " ".join([words, *map(_value, arguments), *(["[OPTIONS]"] if options else [])])
    parts = [f"## {words}", "", command.help.strip(), "", f"    {usage}", ""]
    parts += [f"- `{_value(each)}`: {each.help}" for each in arguments]
    parts += [f"- `{_option(each)}`: {_help(each)}" for each in options]
    if arguments or options:
        parts.append("")
    return "\n".join([*parts, *_examples(command)])


def _value(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _option(param: Any) -> str:
    return param.opts[0] if param.is_flag else f"{param.opts[0]} {_value(param)}"


def _help(param: Any) -> str:
    return f"{param.help} Required." if param.required else str(param.help)


def _examples(command: Any) -> list[str]:
    _, *examples = command.epilog.split("\n\n")
    return ["For example:", "", *(f"    {each}" for each in examples), ""]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
