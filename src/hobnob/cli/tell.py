"""`hobnob tell` and `hobnob cadence`: what one knows of somebody, and how often to speak."""

from typing import Annotated

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import FactKind, shown_fact

_SHORT = {
    "birthday": FactKind.BIRTHDAY,
    "place": FactKind.PLACE,
    "met": FactKind.MET,
    "manner": FactKind.MANNER,
    "work": FactKind.WORK,
    "website": FactKind.WEBSITE,
    "email": FactKind.EMAIL,
    "phone": FactKind.PHONE,
}
"""What one types for each kind."""


def tell(
    who: Who,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help=f"One of {', '.join(_SHORT)}.", show_default=False),
    ],
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="What you know.", show_default=False)
    ] = "",
    *,
    private: Annotated[
        bool, typer.Option("--private", metavar="", help="Nobody but you sees it.")
    ] = False,
    away: Annotated[
        bool, typer.Option("--away", metavar="", help="Take away what was told by hand.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell a fact about somebody by hand. It wins over what a file says, which stays under it."""
    open_data()
    from hobnob.operations import tell as telling
    from hobnob.operations.local_user import local_user

    known = _kind(kind)
    person = the_one(who)
    author, now_us = local_user(), clock.now_us()
    if away:
        telling.take_away(person.person_id, known, author=author, now_us=now_us)
        value = ""
    else:
        value = telling.tell(
            person.person_id, known, words, author=author, now_us=now_us, is_private=private
        )
    if as_json:
        answer = {"person": people.as_answer(person), "kind": str(known), "value": value}
        print_json({"did": "tell", **answer})
        return
    said = f"{known}: {shown_fact(known, value)}" if value else f"no {known} told by hand"
    _say(person.name, said)


def cadence(
    who: Who,
    days: Annotated[
        str,
        typer.Argument(metavar="DAYS", help='How many; "none" for any.', show_default=False),
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Say how often you want a word with somebody. It begins anew with every word between you."""
    open_data()
    from hobnob.domain.cadence import every_so_often, read_cadence
    from hobnob.operations.cadence import wish_to_hear
    from hobnob.operations.local_user import local_user

    wanted = read_cadence(days)
    person = the_one(who)
    wish_to_hear(person.person_id, wanted, author=local_user(), now_us=clock.now_us())
    if as_json:
        print_json({"did": "cadence", "person": people.as_answer(person), "days": wanted})
        return
    _say(person.name, f"a word {every_so_often(wanted)}" if wanted else "any time may pass")


def _kind(word: str) -> FactKind:
    wanted = word.strip().casefold()
    if wanted in _SHORT:
        return _SHORT[wanted]
    if wanted in set(FactKind):
        return FactKind(wanted)
    raise HobnobError(f"“{one_line(word)}” is no kind of fact: give one of {', '.join(_SHORT)}.")


def _say(name: str, said: str) -> None:
    undo_it = f"Changed your mind? {program.command('undo')}"
    words = line((one_line(name), "name"), f", {one_line(said)}. ", (undo_it, "quiet"))
    out().print(words, soft_wrap=True)
