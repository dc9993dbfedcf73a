"""`hobnob hygiene`: accounts that give a reason to let them go, with the words that show it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, counted, err, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from hobnob.operations.check_hygiene import Looked
    from hobnob.storage.queries.hygiene.card import Card, Quote, Suspicion
    from hobnob.storage.queries.hygiene.queue import Hygiene

_SHOWN = 5
_QUOTES = 3
_LONGEST_QUOTE = 200
_LEFT = 4


def show(
    context: typer.Context,
    *,
    everybody: Annotated[
        bool, typer.Option("--all", metavar="", help=f"Show all, not just the next {_SHOWN}.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say which accounts give a reason to let them go, what shows it, and what they are to you."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.storage.queries.hygiene.queue import hygiene, next_cards

    now_us = clock.now_us()
    page = hygiene(now_us)
    cards = next_cards(now_us, page.waiting if everybody else _SHOWN)
    if as_json:
        print_json(_as_answer(page, cards))
    elif cards:
        _print(page, cards)
    else:
        _print_nothing(page)


def _as_answer(page: "Hygiene", cards: "list[Card]") -> dict[str, Any]:
    return {
        "waiting": page.waiting,
        "done_today": page.pace.done,
        "most_a_day": page.pace.most,
        "cards": [card_answer(each) for each in cards],
    }


def card_answer(card: "Card") -> dict[str, Any]:
    """A card, as `--json` prints it."""
    return {
        "person": people.as_answer(card.person),
        "handle": card.handle,
        "network": card.network,
        "to_you": card.to_me,
        "follow": card.follow,
        "proposes": str(card.proposes),
        "found": [_found_answer(each) for each in card.found],
    }


def _found_answer(found: "Suspicion") -> dict[str, Any]:
    return {
        "check": found.check,
        "because": found.because,
        "proof": [
            {
                "where": each.where,
                "words": f"{each.before}{each.part}{each.after}",
                "part": each.part,
                "url": each.url,
            }
            for each in found.proof
        ],
    }


# ── For people ───────────────────────────────────────────────────────────────


def _print(page: "Hygiene", cards: "list[Card]") -> None:
    console = out()
    waiting = f"{counted(page.waiting, 'account')} to think about"
    console.print(line(("Hygiene", "name"), f" · {waiting} · {page.pace.words}"))
    for at, card in enumerate(cards, 1):
        _print_card(console, card, at)
    if page.waiting > len(cards):
        more = page.waiting - len(cards)
        console.print(line((f"\nAnd {more:,} more: add --all to see them.", "quiet")))
    console.print()
    console.print(line(("Nothing happens by itself.", "done"), " You can stop after any of them."))


def _print_card(console: Console, card: "Card", number: int) -> None:
    console.print()
    head = line(
        (f"{number:>2}  ", "quiet"),
        (one_line(card.person.name, 40), "name"),
        (f"  @{one_line(card.handle, 50)}", "handle"),
    )
    console.print(head, no_wrap=True, overflow="ellipsis")
    console.print(indented(line(one_line(f"{card.to_me} {card.follow}")), _LEFT))
    for found in card.found:
        console.print(indented(line((one_line(found.because), "why")), _LEFT))
        for quote in found.proof[:_QUOTES]:
            console.print(indented(_quoted(quote), _LEFT + 2))
    console.print(
        line(" " * _LEFT, (_word(card), "act"), f"  {program.command(how(card))}"), soft_wrap=True
    )


def _quoted(quote: "Quote") -> Any:
    words = one_line(f"{quote.before}{quote.part}{quote.after}", _LONGEST_QUOTE)
    shown = f"“{words}”" if words else "no words of it are left"
    return line((f"{quote.where}: ", "quiet"), shown)


def _word(card: "Card") -> str:
    return card.proposed.does if card.proposed else "Have a look"


def how(card: "Card") -> str:
    """What does the one thing that the card proposes: a command's words."""
    who = people.address(card.person)
    if card.new is not None:
        return f"act follow @{one_line(card.new.handle)}"
    if card.proposed is None:
        return f"person {who}"
    return f"hygiene {card.proposed.kind} {who}"


def _print_nothing(page: "Hygiene") -> None:
    console = out()
    if page.last is None:
        console.print("Nobody has looked yet.")
    elif not page.last.is_over:
        console.print(f"Having a look: {counted(page.last.accounts, 'account')} so far.")
        return
    else:
        kept = f"; {page.kept:,} kept by you" if page.kept else ""
        checked = f"Checked {counted(page.last.accounts, 'account')} {page.last.when}{kept}."
        console.print(line(("Clean.", "done"), f" {checked}"))
    look_now = program.command("hygiene look")
    console.print(line(("Look now: ", "quiet"), (look_now, "act")), soft_wrap=True)


# ── Look ─────────────────────────────────────────────────────────────────────


def look(*, as_json: AsJson = False) -> None:
    """Look at everybody you have to do with now. It asks no network anything."""
    open_data()
    from hobnob.operations.check_hygiene import begin_look, check_hygiene

    with _progress() as on_progress:
        run_id = begin_look(now_us=clock.now_us())
        looked = check_hygiene(run_id, clock=clock.now_us, on_progress=on_progress)
    if as_json:
        print_json({"accounts": looked.accounts, "found": looked.found})
        return
    console = out()
    something = f"something to say about {looked.found:,}" if looked.found else "all is clean"
    console.print(f"Looked at {counted(looked.accounts, 'account')}: {something}.")
    if looked.found:
        next_one = program.command("hygiene")
        console.print(line(("One at a time: ", "quiet"), (next_one, "act")), soft_wrap=True)


@contextmanager
def _progress() -> "Iterator[Callable[[Looked], None]]":
    """How far the look is, on a terminal; nothing where there is none."""
    console = err()
    columns = (SpinnerColumn(style="act"), TextColumn("{task.description}"))
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("fetching what is known", total=None)

        def show_it(done: "Looked") -> None:
            people_done = f"{done.people_done:,} of {done.people:,} people"
            bar.update(task, description=f"{people_done}, something about {done.found:,}")

        yield show_it
