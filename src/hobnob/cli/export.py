"""`hobnob export`: people in a file that others read, and that hobnob takes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, counted, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.domain.people_filters import PeopleFilters
    from hobnob.operations.export.export_people import Exported

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="Its ending says what it becomes: .csv or .xlsx a table, .vcf cards for an address "
        "book, .json everything whole, .ics a calendar of birthdays.",
        show_default=False,
    ),
]


def export(
    file: File,
    *,
    view: Annotated[
        str | None, typer.Option("--view", metavar="NAME", help="Those of a view you saved.")
    ] = None,
    on_list: Annotated[
        str | None, typer.Option("--list", metavar="NAME", help="Those on a list.")
    ] = None,
    tags: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="Those with this tag: donor, say."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", metavar="", help="Replace a file that is there.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write people into a file: everybody, or those of a view, a list or a tag.

    What a file cannot hold it says. Private notes and people you forgot are in none. A table or
    JSON comes back with `hobnob import FILE`, letter by letter, and adds nothing twice.
    """
    open_data()
    from hobnob.operations.export.export_people import export_file

    filters = _filters(view, on_list, tags or [])
    found = export_file(file, filters, now_us=clock.now_us(), may_replace=force)
    if as_json:
        print_json(_as_answer(file, found))
    else:
        _print(file, found)


def _filters(view: str | None, on_list: str | None, tags: list[str]) -> "PeopleFilters":
    from hobnob.cli import lists
    from hobnob.domain.people_filters import PeopleFilters
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.finding.views import view_called

    filters = PeopleFilters()
    if view is not None:
        saved = view_called(view, local_user().pk)
        if saved is None:
            raise HobnobError(
                f"You saved no view called “{view}”: "
                f"{program.as_typed('`hobnob people`')} says which there are."
            )
        filters = saved.filters
    if on_list is not None:
        filters = filters.but(on_list=lists.the_list(on_list).key)
    return filters.but(tags=(*filters.tags, *(each.lower() for each in tags))) if tags else filters


def _as_answer(file: Path, found: "Exported") -> dict[str, Any]:
    return {
        "file": str(file),
        "kind": found.kind.ending,
        "people": found.people,
        "gifts": found.gifts if found.kind.holds_gifts else 0,
        "left_alone": found.left_alone,
        "without_birthday": found.without_birthday,
    }


def _print(file: Path, found: "Exported") -> None:
    kind, console = found.kind, out()
    who = counted(found.people, "person", "people")
    gifts = f", with {counted(found.gifts, 'gift')}" if found.gifts and kind.holds_gifts else ""
    console.print(f"{file}: {who}{gifts}.", soft_wrap=True)
    console.print(f"In it: {kind.holds}.")
    console.print(f"Not in it: {kind.leaves_out}.")
    for sentence in found.left_out:
        console.print(sentence)
    if kind.comes_back:
        console.print(kind.comes_back)
