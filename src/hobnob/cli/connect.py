"""`hobnob connect` and `hobnob disconnect`: let an account of yours be read live, or no longer."""

import sys
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock, loopback, program, serving
from hobnob.cli.output import AsJson, err, line, one_line, out, print_json
from hobnob.cli.sources import the_one
from hobnob.cli.start import open_data, start
from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network

if TYPE_CHECKING:
    from hobnob.operations.connect import Wish

NetworkName = Annotated[
    str, typer.Argument(metavar="NETWORK", help="One of bluesky, mastodon and x.")
]
Place = Annotated[
    str,
    typer.Argument(
        metavar="PLACE",
        help="For Mastodon your server, as in tusk.example; for Bluesky your handle; for X the "
        "client id of your own app.",
    ),
]
ByHand = Annotated[
    bool,
    typer.Option(
        "--by-hand",
        metavar="",
        help="Connect with what you made in your account's settings: an access token, an app "
        "password. It is asked for, or read from the input line by line.",
    ),
]
Code = Annotated[
    str,
    typer.Option(
        "--code",
        metavar="CODE",
        help="The code that the network showed you, or the whole address that it led to.",
    ),
]
Messages = Annotated[bool, typer.Option("--messages", metavar="", help="Read direct messages too.")]
Act = Annotated[
    bool,
    typer.Option("--act", metavar="", help="Act there from hobnob too, each time after your yes."),
]


def connect(
    network: NetworkName,
    place: Place,
    *,
    by_hand: ByHand = False,
    code: Code = "",
    messages: Messages = False,
    act: Act = False,
    as_json: AsJson = False,
) -> None:
    """Connect an account of yours, to be read; with --act also to act there after your yes.

    Opens the network's own page, where you allow it. hobnob never sees your password.
    """
    start()
    from hobnob.operations import connect as operation

    wish = operation.Wish(network=_network(network), place=place, reads_messages=messages, acts=act)
    if by_hand or not wish.sign_in.has_page:
        done = operation.connect_by_hand(wish, _given(wish), clock=clock.now_us)
    else:
        code = code or _ask_for_code(wish, as_json=as_json)
        if not code:
            return
        done = operation.finish(wish, code, clock=clock.now_us)
    _tell_connected(done.pk, as_json=as_json)


def _network(text: str) -> Network:
    from hobnob.operations.connect import networks

    known = networks()
    for each in known:
        if each.value == text.strip().lower():
            return each
    listed = ", ".join(each.value for each in known)
    raise HobnobError(f"hobnob cannot read “{one_line(text)}” live: it can read {listed}.")


def _given(wish: "Wish") -> dict[str, str]:
    """What a network asks for by hand: typed in by somebody, else a line of the input for each."""
    asked = wish.sign_in.asks_by_hand
    if not sys.stdin.isatty():
        return {each.name: sys.stdin.readline().strip() for each in asked}
    for each in asked:
        if each.help:
            err().print(line((f"{each.label}: {each.help}", "quiet")))
    return {
        each.name: _typed(each.label, is_secret=each.is_secret, is_optional=each.is_optional)
        for each in asked
    }


def _typed(label: str, *, is_secret: bool, is_optional: bool) -> str:
    default = "" if is_optional else None
    typed = typer.prompt(label, hide_input=is_secret, err=True, default=default, show_default=False)
    return str(typed).strip()


def _ask_for_code(wish: "Wish", *, as_json: bool) -> str:
    """The code, where somebody is there to allow it; "" where the address is all we can say."""
    from hobnob.operations.connect import begin

    if sys.stdin.isatty() and not as_json and serving.has_screen():
        code = _code_from_browser(wish)
        if code is not None:
            return code
    begun = begin(wish)
    if as_json:
        print_json({"address": begun.address})
        return ""
    _tell_address(
        begun.address,
        "Open this address, allow hobnob in, and copy the code or the address you end at:",
    )
    if sys.stdin.isatty():
        return _typed_code()
    out().print(line("Then run the same command again with ", ("--code CODE", "act"), "."))
    return ""


def _code_from_browser(wish: "Wish") -> str | None:
    """The code that the browser brings back, or somebody types when it came not in time.

    None where the port it would come back to is taken, by the web app for one.
    """
    from hobnob.operations.connect import begin

    # X leads back only to an address that one's app names; it is the web app's.
    port = serving.USUAL_PORT if wish.network is Network.X else 0
    try:
        listening = loopback.Listener(port)
    except OSError:
        return None
    with listening as listener:
        begun = begin(wish, returns_to=listener.address)
        _tell_address(begun.address, "Allow hobnob in on this page, which your browser opens now:")
        webbrowser.open(begun.address)
        code = listener.wait(begun.state)
    return code or _typed_code()


def _typed_code() -> str:
    return _typed("Code, or the address your browser ended at", is_secret=False, is_optional=False)


def _tell_address(address: str, sentence: str) -> None:
    console = out()
    console.print(sentence)
    console.print()
    # Whole, whatever the width: a broken link cannot be copied.
    console.out(f"  {address}", highlight=False)
    console.print()


def _tell_connected(connection_id: int, *, as_json: bool) -> None:
    from hobnob.storage.queries.connections import connection

    found = connection(connection_id, clock.now_us())
    if found is None:
        raise HobnobError("The account was disconnected again by another program.")
    if as_json:
        print_json({"connected": found.handle, "network": found.network, "server": found.server})
        return
    console = out()
    what = "for reading and acting" if found.acts else "for reading"
    console.print(line((f"@{one_line(found.handle)}", "name"), f" is connected, {what}."))
    for sentence in found.cannot:
        console.print(line((sentence, "quiet")))
    console.print()
    console.print(line("Next: ", (program.command("sync"), "act"), "."), soft_wrap=True)


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
    open_data()
    from hobnob.operations.connect import disconnect as operation

    now_us = clock.now_us()
    found = the_one(account, now_us)
    was_taken_back = operation(found.id, now_us=now_us)
    if as_json:
        print_json({"disconnected": found.handle, "was_taken_back": was_taken_back})
        return
    said = f"@{one_line(found.handle)} is no longer read, and its sign-in is gone from here."
    out().print(f"{said} What was read stays.")
    if not was_taken_back:
        where = one_line(found.server) or found.title
        err().print(
            f"{where} could not be told: take hobnob off the list of apps in your account's "
            "settings there."
        )
