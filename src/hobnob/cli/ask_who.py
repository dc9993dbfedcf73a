"""`hobnob ask who`: whom one may fairly ask for something, and to whom one would give first."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.ask import For
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.ask_words import THINGS, read_outcome
from hobnob.domain.outcomes import OutcomeKind

if TYPE_CHECKING:
    from hobnob.storage.queries.asks.ranked import Fairest, Ranked

_LEFT = 4


def who(
    *,
    outcome: For,
    topic: Annotated[
        str,
        typer.Option("--topic", metavar="TOPIC", help="One of yours, or what people love."),
    ] = "",
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, max=60, help="So many people at most.")
    ] = 10,
    as_json: AsJson = False,
) -> None:
    """Show whom it is fair to ask for something: who got enough, cares about it, and answers."""
    open_data()
    from hobnob.storage.queries.asks.ranked import fairest
    from hobnob.storage.queries.interests.topics import meant_topic

    kind = read_outcome(outcome)
    topics = [meant_topic(topic)] if topic.strip() else []
    found = fairest(kind, topics, clock.now_us(), most)
    if as_json:
        print_json(fairest_answer(found))
    else:
        print_fairest(found, kind)


def fairest_answer(found: "Fairest") -> dict[str, Any]:
    """Both kinds of people, for a program."""
    return {
        "may_ask": [_as_answer(each) for each in found.may_ask],
        "give_first": [_as_answer(each) for each in found.give_first],
        "unknown": [_as_answer(each) for each in found.unknown],
    }


def print_fairest(found: "Fairest", outcome: OutcomeKind) -> None:
    """Both kinds of people, with the sentence and the reason of each."""
    console, thing = out(), THINGS[outcome]
    if not found.may_ask:
        console.print(line(f"There is nobody whom it would be fair to ask for {thing} just now."))
    for title, those in (
        (f"Fair to ask for {thing}", found.may_ask),
        ("Give first, or wait", found.give_first),
        ("Go by what you remember", found.unknown),
    ):
        if those:
            console.print(line((f"\n{title}", "title")))
        for each in those:
            handle = (f"  {one_line(each.person.at_handle)}", "quiet")
            console.print(line((one_line(each.person.name), "name"), handle), soft_wrap=True)
            console.print(indented(line(one_line(each.verdict.sentence)), _LEFT))
            console.print(indented(line((one_line(each.because), "why")), _LEFT))
    if found.may_ask:
        first = people.address(found.may_ask[0].person)
        example = program.command(f"ask {first} 'what you ask' --for {outcome}")
        console.print(line(("\nYou asked? ", "quiet"), (example, "act")), soft_wrap=True)


def _as_answer(each: "Ranked") -> dict[str, Any]:
    return {
        **people.as_answer(each.person),
        "is_fair": each.verdict.is_fair,
        "sentence": each.verdict.sentence,
        "because": each.because,
    }
