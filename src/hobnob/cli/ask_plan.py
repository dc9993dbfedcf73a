"""`hobnob ask plan`: campaign plans, whom to ask for one now, and what came of it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, program
from hobnob.cli.ask_who import fairest_answer, print_fairest
from hobnob.cli.found import still_there
from hobnob.cli.output import AsJson, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.asks.campaigns import PlanLine, PlanPage

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="Of the plan, or its key.", show_default=False)
]


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show your campaign plans: whom for, how far, until when."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.storage.queries.asks.campaigns import plans

    found = plans(clock.now_us())
    if as_json:
        print_json({"plans": [_line_answer(each) for each in found]})
        return
    if not found:
        example = program.command("ask plan add 'Wetlands in spring' --until 2027-05-01")
        out().print(line(("No plan yet. ", "name"), "Make one: ", (example, "act")), soft_wrap=True)
    for each in found:
        closed = "  closed" if each.is_closed else ""
        words = line(one_line(each.sentence), (closed, "quiet"))
        out().print(words, soft_wrap=True)


def people(
    name: Name,
    *,
    ask: Annotated[
        int, typer.Option("--ask", metavar="N", min=1, help="For which of its asks.")
    ] = 1,
    as_json: AsJson = False,
) -> None:
    """Show one plan, and whom it is fair to ask for it now."""
    open_data()
    found = _found(name, chosen=ask - 1)
    if as_json:
        print_json(_page_answer(found))
        return
    console = out()
    console.print(line((one_line(found.line.sentence), "name")), soft_wrap=True)
    if found.line.goal:
        console.print(line(one_line(found.line.goal)))
    if found.came.people:
        console.print(line((found.came.in_words, "quiet")))
    if found.people is not None and found.ask is not None:
        console.print(line(f"\n{one_line(found.ask.what)}"))
        print_fairest(found.people, found.ask.outcome)


def add(
    name: Name,
    *,
    goal: Annotated[str, typer.Option("--goal", metavar="TEXT", help="What it is for.")] = "",
    who: Annotated[str, typer.Option("--who", metavar="TEXT", help="Whom it is for.")] = "",
    on_list: Annotated[str, typer.Option("--list", metavar="KEY", help="Whom you will ask.")] = "",
    topic: Annotated[
        list[str] | None, typer.Option("--topic", metavar="TOPIC", help="One of yours; repeatable.")
    ] = None,
    ask: Annotated[
        list[str] | None,
        typer.Option("--ask", metavar="TEXT", help="'petition: sign for the meadow'; repeatable."),
    ] = None,
    begins_on: Annotated[str, typer.Option("--from", metavar="DAY", help="2027-03-01.")] = "",
    ends_on: Annotated[str, typer.Option("--until", metavar="DAY", help="2027-05-01.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a plan: who, for what, until when, and what you will ask."""
    open_data()
    from hobnob.domain.campaigns import read_plan
    from hobnob.operations.asks.campaigns import make_campaign
    from hobnob.operations.keep_topics import find_topic
    from hobnob.operations.local_user import local_user

    plan = read_plan(
        name=name,
        goal=goal,
        who=who,
        on_list=on_list,
        topics=[find_topic(each).key for each in topic or ()],
        asks=ask or (),
        begins_on=begins_on,
        ends_on=ends_on,
    )
    made = make_campaign(plan, author=local_user(), now_us=clock.now_us())
    _tell(made.key, "is planned", as_json=as_json)


def close(name: Name, *, as_json: AsJson = False) -> None:
    """Close a plan. What was asked under it, and what came of it, stays."""
    open_data()
    from hobnob.operations.asks.campaigns import close_campaign, find_campaign

    key = find_campaign(name).key
    close_campaign(key, now_us=clock.now_us())
    _tell(key, "is closed", as_json=as_json)


def go_on(name: Name, *, as_json: AsJson = False) -> None:
    """Go on with a plan that was closed."""
    open_data()
    from hobnob.operations.asks.campaigns import find_campaign, open_campaign

    key = find_campaign(name).key
    open_campaign(key)
    _tell(key, "goes on", as_json=as_json)


def _found(name: str, *, chosen: int = 0) -> "PlanPage":
    from hobnob.operations.asks.campaigns import find_campaign
    from hobnob.storage.queries.asks.campaigns import plan_page

    found = still_there(plan_page(find_campaign(name).key, clock.now_us(), chosen=chosen))
    if chosen and chosen >= len(found.asks):
        raise HobnobError(f"“{found.line.name}” has {len(found.asks)} asks: choose one of those.")
    return found


def _tell(key: str, what: str, *, as_json: bool) -> None:
    found = _found(key)
    if as_json:
        print_json(_line_answer(found.line))
        return
    out().print(line((one_line(found.line.name), "name"), f" {what}."), soft_wrap=True)


def _line_answer(plan: "PlanLine") -> dict[str, Any]:
    return {
        "key": plan.key,
        "name": plan.name,
        "goal": plan.goal,
        "so_far": plan.so_far,
        "when": plan.when,
        "is_running": plan.is_running,
        "is_closed": plan.is_closed,
    }


def _page_answer(plan: "PlanPage") -> dict[str, Any]:
    came = plan.came
    return {
        **_line_answer(plan.line),
        "who": plan.who,
        "list": plan.list_key,
        "topics": [key for key, _ in plan.topics],
        "asks": [str(each) for each in plan.asks],
        "came": {
            "people": came.people,
            "yes": came.yes,
            "no": came.no,
            "silence": came.silence,
            "open": came.open,
            "outcomes": {str(kind): count for kind, count in came.outcomes},
        },
        **(fairest_answer(plan.people) if plan.people is not None else {}),
    }
