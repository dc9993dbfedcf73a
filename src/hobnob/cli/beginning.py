"""What a terminal says on the first day, where there is nothing to show yet."""

from hobnob.cli import program
from hobnob.cli.output import out
from hobnob.domain.beginning import BECAUSE, TO_DO, Beginning

_HOW = {
    Beginning.EMPTY: "`hobnob import ARCHIVE.zip`, `hobnob connect mastodon tusk.example`",
    Beginning.UNHEARD: "`hobnob connect mastodon tusk.example`",
}


def say_beginning(why: Beginning, because: str = "") -> None:
    """Why there is nothing, and what to do first."""
    said = f"{because or BECAUSE[why]} {TO_DO[why]}\n{_HOW[why]}"
    out().print(program.as_typed(said), soft_wrap=True)


def is_first_day() -> bool:
    """Says what to do first where nothing came in yet, or nothing of others; else is silent."""
    from hobnob.storage.queries.beginning import beginning

    if why := beginning():
        say_beginning(why)
    return why is not None
