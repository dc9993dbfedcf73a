"""`hobnob liked`: learn who wrote the posts you liked on X, which an archive does not tell."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from hobnob.cli import clock
from hobnob.cli.output import AsJson, counted, err, line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import dollars

if TYPE_CHECKING:
    from hobnob.operations.liked_authors import Offer, OnProgress
    from hobnob.operations.record import Recorded


class By(StrEnum):
    """The ways that can be begun here."""

    CARDS = "cards"
    POSTS = "posts"


def liked(
    *,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="WAY",
            help="cards: look at the card that X shows of each post, for nothing but time. posts: "
            "ask X for the posts, for money.",
        ),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help="Stop after so many posts.")
    ] = 1_000,
    yes: Annotated[
        bool, typer.Option("--yes", metavar="", help="Say yes to the price beforehand.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Learn who wrote the posts you liked on X, so that they join People I've Favorited.

    Without --by it shows how many are unknown, and what each way would cost. Nothing is asked yet.
    """
    open_data()
    from hobnob.operations.liked_authors import offers, unknown_liked

    unknown = len(unknown_liked())
    if by is None or not unknown:
        _show(unknown, offers(), as_json=as_json)
        return
    count = min(unknown, most)
    if by is By.POSTS:
        _take_the_price(count, is_taken=yes)
    with _progress(count) as on_progress:
        recorded = _learn(by, most, on_progress)
    left = len(unknown_liked())
    if as_json:
        print_json({"learnt": unknown - left, "unknown": left, "joined": recorded.members_new})
        return
    said = counted(unknown - left, "author is known now", "authors are known now")
    joined = counted(recorded.members_new, "person", "people")
    out().print(line((said, "done"), f"; {joined} joined a list because of it. {left:,} are left."))


def _learn(by: By, most: int, on_progress: "OnProgress") -> "Recorded":
    from hobnob.operations.liked_authors import learn_by_cards, learn_by_id

    learn = learn_by_cards if by is By.CARDS else learn_by_id
    return learn(clock=clock.now_us, most=most, on_progress=on_progress)


def _take_the_price(count: int, *, is_taken: bool) -> None:
    from hobnob.operations.liked_authors import price

    if is_taken:
        return
    takes = dollars(price(count).microdollars)
    if not sys.stdin.isatty():
        raise HobnobError(f"This costs {takes}: say yes to it with --yes.")
    posts = counted(count, "post")
    if not typer.confirm(f"X takes {takes} for {posts}. Ask for them?", err=True):
        raise typer.Exit


def _show(unknown: int, found: "list[Offer]", *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "unknown": unknown,
                "ways": [
                    {
                        "way": each.way,
                        "requests": each.cost.requests,
                        "dollars": each.cost.microdollars / 1e6,
                        "missing": each.missing,
                    }
                    for each in found
                ],
            }
        )
        return
    if not unknown:
        out().print("Of every post you liked on X it is known who wrote it.")
        return
    console = out()
    posts = counted(unknown, "post you liked on X is", "posts you liked on X are")
    console.print(f"{posts} by somebody unknown. The ways to learn by whom:")
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    for each in found:
        price = dollars(each.cost.microdollars) if each.cost.microdollars else "free"
        requests = counted(each.cost.requests, "request")
        table.add_row(line((each.way, "name")), price, requests, line((each.missing, "look")))
    console.print(table)


@contextmanager
def _progress(total: int) -> "Iterator[OnProgress]":
    """A bar on a terminal; nothing where there is none."""
    console = err()
    columns = (TextColumn("Asking"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=total)

        def show(asked: int, _recorded: "Recorded") -> None:
            bar.update(task, completed=asked)

        yield show
