"""`hobnob list promote`, `remove` and `restore`, `note`, `tag`, `undo`: what one decides."""

from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock, people
from hobnob.cli.output import AsJson, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import start
from hobnob.domain.lists import ListIsFull

if TYPE_CHECKING:
    from hobnob.operations.curate import Curator
    from hobnob.storage.queries.people import PersonLine

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


def _members(person: "PersonLine", to: str | None) -> str:
    """Everybody on the list that somebody was to join, as one types them."""
    from hobnob.operations.curate import find_list, next_list
    from hobnob.storage.queries.lists import every_member

    target = find_list(to) if to else next_list(person.person_id)
    members = every_member(target.key, now_us=clock.now_us())
    return ", ".join(people.address(each.person) for each in members)


def remove(
    who: Who,
    *,
    from_list: Annotated[str, typer.Option("--from", metavar="LIST", help="Off this list.")],
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Take somebody off a list; no rule puts them back."""
    curator = _curator()
    person = the_one(who)
    source = curator.remove(person.person_id, from_list, why=why)
    _say(person, f"is no longer on {source.name}", as_json, did="remove", on_list=source.key)


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
    as_json: AsJson = False,
) -> None:
    """Write something down about somebody."""
    curator = _curator()
    person = the_one(who)
    curator.note(person.person_id, text)
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


def undo(*, as_json: AsJson = False) -> None:
    """Undo your last decision; up to ten, one after the other."""
    undone = [(each.verb, each.account, each.subject) for each in _curator().undo()]
    if as_json:
        print_json(
            {
                "did": "undo",
                "undone": [
                    {"did": verb, "handle": account.handle if account else "", "about": subject}
                    for verb, account, subject in undone
                ],
            }
        )
        return
    for verb, account, subject in undone:
        about = one_line(" ".join(filter(None, (str(account or ""), subject))))
        out().print(line(("Undone: ", "done"), f"{verb} {about}".rstrip()))


def _curator() -> "Curator":
    start()
    from hobnob.operations.curate import Curator
    from hobnob.operations.local_user import local_user

    return Curator(author=local_user(), now_us=clock.now_us())


def _say(person: "PersonLine", said: str, as_json: bool, *, did: str, on_list: str = "") -> None:
    if as_json:
        answer = {"did": did, "person": people.as_answer(person)}
        print_json({**answer, "list": on_list} if on_list else answer)
        return
    out().print(
        line(
            (one_line(person.name), "name"),
            f" {one_line(said)}. ",
            ("Changed your mind? hobnob undo", "quiet"),
        )
    )
