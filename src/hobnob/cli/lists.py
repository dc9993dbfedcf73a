"""`hobnob lists`: every list, and how full it is."""

from typing import TYPE_CHECKING, Any

from rich.table import Table

from hobnob.cli.output import AsJson, line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.lists import ListLine

_BAR = 10


def lists(*, as_json: AsJson = False) -> None:
    """Show every list, and how full it is."""
    open_data()
    from hobnob.storage.queries.lists import every_list

    found = every_list()
    if as_json:
        print_json({"lists": [as_answer(each) for each in found]})
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for each in found:
        table.add_row(line((each.name, "name")), _fullness(each), line((each.about, "quiet")))
    out().print(table)


def as_answer(each: "ListLine") -> dict[str, Any]:
    """A list, as `--json` prints it."""
    return {
        "key": each.key,
        "name": each.name,
        "about": each.about,
        "count": each.count,
        "capacity": each.capacity,
    }


def _fullness(each: "ListLine") -> str:
    if each.capacity is None:
        return f"{each.count:,}"
    filled = min(_BAR, round(_BAR * each.count / each.capacity))
    return f"{each.count:,}/{each.capacity} {'━' * filled}{'╌' * (_BAR - filled)}"
