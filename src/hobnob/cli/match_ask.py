"""Asking at a terminal why people may be looked up, before the first match."""

import sys
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from hobnob.cli import clock
from hobnob.cli.output import err, indented, line
from hobnob.domain.facts import Basis
from hobnob.domain.notices import BASES, OUR_ADDRESS, OURSELVES, BasisWords, model_notice

if TYPE_CHECKING:
    from hobnob.storage.queries.matching.review import GivenBasis


def ask_for_basis() -> None:
    """Why people may be looked up, unless somebody said so before. Without a terminal: nothing.

    The notice is the model text in the organisation's name; another one can be given later.
    """
    from hobnob.operations.local_user import local_user
    from hobnob.operations.matching.basis import set_basis

    if _given() is not None or not sys.stdin.isatty():
        return
    console = err()
    console.print("Before anybody is looked up: why may you, and what were they told?")
    for number, words in enumerate(BASES.values(), start=1):
        _show(console, number, words)
    chosen = typer.prompt("Which", value_proc=_chosen, err=True)
    set_basis(chosen, notice=_notice(chosen), author=local_user(), now_us=clock.now_us())


def _given() -> "GivenBasis | None":
    from hobnob.storage.queries.matching.review import given_basis

    return given_basis(now_us=clock.now_us())


def _chosen(typed: str) -> Basis:
    numbers = {str(number): each for number, each in enumerate(BASES, start=1)}
    if typed.strip() not in numbers:
        raise typer.BadParameter(f"type a number from 1 to {len(numbers)}")
    return numbers[typed.strip()]


def _show(console: Console, number: int, words: BasisWords) -> None:
    console.print()
    console.print(line((f"{number}  {words.title}", "name")))
    console.print(indented(line(f"{words.fits} {words.asks}"), 3))


def _notice(basis: Basis) -> str:
    """The model text with its gaps filled in; "" where nobody has to be told."""
    text = model_notice(basis)
    if not text:
        return ""
    console = err()
    console.print("They are to be told, with this text or your own:\n")
    for paragraph in text.splitlines():
        console.print(indented(line(paragraph), 3))
    ourselves = typer.prompt("The name of your organisation", err=True)
    address = typer.prompt("The e-mail address for who objects", err=True)
    return text.replace(OURSELVES, ourselves.strip()).replace(OUR_ADDRESS, address.strip())
