"""Commands whose help shows no type beside `--help`: it takes none."""

from typing import Any

from typer.core import TyperCommand, TyperGroup


class Command(TyperCommand):
    """A command."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option, told that no value follows it."""
        return _without_type(super().get_help_option(ctx))


class Group(TyperGroup):
    """A command with commands."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option, told that no value follows it."""
        return _without_type(super().get_help_option(ctx))


def _without_type(option: Any) -> Any:
    if option is not None:
        option.metavar = ""
    return option
