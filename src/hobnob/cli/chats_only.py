"""`hobnob chats only`: who talks with me in chats and nowhere else."""

from typing import TYPE_CHECKING, Any

from rich.console import Console

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.chats.only import OnlyRow

_LEFT = 4


def only(*, as_json: AsJson = False) -> None:
    """Show who talks with you in chats and nowhere else, and what their own feed is like."""
    open_data()
    from hobnob.storage.queries.chats.only import only_in_chats

    found = only_in_chats(clock.now_us())
    if as_json:
        tables = {"they_come": found.they_come, "i_go": found.i_go}
        print_json({name: [_only_answer(row) for row in rows] for name, rows in tables.items()})
        return
    console = out()
    if not found.they_come and not found.i_go:
        console.print(
            "Nobody is in chats alone. Whom you talk with there, you talk with elsewhere."
        )
    for title, rows in (
        ("They talk to you in chats; you never answer them elsewhere", found.they_come),
        ("You talk to them in chats; elsewhere they never talk to you", found.i_go),
    ):
        if rows:
            console.print(line((title, "title")))
        for row in rows:
            _print_only(console, row)


def _print_only(console: Console, row: "OnlyRow") -> None:
    console.print()
    head = line(
        (one_line(row.person.name, 40), "name"),
        (f"  {one_line(row.person.at_handle, 50)}", "handle"),
    )
    console.print(head, no_wrap=True, overflow="ellipsis")
    console.print(indented(line((one_line(row.why), "why")), _LEFT))
    says = f"{row.feed.says[:1].upper()}{row.feed.says[1:]}."
    console.print(indented(line((says, "why")), _LEFT))
    console.print(line(" " * _LEFT, (row.feed.act.word, "act"), f"  {_how(row)}"), soft_wrap=True)


def _how(row: "OnlyRow") -> str:
    if row.feed.act.key == "x" and row.on_lists:
        whom = people.address(row.person)
        return program.command(f"list remove {whom} --from '{row.on_lists[0]}'")
    return one_line(row.url)


def _only_answer(row: "OnlyRow") -> dict[str, Any]:
    return {
        "person": people.as_answer(row.person),
        "why": row.why,
        "feed": row.feed.says,
        "act": row.feed.act.word,
        "lists": list(row.on_lists),
        "url": row.url,
    }
