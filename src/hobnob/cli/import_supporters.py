"""`hobnob import donors.csv`: what its columns are taken for, and what it tells of people."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from hobnob.cli.import_options import meanings, order_called
from hobnob.cli.output import counted, err, line, one_line, out
from hobnob.domain.moments import ago

if TYPE_CHECKING:
    from hobnob.domain.supporters_tally import Tally
    from hobnob.importers.supporters import DateOrder, Meaning
    from hobnob.operations.supporters.look_at import Choices, Look

_HEADING_SHOWN = 40
_CELLS_SHOWN = 3


def ask(path: Path, choices: "Choices") -> "tuple[Choices, Look]":
    """The file looked at, and what is still open asked where somebody sits at the terminal."""
    from hobnob.operations.supporters.bring_in import WhatIsIt, what_to_say
    from hobnob.operations.supporters.look_at import look_at_supporters

    look = look_at_supporters(path, choices)
    if not sys.stdin.isatty():
        if look.unsaid:
            raise WhatIsIt(what_to_say(path, look))
        return choices, look
    if look.unsaid:
        err().print("Some columns are new to hobnob. Enter leaves one out, ? lists what it may be.")
        said = {each: _ask_meaning(each, look) for each in look.unsaid}
        choices = replace(choices, columns={**choices.columns, **said})
    if look.questions:
        choices = replace(choices, date_order=_ask_order(look))
    return choices, look_at_supporters(path, choices)


def _ask_meaning(heading: str, look: "Look") -> "Meaning | None":
    from hobnob.importers.supporters import meaning

    suggestion = next(each for each in look.suggestions if each.heading == heading)
    at = look.headings.index(heading)
    cells = dict.fromkeys(row[at] for row in look.sample if at < len(row) and row[at])
    shown = ", ".join(one_line(each, _HEADING_SHOWN) for each in list(cells)[:_CELLS_SHOWN])
    label = f"“{one_line(heading, _HEADING_SHOWN)}” ({shown or 'no cell is filled'})"
    default = str(suggestion.meaning or "")
    while typed := typer.prompt(label, err=True, default=default, show_default=bool(default)):
        try:
            return meaning(typed.strip().lower())
        except ValueError:
            err().print(f"It may be: {meanings()}.")
    return None


def _ask_order(look: "Look") -> "DateOrder | None":
    example = look.questions[0].examples[0]
    question = f"What comes first in {example}: day, month, or leave such dates out?"
    return order_called(typer.prompt(question, err=True, default="leave").strip().lower())


def print_columns(look: "Look", now_us: int) -> None:
    """What each column is taken for, and why."""
    console = out()
    because = {each.heading: each.because for each in look.suggestions}
    if look.remembered_us is not None:
        console.print(f"Read as you said {ago(look.remembered_us, now_us)} of such a file.")
    if look.headings:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="quiet")
        table.add_column("column", overflow="fold")
        table.add_column("taken for", overflow="fold")
        for heading in look.headings:
            table.add_row(one_line(heading, _HEADING_SHOWN), _taken_for(heading, look, because))
        console.print(table)
        console.print()


def _taken_for(heading: str, look: "Look", because: Mapping[str, str]) -> Any:
    means = look.mapping.columns.get(heading)
    if means:
        return line((str(means), "name"))
    if heading in look.refused:
        return line((f"never read: it tells of {look.refused[heading]}", "quiet"))
    return line((f"left out: {because[heading]}", "quiet"))


def print_tally(tally: "Tally") -> None:
    """How many people and gifts."""
    numbers = Table(box=None, show_header=False, padding=(0, 1, 0, 1))
    numbers.add_column(justify="right", style="name")
    for count, what in tally.in_words():
        numbers.add_row(f"{count:,}", what)
    out().print(numbers)


@contextmanager
def counting() -> Iterator[Any]:
    """How many records a rehearsal has read, on a terminal."""
    console = err()
    columns = (SpinnerColumn(style="act"), TextColumn("{task.description}"))
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda count: bar.update(task, description=counted(count, "record"))


def about_columns(look: "Look") -> dict[str, Any]:
    """What a file of people is taken for, as `--json` prints it."""
    return {
        "columns": {each: str(look.mapping.columns.get(each) or "") for each in look.headings},
        "never_read": dict(look.refused),
        "encoding": look.encoding,
        "was_remembered": look.remembered_us is not None,
        "questions": [asdict(each) for each in look.questions],
    }
