"""`hobnob forget`, and `hobnob person HANDLE --export FILE`: what is kept of somebody, or not."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people
from hobnob.cli.found import still_there
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.people import the_one
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.person.erasure import Erasing

Export = Annotated[
    Path | None,
    typer.Option(
        "--export", metavar="FILE", help="Write everything that is kept of them, as JSON."
    ),
]


def forget(
    who: Annotated[
        str,
        typer.Argument(
            metavar="[HANDLE]",
            help="A handle (@ana@tusk.example), one on a network (x:ana), a name, or id:12.",
            show_default=False,
        ),
    ] = "",
    *,
    yes: Annotated[
        bool, typer.Option("--yes", metavar="", help="Forget them without asking for their name.")
    ] = False,
    reason: Annotated[
        str,
        typer.Option("--reason", metavar="TEXT", help="Why; it is kept without who it was."),
    ] = "",
    lost_key: Annotated[
        bool,
        typer.Option(
            "--lost-key",
            metavar="",
            help="Begin anew after the key of whom you had forgotten is lost.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Erase somebody for good: accounts, posts, notes, gifts, everything. They never come back.

    What goes is shown first. With --json and without --yes it is only shown.
    """
    open_data()
    if lost_key:
        return _begin_anew(as_json=as_json)
    if not who:
        raise HobnobError("Say whom: `hobnob forget HANDLE`. It shows what goes, and asks.")
    found = _erasing(the_one(who).person_id)
    if as_json and not yes:
        return print_json({"did": "nothing yet", **_as_answer(found)})
    if not yes:
        _ask(found)
    _forget(found, reason=reason, as_json=as_json)
    return None


def export_person(who: str, to: Path, *, as_json: bool) -> None:
    """Everything that is kept of somebody, in a file that its owner alone can read."""
    from hobnob.operations.local_user import local_user
    from hobnob.operations.secrets.private_file import write_private
    from hobnob.storage.queries.person.everything import everything_about

    person = the_one(who)
    told = still_there(
        everything_about(person.person_id, reader_id=local_user().pk, now_us=clock.now_us())
    )
    text = json.dumps(told.as_json(), ensure_ascii=False, indent=2)
    write_private(to, f"{text}\n".encode(), may_replace=True)
    if as_json:
        print_json({"did": "export", "file": str(to), "person": people.as_answer(person)})
        return
    count = sum(len(each.rows) for each in told.tables)
    said = f"{counted(count, 'thing')} kept of {one_line(person.name)} written to {to}."
    out().print(line(said), soft_wrap=True)


def _begin_anew(*, as_json: bool) -> None:
    from hobnob.operations.suppress import give_up_key

    count = give_up_key(now_us=clock.now_us())
    if as_json:
        print_json({"did": "gave up the key", "lost": count})
    else:
        out().print(
            line(
                "hobnob begins anew: whoever you had forgotten may come in again, and then has to "
                "be forgotten again."
            ),
        )


def _erasing(person_id: int) -> "Erasing":
    from hobnob.storage.queries.person.erasure import erasing

    return still_there(erasing(person_id))


def _ask(found: "Erasing") -> None:
    """Show what goes, and have the name typed. Raises HobnobError where it is not."""
    console = out()
    name = one_line(found.person.name)
    console.print(line(("Forget ", "title"), (name, "title")))
    console.print(line((one_line(", ".join(found.account_names)), "handle")))
    for each in found.goes:
        console.print(indented(line(str(each)), 2))
    console.print(
        "No undo brings it back, and nothing lets them in again. What others and you yourself "
        "wrote stays."
    )
    if not sys.stdin.isatty():
        raise HobnobError("Nobody was forgotten: add --yes where nobody is there to be asked.")
    typed = console.input(f"Their name, to be sure ({name}): ")
    if " ".join(typed.split()).casefold() != name.casefold():
        raise HobnobError("That is not quite their name, so nobody was forgotten.")


def _forget(found: "Erasing", *, reason: str, as_json: bool) -> None:
    from hobnob.operations.forget import forget as erase
    from hobnob.operations.local_user import local_user

    person_id = found.person.person_id
    erasure = erase(person_id, author=local_user(), now_us=clock.now_us(), reason=reason)
    if as_json:
        print_json({"did": "forget", **_as_answer(found), "rows": erasure.counts})
        return
    out().print(line((f"{one_line(found.person.name)} is forgotten.", "done")))


def _as_answer(found: "Erasing") -> dict[str, Any]:
    return {
        "person": people.as_answer(found.person),
        "accounts": list(found.account_names),
        "goes": {each.many: each.count for each in found.goes},
    }
