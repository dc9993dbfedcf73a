"""`hobnob rules`: what puts people on lists by itself; on, off, and what one would do."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from hobnob.cli import clock
from hobnob.cli.output import AsJson, counted, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.lists.members import ListLine, RuleLine

Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="As `hobnob rules` shows it.", show_default=False)
]


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show the rules that put people on lists by themselves, and switch them."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    found = _every_rule()
    if as_json:
        print_json({"rules": [_as_answer(rule, on_list) for rule, on_list in found]})
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for rule, on_list in found:
        state = line(("on", "done")) if rule.is_on else line(("off", "look"))
        table.add_row(str(rule.id), state, f"{one_line(rule.name)} → {on_list.name}")
    out().print(table)


def would(number: Number, *, as_json: AsJson = False) -> None:
    """Say how many people a rule would add over the whole history, and change nothing."""
    open_data()
    from hobnob.operations.lists.change_rules import would_add

    count = len(would_add(number))
    _say(f"It would add {counted(count, 'person', 'people')}.", as_json, would_add=count)


def on(number: Number, *, as_json: AsJson = False) -> None:
    """Switch a rule on, also for what happened while it was off."""
    open_data()
    from hobnob.operations.lists.change_rules import switch_on
    from hobnob.operations.local_user import local_user

    count = switch_on(number, author=local_user(), now_us=clock.now_us())
    said = f"The rule is on; {counted(count, 'person', 'people')} joined."
    _say(said, as_json, is_on=True, joined=count)


def off(number: Number, *, as_json: AsJson = False) -> None:
    """Switch a rule off. Whom it put on its list stays there."""
    open_data()
    from hobnob.operations.lists.change_rules import switch_off
    from hobnob.operations.local_user import local_user

    switch_off(number, author=local_user(), now_us=clock.now_us())
    _say("The rule is off; whom it put on its list stays.", as_json, is_on=False)


def apply(number: Number, *, as_json: AsJson = False) -> None:
    """Let a rule hold for everything that ever happened."""
    open_data()
    from hobnob.operations.lists.change_rules import apply_to_history
    from hobnob.operations.local_user import local_user

    count = apply_to_history(number, author=local_user(), now_us=clock.now_us())
    said = f"The rule holds for the whole history; {counted(count, 'person', 'people')} joined."
    _say(said, as_json, joined=count)


def _every_rule() -> "list[tuple[RuleLine, ListLine]]":
    from hobnob.storage.queries.lists.members import every_list, list_page

    pages = (list_page(each.key, now_us=clock.now_us()) for each in every_list())
    found = [(rule, page.line) for page in pages if page for rule in page.rules]
    return sorted(found, key=lambda pair: pair[0].id)


def _as_answer(rule: "RuleLine", on_list: "ListLine") -> dict[str, Any]:
    return {
        "number": rule.id,
        "name": rule.name,
        "kinds": list(rule.kinds),
        "direction": rule.direction,
        "conditions": list(rule.conditions),
        "list": on_list.key,
        "is_on": rule.is_on,
    }


def _say(said: str, as_json: bool, **answer: object) -> None:
    if as_json:
        print_json(answer)
    else:
        out().print(said)
