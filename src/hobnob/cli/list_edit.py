"""`hobnob list edit`: another name, other words, another capacity, and when its people fade."""

from typing import Annotated

import typer

from hobnob.cli import clock, lists
from hobnob.cli.list_show import ListName
from hobnob.cli.output import AsJson, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

_NONE = "none"


def edit(
    name: ListName,
    *,
    new_name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Give it another name.")
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="WORDS", help="Say who is on it.")
    ] = None,
    capacity: Annotated[
        str | None,
        typer.Option(
            "--capacity", metavar="N", help='For how many people it is meant; "none" for any.'
        ),
    ] = None,
    fade_days: Annotated[
        str | None,
        typer.Option(
            "--fade-days",
            metavar="DAYS",
            help="Who joined by a rule fades after so many days without a sign of life; "
            '"none": nobody does.',
        ),
    ] = None,
    silent_days: Annotated[
        int | None,
        typer.Option(
            "--silent-days",
            metavar="DAYS",
            help="Who posts nothing for so many days counts as silent.",
        ),
    ] = None,
    cadence_days: Annotated[
        str | None,
        typer.Option(
            "--cadence-days",
            metavar="DAYS",
            help="You want a word with everybody on it once in so many days; "
            '"none": no matter how often.',
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Change how a list is called and kept. What you don't name stays as it is."""
    open_data()
    from hobnob.operations.lists.edit import Days, edit_list
    from hobnob.storage.queries.lists.members import faded_counts

    before = lists.the_list(name)
    edit_list(
        before.key,
        name=before.name if new_name is None else new_name,
        about=before.about if about is None else about,
        capacity=before.capacity if capacity is None else _number("--capacity", capacity),
        is_confidential=before.is_confidential,
        days=Days(
            fade=before.fade_days if fade_days is None else _number("--fade-days", fade_days),
            silent=silent_days,
            cadence=before.cadence_days
            if cadence_days is None
            else _number("--cadence-days", cadence_days),
        ),
        now_us=clock.now_us(),
    )
    after = lists.the_list(before.key)
    faded = faded_counts().get(after.key, 0)
    if as_json:
        print_json(lists.as_answer(after, faded))
    else:
        out().print(f"{after.name} is kept like that. {lists.said_of(after, faded)}")


def _number(option: str, written: str) -> int | None:
    """The number; None for "none"."""
    if written.casefold() == _NONE:
        return None
    if not written.isdecimal():
        raise HobnobError(f"{option} takes a number or “none”, and “{written}” is neither.")
    return int(written)
