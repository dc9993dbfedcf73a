"""`hobnob ask`: what was asked, is it fair to ask, and what came back."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.beginning import is_first_day
from hobnob.cli.found import still_there
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.ask_words import SIZES, THINGS, Answer, read_outcome
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.asks.shown import AskLine, AsksPage

_LEFT = 5

For = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="OUTCOME",
        help=f"What you hope for: {', '.join(THINGS)}.",
        show_default=False,
    ),
]
Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="Of the ask, as `hobnob ask` shows it.")
]


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show what you asked people for: what is open, and what came back."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.storage.queries.asks.shown import asks_page

    found = asks_page(clock.now_us())
    if as_json:
        print_json(
            {
                "open": [as_answer(each) for each in found.open],
                "answered": [as_answer(each) for each in found.answered],
                "accepted": found.accepted.in_words,
            }
        )
    else:
        _print(found)


def person(
    who: Who,
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", help="In a few words. Without it the gate alone is asked."),
    ] = "",
    *,
    outcome: For,
    plan: Annotated[
        str, typer.Option("--plan", metavar="NAME", help="The plan that it belongs to.")
    ] = "",
    yes_anyway: Annotated[
        bool,
        typer.Option("--yes-anyway", metavar="", help="Write it down, also where it is not fair."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say whether it is fair to ask somebody for something, and write down that you did."""
    open_data()
    from hobnob.operations.asks.ask import ask
    from hobnob.operations.asks.campaigns import find_campaign
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.asks.standing import ask_gate_of

    kind, whom = read_outcome(outcome), the_one(who)
    campaign = find_campaign(plan).key if plan else ""
    verdict = ask_gate_of(whom.person_id, kind, clock.now_us())
    gate = {"is_fair": verdict.is_fair, "sentence": verdict.sentence, "size": str(SIZES[kind])}
    about = {"person": people.as_answer(whom), "for": str(kind), "gate": gate}
    if not as_json:
        look = "done" if verdict.is_fair else "look"
        out().print(line((one_line(verdict.sentence), look)), soft_wrap=True)
    if not what:
        if as_json:
            print_json({**about, "number": None})
        return
    if not (verdict.is_fair or yes_anyway) and verdict.may_be_asked:
        raise HobnobError(
            f"{'' if not as_json else verdict.sentence + ' '}Nothing is written down. Where you "
            "asked all the same, add --yes-anyway."
        )
    kept = ask(
        whom.person_id,
        kind,
        what,
        author=local_user(),
        now_us=clock.now_us(),
        campaign=campaign,
        anyway=yes_anyway,
    )
    if as_json:
        print_json({**about, "number": kept.pk})
        return
    said = line(
        f"Written down as number {kept.pk}: you asked ",
        (one_line(whom.name), "name"),
        f" for {THINGS[kind]}. ",
        (f"Changed your mind? {program.command('undo')}", "quiet"),
    )
    out().print(said, soft_wrap=True)


def yes(number: Number, *, as_json: AsJson = False) -> None:
    """Write down that they said yes. They are among those to thank from then on."""
    _answer(number, Answer.YES, as_json=as_json)


def no(number: Number, *, as_json: AsJson = False) -> None:
    """Write down that they said no."""
    _answer(number, Answer.NO, as_json=as_json)


def silence(number: Number, *, as_json: AsJson = False) -> None:
    """Write down that no answer came."""
    _answer(number, Answer.SILENCE, as_json=as_json)


def owed(*, as_json: AsJson = False) -> None:
    """Show whom to thank, and to whom to report back what came of their feedback."""
    open_data()
    from hobnob.storage.queries.asks.owed import asks_owed

    found = asks_owed(clock.now_us())
    rows = [
        *(("thank", each.person, each.owed.happened, each.owed.because) for each in found.thanks),
        *(("report back", each.person, each.what, each.because) for each in found.reports),
    ]
    if as_json:
        print_json(
            {
                "owed": [
                    {**people.as_answer(whom), "do": do, "about": about, "because": because}
                    for do, whom, about, because in rows
                ]
            }
        )
        return
    if not rows and not is_first_day():
        out().print(line(("You owe nobody anything.", "name")))
    for do, whom, about, because in rows:
        head = line((one_line(whom.name), "name"), f"  {one_line(about)}  ", (do, "act"))
        out().print(head, soft_wrap=True)
        out().print(indented(line((one_line(because), "why")), _LEFT))


def as_answer(ask: "AskLine") -> dict[str, Any]:
    """An ask, as `--json` prints it."""
    return {
        "number": ask.number,
        "person": people.as_answer(ask.person),
        "for": str(ask.outcome),
        "what": ask.what,
        "came": ask.came,
        "answer": ask.answer,
        "gate": {"is_fair": ask.is_fair, "sentence": ask.sentence},
        "plan": ask.campaign_key,
    }


def _answer(number: int, answer: Answer, *, as_json: bool) -> None:
    open_data()
    from hobnob.operations.asks.answer import answer_ask
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.asks.shown import ask_line

    answer_ask(number, answer, author=local_user(), now_us=clock.now_us())
    found = still_there(ask_line(number, clock.now_us()))
    if as_json:
        print_json(as_answer(found))
        return
    undo_it = f"Changed your mind? {program.command('undo')}"
    words = f": {one_line(found.what)}; {found.came}. "
    out().print(line((one_line(found.person.name), "name"), words, (undo_it, "quiet")))


def _print(found: "AsksPage") -> None:
    console = out()
    if found.given is not None:
        console.print(line(("No asks this month. ", "name"), _given(found)))
        who = program.command("ask who --for petition")
        console.print(line(("Whom may one ask? ", "quiet"), (who, "act")), soft_wrap=True)
    for title, asks in (("Open", found.open), ("What came back", found.answered)):
        if asks:
            console.print(line((f"\n{title}", "title")))
        for each in asks:
            _print_ask(each)
    if found.accepted.is_anything:
        console.print(line(f"\n{found.accepted.in_words}"))


def _given(found: "AsksPage") -> str:
    given = found.given
    if given is None or not given.times:
        return "Nothing went from you to anybody so far; a thank-you is a good beginning."
    times = "once" if given.times == 1 else f"{given.times:,} times"
    return (
        f"You’ve given {times} to {given.people:,} {'person' if given.people == 1 else 'people'}."
    )


def _print_ask(ask: "AskLine") -> None:
    console = out()
    silent = "  silence?" if ask.is_silent else ""
    head = line(
        (f"{ask.number:>4} ", "quiet"),
        (one_line(ask.person.name), "name"),
        f"  {one_line(ask.what)}",
        (f"  {ask.came}", "quiet"),
        (silent, "look"),
    )
    console.print(head, soft_wrap=True)
    console.print(indented(line((one_line(ask.sentence), "why")), _LEFT))
