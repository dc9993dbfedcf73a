"""`hobnob match run` and `status`: who of your supporters is who, and how far that is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from hobnob.cli import clock, program
from hobnob.cli.match_ask import ask_for_basis
from hobnob.cli.output import AsJson, counted, err, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from hobnob.domain.coverage import Segment
    from hobnob.operations.match_people import Looking
    from hobnob.storage.queries.matching.review import GivenBasis, LastRun, MatchStatus


def run(*, as_json: AsJson = False) -> None:
    """Look who of your supporters is who among the accounts around you: those who follow you or
    are followed, on your lists, in your mentions and chats.

    Nobody is decided about, and no network is asked. What you answered is not asked again.
    """
    open_data()
    from hobnob.operations.match_people import match_anew
    from hobnob.storage.queries.matching.review import review_batch

    if not as_json:
        ask_for_basis()
    with _progress() as on_progress:
        looked = match_anew(clock=clock.now_us, on_progress=on_progress)
    left = review_batch(size=0).left
    if as_json:
        print_json(_as_answer(looked, left))
    else:
        _print(looked, left)


def _as_answer(looked: "Looking", left: int) -> dict[str, int]:
    return {
        "supporters": looked.supporters,
        "accounts": looked.accounts,
        "pairs": looked.pairs,
        "proposed": looked.proposed,
        "to_review": left,
    }


def _print(looked: "Looking", left: int) -> None:
    console = out()
    among = f"among {counted(looked.accounts, 'account')} around you"
    console.print(f"Looked for {counted(looked.supporters, 'supporter')} {among}.")
    if not looked.supporters:
        bring = program.command("import donors.csv")
        console.print(line(("Bring them in: ", "quiet"), (bring, "act")), soft_wrap=True)
        return
    if not left:
        console.print("Nobody new may be any of them.")
        return
    proposed = counted(looked.proposed, "account")
    console.print(f"{proposed} may be one of {counted(left, 'supporter')}: you say who is.")
    review = program.command("match review")
    console.print(line(("Ten at a time: ", "quiet"), (review, "act")), soft_wrap=True)


@contextmanager
def _progress() -> "Iterator[Callable[[Looking], None]]":
    """Which network is being weighed, on a terminal; nothing where there is none."""
    console = err()
    columns = (SpinnerColumn(style="act"), TextColumn("{task.description}"))
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("fetching what is known", total=None)

        def show_it(looking: "Looking") -> None:
            who = counted(looking.supporters, "supporter")
            where = looking.network.title if looking.network else "the end"
            bar.update(task, description=f"{who} among {looking.accounts:,} accounts: {where}")

        yield show_it


# ── How far it is ────────────────────────────────────────────────────────────


def status(*, as_json: AsJson = False) -> None:
    """Say how many of your supporters are found, what was answered, and on what basis."""
    open_data()
    from hobnob.storage.queries.matching.review import match_status

    found = match_status(now_us=clock.now_us())
    if as_json:
        print_json(_status_answer(found))
    else:
        _print_status(found)


def _status_answer(found: "MatchStatus") -> dict[str, Any]:
    return {
        "basis": basis_answer(found.basis) if found.basis else None,
        "last_run": _run_answer(found.last) if found.last else None,
        "answers": found.answers,
        "calibrated_on": found.calibrated_on,
        "told_not_seen": found.told_not_seen,
        "coverage": [_segment_answer(each) for each in found.segments],
    }


def basis_answer(basis: "GivenBasis") -> dict[str, Any]:
    """A basis, as `--json` prints it."""
    return {
        "basis": basis.basis,
        "notice": basis.notice,
        "told_on": basis.told_on.isoformat() if basis.told_on else None,
        "author": basis.author,
        "since": clock.iso(basis.made_us),
    }


def _run_answer(last: "LastRun") -> dict[str, Any]:
    return {
        "began": clock.iso(last.began_us),
        "is_over": last.is_over,
        "supporters": last.supporters,
        "accounts": last.accounts,
        "pairs": last.pairs,
        "proposed": last.proposed,
        "model": last.model,
    }


def _segment_answer(segment: "Segment") -> dict[str, Any]:
    of = segment.progress
    return {
        "segment": segment.key,
        "supporters": of.total,
        "found": of.found,
        "possible": of.possible,
        "decided": of.decided,
        "percent": of.percent,
        "says": segment.sentence,
    }


def _print_status(found: "MatchStatus") -> None:
    console, of = out(), found.progress
    if not of.total:
        bring = program.command("import donors.csv")
        console.print("None of your supporters is here yet.")
        console.print(line(("Bring them in: ", "quiet"), (bring, "act")), soft_wrap=True)
        return
    console.print(
        line(
            (f"{of.decided:,} of {counted(of.total, 'supporter')} decided", "name"),
            f" · {of.found:,} found · {of.possible:,} to look at",
        )
    )
    if found.told_not_seen:
        console.print(f"Told us, not seen yet: {found.told_not_seen:,}")
    console.print(indented(line((_looked_words(found.last), "quiet")), 0))
    console.print(indented(line((_basis_words(found.basis), "quiet")), 0))
    console.print()
    console.print(_table(found.segments))


def _looked_words(last: "LastRun | None") -> str:
    if last is None:
        return "Nobody has looked yet."
    if not last.is_over:
        return "Looking right now."
    return f"Looked {last.when} among {counted(last.accounts, 'account')}."


def _basis_words(basis: "GivenBasis | None") -> str:
    if basis is None:
        return f"Nobody may be looked up yet. Say why: {program.command('match basis')}"
    told = f", told on {basis.told_on:%-d %B %Y}" if basis.told_on else ""
    return f"Basis: {basis.basis}{told}, said by {one_line(basis.author)} {basis.when}."


def _table(segments: "tuple[Segment, ...]") -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="quiet")
    table.add_column("")
    for heading in ("supporters", "found", "to look at", "decided"):
        table.add_column(heading, justify="right")
    for each in segments:
        of = each.progress
        numbers = (of.total, of.found, of.possible, of.decided)
        table.add_row(Text(each.sentence, "name"), *(f"{number:,}" for number in numbers))
    return table
