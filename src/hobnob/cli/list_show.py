"""`hobnob list show`: who is on a list, since when, and because of what."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, lists, people
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.lists import ListLine, Member

_SHOWN = 50

ListName = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help='The list: its name ("Mentioned You") or key (mentioned).',
        show_default=False,
    ),
]


def show(
    name: ListName,
    *,
    everybody: Annotated[
        bool, typer.Option("--all", metavar="", help=f"Show all, not just the newest {_SHOWN}.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show who is on a list, since when, and because of what."""
    open_data()
    from hobnob.operations.stages import find_list
    from hobnob.storage.queries.lists import every_list, every_member

    key = find_list(name).key
    (found,) = (each for each in every_list() if each.key == key)
    members = every_member(key, now_us=clock.now_us())
    if as_json:
        answers = [_as_answer(each) for each in members]
        print_json({"list": lists.as_answer(found), "members": answers})
    else:
        _print(found, members, len(members) if everybody else _SHOWN)


def _as_answer(member: "Member") -> dict[str, Any]:
    return {
        **people.as_answer(member.person),
        "since": clock.iso(member.since_us),
        "because": member.because,
    }


def _print(found: "ListLine", members: "tuple[Member, ...]", shown: int) -> None:
    console = out()
    how_many = counted(len(members), "person", "people")
    if found.capacity is not None:
        how_many = f"{len(members):,} of {found.capacity}"
    console.print(line((found.name, "title"), (f"  {how_many}", "quiet")))
    if not members:
        console.print(f"No one yet. {found.about}")
    for member in members[:shown]:
        console.print()
        console.print(
            line(
                (one_line(member.person.name, 40), "name"),
                (f"  {one_line(member.person.at_handle, 50)}", "handle"),
            ),
            no_wrap=True,
            overflow="ellipsis",
        )
        console.print(indented(line((one_line(member.because), "why")), 4))
        console.print(indented(line((f"{member.answers}; {member.quiet}", "quiet")), 4))
    if len(members) > shown:
        rest = len(members) - shown
        console.print(line((f"\nAnd {rest:,} more: add --all to see them.", "quiet")))
