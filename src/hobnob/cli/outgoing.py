"""What commands print about an action: all of what is sent, as whom, to whom; and the question."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.found import still_there
from hobnob.cli.output import indented, line, one_line, out, print_json

if TYPE_CHECKING:
    from hobnob.storage.queries.outbox import OutboxRow

Yes = Annotated[
    bool, typer.Option("--yes", metavar="", help="Say yes to it without being asked again.")
]

_LEFT = 4


def as_answer(row: "OutboxRow") -> dict[str, Any]:
    """An action, as `--json` prints it."""
    return {
        "number": row.id,
        "kind": str(row.kind),
        "state": str(row.state),
        "does": row.does,
        "network": row.network,
        "as": row.as_handle,
        "person": people.as_answer(row.person) if row.person else None,
        "text": row.text,
        "about": row.their_words,
        "follows": row.follows,
        "price": row.price,
        "by_hand": row.is_by_hand,
        "url": row.url,
        "says": row.said or row.waits,
        "leaves_in_seconds": row.left_seconds,
        "digest": row.digest,
    }


def print_row(row: "OutboxRow") -> None:
    """An action for a person: nothing is left out of what is sent."""
    console = out()
    head = line(
        (f"{row.id:>3} ", "quiet"),
        (one_line(row.does), "name"),
        (f"  as @{one_line(row.as_handle)} on {row.network}", "handle"),
    )
    console.print(head, soft_wrap=True)
    if row.their_words:
        console.print(indented(line((f"“{one_line(row.their_words, 140)}”", "quiet")), _LEFT))
    for words in row.text.splitlines():
        console.print(indented(line(one_line(words)), _LEFT))
    if row.said or row.waits:
        says = program.as_typed(one_line(row.waits or row.said))
        console.print(indented(line((says, "look")), _LEFT))
    takes = f" {row.network} takes {row.price} for it." if row.price else ""
    console.print(indented(line((f"{one_line(row.when)}. {row.follows}{takes}", "why")), _LEFT))
    if row.url:
        console.print(line(" " * _LEFT, one_line(row.url)), soft_wrap=True)


def answered(row: "OutboxRow", *, is_said: bool, as_json: bool) -> "OutboxRow":
    """The action, once somebody said yes or no to exactly this.

    Where nobody can be asked it waits for its yes in the outbox.
    """
    if not as_json:
        print_row(row)
    if is_said:
        return _approved(row)
    if as_json or not sys.stdin.isatty():
        return row
    return _approved(row) if typer.confirm("Yes, exactly this?", err=True) else _dropped(row)


def _approved(row: "OutboxRow") -> "OutboxRow":
    from hobnob.operations.approve import approve
    from hobnob.operations.local_user import local_user

    approve(row.id, row.digest, author=local_user(), now_us=clock.now_us())
    return found(row.id)


def _dropped(row: "OutboxRow") -> "OutboxRow":
    from hobnob.operations.approve import withdraw

    withdraw(row.id, now_us=clock.now_us())
    return found(row.id)


def found(number: int) -> "OutboxRow":
    """An action by its number. Raises NoSuchItem."""
    from hobnob.operations.approve import find_item
    from hobnob.storage.queries.outbox import outbox_row

    return still_there(outbox_row(find_item(number).pk, clock.now_us()))


def tell(row: "OutboxRow", *, as_json: bool) -> None:
    """What becomes of it now, and the commands that go on from there."""
    if as_json:
        print_json(as_answer(row))
        return
    console = out()
    does = (f"{one_line(row.name)} ", "name")
    if row.state == "draft":
        say = program.command(f"outbox approve {row.id}")
        console.print(line(does, "waits for your yes: ", (say, "act")), soft_wrap=True)
    elif row.state == "by hand":
        console.print(line(does, f"is for you to do. {one_line(row.said)}"))
        console.print(f"    {one_line(row.url)}", soft_wrap=True)
        say = program.command(f"outbox there {row.id}")
        console.print(line(("Done? ", "quiet"), (say, "act")), soft_wrap=True)
    elif row.left_seconds is not None:
        call_back = program.command(f"outbox cancel {row.id}")
        send = program.command("outbox send")
        console.print(
            line(does, f"goes out in {row.left_seconds} s as @{one_line(row.as_handle)}.")
        )
        console.print(line(("Call it back: ", "quiet"), (call_back, "act")), soft_wrap=True)
        console.print(
            line(("hobnob sends it while it is up; or now, here: ", "quiet"), (send, "act")),
            soft_wrap=True,
        )
    else:
        console.print(line(does, f"is {row.state}."))
