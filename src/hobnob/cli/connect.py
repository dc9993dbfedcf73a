"""`hobnob connect` and `hobnob disconnect`: let an account of yours be read live, or no longer."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock
from hobnob.cli.output import AsJson, err, line, one_line, out, print_json
from hobnob.cli.start import start
from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network

if TYPE_CHECKING:
    from hobnob.storage.queries.connections import ConnectionLine

_FROM_INPUT = "-"

Messages = Annotated[bool, typer.Option("--messages", metavar="", help="Read direct messages too.")]


def connect(
    network: Annotated[str, typer.Argument(metavar="NETWORK", help="For now: mastodon.")],
    server: Annotated[
        str,
        typer.Argument(metavar="SERVER", help="Where your account is, as in tusk.example."),
    ],
    *,
    code: Annotated[
        str, typer.Option("--code", metavar="CODE", help="The code that the address gave you.")
    ] = "",
    token: Annotated[
        str,
        typer.Option(
            "--token",
            metavar="TOKEN",
            help="Instead of a code: an access token that you made in your server's settings; "
            "- reads it from the input, where no other program sees it.",
        ),
    ] = "",
    messages: Messages = False,
    as_json: AsJson = False,
) -> None:
    """Connect an account of yours, to be read and never written to.

    Prints an address to open in your browser; your server shows a code there, which you give back.
    """
    start()
    from hobnob.operations import connect as operation

    chosen = _network(network)
    host = operation.server_name(server)
    if token:
        done = operation.connect_with_token(
            chosen, host, _typed(token), clock=clock.now_us, reads_messages=messages
        )
    else:
        code = code or _ask_for_code(operation.begin(chosen, host), as_json=as_json)
        if not code:
            return
        done = operation.finish(chosen, host, code, clock=clock.now_us, reads_messages=messages)
    _tell_connected(done.pk, as_json=as_json)


def _network(text: str) -> Network:
    from hobnob.operations.connect import networks

    known = networks()
    for each in known:
        if each.value == text.strip().lower():
            return each
    listed = ", ".join(each.value for each in known)
    raise HobnobError(f"hobnob cannot read “{one_line(text)}” live: it can read {listed}.")


def _typed(token: str) -> str:
    if token != _FROM_INPUT:
        return token
    if sys.stdin.isatty():
        return str(typer.prompt("Token", hide_input=True, err=True))
    return sys.stdin.readline()


def _ask_for_code(address: str, *, as_json: bool) -> str:
    """The code, where somebody is there to type it; "" where the address is all we can say."""
    if as_json:
        print_json({"address": address})
        return ""
    console = out()
    console.print("Open this address, allow hobnob to read, and copy the code that is shown:")
    console.print()
    # Whole, whatever the width: a broken link cannot be copied.
    console.out(f"  {address}", highlight=False)
    console.print()
    if sys.stdin.isatty():
        return str(typer.prompt("Code", err=True)).strip()
    console.print(line("Then run the same command again with ", ("--code CODE", "act"), "."))
    return ""


def _tell_connected(connection_id: int, *, as_json: bool) -> None:
    from hobnob.storage.queries.connections import connection

    found = connection(connection_id, clock.now_us())
    if found is None:
        raise HobnobError("The account was disconnected again by another program.")
    if as_json:
        print_json({"connected": found.handle, "network": found.network, "server": found.server})
        return
    console = out()
    console.print(line((f"@{one_line(found.handle)}", "name"), " is connected, for reading."))
    for sentence in found.cannot:
        console.print(line((sentence, "quiet")))
    console.print()
    console.print(line("Next: ", ("hobnob sync", "act"), "."))


def disconnect(
    account: Annotated[
        list[str],
        typer.Argument(
            metavar="ACCOUNT", help="The network, the server or your handle there; or several."
        ),
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Read an account no longer, and forget its sign-in. What was read stays."""
    start()
    from hobnob.operations.connect import disconnect as operation

    now_us = clock.now_us()
    found = _the_one(account, now_us)
    was_taken_back = operation(found.id, now_us=now_us)
    if as_json:
        print_json({"disconnected": found.handle, "was_taken_back": was_taken_back})
        return
    said = f"@{one_line(found.handle)} is no longer read, and its sign-in is gone from here."
    out().print(f"{said} What was read stays.")
    if not was_taken_back:
        err().print(
            f"{one_line(found.server)} could not be told: take hobnob off the list of apps in "
            "your account's settings there."
        )


def _the_one(words: Sequence[str], now_us: int) -> "ConnectionLine":
    """The one account that is meant. Raises HobnobError when there is none, or several."""
    from hobnob.storage.queries.connections import connections_named

    found, said = connections_named(words, now_us), one_line(" ".join(words))
    if len(found) == 1:
        return found[0]
    if not found:
        raise HobnobError(f"“{said}” is not connected: `hobnob sources` shows which accounts are.")
    named = " or ".join(f"{each.network} {each.handle}" for each in found)
    raise HobnobError(f"“{said}” may be {named}: say which.")
