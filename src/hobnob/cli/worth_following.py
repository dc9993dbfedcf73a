"""`hobnob hygiene follow`: people worth following, each with the reason; or follow one of them."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.hygiene_act import As, act_about
from hobnob.cli.outgoing import Yes
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.people import NotOnePerson, the_one
from hobnob.cli.start import open_data
from hobnob.domain.actions import ActionKind

if TYPE_CHECKING:
    from hobnob.storage.queries.hygiene.worth_following import Worth, WorthFollowing

_LEFT = 4
_LONGEST_QUOTE = 140


def follow(
    who: Annotated[
        str,
        typer.Argument(
            metavar="HANDLE",
            help="One of them, to be followed; without it, they are shown.",
            show_default=False,
        ),
    ] = "",
    *,
    as_handle: As = "",
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Say who is worth following, and why; or follow one of them, which remembers the reason."""
    open_data()
    from hobnob.storage.queries.hygiene.worth_following import people_worth_following

    page = people_worth_following(clock.now_us())
    if who:
        _follow(page, who, as_handle, yes=yes, as_json=as_json)
    elif as_json:
        print_json({"total": page.total, "people": [_as_answer(each) for each in page.people]})
    else:
        _print(page)


def _follow(page: "WorthFollowing", who: str, as_handle: str, *, yes: bool, as_json: bool) -> None:
    person = the_one(who)
    meant = [each for each in page.people if each.person.person_id == person.person_id]
    if not meant:
        raise NotOnePerson(
            f"{one_line(person.name)} is not among those shown: "
            f"`hobnob act follow {people.address(person)}` does it all the same."
        )
    (worth,) = meant
    mine = worth.by.handle if worth.by else ""
    act_about(ActionKind.FOLLOW, worth, as_handle or mine, yes=yes, as_json=as_json)


def _as_answer(worth: "Worth") -> dict[str, Any]:
    return {
        "person": people.as_answer(worth.person),
        "handle": worth.handle,
        "network": worth.network,
        "because": worth.because,
        "wrote": worth.words,
        "url": worth.url,
    }


def _print(page: "WorthFollowing") -> None:
    console = out()
    if not page.people:
        console.print(
            "Nobody new just now. Whoever answers you, comes to your chats or talks with your "
            "people, and whom you don’t follow, stands here with the reason."
        )
        return
    many = counted(page.total, "person", "people")
    console.print(line(("Worth following", "name"), f" · {many} · {page.pace.words}"))
    for each in page.people:
        console.print()
        head = line(
            (one_line(each.person.name, 40), "name"), (f"  @{one_line(each.handle, 50)}", "handle")
        )
        console.print(head, no_wrap=True, overflow="ellipsis")
        if each.words:
            words = one_line(each.words, _LONGEST_QUOTE)
            console.print(indented(line(f"“{words}”"), _LEFT))
        console.print(indented(line((one_line(each.because), "why")), _LEFT))
        command = program.command(f"hygiene follow {people.address(each.person)}")
        console.print(line(" " * _LEFT, ("Follow", "act"), f"  {command}"), soft_wrap=True)
