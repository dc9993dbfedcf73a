"""How outcomes, defenders and who is near are printed on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from hobnob.cli import clock
from hobnob.cli.output import indented, line, one_line, out
from hobnob.domain.money import money
from hobnob.domain.outcomes import WORDS
from hobnob.domain.stage_history import day

if TYPE_CHECKING:
    from hobnob.storage.queries.finding.near import NearPerson
    from hobnob.storage.queries.outcomes.defenders import Defender
    from hobnob.storage.queries.outcomes.known import OutcomeLine

_LEFT = 4
_LONGEST = 200


def outcome_answer(each: "OutcomeLine") -> dict[str, Any]:
    """An outcome, as `--json` prints it."""
    return {
        "kind": str(each.kind),
        "person": each.person_id,
        "at": clock.iso(each.at_us),
        "amount": each.amount,
        "currency": each.currency,
        "words": each.words,
        "because": each.because,
        "source": each.source,
    }


def print_outcomes(found: "Sequence[OutcomeLine]", now_us: int) -> None:
    """An outcome a line, with whose and how anybody knows."""
    from hobnob.storage.queries.people.lines import person_lines

    console = out()
    if not found:
        console.print(
            "Nothing came of it yet that anybody wrote down. `hobnob log outcome NAME referral` "
            "writes the first; nothing is guessed.",
            soft_wrap=True,
        )
    people = person_lines({each.person_id for each in found})
    for each in found:
        noun, name = WORDS[each.kind].noun, one_line(people[each.person_id].name)
        worth = f", {money(each.amount, each.currency)}" if each.amount is not None else ""
        when = day(each.at_us, now_us)
        console.print(
            line(f"{noun[:1].upper()}{noun[1:]} from ", (name, "name"), f"{worth}, {when}")
        )
        if each.words:
            console.print(indented(line(one_line(each.words, _LONGEST)), _LEFT))
        console.print(indented(line((one_line(each.because), "why")), _LEFT))


def print_defenders(found: "Sequence[Defender]") -> None:
    """Who stood up for us, with what they said."""
    console = out()
    if not found:
        console.print("Nobody has had to stand up for you so far, as far as you said.")
    for each in found:
        handle = (f"  {one_line(each.person.at_handle)}", "handle")
        console.print(line((one_line(each.person.name), "name"), handle))
        if each.words:
            console.print(indented(line(f"“{one_line(each.words, _LONGEST)}”"), _LEFT))
        console.print(indented(line((each.because, "why")), _LEFT))


def print_near(found: "Sequence[NearPerson]", place: str) -> None:
    """Who is near, nearest first."""
    console = out()
    if not found:
        console.print(
            f"Nobody near {one_line(place)} as far as anybody told. `hobnob tell NAME place "
            f"'{one_line(place)}'` remembers it.",
            soft_wrap=True,
        )
    for each in found:
        handle = (f"  {one_line(each.person.at_handle)}", "handle")
        console.print(
            line((one_line(each.person.name), "name"), handle, f"  {one_line(each.where)}")
        )
        console.print(indented(line((one_line(each.because), "why")), _LEFT))
