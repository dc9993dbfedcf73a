"""`hobnob person HANDLE --same-as OTHER`, `--on-its-own`, `--not-same-as`; `hobnob who-is-who`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, counted, line, one_line, out, print_json
from hobnob.cli.people import NotOnePerson, the_one
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.matching.merges import Merge, Side
    from hobnob.storage.queries.people.accounts import AccountName

SameAs = Annotated[
    str | None,
    typer.Option("--same-as", metavar="OTHER", help="Say that they are this other person."),
]
NotSameAs = Annotated[
    str | None,
    typer.Option(
        "--not-same-as", metavar="OTHER", help="Say that they are not this other person, for good."
    ),
]
OnItsOwn = Annotated[
    bool,
    typer.Option(
        "--on-its-own", metavar="", help="Say that this account of theirs is somebody else's."
    ),
]
Anyway = Annotated[
    bool,
    typer.Option(
        "--anyway",
        metavar="",
        help="With --same-as: although it was said they are not, or both are in your files.",
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="How you know, in your words.")]


def say_same(who: str, other_who: str, *, why: str, anyway: bool, as_json: bool) -> None:
    """All accounts of the one become the other's."""
    from hobnob.operations.local_user import local_user
    from hobnob.operations.same_person import NeedsSecondYes, same_person

    one, other = the_one(who), the_one(other_who)
    by, now_us = local_user(), clock.now_us()
    try:
        same_person(
            one.person_id, other.person_id, author=by, now_us=now_us, why=why, anyway=anyway
        )
    except NeedsSecondYes as error:
        raise NeedsSecondYes(f"{error} Add --anyway to do so.") from error
    if as_json:
        print_json({"did": "same as", "person": people.as_answer(other)})
        return
    back = program.command(f"person {people.address(one)} --on-its-own")
    said = f" and {one_line(other.name)} are one person now. "
    words = line((one_line(one.name), "name"), said, (f"They aren't? {back}", "quiet"))
    out().print(words, soft_wrap=True)


def say_not_same(who: str, other_who: str, *, why: str, as_json: bool) -> None:
    """Nobody asks again whether these two are one."""
    from hobnob.operations.local_user import local_user
    from hobnob.operations.same_person import not_same

    one, other = the_one(who), the_one(other_who)
    ids = one.account_id, other.account_id
    not_same(*ids, author=local_user(), now_us=clock.now_us(), why=why)
    if as_json:
        print_json({"did": "not same as", "person": people.as_answer(other)})
        return
    said = f" and {one_line(other.name)} are two. Nobody asks again. "
    undo = f"Changed your mind? {program.command('undo')}"
    out().print(line((one_line(one.name), "name"), said, (undo, "quiet")), soft_wrap=True)


def say_apart(words: str, *, why: str, as_json: bool) -> None:
    """The account that the words name becomes somebody of its own."""
    from hobnob.operations.local_user import local_user
    from hobnob.operations.same_person import apart
    from hobnob.storage.queries.people.lines import person_lines

    account = _account(words)
    person_id = apart(account.id, author=local_user(), now_us=clock.now_us(), why=why)
    person = person_lines([person_id])[person_id]
    if as_json:
        print_json({"did": "on its own", "person": people.as_answer(person)})
        return
    out().print(line((one_line(str(account)), "name"), " is somebody of its own now."))


def _account(words: str) -> "AccountName":
    """The one account of somebody that the words name. Raises NotOnePerson."""
    from hobnob.storage.queries.people.accounts import accounts_of

    person = the_one(words)
    accounts = accounts_of(person.person_id)
    if len(accounts) == 1:
        name = one_line(person.name)
        raise HobnobError(f"{name} has one account, which is on its own already.")
    typed = words.removeprefix("@").casefold()
    named = [each for each in accounts if typed in (str(each).casefold(), each.handle.casefold())]
    if len(named) == 1:
        return named[0]
    listed = ", ".join(one_line(str(each)) for each in accounts)
    raise NotOnePerson(f"Say which account is to be on its own. There are {listed}.")


def who_is_who(
    *,
    look: Annotated[
        bool,
        typer.Option(
            "--look", metavar="", help="Look anew first; once a day hobnob does so itself."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List who may be one person on several networks, what says so, and how to answer."""
    open_data()
    from hobnob.operations.suggest_merges import suggest_merges
    from hobnob.storage.queries.matching.merges import every_merge

    if look:
        suggest_merges(clock=clock.now_us)
    pairs = every_merge()
    if as_json:
        print_json({"pairs": [_as_answer(each) for each in pairs]})
    elif not pairs:
        out().print("Nobody around you looks like two people who may be one.")
    else:
        out().print(line((counted(len(pairs), "pair"), "title"), " who may be one person"))
        for each in pairs:
            _print(each)


def _as_answer(pair: "Merge") -> dict[str, Any]:
    return {
        "one": _side(pair.one),
        "other": _side(pair.other),
        "because": pair.because,
        "is_proof": pair.is_proof,
    }


def _side(side: "Side") -> dict[str, Any]:
    return {
        **people.as_answer(side.person),
        "network": side.network,
        "handle": side.handle,
        "between_us": side.between_us,
    }


def _print(pair: "Merge") -> None:
    one, other = pair.one.person, pair.other.person
    console = out()
    console.print()
    names = f"{one_line(one.name)} · {one_line(other.name)}"
    handles = " · ".join(
        f"@{one_line(each.handle)} on {each.network}" for each in (pair.one, pair.other)
    )
    console.print(line((names, "name"), f"  {handles}"), soft_wrap=True)
    console.print(line((one_line(pair.because), "why")))
    for option in ("--same-as", "--not-same-as"):
        words = f"person {people.address(other)} {option} {people.address(one)}"
        console.print(line((f"  {program.command(words)}", "quiet")), soft_wrap=True)
