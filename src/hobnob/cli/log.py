"""`hobnob log`: a call, a visit, a favour by hand; what came of it, and what the log proposes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.log_print import outcome_answer, print_defenders, print_near, print_outcomes
from hobnob.cli.output import AsJson, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.by_hand import DeedSort, moment_on, read_day, today_at
from hobnob.domain.errors import HobnobError
from hobnob.domain.outcomes import WORDS, OutcomeKind, outcome_kind, read_worth

if TYPE_CHECKING:
    from hobnob.storage.queries.outcomes.proposed import Proposal

_SHOWN = 20

Words = Annotated[
    str, typer.Argument(metavar="WORDS", help="What it was about.", show_default=False)
]
On = Annotated[
    str,
    typer.Option(
        "--on", metavar="DAY", help="When: yesterday, tuesday or 2026-11-02. By default today."
    ),
]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="As `hobnob log proposed` shows it.")]


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Log what no network saw, and show what came of it: the newest first."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.outcomes.known import outcomes_of

    now_us = clock.now_us()
    found = outcomes_of(now_us=now_us, reader_id=local_user().pk)
    if as_json:
        print_json({"outcomes": [outcome_answer(each) for each in found]})
        return
    print_outcomes(found[:_SHOWN], now_us)
    if len(found) > _SHOWN:
        out().print(line((f"And {len(found) - _SHOWN:,} more: --json has them all.", "quiet")))


def log(sort: DeedSort) -> Callable[..., None]:
    """The command that logs one sort of deed."""

    def run(who: Who, words: Words = "", *, on: On = "", as_json: AsJson = False) -> None:
        open_data()
        from hobnob.operations.local_user import local_user
        from hobnob.operations.log_deed import log_deed

        person, now_us = the_one(who), clock.now_us()
        at_us = _moment(on, now_us)
        log_deed(
            person.person_id, sort, at_us=at_us, author=local_user(), now_us=now_us, words=words
        )
        if as_json:
            answer = {"what": sort.word, "words": words, "at": clock.iso(at_us)}
            print_json({"did": "log", "person": people.as_answer(person), **answer})
            return
        _say(f"Logged {sort.logged.format(name=one_line(person.name))}")

    run.__doc__ = f"Log {sort.logged.format(name='somebody')}."
    return run


def outcome(
    who: Who,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help=f"One of {', '.join(OutcomeKind)}.", show_default=False
        ),
    ],
    words: Words = "",
    *,
    value: Annotated[
        str, typer.Option("--value", metavar="AMOUNT", help="What it was worth: '500 EUR'.")
    ] = "",
    on: On = "",
    ask: Annotated[
        int | None,
        typer.Option("--ask", metavar="NUMBER", help="The ask that it answers: `hobnob ask`."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write down what came of somebody. The last exchange before it is kept as what led there."""
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.operations.log_outcome import log_outcome

    what, worth = outcome_kind(kind), read_worth(value)
    person, now_us = the_one(who), clock.now_us()
    at_us = _moment(on, now_us)
    log_outcome(
        person.person_id,
        what,
        at_us=at_us,
        author=local_user(),
        now_us=now_us,
        words=words,
        worth=worth,
        ask_id=ask,
    )
    if as_json:
        amount, currency = worth
        answer = {"kind": str(what), "words": words, "at": clock.iso(at_us)}
        value_of = {"amount": amount, "currency": currency}
        print_json({"did": "outcome", "person": people.as_answer(person), **answer, **value_of})
        return
    _say(f"Written down: {WORDS[what].noun} from {one_line(person.name)}")


def near(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A town, as in Utrecht.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show who is near a place, within 50 km, with who says so."""
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.finding.near import near as who_is_near

    found = who_is_near(place, reader_id=local_user().pk)
    if as_json:
        rows = [
            {
                "person": people.as_answer(each.person),
                "km": each.km,
                "where": each.where,
                "because": each.because,
            }
            for each in found
        ]
        print_json({"place": place, "people": rows})
        return
    print_near(found, place)


def defenders(*, as_json: AsJson = False) -> None:
    """Show who stood up for you before, the newest first, with what they said."""
    open_data()
    from hobnob.storage.queries.outcomes.defenders import defenders as who_defended

    found = who_defended(clock.now_us())
    if as_json:
        rows = [
            {
                "person": people.as_answer(each.person),
                "times": each.times,
                "last": clock.iso(each.at_us),
                "words": each.words,
                "url": each.url,
            }
            for each in found
        ]
        print_json({"defenders": rows})
        return
    print_defenders(found)


def proposed(*, as_json: AsJson = False) -> None:
    """Show what the log proposes: who spread the word, who stood up for you. You say if it was."""
    open_data()
    found = _proposed()
    if as_json:
        print_json({"proposed": [_proposal_answer(each) for each in found]})
        return
    console = out()
    if not found:
        console.print("Nothing to decide: nobody spread the word lately that you don’t know of.")
    for each in found:
        number, name = f"{each.interaction_id}", one_line(each.person.name)
        console.print(line((f"{number:>6}  ", "act"), (name, "name"), f" {each.did} {each.when}"))
        if each.words:
            console.print(line(f"        “{one_line(each.words, 160)}”"), soft_wrap=True)
        console.print(line((f"        {one_line(each.because)}", "why")), soft_wrap=True)
    if found:
        yes = program.command(f"log yes {found[0].interaction_id}")
        console.print(line((f"Was it? {yes}, or no with the same number.", "quiet")))


def yes(number: Number, *, as_json: AsJson = False) -> None:
    """Say that it was: they spread the word, or stood up for you."""
    _decide(number, is_yes=True, as_json=as_json)


def no(number: Number, *, as_json: AsJson = False) -> None:
    """Say that it was no such thing: nobody asks about it again."""
    _decide(number, is_yes=False, as_json=as_json)


def _decide(number: int, *, is_yes: bool, as_json: bool) -> None:
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.operations.log_outcome import confirm, refuse

    found = next((each for each in _proposed() if each.interaction_id == number), None)
    if found is None:
        raise HobnobError(f"Nothing is proposed under {number}: look at `hobnob log proposed`.")
    act = confirm if is_yes else refuse
    act(found.kind, number, author=local_user(), now_us=clock.now_us())
    if as_json:
        print_json({"did": "yes" if is_yes else "no", **_proposal_answer(found)})
        return
    noun, name = WORDS[found.kind].noun, one_line(found.person.name)
    _say(f"Written down: {noun} from {name}" if is_yes else f"That was no {found.kind}")


def _proposed() -> "list[Proposal]":
    from hobnob.storage.queries.outcomes.proposed import proposed_outcomes

    return proposed_outcomes(clock.now_us())


def _proposal_answer(each: "Proposal") -> dict[str, Any]:
    return {
        "number": each.interaction_id,
        "kind": str(each.kind),
        "person": people.as_answer(each.person),
        "at": clock.iso(each.at_us),
        "words": each.words,
        "because": each.because,
    }


def _moment(on: str, now_us: int) -> int:
    from hobnob.operations.local_zone import local_zone

    today = today_at(now_us, local_zone())
    return moment_on(read_day(on, today), today=today, now_us=now_us)


def _say(sentence: str) -> None:
    undo_it = f"Changed your mind? {program.command('undo')}"
    out().print(line(f"{sentence}. ", (undo_it, "quiet")), soft_wrap=True)
