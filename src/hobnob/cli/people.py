"""Finds the person that somebody at a terminal means."""

import re
import sys
from collections.abc import Collection
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.cells import cell_len

from hobnob.cli import clock, program
from hobnob.cli.output import one_line
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.people.lines import PersonLine

_EASY_TO_TYPE = re.compile(r"[a-z0-9][\w.@:-]*", re.ASCII | re.IGNORECASE)
_DIGITS = 18

Who = Annotated[
    str,
    typer.Argument(
        metavar="HANDLE",
        help="A handle (@ana@tusk.example), one on a network (x:ana), a name, or a number (id:12).",
        show_default=False,
    ),
]


class NotOnePerson(HobnobError):
    """The words fit nobody, or several people."""


def the_one(words: str, *, may_guess: bool = False) -> "PersonLine":
    """The only person whom the words fit. Raises NotOnePerson, which shows whom they may mean.

    Where nobody has this handle or name, part of one will do if `may_guess` and it is one person's:
    to look at somebody, not to decide about them.
    """
    said = one_line(words)
    if found := _called(said):
        if len(found) == 1:
            return found[0]
        raise NotOnePerson(f"{len(found)} people are called “{said}”. Say which:{_listed(found)}")
    if alike := _alike(said):
        if may_guess and len(alike) == 1:
            return alike[0]
        raise NotOnePerson(f"Nobody is called just “{said}”. {_whom(words, alike)}")
    if almost := _almost(said):
        raise NotOnePerson(f"Nobody is called “{said}”. {_did_you_mean(words, almost)}")
    raise NotOnePerson(f"Nobody is called “{said}”: try part of a name with `hobnob search`.")


def _whom(words: str, found: "Collection[PersonLine]") -> str:
    if len(found) > 1:
        return f"Say whom you mean:{_listed(found)}"
    (only,) = found
    return f"There is one: {one_line(only.name)}. {_again(words, only)}"


def _did_you_mean(words: str, found: "Collection[PersonLine]") -> str:
    if len(found) > 1:
        return f"Did you mean one of these?{_listed(found)}"
    (only,) = found
    return f"Did you mean {one_line(only.name)}? {_again(words, only)}"


def _again(words: str, person: "PersonLine") -> str:
    """What to type instead: the same command, with what means exactly this person."""
    typed = _typed()
    if typed.count(words) != 1:
        return f"Say {address(person)}."
    again = " ".join(address(person) if each == words else quote(each) for each in typed)
    return f"Type: {program.command(again)}"


def _typed() -> list[str]:
    """The command as it was typed, without the folder, which is said where it has to be."""
    first, *rest = sys.argv[1:] or [""]
    if first == "--home":
        return rest[1:]
    return rest if first.startswith("--home=") else [first, *rest]


def _listed(found: "Collection[PersonLine]") -> str:
    """A line each: what to type, the name, and what tells them apart; the nearest first."""
    from hobnob.storage.queries.finding.choices import choices

    rows = [
        (address(each.person), one_line(each.person.name, 40), one_line(each.about))
        for each in choices(found, clock.now_us())
    ]
    typed, named = (max(cell_len(row[at]) for row in rows) for at in (0, 1))
    return "".join(
        f"\n  {_padded(who, typed)}  {_padded(name, named)}  {about}" for who, name, about in rows
    )


def _padded(words: str, width: int) -> str:
    """As wide as it looks: a letter may take two columns, or none."""
    return words + " " * (width - cell_len(words))


def _alike(words: str) -> "tuple[PersonLine, ...]":
    from hobnob.storage.queries.finding.search import search

    return search(words, now_us=clock.now_us()).people


def _almost(words: str) -> "list[PersonLine]":
    from hobnob.storage.queries.finding.choices import almost_called

    return almost_called(words)


def _called(words: str) -> "list[PersonLine]":
    from hobnob.storage.queries.finding.search import people_called
    from hobnob.storage.queries.people.lines import person_lines

    number = words.removeprefix("id:")
    # Longer numbers than a database has are nobody's.
    if number != words and number.isdecimal() and len(number) <= _DIGITS:
        return list(person_lines([int(number)]).values())
    # An account whose handle nobody knows is not meant by saying nothing.
    if not any(map(str.isalnum, words.rpartition(":")[2])):
        return []
    return people_called(words)


def address(person: "PersonLine") -> str:
    """What to type for exactly this person: "x:ana", or "id:12" where that is hard to type.

    Networks let people call themselves what they like, and this is made to be pasted into a shell.
    """
    words = f"{person.network}:{person.handle}"
    is_typed_easily = bool(person.handle) and _EASY_TO_TYPE.fullmatch(words)
    return words if is_typed_easily else f"id:{person.person_id}"


def as_answer(person: "PersonLine") -> dict[str, Any]:
    """Somebody, as `--json` prints them."""
    return {
        "id": person.person_id,
        "name": person.name,
        "handle": person.handle,
        "network": person.network,
    }
