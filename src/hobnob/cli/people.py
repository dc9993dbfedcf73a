"""Finds the person that somebody at a terminal means."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock
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
    if not (alike := _alike(said)):
        raise NotOnePerson(f"Nobody is called “{said}”: try part of a name with `hobnob search`.")
    if may_guess and len(alike) == 1:
        return alike[0]
    raise NotOnePerson(f"Nobody is called just “{said}”. Say whom you mean:{_listed(alike)}")


def _listed(found: "Iterable[PersonLine]") -> str:
    return "".join(f"\n  {address(each):<32}  {one_line(each.name, 40)}" for each in found)


def _alike(words: str) -> "tuple[PersonLine, ...]":
    from hobnob.storage.queries.finding.search import search

    return search(words, now_us=clock.now_us()).people


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
