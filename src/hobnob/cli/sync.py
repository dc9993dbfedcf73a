"""`hobnob sync`: read every connected account; with `--watch`, again and again."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn

from hobnob.cli import TO_BE_FIXED, clock, program
from hobnob.cli.output import AsJson, counted, err, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.operations.record import Recorded
    from hobnob.operations.sync import OnProgress, Progress
    from hobnob.storage.queries.connections import ConnectionLine

_WAIT_SECONDS = 600


def sync(
    *,
    watch: Annotated[
        bool,
        typer.Option("--watch", metavar="", help="Go on every ten minutes, until Ctrl-C."),
    ] = False,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            metavar="",
            help="Read followers, lists, blocks and mutes as well, which else are read once a day.",
        ),
    ] = False,
    backfill: Annotated[
        bool,
        typer.Option(
            "--backfill",
            metavar="",
            help="Read also what costs money: shows each price first, and asks.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read what is new on every connected account, and go on with what is older."""
    open_data()
    if backfill:
        _ask_what_may_cost()
    if watch and as_json:
        raise HobnobError(
            "--watch has no end that --json could wait for: leave out one of the two."
        )
    while True:
        done = _read_all(everything=everything)
        if as_json:
            print_json({"connections": [_as_answer(each, got) for each, got in done]})
        else:
            for each, got in done:
                _tell(each, got)
        if not watch:
            break
        _wait(_WAIT_SECONDS)
    if any(each.health == "needs a look" for each, _ in done):
        raise typer.Exit(TO_BE_FIXED)


def _ask_what_may_cost() -> None:
    """Show the price of each stream that waits for a yes, and take it."""
    from hobnob.operations.spending import allow
    from hobnob.storage.queries.connections import connections

    waiting = [
        (each, stream) for each in connections(clock.now_us()) for stream in each.waits_for_yes
    ]
    if waiting and not sys.stdin.isatty():
        raise HobnobError("What costs money needs your yes: run --backfill in a terminal.")
    for each, stream in waiting:
        what = " ".join(filter(None, (stream.stream, one_line(stream.of))))
        question = (
            f"{each.title}, {what}: {stream.price} for each thousand ({each.meter}). Read it?"
        )
        if typer.confirm(question, err=True):
            allow(each.id, stream.stream, stream.key)


def _wait(seconds: float) -> None:
    threading.Event().wait(seconds)


def _read_all(*, everything: bool) -> "list[tuple[ConnectionLine, Recorded]]":
    from hobnob.operations.sync import How
    from hobnob.operations.sync import sync as operation
    from hobnob.storage.queries.connections import connection, connections
    from hobnob.worker import one_sync_at_a_time

    found = connections(clock.now_us())
    if not found:
        raise HobnobError("No account is connected: begin with `hobnob connect NETWORK PLACE`.")
    done = []
    with one_sync_at_a_time(_say_it_waits):
        for each in found:
            with _progress(each.title) as on_progress:
                recorded = operation(
                    each.id,
                    clock=clock.now_us,
                    how=How(is_thorough=everything),
                    on_progress=on_progress,
                )
            done.append((connection(each.id, clock.now_us()) or each, recorded))
    return done


def _say_it_waits() -> None:
    err().print("Another sync is under way: waiting for its end ...")


@contextmanager
def _progress(title: str) -> "Iterator[OnProgress]":
    """What is being read, on a terminal; nothing where there is none."""
    console = err()
    spinner = SpinnerColumn(style="act")
    words = TextColumn("{task.description}")
    with Bar(
        spinner, words, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(f"{title}: asking", total=None)

        def show(done: "Progress") -> None:
            new = counted(done.recorded.interactions_new, "new interaction")
            bar.update(task, description=f"{title}: {done.stream}, {new}")

        yield show


def _as_answer(each: "ConnectionLine", recorded: "Recorded") -> dict[str, Any]:
    return {
        "network": each.network,
        "account": each.handle,
        "interactions_new": recorded.interactions_new,
        "interactions_seen": recorded.interactions_seen,
        "people_new": recorded.people_new,
        "health": str(each.health),
        "says": each.says,
    }


def _tell(each: "ConnectionLine", recorded: "Recorded") -> None:
    new = counted(recorded.interactions_new, "new interaction")
    style = "done" if each.health == "ok" else "look"
    out().print(
        line(
            (f"{each.title} @{one_line(each.handle)}", "name"),
            f": {new}. ",
            (program.as_typed(one_line(each.says)), style),
        )
    )
