"""`hobnob import`: take in files, show how far it is, say what they could and couldn't tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, counted, err, line, one_line, out, print_json
from hobnob.cli.start import start

if TYPE_CHECKING:
    from hobnob.importers.base import Options
    from hobnob.operations.import_file import Imported, OnProgress
    from hobnob.operations.import_file import Progress as Done

_PROBLEMS_SHOWN = 12
_LISTS_SHOWN = 12
_LIST_NAME_SHOWN = 40


def import_file(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="An X archive (the zip, or its unpacked folder), CSV files of Mastodon "
            "(following_accounts.csv and its like), or a Bluesky repository (.car).",
            show_default=False,
        ),
    ],
    *,
    me: Annotated[
        str,
        typer.Option(
            "--me",
            metavar="HANDLE",
            help="Your account, where a file does not say whose it is: @robin@tusk.example.",
            show_default=False,
        ),
    ] = "",
    direct_messages: Annotated[
        bool, typer.Option("--direct-messages", metavar="", help="Take in direct messages too.")
    ] = False,
    contacts: Annotated[
        bool, typer.Option("--contacts", metavar="", help="Take in the address book too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take in files that networks give you. The same one twice adds nothing."""
    start()
    from hobnob.importers.base import Options

    options = Options(direct_messages=direct_messages, contacts=contacts, me=me)
    imported = []
    for file in files:
        imported.append(_take_in(file, options))
        if not as_json:
            print_summary(imported[-1])
    if as_json:
        # One file is answered as itself, however many could have been given.
        answers = [as_answer(each) for each in imported]
        print_json({"imports": answers} if len(answers) > 1 else answers[0])
        return
    today, up = program.command("today"), program.command("up")
    follow = line("Next: ", (today, "act"), ", or ", (up, "act"), " for the browser.")
    out().print(follow, soft_wrap=True)


def _take_in(file: Path, options: "Options") -> "Imported":
    from hobnob.operations.import_file import import_file as take_in
    from hobnob.worker import one_import_at_a_time

    try:
        with one_import_at_a_time(_say_it_waits), progress_bar() as on_progress:
            return take_in(file, now_us=clock.now_us(), options=options, on_progress=on_progress)
    except KeyboardInterrupt:
        err().print("Stopped half-way. The same command goes on from there.")
        raise


def _say_it_waits() -> None:
    err().print("Another import is under way: waiting for its end ...")


def as_answer(imported: "Imported") -> dict[str, Any]:
    """What an import brought, as `--json` prints it."""
    return {
        "source": imported.source,
        "title": imported.title,
        **asdict(imported.recorded),
        "problems": [asdict(each) for each in imported.problems],
        "likes": asdict(imported.likes),
        "lists": list(imported.list_names),
        "was_resumed": imported.was_resumed,
    }


@contextmanager
def progress_bar() -> "Iterator[OnProgress]":
    """A bar on the terminal, with counts; nothing where there is no terminal."""
    console = err()
    bar = Progress(
        SpinnerColumn(style="act"),
        BarColumn(bar_width=24, complete_style="act", finished_style="done"),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("opening the file", total=None)

        def show(done: "Done") -> None:
            bar.update(
                task,
                completed=done.records_done,
                total=done.records_total,
                description=_so_far(done),
            )

        yield show


def _so_far(done: "Done") -> str:
    of = f" of {done.records_total:,}" if done.records_total else ""
    people = counted(done.recorded.people_new, "new person", "new people")
    problems = f", {counted(done.problems, 'problem')}" if done.problems else ""
    return f"{done.records_done:,}{of} records, {people}{problems}"


def print_summary(imported: "Imported") -> None:
    """What went in, what the file couldn't tell, and what was damaged."""
    console = out()
    recorded = imported.recorded
    resumed = " It went on where it had stopped." if imported.was_resumed else ""
    console.print(line((f"{one_line(imported.title)} is in.", "name"), resumed))
    console.print()
    if recorded.interactions_new:
        numbers = Table(box=None, show_header=False, padding=(0, 1, 0, 1))
        numbers.add_column(justify="right", style="name")
        for count, what in _numbers(imported):
            numbers.add_row(f"{count:,}", what)
        console.print(numbers)
    elif recorded.interactions_seen:
        seen = counted(recorded.interactions_seen, "interaction")
        console.print(f"Nothing new: all of its {seen} were here already.")
    else:
        met = counted(recorded.people_new, "new person", "new people")
        console.print(f"It says nothing of what happened; it brought {met}.")
    _print_what_it_cannot_tell(console, imported)
    _print_problems(console, imported)
    console.print()


def _numbers(imported: "Imported") -> list[tuple[int, str]]:
    recorded = imported.recorded
    numbers = [
        (recorded.interactions_new, "interactions are new"),
        (recorded.interactions_seen, "were here already"),
        (recorded.people_new, "people are new"),
        (recorded.members_new, "places on lists are filled"),
    ]
    return [(count, what) for count, what in numbers if count]


def _print_what_it_cannot_tell(console: Console, imported: "Imported") -> None:
    likes = imported.likes
    if likes.total:
        rest = "" if likes.author_known == likes.total else "; the rest need a look-up"
        console.print()
        console.print(
            f"{likes.author_known:,} of {likes.total:,} liked posts have a known author{rest}."
        )
    if imported.list_names:
        shown = ", ".join(
            one_line(each, _LIST_NAME_SHOWN) for each in imported.list_names[:_LISTS_SHOWN]
        )
        more = len(imported.list_names) - _LISTS_SHOWN
        console.print(f"Your lists over there: {shown}{f' and {more:,} more' if more > 0 else ''}.")
    if imported.cannot_tell:
        console.print(imported.cannot_tell)


def _print_problems(console: Console, imported: "Imported") -> None:
    problems = imported.problems
    if not problems:
        return
    console.print()
    could_not = counted(len(problems), "part")
    console.print(line((f"{could_not} could not be read; everything else is in.", "look")))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="quiet")
    for heading in ("file", "where", "why"):
        table.add_column(heading, overflow="fold")
    for each in problems[:_PROBLEMS_SHOWN]:
        table.add_row(one_line(each.file), one_line(each.where), one_line(each.reason))
    console.print(table)
    if len(problems) > _PROBLEMS_SHOWN:
        console.print(f"And {len(problems) - _PROBLEMS_SHOWN:,} more: add --json to see them all.")
