"""`hobnob outbox`: what needs you, what is on its way, what was sent; and what to say about it."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn

from hobnob.cli import clock, program
from hobnob.cli.beginning import is_first_day
from hobnob.cli.outgoing import Yes, answered, as_answer, found, print_row, tell
from hobnob.cli.output import AsJson, counted, err, line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.operations.outbox import Sender
    from hobnob.storage.queries.outbox import OutboxRow

Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="As `hobnob outbox` shows it.", show_default=False)
]

_SHOWN = 10
_LOOKS_EVERY_SECONDS = 0.5


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show what needs you, what is on its way, and what was sent."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.storage.queries.outbox import outbox

    page = outbox(clock.now_us())
    if as_json:
        groups = {"needs_you": page.needs_you, "on_its_way": page.on_its_way, "sent": page.sent}
        print_json({name: [as_answer(each) for each in rows] for name, rows in groups.items()})
        return
    if page.is_empty and not is_first_day():
        say = "Nothing is on its way. Answer somebody: `hobnob act reply TARGET TEXT`."
        out().print(program.as_typed(say), soft_wrap=True)
    _print_group("Needs you", page.needs_you)
    _print_group("On its way", page.on_its_way)
    _print_group("Sent", page.sent[:_SHOWN])


def _print_group(title: str, rows: "Sequence[OutboxRow]") -> None:
    if not rows:
        return
    console = out()
    console.print(line((title, "title"), (f"  {len(rows)}", "quiet")))
    for row in rows:
        print_row(row)
    console.print()


def approve(number: Number, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Say yes to exactly what it says."""
    open_data()
    row = found(number)
    if row.is_yes_offered:
        row = answered(row, is_said=yes, as_json=as_json)
    tell(row, as_json=as_json)


def cancel(number: Number, *, as_json: AsJson = False) -> None:
    """Call back what has not left; what it dealt with on Today comes back."""
    open_data()
    from hobnob.operations.act import call_back
    from hobnob.operations.local_user import local_user

    call_back(number, author=local_user(), now_us=clock.now_us())
    _say("Called back. Nothing was sent.", number, as_json)


def look(number: Number, *, as_json: AsJson = False) -> None:
    """Look on the network whether it arrived."""
    open_data()
    from hobnob.operations.outbox.look import look as operation

    is_there = operation(number, clock=clock.now_us)
    said = "It is there: it arrived." if is_there else "It was not found. Look yourself."
    _say(said, number, as_json)


def there(number: Number, *, as_json: AsJson = False) -> None:
    """Say that it is there, or that you did it by hand."""
    open_data()
    from hobnob.operations.approve import settle

    settle(number, arrived=True, now_us=clock.now_us())
    _say("Noted: it is done.", number, as_json)


def again(number: Number, *, as_json: AsJson = False) -> None:
    """Draft the same once more, for another yes."""
    open_data()
    from hobnob.operations.approve import try_again

    tell(found(try_again(number, now_us=clock.now_us()).pk), as_json=as_json)


def drop(number: Number, *, as_json: AsJson = False) -> None:
    """Don't do it; of what failed or may not have arrived, don't ask about it any more."""
    open_data()
    from hobnob.operations.act import let_be
    from hobnob.operations.local_user import local_user

    let_be(number, author=local_user(), now_us=clock.now_us())
    _say("Dropped.", number, as_json)


def back(number: Number, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Take back what was sent, by its opposite: unfollow, unlike, delete the post."""
    open_data()
    from hobnob.operations.approve import find_item
    from hobnob.operations.draft import keep_draft, opposite

    draft = opposite(find_item(number))
    item = keep_draft(draft, form=f"back {number} {uuid4().hex}", now_us=clock.now_us())
    row = found(item.pk)
    if row.is_yes_offered:
        row = answered(row, is_said=yes, as_json=as_json)
    tell(row, as_json=as_json)


def send(*, as_json: AsJson = False) -> None:
    """Send what is due. At a terminal, wait for what is held half a minute."""
    open_data()
    from hobnob.operations.outbox import Sender

    sender = Sender.for_this_process(clock.now_us)
    waits = err().is_terminal and not as_json
    ended = _send_and_wait(sender) if waits else sender.send_due()
    if as_json:
        print_json({"ended": ended})
        return
    out().print(f"{counted(ended, 'action')} came to an end." if ended else "Nothing was due.")


def _send_and_wait(sender: "Sender") -> int:
    """Until nothing is held any more; what waits for its turn for longer is left to wait."""
    ended = sender.send_due()
    words = TextColumn("{task.description}")
    with Progress(SpinnerColumn(style="act"), words, console=err(), transient=True) as bar:
        task = bar.add_task("", total=None)
        while (left := _seconds_held()) is not None:
            bar.update(task, description=f"leaves in {left} s; Ctrl-C leaves it held")
            _wait(_LOOKS_EVERY_SECONDS)
            ended += sender.send_due()
    return ended


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


def _seconds_held() -> int | None:
    """How long the next one is still held; None where none is."""
    from hobnob.domain.moments import SECOND
    from hobnob.domain.outbox import HOLD
    from hobnob.storage.queries.outbox import next_due_us

    due_us = next_due_us()
    left_us = None if due_us is None else due_us - clock.now_us()
    return None if left_us is None or left_us > HOLD else max(0, left_us // SECOND)


def _say(sentence: str, number: int, as_json: bool) -> None:
    if as_json:
        print_json(as_answer(found(number)))
    else:
        out().print(line((sentence, "done")))
