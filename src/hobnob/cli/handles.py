"""`hobnob handles`: ask supporters for their handles, and keep what they answer."""

import shlex
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.operations.matching.handle_answers import Listener
    from hobnob.storage.queries.matching.handle_capture import Pair, Reply, Spotted

_LEFT = 4

Pairing = Annotated[
    str,
    typer.Argument(
        metavar="SUPPORTER=HANDLE",
        help="As `hobnob handles` lists it: 12=x:ana.",
        show_default=False,
    ),
]


class NotAHandle(HobnobError):
    """What was typed names no supporter and handle."""


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Handles in notes of your files: theirs, or somebody else's?

    Notes and signatures name handles that may be a niece's. Each waits here until you say so.
    """
    if context.invoked_subcommand:
        return
    open_data()
    from hobnob.storage.queries.matching.handle_capture import spotted

    rows = spotted()
    if as_json:
        print_json({"handles": [_spotted_answer(each) for each in rows]})
        return
    if not rows:
        out().print("No handles wait in notes.")
        return
    out().print(line((counted(len(rows), "handle in notes", "handles in notes"), "title")))
    for each in rows:
        _print_spotted(each)


def theirs(pair: Pairing, *, as_json: AsJson = False) -> None:
    """The handle in the note is theirs."""
    _decide(pair, is_theirs=True, as_json=as_json)


def not_theirs(pair: Pairing, *, as_json: AsJson = False) -> None:
    """The handle in the note is somebody else's. Nobody asks again."""
    _decide(pair, is_theirs=False, as_json=as_json)


def ask(
    pair: Annotated[
        str,
        typer.Argument(
            metavar="SUPPORTER=ACCOUNT",
            help="By the numbers that `hobnob match review --json` prints: 12=34.",
            show_default=False,
        ),
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Print the letter that asks a supporter "is this you?". You send it; hobnob sends nothing."""
    open_data()
    from hobnob.storage.queries.matching.handle_capture import question_about

    of_id, _, account_id = pair.partition("=")
    found = None
    if of_id.isdecimal() and account_id.isdecimal():
        found = question_about(int(of_id), int(account_id))
    if found is None:
        raise NotAHandle(
            f"“{one_line(pair)}” names no supporter and account: give their numbers, as "
            "`hobnob match review --json` prints them."
        )
    if found.letter is None:
        name = one_line(found.pair.of.name)
        raise HobnobError(f"{name} asked not to be written to, and that holds: ask when you meet.")
    if as_json:
        letter = found.letter
        print_json({"to": letter.to, "subject": letter.subject, "text": letter.text})
        return
    console = out()
    console.print(line(("To: ", "quiet"), one_line(found.letter.to) or "no address is known"))
    console.print(line(("Subject: ", "quiet"), one_line(found.letter.subject)), "")
    for words in found.letter.text.splitlines():
        console.print(one_line(words), soft_wrap=True)


def answer(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help="The whole reply; without it, read from standard input."
        ),
    ] = "",
    *,
    yes: Annotated[
        bool, typer.Option("--yes", metavar="", help="It means yes: keep that.")
    ] = False,
    no: Annotated[bool, typer.Option("--no", metavar="", help="It means no: keep that.")] = False,
    anyway: Annotated[
        bool,
        typer.Option("--anyway", metavar="", help="A yes even to what another supporter has."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read a supporter's reply to "is this you?", and keep it once you agree.

    Without --yes or --no it says what the reply seems to mean, and on a terminal it asks.
    """
    open_data()
    from hobnob.domain.handle_capture import Answer
    from hobnob.storage.queries.matching.handle_capture import reply_in

    if yes and no:
        raise HobnobError("A reply means yes or no: say one of --yes and --no.")
    reply = reply_in(text or sys.stdin.read())
    meant = Answer.YES if yes else Answer.NO if no else None
    if not as_json:
        _print_reply(reply)
    if meant is None and not as_json and sys.stdin.isatty() and reply.answer is not Answer.UNCLEAR:
        meant = reply.answer if typer.confirm("Keep that?", err=True) else None
    if meant is not None:
        _listener().keep_reply(reply, meant, anyway=anyway)
    if as_json:
        print_json(_reply_answer(reply) | {"kept": str(meant) if meant else ""})
    elif meant is None:
        said = "Nothing is kept yet: say it again with --yes or --no."
        out().print(line((said, "quiet")))
    else:
        out().print(line(("Kept: ", "done"), _sentence(reply.pair, is_theirs=meant == "yes")))


def form(
    where: Annotated[
        str,
        typer.Argument(
            metavar="WHERE",
            help="Where the answers go: the address of your form service, or an e-mail address.",
        ),
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Print a form for your website that asks for handles, and words for letters and receipts."""
    from hobnob.domain.handle_form import HEADINGS, ITS_YES, is_mailbox, printable, where_to
    from hobnob.domain.handle_form import form as html

    address = where_to(where)
    if not address:
        raise HobnobError(f"“{one_line(where)}” is neither a web address nor an e-mail address.")
    short, long = printable(address)
    if as_json:
        texts = {"html": html(address), "short": short, "long": long}
        print_json({"where": address, **texts, "headings": list(HEADINGS)})
        return
    console = out()
    for title, words in (("For your website", html(address)), ("Short", short), ("Long", long)):
        console.print(line((title, "title")), "")
        console.out(words, highlight=False)
        console.print()
    headings = ", ".join(HEADINGS)
    said = (
        "Each answer arrives as a letter, one line a field: copy them into a table, a row for each."
        if is_mailbox(address)
        else "Save what it collects as a CSV file."
    )
    then = f"It goes in with `hobnob import answers.csv`; its headings: {headings}. {ITS_YES}"
    console.print(line((program.as_typed(f"{said} {then}"), "quiet")))


def _decide(pair: str, *, is_theirs: bool, as_json: bool) -> None:
    open_data()
    of_id, _, named = pair.partition("=")
    network, _, handle = named.partition(":")
    if not (of_id.isdecimal() and network and handle):
        raise NotAHandle(
            f"“{one_line(pair)}” names no handle of a note: type it as `hobnob handles` lists it."
        )
    row = _listener().keep_spotted(
        int(of_id), network, handle.removeprefix("@"), is_theirs=is_theirs
    )
    if as_json:
        print_json({"did": "theirs" if is_theirs else "not theirs", **_spotted_answer(row)})
        return
    word = "is" if is_theirs else "is not"
    out().print(line((one_line(row.of.name), "name"), f" {word} @{one_line(row.handle)}."))


def _listener() -> "Listener":
    from hobnob.operations.local_user import local_user
    from hobnob.operations.matching.handle_answers import Listener

    return Listener(author=local_user(), now_us=clock.now_us())


def _print_spotted(row: "Spotted") -> None:
    console = out()
    pair = shlex.quote(f"{row.of_id}={row.network}:{one_line(row.handle)}")
    name = (one_line(row.of.name), "name")
    console.print(line(name, (f"  @{one_line(row.handle)} on {row.where}", "handle")))
    words = f"{row.before}{row.handle}{row.after}" if row.before or row.after else ""
    if words:
        console.print(indented(line(f"“{one_line(words)}”"), _LEFT))
    console.print(indented(line((f"because “{one_line(row.column)}” names it", "why")), _LEFT))
    say = program.command(f"handles theirs {pair}")
    console.print(indented(line((say, "act")), _LEFT), soft_wrap=True)


def _print_reply(reply: "Reply") -> None:
    pair = reply.pair
    said = {"yes": "says yes", "no": "says no"}.get(reply.answer, "answered")
    about = f" {said} about @{one_line(pair.handle)} on {pair.where}."
    out().print(line((one_line(pair.of.name), "name"), about))
    if reply.words:
        out().print(indented(line(f"“{one_line(reply.words, 400)}”"), _LEFT))


def _sentence(pair: "Pair", *, is_theirs: bool) -> str:
    word = "is" if is_theirs else "is not"
    return f"{one_line(pair.of.name)} {word} @{one_line(pair.handle)}, because they said so."


def _reply_answer(reply: "Reply") -> dict[str, Any]:
    pair = reply.pair
    return {
        "supporter": pair.of_id,
        "name": pair.of.name,
        "account": pair.account_id,
        "network": pair.network,
        "handle": pair.handle,
        "answer": str(reply.answer),
        "words": reply.words,
    }


def _spotted_answer(row: "Spotted") -> dict[str, Any]:
    return {
        "supporter": row.of_id,
        "name": row.of.name,
        "network": row.network,
        "handle": row.handle,
        "column": row.column,
        "account": row.account_id,
    }
