"""`hobnob lists`: every list, and how full it is."""

from typing import TYPE_CHECKING, Any

from rich.table import Table

from hobnob.cli import clock
from hobnob.cli.output import AsJson, line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.lists.members import ListLine

_BAR = 10


def lists(*, as_json: AsJson = False) -> None:
    """Show every list, and how full it is."""
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.lists.members import every_list, faded_counts
    from hobnob.storage.queries.results.time_spent import time_by_place

    found, faded = every_list(), faded_counts()
    times = time_by_place(local_user().pk, now_us=clock.now_us())
    if as_json:
        answers = [
            {**as_answer(each, faded.get(each.key, 0)), "time": times.get(each.key, "")}
            for each in found
        ]
        print_json({"lists": answers})
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for each in found:
        about = " ".join(filter(None, (each.about, times.get(each.key, ""))))
        fullness = _fullness(each, faded.get(each.key, 0))
        table.add_row(line((each.name, "name")), fullness, line((about, "quiet")))
    out().print(table)


def the_list(name: str) -> "ListLine":
    """The list of that name or key. Raises NoSuchList."""
    from hobnob.operations.stages import find_list
    from hobnob.storage.queries.lists.members import every_list

    key = find_list(name).key
    (found,) = (each for each in every_list() if each.key == key)
    return found


def as_answer(each: "ListLine", faded: int) -> dict[str, Any]:
    """A list, as `--json` prints it."""
    return {
        "key": each.key,
        "name": each.name,
        "about": each.about,
        "count": each.count,
        "faded": faded,
        "capacity": each.capacity,
        "fade_days": each.fade_days,
        "silent_days": each.silent_days,
    }


def said_of(each: "ListLine", faded: int) -> str:
    """How many are on a list and when they fade: "1,240 people, 310 of them faded. …"."""
    from hobnob.domain.fading import counted, how_long

    fades = "Its people do not fade."
    if each.fade_days is not None:
        silence = how_long(each.fade_days)
        fades = f"Who joined it by a rule fades after {silence} without a sign of life."
    return f"{counted(each.count, faded)}. {fades}"


def _fullness(each: "ListLine", faded: int) -> str:
    if each.capacity is None:
        return f"{each.count:,}" + (f", {faded:,} faded" if faded else "")
    filled = min(_BAR, round(_BAR * each.count / each.capacity))
    return f"{each.count:,}/{each.capacity} {'━' * filled}{'╌' * (_BAR - filled)}"
