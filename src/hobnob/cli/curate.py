"""`hobnob list promote`, `demote`, `remove`, `restore`, `note`, `tag`, `undo`: what is decided."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, err, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError
from hobnob.domain.lists import ListIsFull
from hobnob.domain.undoing import day_of_act, newest_act_words, unasked_since_us

if TYPE_CHECKING:
    from hobnob.operations.curate import Curator
    from hobnob.storage.queries.people.lines import PersonLine

Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, in your words.")]


def promote(
    who: Who,
    *,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="LIST", help="Onto this list; by default the next closer one."
        ),
    ] = None,
    why: Why = "",
    instead_of: Annotated[
        str | None,
        typer.Option(
            "--instead-of", metavar="HANDLE", help="Who moves down when the list is full."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put somebody on a closer list."""
    curator = _curator()
    person = the_one(who)
    down = the_one(instead_of).person_id if instead_of else None
    try:
        target = curator.promote(person.person_id, to, why=why, instead_of=down)
    except ListIsFull as full:
        raise ListIsFull(f"{full} Add --instead-of with one of: {_members(person, to)}.") from full
    _say(person, f"is on {target.name} now", as_json, did="promote", on_list=target.key)


def demote(who: Who, *, why: Why = "", as_json: AsJson = False) -> None:
    """Move somebody one stage down, to the next wider list or off the last."""
    curator = _curator()
    person = the_one(who)
    below = curator.demote(person.person_id, why=why)
    said = f"is on {below.name} now" if below else "is on no close list now"
    _say(person, said, as_json, did="demote", on_list=below.key if below else "")


def _members(person: "PersonLine", to: str | None) -> str:
    """Everybody on the list that somebody was to join, as one types them."""
    from hobnob.operations.stages import find_list, next_list
    from hobnob.storage.queries.lists.members import every_member

    target = find_list(to) if to else next_list(person.person_id)
    members = every_member(target.key, now_us=clock.now_us())
    return ", ".join(people.address(each.person) for each in members)


def remove(
    who: Who,
    *,
    from_list: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="LIST", help="Off this list; by default the only one they are on."
        ),
    ] = None,
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Take somebody off a list; no rule puts them back."""
    curator = _curator()
    person = the_one(who)
    source = curator.remove(person.person_id, from_list or _only_list_of(person), why=why)
    _say(person, f"is no longer on {source.name}", as_json, did="remove", on_list=source.key)


def _only_list_of(person: "PersonLine") -> str:
    """The key of the list that somebody is on. Raises HobnobError when that isn't one list."""
    from hobnob.storage.queries.person.page import person_page

    page = person_page(person.person_id, now_us=clock.now_us())
    found = [each for each in page.lists if each.is_member] if page else []
    if len(found) == 1:
        return found[0].key
    name = one_line(person.name)
    if not found:
        raise HobnobError(f"{name} is on no list, so there is nothing to remove.")
    listed = ", ".join(f"{each.name} (--from {each.key})" for each in found)
    raise HobnobError(f"{name} is on {len(found)} lists: say which. There are {listed}.")


def restore(
    who: Who,
    *,
    to_list: Annotated[str, typer.Option("--to", metavar="LIST", help="This list.")],
    as_json: AsJson = False,
) -> None:
    """Let the rules decide again whether somebody is on a list."""
    curator = _curator()
    person = the_one(who)
    target = curator.restore(person.person_id, to_list)
    said = f"is on {target.name} again if a rule says so"
    _say(person, said, as_json, did="restore", on_list=target.key)


def note(
    who: Who,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What to remember.", show_default=False)
    ],
    *,
    private: Annotated[
        bool, typer.Option("--private", metavar="", help="Nobody but you sees it.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write something down about somebody."""
    curator = _curator()
    person = the_one(who)
    curator.note(person.person_id, text, is_private=private)
    _say(person, "has a new note", as_json, did="note")


def tag(
    who: Who,
    word: Annotated[
        str, typer.Argument(metavar="TAG", help="A word like donor.", show_default=False)
    ],
    *,
    off: Annotated[
        bool, typer.Option("--off", metavar="", help="Take the tag off instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put a tag on somebody."""
    curator = _curator()
    person = the_one(who)
    if off:
        curator.untag(person.person_id, word)
        _say(person, f"no longer has the tag {word}", as_json, did="untag")
    else:
        curator.tag(person.person_id, word)
        _say(person, f"has the tag {word}", as_json, did="tag")


def undo(
    *,
    is_meant: Annotated[
        bool, typer.Option("--yes", metavar="", help="Whenever it was: without a question.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Undo your last decision; up to ten, one after the other.

    What you did before today is named first, with its day, and taken back once you say yes.
    """
    curator, zone = _curator(), _zone()
    from hobnob.operations.decide import LongAgo
    from hobnob.storage.queries.undone import what_was_undone

    since_us = None if is_meant else unasked_since_us(curator.now_us, zone)
    try:
        undone = curator.undo(since_us=since_us)
    except LongAgo as long_ago:
        head = long_ago.decisions[0]
        day = day_of_act(head.made_us, curator.now_us, zone)
        if not _is_meant(newest_act_words(one_line(what_was_undone(long_ago.decisions)), day)):
            err().print("Left as it is.")
            return
        undone = curator.undo(since_us=since_us, even=head.pk)
    said = one_line(what_was_undone(undone))
    if not as_json:
        out().print(line(("Undone: ", "done"), f"{said}."), soft_wrap=True)
        return
    decisions = [
        {
            "did": each.verb,
            "handle": each.account.handle if each.account else "",
            "about": each.subject,
        }
        for each in undone
    ]
    made = clock.iso(undone[0].made_us)
    print_json({"did": "undo", "says": said, "made": made, "undone": decisions})


def _is_meant(what: str) -> bool:
    """Whether somebody says yes to taking back what is older. Raises HobnobError if nobody can."""
    if not sys.stdin.isatty():
        raise HobnobError(f"{what} Nothing was undone: add --yes to take it back.")
    return typer.confirm(f"{what} Take it back?", err=True)


def _zone() -> str:
    from hobnob.operations.local_zone import local_zone

    return local_zone()


def _curator() -> "Curator":
    open_data()
    from hobnob.operations.curate import Curator
    from hobnob.operations.local_user import local_user

    return Curator(author=local_user(), now_us=clock.now_us())


def _say(person: "PersonLine", said: str, as_json: bool, *, did: str, on_list: str = "") -> None:
    if as_json:
        answer = {"did": did, "person": people.as_answer(person)}
        print_json({**answer, "list": on_list} if on_list else answer)
        return
    undo_it = f"Changed your mind? {program.command('undo')}"
    words = line((one_line(person.name), "name"), f" {one_line(said)}. ", (undo_it, "quiet"))
    out().print(words, soft_wrap=True)
