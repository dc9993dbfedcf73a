"""`hobnob match basis`: why you may look people up, and what they were told of it."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock, program
from hobnob.cli.match import basis_answer
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import Basis

if TYPE_CHECKING:
    from hobnob.storage.queries.matching.review import GivenBasis

_BASES = ", ".join(f"'{each}'" if " " in each else str(each) for each in Basis)


class NoSuchBasis(HobnobError):
    """The words are none of those that a law knows."""


def basis(
    *,
    of: Annotated[str, typer.Option("--basis", metavar="BASIS", help=f"One of: {_BASES}.")] = "",
    notice: Annotated[
        str,
        typer.Option("--notice", metavar="FILE", help="A text file with what people are told."),
    ] = "",
    told_on: Annotated[
        datetime | None,
        typer.Option(
            "--told-on",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="When they were told; by default at the first contact.",
        ),
    ] = None,
    model_notice: Annotated[
        bool,
        typer.Option(
            "--model-notice", metavar="", help="Print a text to start from, and change nothing."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say why you may look up your supporters, and what they were told of it.

    Without options: what holds now, or what there is to choose from. It is kept with every match.
    """
    wanted = _basis(of) if of else None
    if model_notice:
        _print_model(wanted or Basis.LEGITIMATE_INTEREST)
        return
    open_data()
    if wanted is not None:
        _set(wanted, notice, told_on.date() if told_on else None)
    from hobnob.storage.queries.matching.review import given_basis

    found = given_basis(now_us=clock.now_us())
    if as_json:
        print_json({"basis": basis_answer(found) if found else None})
    elif found is None:
        _print_choice()
    else:
        _print(found)


def _basis(words: str) -> Basis:
    """The basis that somebody typed, with blanks or without. Raises NoSuchBasis."""
    said = words.strip().lower().replace("-", " ").replace("_", " ")
    try:
        return Basis(said)
    except ValueError as error:
        raise NoSuchBasis(
            f"“{one_line(words)}” is no basis that there is. Choose one of: {_BASES}."
        ) from error


def _set(wanted: Basis, notice: str, told_on: date | None) -> None:
    from hobnob.operations.local_user import local_user
    from hobnob.operations.matching.basis import set_basis

    set_basis(
        wanted,
        notice=_read(notice) if notice else "",
        told_on=told_on,
        author=local_user(),
        now_us=clock.now_us(),
    )


def _read(path: str) -> str:
    try:
        return Path(path).expanduser().read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise HobnobError(
            f"{one_line(path)} cannot be read as a text: give a file with the words of the notice, "
            "saved as UTF-8."
        ) from error


def _print_model(wanted: Basis) -> None:
    from hobnob.domain.notices import BASES, model_notice

    text = model_notice(wanted)
    if not text:
        raise HobnobError(f"“{BASES[wanted].title}” needs no notice: nobody has to be told.")
    out().print(text, soft_wrap=True, end="")


def _print(found: "GivenBasis") -> None:
    from hobnob.domain.notices import BASES

    console, words = out(), BASES[found.basis]
    console.print(line((words.title, "name"), f" · {found.basis}"))
    console.print(indented(line(words.asks), 2))
    told = f"They were told on {found.told_on:%-d %B %Y}." if found.told_on else ""
    said = f"{one_line(found.author)} said so {found.when}. {told}"
    console.print(indented(line((said.rstrip(), "quiet")), 2))
    if found.notice:
        console.print()
        for paragraph in found.notice.splitlines():
            console.print(indented(line(one_line(paragraph)), 2))


def _print_choice() -> None:
    from hobnob.domain.notices import BASES

    console = out()
    console.print("Before anybody is looked up: why may you, and what were they told?")
    for each, words in BASES.items():
        typed = f"'{each}'" if " " in each else each
        notice = " --notice FILE" if words.needs_notice else ""
        console.print()
        console.print(line((words.title, "name")))
        console.print(indented(line(f"{words.fits} {words.asks}"), 2))
        choose = program.command(f"match basis --basis {typed}{notice}")
        console.print(line("  ", (choose, "act")), soft_wrap=True)
    start = program.command("match basis --model-notice > notice.txt")
    console.print()
    console.print(line(("A notice to start from: ", "quiet"), (start, "act")), soft_wrap=True)
