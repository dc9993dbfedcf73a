"""`hobnob today`: whom to answer, whom to write to, what to decide; each with the reason."""

from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any

from rich.console import Console

from hobnob.cli import clock, people, program
from hobnob.cli.beginning import say_beginning
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.beginning import NOBODY_WAITS, TO_DO, Beginning

if TYPE_CHECKING:
    from hobnob.storage.queries.today.next_steps import Step
    from hobnob.storage.queries.today.page import Today, TodayRow, TodaySection

_LONGEST_QUOTE = 280
_LEFT = 4


def today(*, as_json: AsJson = False) -> None:
    """Say whom to answer today, and why."""
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.today.next_steps import next_steps
    from hobnob.storage.queries.today.page import today as whole_page

    now_us = clock.now_us()
    reader = local_user()
    page, steps = whole_page(now_us, reader=reader), next_steps(reader, now_us)
    if as_json:
        print_json(as_answer(page, steps))
    else:
        print_today(page, steps)


def as_answer(page: "Today", steps: "Sequence[Step]" = ()) -> dict[str, Any]:
    """Today as `--json` prints it."""
    return {
        "people": page.people,
        "minutes": page.minutes,
        "is_first_run": page.is_first_run,
        "is_unheard": page.is_unheard,
        "plan": page.plan.sentence if page.plan else "",
        "sections": [
            {
                "key": str(section.key),
                "title": section.title,
                "total": section.total,
                "minutes": section.minutes,
                "rows": [_row_answer(row) for row in section.rows],
            }
            for section in page.sections
        ],
        "then": [
            {"what": step.title, "why": step.why, "command": _command(step)} for step in steps
        ],
    }


def _row_answer(row: "TodayRow") -> dict[str, Any]:
    return {
        "person": people.as_answer(row.person),
        "happened": row.happened,
        "what": row.what or row.happened,
        "why": row.why,
        "act": row.act.word,
        "key": row.act.key,
        "url": row.url,
        "tags": list(row.tags),
    }


def print_today(page: "Today", steps: "Sequence[Step]" = ()) -> None:
    """Today for a person: the same order and words as the page in the browser."""
    console = out()
    if page.is_first_run:
        _print_first_run(console)
        return
    sections = [section for section in page.sections if section.rows]
    if not sections and page.is_unheard:
        say_beginning(Beginning.UNHEARD, because=NOBODY_WAITS)
        _print_steps(console, steps)
        return
    if not sections:
        say = "Nothing waits. Say something to somebody you enjoy: `hobnob lists`."
        console.print(program.as_typed(say), soft_wrap=True)
        _print_steps(console, steps)
        return
    people = counted(page.people, "person", "people")
    console.print(line(("Today", "name"), f" · {people} · about {page.minutes} min"))
    if page.plan:
        console.print(line((one_line(page.plan.sentence), "quiet")))
    if page.is_unheard:
        console.print(line(f"{NOBODY_WAITS} {TO_DO[Beginning.UNHEARD]}"))
        console.print(line((program.command("connect mastodon tusk.example"), "act")))
    number = 1
    for section in sections:
        _print_section(console, section, number)
        number += len(section.rows)
    _print_steps(console, steps)
    console.print()
    console.print(
        line(("That's all.", "done"), " You don't have to do everything; what waits will be here.")
    )


def _print_section(console: Console, section: "TodaySection", number: int) -> None:
    shown, total = len(section.rows), section.total
    count = f"{total}" if shown == total else f"{shown} of {total:,}"
    console.print()
    console.print(
        line((section.title, "title"), (f"  {count}, about {section.minutes} min", "quiet"))
    )
    for at, row in enumerate(section.rows, number):
        _print_row(console, row, at)


def _print_row(console: Console, row: "TodayRow", number: int) -> None:
    console.print()
    head = line(
        (f"{number:>2}  ", "quiet"),
        (one_line(row.person.name, 40), "name"),
        (f"  {one_line(row.person.at_handle, 50)}", "handle"),
        (f"  {', '.join(row.tags)}", "done") if row.tags else "",
    )
    console.print(head, no_wrap=True, overflow="ellipsis")
    if row.happened:
        console.print(indented(line(row.happened), _LEFT))
    if row.what:
        console.print(indented(line(f"“{one_line(row.what, _LONGEST_QUOTE)}”"), _LEFT))
    console.print(indented(line((one_line(row.why), "why")), _LEFT))
    # Whole, whatever the width: what is broken in two cannot be copied.
    console.print(line(" " * _LEFT, (row.act.word, "act"), f"  {how(row)}"), soft_wrap=True)


def how(row: "TodayRow") -> str:
    """How to do the row's one act from a terminal: an address to open, or a command."""
    who = people.address(row.person)
    if row.act.key == "w":
        return program.command(f"list promote {who}")
    if row.offer or row.act.key == "t":
        return program.command(f"give to {who}")
    if row.act.key == "a":
        about = dict(row.about)
        what, plan = quote(about["what"]), about["campaign"]
        return program.command(f"ask person {who} {what} --for {about['outcome']} --plan {plan}")
    if row.act.key == "x":
        return program.command(f"list remove {who} --from {row.on_list}")
    return one_line(row.url)


def _print_steps(console: Console, steps: "Sequence[Step]") -> None:
    if not steps:
        return
    console.print()
    console.print(line(("Then", "title")))
    for step in steps:
        console.print()
        console.print(line("    ", (one_line(step.title), "name")))
        console.print(indented(line((step.why, "why")), _LEFT))
        console.print(line(" " * _LEFT, _command(step)), soft_wrap=True)


def _command(step: "Step") -> str:
    """What shows it in a terminal."""
    typed = {"chat": f"chats show {step.key}", "read": f"feed {step.key}", "tidy": "hygiene"}
    return program.command(typed[step.kind])


def _print_first_run(console: Console) -> None:
    console.print(line(("Nobody is here yet.", "name")))
    bring = f"Bring in your X archive:    {program.command('import ARCHIVE.zip')}"
    look = f"Or look around first with:  {program.command('demo')}"
    console.print(f"{bring}\n{look}", soft_wrap=True)
