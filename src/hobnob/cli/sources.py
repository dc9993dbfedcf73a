"""`hobnob sources`: where the log comes from, when each was last read well, and what is amiss."""

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from hobnob.cli import clock
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import start
from hobnob.domain.people import Network

if TYPE_CHECKING:
    from hobnob.storage.queries.connections import ConnectionLine, StreamLine
    from hobnob.storage.queries.sources import SourceLine

_LEFT = 2


def sources(*, as_json: AsJson = False) -> None:
    """Show where everything comes from: connected accounts stream by stream, and files."""
    start()
    from hobnob.storage.queries.connections import connections
    from hobnob.storage.queries.sources import sources as every_source

    now_us = clock.now_us()
    live = connections(now_us)
    files = [each for each in every_source(now_us) if each.kind not in set(Network)]
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
        console.print(
            line(
                "Next: ",
                ("hobnob connect mastodon SERVER", "act"),
                ", or ",
                ("hobnob import ARCHIVE.zip", "act"),
                ".",
            )
        )


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
    console.print(indented(line(one_line(each.says)), _LEFT))
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
        return one_line(stream.says)
    if stream.problems:
        return counted(len(stream.problems), "item") + " could not be read"
    return "older ones still come" if stream.is_history_left else ""


def _spent(each: "ConnectionLine") -> list[str]:
    if not each.spent:
        return []
    month = each.spent[0]
    money = f", {month.dollars}" if month.dollars else ""
    return [f"{month.month}: {counted(month.requests, 'request')}{money}."]


def _print_file(console: Console, each: "SourceLine") -> None:
    mark = ("!", "look") if each.error else ("✓", "done")
    state = each.error or (f"read {each.when}" if each.is_finished else "not read to its end yet")
    console.print(
        line(mark, " ", (one_line(each.title), "name"), (f"  {one_line(state)}", "quiet"))
    )
