"""Commands whose help fits how hobnob was called, and who are told where `--home` belongs."""

import copy
import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from hobnob.cli import program
from hobnob.domain.errors import HobnobError

_EXAMPLE = re.compile(r"^hobnob\b", re.MULTILINE)


class Command(TyperCommand):
    """A command."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option, told that no value follows it."""
        return _without_type(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, with examples that work as printed."""
        TyperCommand.format_help(_with_own_name(self), ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments left over. Says where `--home` belongs when it comes too late."""
        if any(each.partition("=")[0] == "--home" for each in args):
            words = ctx.command_path.removeprefix(ctx.find_root().command_path).strip()
            raise HobnobError(
                f"--home comes before the command: {program.name()} --home DIR {words} ..."
            )
        return super().parse_args(ctx, args)


class Group(TyperGroup):
    """A command with commands."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option, told that no value follows it."""
        return _without_type(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, with examples that work as printed."""
        TyperGroup.format_help(_with_own_name(self), ctx, formatter)


def short_for(name: str) -> type[Group]:
    """A group in which words that begin with no command are for the one of this name.

    `hobnob ask x:ana` is then `hobnob ask person x:ana`.
    """

    class _Short(Group):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            """The arguments, with the command that was left out."""
            if args and not args[0].startswith("-") and args[0] not in self.commands:
                args = [name, *args]
            return super().parse_args(ctx, args)

    return _Short


def _with_own_name(command: Any) -> Any:
    """The command, its examples beginning as this program is called."""
    shown = copy.copy(command)
    if shown.epilog:
        shown.epilog = _EXAMPLE.sub(lambda _: program.name(), shown.epilog)
    return shown


def _without_type(option: Any) -> Any:
    if option is not None:
        option.metavar = ""
    return option
