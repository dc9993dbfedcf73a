"""`hobnob match search`: ask the networks for one supporter, after a yes."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, counted, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.operations.search_for import Searched


def search(
    who: Who,
    *,
    is_said: Annotated[
        bool, typer.Option("--yes", metavar="", help="Ask the networks without asking you.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Search Bluesky and your Mastodon servers for one supporter by name.

    They learn the name that you look for, so it is for a few. It costs nothing. X cannot be
    searched: its rules ask for people's consent first.
    """
    open_data()
    from hobnob.operations.search_for import search_for

    person = the_one(who)
    if not is_said and not _yes_to(one_line(person.name)):
        return
    searched = search_for(person.person_id, clock=clock.now_us)
    if as_json:
        print_json(
            {
                "accounts": searched.accounts,
                "proposed": searched.proposed,
                "where": list(searched.where),
            }
        )
    else:
        _print(one_line(person.name), searched)


def _yes_to(name: str) -> bool:
    """Whether somebody says yes to whom is asked what. Raises HobnobError where nobody can."""
    if not sys.stdin.isatty():
        raise HobnobError("Others learn the name you look for: say yes to that with --yes.")
    question = f"Ask Bluesky and your Mastodon servers for “{name}”? They learn the name. Free."
    return typer.confirm(question, err=True)


def _print(name: str, searched: "Searched") -> None:
    console = out()
    where = " and ".join(map(one_line, searched.where))
    console.print(f"{where} thought of {counted(searched.accounts, 'account')} at “{name}”.")
    if not searched.proposed:
        console.print("None of them fits, and nothing of them is kept.")
        return
    console.print(
        f"{counted(searched.proposed, 'account')} may be theirs; the others are not kept."
    )
    review = program.command("match review")
    console.print(line(("Say which: ", "quiet"), (review, "act")), soft_wrap=True)
