"""`hobnob person`: everything about somebody on one page."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.same_person import say_apart, say_same
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.domain.closeness import Week
    from hobnob.storage.queries.person_page import PersonPage

_LINES = 20
_LONGEST = 200


def person(
    who: Who,
    *,
    same_as: Annotated[
        str | None,
        typer.Option("--same-as", metavar="OTHER", help="Say that they are this other person."),
    ] = None,
    on_its_own: Annotated[
        bool,
        typer.Option(
            "--on-its-own", metavar="", help="Say that this account of theirs is somebody else's."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show everything about somebody: lists and why, notes, and what went both ways."""
    open_data()
    if same_as is not None and on_its_own:
        raise HobnobError("--same-as and --on-its-own say opposite things: give one of them.")
    if same_as is not None:
        say_same(who, same_as, as_json=as_json)
    elif on_its_own:
        say_apart(who, as_json=as_json)
    else:
        _show(who, as_json=as_json)


def _show(who: str, *, as_json: bool) -> None:
    from hobnob.storage.queries.person_page import person_page

    found = the_one(who, may_guess=True)
    page = person_page(found.person_id, now_us=clock.now_us())
    assert page is not None, "they were found a moment ago"  # noqa: S101
    if as_json:
        print_json(_as_answer(page))
    else:
        _print(page)


def _as_answer(page: "PersonPage") -> dict[str, Any]:
    return {
        **people.as_answer(page.line),
        "accounts": [
            {
                "network": each.network,
                "handle": each.handle,
                "url": each.url,
                "bio": each.bio,
                "former_handles": list(each.former_handles),
            }
            for each in page.accounts
        ],
        "lists": [
            {
                "key": each.key,
                "name": each.name,
                "is_member": each.is_member,
                "because": each.because,
            }
            for each in page.lists
        ],
        "tags": list(page.tags),
        "notes": [
            {"text": each.text, "author": each.author, "when": each.when} for each in page.notes
        ],
        "stages": page.stages.sentence,
        "balance": page.balance,
        "answers": page.answers,
        "steadiness": page.steadiness,
        "quiet": page.quiet,
        "timeline": [
            {
                "at": clock.iso(each.at_us),
                "kind": each.kind,
                "network": each.network,
                "is_mine": each.is_mine,
                "did": each.did,
                "text": each.text,
                "is_deleted": each.is_deleted,
                "url": each.url,
            }
            for each in page.timeline
        ],
    }


def _print(page: "PersonPage") -> None:
    console = out()
    console.print(line((one_line(page.line.name), "title")))
    for account in page.accounts:
        handle = f"@{account.handle}" if account.handle else "handle unknown"
        console.print(line((f"{one_line(handle)} on {account.network}", "handle")))
        if account.bio:
            console.print(indented(line(one_line(account.bio, _LONGEST)), 2))
    if page.tags:
        console.print(line(one_line(" ".join(f"#{each}" for each in page.tags))))
    console.print()
    console.print(line(f"{page.balance} {_as_sentence(page.answers)}"))
    console.print(line(f"{_strip(page.weeks)}  ", (f"{page.steadiness}, {page.quiet}", "quiet")))
    _print_notes(console, page)
    _print_lists(console, page)
    _print_timeline(console, page)


def _as_sentence(answers: str) -> str:
    """ "They answered 7 of your 9." where the words leave out who did."""
    said = f"they {answers}" if answers.startswith("answered") else answers
    return f"{said[:1].upper()}{said[1:]}."


def _strip(weeks: "tuple[Week, ...]") -> str:
    """Twelve weeks, this one last: ● both ways, ◐ one way, · silence."""
    return "".join(
        "●" if week.is_exchange else "◐" if week.theirs or week.mine else "·" for week in weeks
    )


def _print_notes(console: Console, page: "PersonPage") -> None:
    for note in page.notes:
        console.print()
        console.print(line(("Note ", "name"), (note.when, "quiet")))
        console.print(indented(line(one_line(note.text)), 2))


def _print_lists(console: Console, page: "PersonPage") -> None:
    if page.lists:
        console.print()
    for each in page.lists:
        name = each.name if each.is_member else f"not on {each.name}"
        console.print(line((name, "name"), "  ", (one_line(each.because), "why")))
    if page.stages.sentence:
        console.print(line((one_line(page.stages.sentence), "quiet")))


def _print_timeline(console: Console, page: "PersonPage") -> None:
    if not page.timeline:
        console.print("\nNothing went between you yet.")
        return
    console.print()
    console.print(line(("What went between you", "title")))
    for each in page.timeline[:_LINES]:
        text = f"“{one_line(each.text, _LONGEST)}”" if each.text else ""
        if each.is_deleted:
            text = "deleted by its author"
        console.print()
        console.print(line((each.did, "name"), (f"  {each.when}, {each.network}", "quiet")))
        if text:
            console.print(indented(line(text), 2))
    if page.has_next or len(page.timeline) > _LINES:
        where = f"\nThe rest is on their page in the browser: {program.command('up')}"
        console.print(line((where, "quiet")), soft_wrap=True)
