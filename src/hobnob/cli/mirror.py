"""`hobnob list copy`: let a list on a network show who is on a list here, row by row."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from hobnob.cli import clock
from hobnob.cli.output import AsJson, counted, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.operations.lists.mirror import Plan, PlannedRow
    from hobnob.storage.queries.lists.mirrors import MirrorLine

_LETTERS = 6
_WORDS = {"add": "put on it", "remove": "take off it", "nothing": "cannot be copied"}


def copy(
    name: Annotated[str, typer.Argument(metavar="LIST", help="Its name or key.")],
    *,
    to: Annotated[
        str,
        typer.Option("--to", metavar="NAME", help="A list of yours on a network, to begin with."),
    ] = "",
    approve: Annotated[
        str,
        typer.Option(
            "--approve",
            metavar="ROWS",
            help="Say yes to these rows of the plan by their letters, as in 3fa29c,81bc04: they go "
            "out one by one.",
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show what would change on a network, so that a list there shows who is on this one.

    Nothing is sent but the rows you name with --approve; each can be called back for 30 seconds.
    """
    open_data()
    from hobnob.operations.stages import find_list
    from hobnob.storage.queries.lists.mirrors import mirror_lines

    key = find_list(name).key
    if to:
        _begin(key, to)
    found = mirror_lines(key)
    if not found:
        raise HobnobError(_nothing_yet(key))
    plans = [_plan(each) for each in found]
    if approve:
        if len(plans) > 1:
            raise HobnobError("This list has several copies: say yes to their rows on its page.")
        _approve(plans[0], approve, as_json=as_json)
        return
    if as_json:
        print_json({"copies": [_as_answer(each) for each in plans]})
        return
    for planned in plans:
        _show(planned)


def _begin(key: str, to: str) -> None:
    from hobnob.operations.lists.mirror import begin_mirror
    from hobnob.storage.queries.lists.mirrors import choices

    wanted = [each for each in choices(key) if each.name.lower() == to.strip().lower()]
    if len(wanted) != 1:
        said = "no list" if not wanted else "more than one list"
        raise HobnobError(f"There is {said} called “{one_line(to)}”: {_nothing_yet(key)}")
    begin_mirror(key, wanted[0].remote_id, now_us=clock.now_us())


def _nothing_yet(key: str) -> str:
    from hobnob.storage.queries.lists.mirrors import choices

    names = ", ".join(f"“{one_line(each.name)}” ({each.where})" for each in choices(key))
    if not names:
        return "make an empty list at an account that is connected, then `hobnob sync`."
    return f"choose one of your lists with --to: {names}."


def _plan(each: "MirrorLine") -> "Plan":
    from hobnob.operations.lists.mirror import plan

    return plan(each.id, now_us=clock.now_us())


def _approve(planned: "Plan", rows: str, *, as_json: bool) -> None:
    from hobnob.operations.lists.mirror import approve_rows
    from hobnob.operations.local_user import local_user

    chosen = [_row_called(each.strip(), planned) for each in rows.split(",")]
    items = approve_rows(
        planned.mirror.pk,
        [each.digest for each in chosen],
        author=local_user(),
        now_us=clock.now_us(),
    )
    if as_json:
        print_json({"approved": [each.pk for each in items]})
        return
    said = counted(len(items), "change goes", "changes go")
    out().print(
        f"{said} out in 30 seconds, one by one, while hobnob runs: `hobnob outbox` shows them."
    )


def _row_called(letters: str, planned: "Plan") -> "PlannedRow":
    """The row that was seen with these letters. They stand for exactly what it would send."""
    found = [each for each in planned.rows if each.digest.startswith(letters.lower())]
    if len(letters) < _LETTERS or len(found) != 1:
        raise HobnobError(
            f"No row of the plan is called “{one_line(letters)}” now: look at the plan again."
        )
    return found[0]


def _show(planned: "Plan") -> None:
    from hobnob.storage.queries.people.lines import person_lines

    console = out()
    connection = planned.mirror.remote.connection
    console.print(line((one_line(planned.there.name), "name"), f" · {one_line(str(connection))}"))
    if planned.warning:
        console.print(line((planned.warning, "look")))
    if not planned.rows:
        console.print("It shows just who is on the list here.")
        return
    people = person_lines({each.row.person_id for each in planned.rows})
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for each in planned.rows:
        name = one_line(people[each.row.person_id].name)
        handle = f"@{one_line(each.row.account.handle)}" if each.row.account else ""
        table.add_row(
            line((each.digest[:_LETTERS], "act")),
            line((name, "name"), f" {handle}"),
            _word(each),
            line((each.row.why, "quiet")),
        )
    console.print(table)


def _word(each: "PlannedRow") -> str:
    return "on its way" if each.is_on_its_way else _WORDS[each.row.change]


def _as_answer(planned: "Plan") -> dict[str, Any]:
    return {
        "list": planned.mirror.list.key,
        "there": planned.there.name,
        "network": planned.there.network,
        "warning": planned.warning,
        "rows": [
            {
                "person": each.row.person_id,
                "handle": each.row.account.handle if each.row.account else None,
                "row": each.digest[:_LETTERS],
                "change": each.row.change,
                "why": each.row.why,
                "on_its_way": each.is_on_its_way,
            }
            for each in planned.rows
        ],
    }
