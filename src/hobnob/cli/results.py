"""`hobnob results`: what came of the time spent on people, in words, or as a file for a board."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hobnob.domain.results import Part, Results

_NAMED = 5


def _file(ending: str) -> Any:
    help_ = f"Write the report there as {ending.upper()}."
    return typer.Option(f"--{ending}", metavar="FILE", help=help_, show_default=False)


def results(
    *,
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="WHEN", help="So many days (90d), a day (2026-01-01), or year."
        ),
    ] = "90d",
    until: Annotated[
        str, typer.Option("--until", metavar="DAY", help="The last day; today by default.")
    ] = "",
    mine: Annotated[
        bool, typer.Option("--mine", metavar="", help="Count your own hours only.")
    ] = False,
    csv: Annotated[Path | None, _file("csv")] = None,
    html: Annotated[Path | None, _file("html")] = None,
    pdf: Annotated[Path | None, _file("pdf")] = None,
    force: Annotated[
        bool, typer.Option("--force", metavar="", help="Replace a file that is there.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what came of the time you spent on people: hours, outcomes, believers, reach, gifts.

    Every number comes with how it was counted, and where there is too little to tell it says so.
    """
    open_data()
    from hobnob.domain.periods import period
    from hobnob.operations.local_user import local_user
    from hobnob.operations.results.take_stock import results as take_stock

    now_us = clock.now_us()
    asked = period(since, now_us=now_us, until=until)
    found = take_stock(
        since_us=asked.since_us,
        until_us=asked.until_us,
        now_us=now_us,
        reader_id=local_user().pk if mine else None,
    )
    files = {"csv": csv, "html": html, "pdf": pdf}
    written = [path for path in files.values() if path is not None]
    for kind, path in files.items():
        if path is not None:
            _write(found, path, kind, force=force)
    if as_json:
        print_json(_as_answer(found))
    elif written:
        for path in written:
            out().print(f"{path}: {found.period.words}.", soft_wrap=True)
    else:
        _print(found)


def _write(found: "Results", path: Path, kind: str, *, force: bool) -> None:
    if kind == "csv":
        from hobnob.operations.results.export_results import write_csv

        write_csv(found, path, may_replace=force)
        return
    from hobnob.operations.report.write_report import write_report

    write_report(found, path, kind, may_replace=force)


def _as_answer(found: "Results") -> dict[str, Any]:
    return {"words": found.period.words, **asdict(found)}


def _print(found: "Results") -> None:
    from hobnob.domain.results import NOTHING_YET
    from hobnob.domain.results_words import and_more

    console = out()
    console.print(line((found.period.words, "title")))
    if found.is_empty:
        console.print(NOTHING_YET)
        first = program.command("log outcome NAME referral")
        bring = program.command("import FILE")
        console.print(
            line(
                "Write down what came of somebody: ",
                (first, "act"),
                ". Bring in what there is: ",
                (bring, "act"),
            ),
            soft_wrap=True,
        )
        return
    hours, shared = found.hours, found.promotions
    places = ((each.name, _time(each)) for each in hours.places)
    _section("Hours", hours, places, below=hours.not_added_up)
    _section("What came of it", found.outcomes)
    _section("Talk", found.talked)
    _section("Who came closer", found.ladder)
    promoters = [(each.name, each.words) for each in shared.promoters[:_NAMED]]
    _section("Shared you", shared, promoters, below=and_more(shared.people - len(promoters)))
    believers = [(each.name, each.since) for each in found.believers.believers[:_NAMED]]
    more = found.believers.people - len(believers)
    _section("Believers", found.believers, believers, below=and_more(more))
    added = [(each.name, each.sentence) for each in found.reach.order[:_NAMED]]
    more = len(found.reach.order) - len(added)
    _section("Reach", found.reach, added, below=and_more(more))
    _section("And further", found.spread, ((each.name, each.did) for each in found.spread.through))
    changes = found.changes.changes
    _section("Giving", found.changes, ((each.name, each.sentence) for each in changes))
    _section("Few bring much", found.concentration)
    _section("Steadiness", found.steadiness)
    console.print()
    for sentence in found.not_known:
        console.print(line((f"Not in these numbers: {sentence[0].lower()}{sentence[1:]}", "quiet")))


def _time(each: Any) -> str:
    return f"{each.words}; {each.came_of_it}" if each.came_of_it else str(each.words)


def _section(
    title: str, part: "Part", rows: "Iterable[tuple[str, str]]" = (), *, below: str = ""
) -> None:
    console = out()
    console.print()
    console.print(line((title, "name")))
    console.print(indented(line(part.sentence), 2))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    for who, words in rows:
        table.add_row(one_line(who, 30), line((one_line(words), "quiet")))
    if table.row_count:
        console.print(table)
    if below:
        console.print(indented(line((below, "quiet")), 2))
    console.print(indented(line((part.counted, "why")), 2))
