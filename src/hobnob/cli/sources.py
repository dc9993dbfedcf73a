"""`hobnob sources`: where the log comes from, when each was last read well, and what is amiss."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.connections import ConnectionLine, StreamLine
    from hobnob.storage.queries.sources import SourceLine

_LEFT = 2


Tag = Annotated[str, typer.Argument(metavar="HASHTAG", help="As in '#tusktalk', in quotes.")]
On = Annotated[
    list[str] | None,
    typer.Option(
        "--on",
        metavar="ACCOUNT",
        help="The network, the server or your handle there; needed where several are connected.",
    ),
]


def sources(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show where everything comes from: connected accounts stream by stream, and files."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.storage.queries.connections import connections
    from hobnob.storage.queries.sources import sources as every_source

    now_us = clock.now_us()
    live = connections(now_us)
    files = every_source(now_us)
    if as_json:
        print_json(
            {
                "connections": [_connection_answer(each) for each in live],
                "files": [_file_answer(each) for each in files],
            }
        )
        return
    console = out()
    for each in live:
        _print_connection(console, each)
    for file in files:
        _print_file(console, file)
    if not live and not files:
        console.print("Nothing is connected or brought in yet.")
        connect = program.command("connect NETWORK PLACE")
        bring = program.command("import ARCHIVE.zip")
        next_ = line("Next: ", (connect, "act"), ", or ", (bring, "act"))
        console.print(next_, soft_wrap=True)


def add_hashtag(tag: Tag, *, on: On = None, as_json: AsJson = False) -> None:
    """Read a hashtag: who posts with it, and what."""
    open_data()
    from hobnob.operations.choose_hashtags import add_hashtag as operation

    found = the_one(on or [], clock.now_us())
    added = operation(found.id, tag)
    _say(f"#{added} is read with @{one_line(found.handle)} from the next sync on.", as_json, added)


def drop_hashtag(tag: Tag, *, on: On = None, as_json: AsJson = False) -> None:
    """Read a hashtag no longer. What was read stays."""
    open_data()
    from hobnob.operations.choose_hashtags import drop_hashtag as operation

    dropped = operation(the_one(on or [], clock.now_us()).id, tag)
    _say(f"#{dropped} is read no longer. What was read stays.", as_json, dropped)


def limit(
    amount: Annotated[float, typer.Argument(metavar="DOLLARS", help="As in 10 or 2.50.")],
    *,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Spend no more than so much in a month on a network that takes money."""
    open_data()
    from hobnob.operations.spending import set_limit

    found = the_one(on or [], clock.now_us())
    set_limit(found.id, amount)
    said = f"No more than ${amount:,.2f} a month is spent with @{one_line(found.handle)}."
    _say(said, as_json, f"{amount:.2f}")


def _say(sentence: str, as_json: bool, value: str) -> None:
    if as_json:
        print_json({"done": value})
    else:
        out().print(sentence)


def the_one(words: Sequence[str], now_us: int) -> "ConnectionLine":
    """The one account that is meant. Raises HobnobError when there is none, or several."""
    from hobnob.storage.queries.connections import connections_named

    found, said = connections_named(words, now_us), one_line(" ".join(words))
    if len(found) == 1:
        return found[0]
    if not found:
        what = f"“{said}” is not connected" if words else "No account is connected"
        raise HobnobError(f"{what}: `hobnob sources` shows which accounts are.")
    named = " or ".join(f"{each.network} {each.handle}" for each in found)
    asked = f"“{said}” may be {named}" if words else f"There are {named}"
    raise HobnobError(f"{asked}: say which.")


def _connection_answer(each: "ConnectionLine") -> dict[str, Any]:
    return {
        "network": each.network,
        "account": each.handle,
        "server": each.server,
        "health": str(each.health),
        "says": each.says,
        "synced_at": clock.iso(each.synced_us),
        "streams": [_stream_answer(stream) for stream in each.streams],
        "cannot": list(each.cannot),
        "hashtags": list(each.hashtags),
        "monthly_limit": each.limit,
        "spent": [
            {"month": some.month, "requests": some.requests, "microdollars": some.microdollars}
            for some in each.spent
        ],
    }


def _stream_answer(each: "StreamLine") -> dict[str, Any]:
    return {
        "stream": each.stream,
        "of": each.of,
        "health": str(each.health),
        "says": each.says,
        "read_at": clock.iso(each.read_us),
        "items": each.items,
        "is_history_left": each.is_history_left,
        "problems": list(each.problems),
        "price_of_1000": each.price,
        "waits_for_yes": each.waits_for_yes,
    }


def _file_answer(each: "SourceLine") -> dict[str, Any]:
    return {
        "source": each.kind,
        "title": each.title,
        "is_finished": each.is_finished,
        "says": each.error,
        "problems": len(each.problems),
    }


def _print_connection(console: Console, each: "ConnectionLine") -> None:
    mark = ("✓", "done") if each.health == "ok" else ("!", "look")
    name = (f"{each.title} @{one_line(each.handle)}", "name")
    console.print(line(mark, " ", name, (f"  synced {each.synced}", "quiet")))
    console.print(indented(line(program.as_typed(one_line(each.says))), _LEFT))
    table = Table(box=None, padding=(0, 2, 0, _LEFT), header_style="quiet")
    for heading in ("stream", "last good read", "new here", ""):
        table.add_column(heading, justify="right" if heading == "new here" else "left")
    for stream in each.streams:
        table.add_row(_name(stream), stream.read, f"{stream.items:,}", _remark(stream))
    if each.streams:
        console.print(table)
    for sentence in (*each.cannot, *_spent(each)):
        console.print(indented(line((one_line(sentence), "quiet")), _LEFT))
    console.print()


def _name(stream: "StreamLine") -> str:
    return f"{stream.stream}: {one_line(stream.of, 30)}" if stream.of else stream.stream


def _remark(stream: "StreamLine") -> str:
    if stream.says:
        return program.as_typed(one_line(stream.says))
    if stream.problems:
        return counted(len(stream.problems), "item") + " could not be read"
    if stream.waits_for_yes:
        what = "older ones cost" if stream.is_history_left else "costs"
        return f"{what} {stream.price} a thousand: {program.command('sync --backfill')}"
    return "older ones still come" if stream.is_history_left else ""


def _spent(each: "ConnectionLine") -> list[str]:
    meter = [f"{each.meter}."] if each.meter else []
    if not each.spent:
        return meter
    month = each.spent[0]
    money = f", {month.dollars}" if month.dollars else ""
    return [f"{month.month}: {counted(month.requests, 'request')}{money}.", *meter]


def _print_file(console: Console, each: "SourceLine") -> None:
    mark = ("!", "look") if each.error else ("✓", "done")
    state = each.error or (f"read {each.when}" if each.is_finished else "not read to its end yet")
    console.print(
        line(mark, " ", (one_line(each.title), "name"), (f"  {one_line(state)}", "quiet"))
    )
