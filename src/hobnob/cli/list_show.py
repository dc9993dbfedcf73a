"""`hobnob list show` and `faded`: who is on a list, since when, because of what; and who faded."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, lists, people
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.lists.members import ListLine, Member

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
    from hobnob.storage.queries.lists.members import every_member, faded_counts

    found = lists.the_list(name)
    gone = faded_counts().get(found.key, 0)
    members = every_member(found.key, now_us=clock.now_us(), is_faded=False)
    if as_json:
        answers = [_as_answer(each) for each in members]
        print_json({"list": lists.as_answer(found, gone), "members": answers})
    else:
        _print(found, members, len(members) if everybody else _SHOWN)
        if gone:
            _say_who_faded(gone)


def faded(
    name: ListName,
    *,
    bring_back: Annotated[
        str | None,
        typer.Option(
            "--bring-back", metavar="HANDLE", help="Put somebody there by hand: they fade no more."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show who has faded from a list, and bring somebody back.

    Who joined by a rule fades after a long silence: still on the list, but out of its way.
    """
    open_data()
    from hobnob.storage.queries.lists.members import every_member

    found = lists.the_list(name)
    if bring_back is not None:
        _bring_back(bring_back, found.key, as_json=as_json)
        return
    members = every_member(found.key, now_us=clock.now_us(), is_faded=True)
    if as_json:
        print_json({"list": found.key, "faded": [_as_answer(each) for each in members]})
        return
    console = out()
    if not members:
        console.print(f"Nobody has faded from {found.name}.")
        return
    how_many = f"  {len(members):,} of {found.count:,} faded"
    console.print(line((found.name, "title"), (how_many, "quiet")))
    for member in members:
        _print_member(member, also=member.faded)


def _bring_back(who: str, key: str, *, as_json: bool) -> None:
    from hobnob.operations.curate import Curator
    from hobnob.operations.lists.fade_members import bring_back
    from hobnob.operations.local_user import local_user

    person = people.the_one(who)
    curator = Curator(author=local_user(), now_us=clock.now_us())
    joined = bring_back(person.person_id, key, curator=curator)
    if as_json:
        print_json({"did": "bring back", "list": key, **people.as_answer(person)})
    else:
        out().print(f"{one_line(person.name)} is back on {joined.name}, by your hand.")


def _as_answer(member: "Member") -> dict[str, Any]:
    return {
        **people.as_answer(member.person),
        "since": clock.iso(member.since_us),
        "because": member.because,
    }


def _print(found: "ListLine", members: "tuple[Member, ...]", shown: int) -> None:
    console = out()
    how_many = counted(found.count, "person", "people")
    if found.capacity is not None:
        how_many = f"{found.count:,} of {found.capacity}"
    console.print(line((found.name, "title"), (f"  {how_many}", "quiet")))
    if not found.count:
        console.print(f"No one yet. {found.about}")
    for member in members[:shown]:
        _print_member(member, also=f"{member.answers}; {member.quiet}")
    if len(members) > shown:
        rest = len(members) - shown
        console.print(line((f"\nAnd {rest:,} more: add --all to see them.", "quiet")))


def _say_who_faded(count: int) -> None:
    have = "person has" if count == 1 else "people have"
    out().print(line((f"\n{count:,} {have} faded: `hobnob list faded` shows them.", "quiet")))


def _print_member(member: "Member", *, also: str) -> None:
    console = out()
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
    console.print(indented(line((also, "quiet")), 4))
