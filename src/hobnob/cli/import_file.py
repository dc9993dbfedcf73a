"""`hobnob import`: take in files, show how far it is, say what they could and couldn't tell."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from hobnob.cli import clock, program
from hobnob.cli.import_options import (
    NOTHING_SAID,
    BadOption,
    Column,
    Currency,
    DateOrder,
    DryRun,
    Encoding,
    EverybodyIs,
    ForgetMapping,
    choices_of,
)
from hobnob.cli.import_supporters import (
    about_columns,
    ask,
    counting,
    print_columns,
    print_tally,
)
from hobnob.cli.output import AsJson, counted, err, line, one_line, out, print_json
from hobnob.cli.start import start

if TYPE_CHECKING:
    from hobnob.importers.base import Options, Problem
    from hobnob.operations.import_file import Imported, OnProgress
    from hobnob.operations.import_file import Progress as Done
    from hobnob.operations.supporters.look_at import Choices

_PROBLEMS_SHOWN = 12
_NUMBER = re.compile(r"\d{5,}")
"""What X puts in place of the name of most lists."""
_LISTS_SHOWN = 12
_LIST_NAME_SHOWN = 40


def import_file(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="An X archive (the zip, or its unpacked folder), CSV files of Mastodon "
            "(following_accounts.csv and its like), a Bluesky repository (.car), or people from "
            "your own system (CSV, XLSX, vCard).",
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
    dry_run: DryRun = False,
    column: Column = NOTHING_SAID,
    encoding: Encoding = "",
    date_order: DateOrder = "",
    currency: Currency = "",
    everybody_is: EverybodyIs = NOTHING_SAID,
    forget_mapping: ForgetMapping = False,
    as_json: AsJson = False,
) -> None:
    """Take in files that networks give you, and people you know. Twice adds nothing."""
    start()
    from hobnob.importers.base import Options
    from hobnob.operations.formats import is_of_supporters

    options = Options(direct_messages=direct_messages, contacts=contacts, me=me)
    choices = choices_of(
        columns=column,
        encoding=encoding,
        date_order=date_order,
        currency=currency,
        everybody_is=everybody_is,
        asks_anew=forget_mapping,
    )
    answers = []
    brought_supporters = False
    for file in files:
        if is_of_supporters(file):
            brought_supporters = True
            answers.append(_take_in_supporters(file, choices, dry_run=dry_run, as_json=as_json))
            continue
        if dry_run:
            raise BadOption(f"{file} is from a network: --dry-run is for people of your own files.")
        imported = _take_in(file, options)
        answers.append(as_answer(imported))
        if not as_json:
            print_summary(imported)
    if as_json:
        # One file is answered as itself, however many could have been given.
        print_json({"imports": answers} if len(answers) > 1 else answers[0])
        return
    if dry_run:
        return
    then = program.command("match run" if brought_supporters else "today")
    up = program.command("up")
    follow = line("Next: ", (then, "act"), ", or ", (up, "act"), " for the browser.")
    out().print(follow, soft_wrap=True)


def _take_in_supporters(
    file: Path, choices: "Choices", *, dry_run: bool, as_json: bool
) -> dict[str, Any]:
    """Take in people, or only say what that would bring."""
    choices, look = ask(file, choices)
    if not as_json:
        print_columns(look, clock.now_us())
    if dry_run:
        return _rehearse(file, choices, as_json=as_json)
    imported = _take_in(file, None, choices)
    if not as_json:
        print_summary(imported)
    return as_answer(imported) | {"dry_run": False} | about_columns(look)


def _rehearse(file: Path, choices: "Choices", *, as_json: bool) -> dict[str, Any]:
    from hobnob.operations.supporters.rehearse import rehearse_supporters

    with counting() as on_records:
        told = rehearse_supporters(file, choices, on_records=on_records)
    if not as_json:
        out().print(line((one_line(told.look.title), "name"), " would bring:"))
        print_tally(told.tally)
        print_problems(told.problems, "everything else would go in")
        out().print("\nThis was a dry run: nothing is kept.")
    problems = [asdict(each) for each in told.problems]
    answer = {"title": told.look.title, "dry_run": True, "problems": problems}
    return answer | {"supporters": told.tally.as_json()} | about_columns(told.look)


def _take_in(file: Path, options: "Options | None", choices: "Choices | None" = None) -> "Imported":
    from hobnob.operations.import_file import import_file as take_in
    from hobnob.worker import one_import_at_a_time

    try:
        with one_import_at_a_time(_say_it_waits), progress_bar() as on_progress:
            return take_in(
                file,
                now_us=clock.now_us(),
                options=options,
                choices=choices,
                on_progress=on_progress,
            )
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
        **({"supporters": imported.supporters.as_json()} if imported.supporters else {}),
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
    if imported.supporters is not None:
        print_tally(imported.supporters)
        if imported.supporters.nothing_new:
            console.print(imported.supporters.nothing_new)
    elif recorded.interactions_new:
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
    print_problems(imported.problems, "everything else is in")
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
        console.print()
        console.print(f"{likes.author_known:,} of {likes.total:,} liked posts have a known author.")
        if rest := likes.total - likes.author_known:
            other = "other" if rest == 1 else f"other {rest:,}"
            learn = program.as_typed(f"`hobnob liked` shows how to learn the {other}.")
            console.print(learn, soft_wrap=True)
    for sentence in _lists_there(imported.list_names):
        console.print(sentence)
    if imported.cannot_tell:
        console.print(imported.cannot_tell)


def _lists_there(names: Sequence[str]) -> Iterator[str]:
    """Which lists one has over there; of some an archive tells a number alone."""
    called = [each for each in names if not _NUMBER.fullmatch(each)]
    unnamed = len(names) - len(called)
    if called:
        shown = ", ".join(one_line(each, _LIST_NAME_SHOWN) for each in called[:_LISTS_SHOWN])
        more = len(called) - _LISTS_SHOWN
        yield f"Your lists over there: {shown}{f' and {more:,} more' if more > 0 else ''}."
    if unnamed:
        also = "also " if called else ""
        theirs = "its name" if unnamed == 1 else "their names"
        lists = counted(unnamed, "list")
        yield f"You {also}have {lists} over there; the file doesn’t tell {theirs}."


def print_problems(problems: "Sequence[Problem]", rest: str) -> None:
    """What could not be read, with its place; and what became of the rest."""
    if not problems:
        return
    console = out()
    console.print()
    could_not = counted(len(problems), "part")
    console.print(line((f"{could_not} could not be read; {rest}.", "look")))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="quiet")
    for heading in ("file", "where", "why"):
        table.add_column(heading, overflow="fold")
    for each in problems[:_PROBLEMS_SHOWN]:
        table.add_row(one_line(each.file), one_line(each.where), one_line(each.reason))
    console.print(table)
    if len(problems) > _PROBLEMS_SHOWN:
        console.print(f"And {len(problems) - _PROBLEMS_SHOWN:,} more: add --json to see them all.")
