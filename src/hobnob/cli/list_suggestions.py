"""`hobnob list suggestions`: whom a list suggests to promote, to move or to let go, and why."""

from typing import TYPE_CHECKING, Any

from hobnob.cli import clock, people
from hobnob.cli.list_show import ListName
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.lists.suggestions import SuggestionLine


def suggestions(name: ListName, *, as_json: AsJson = False) -> None:
    """Show whom a list suggests to promote, to move down or to let go, and why.

    Nothing happens by itself: answer with `hobnob list promote`, `demote` or `remove`.
    """
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.operations.stages import find_list
    from hobnob.storage.queries.lists import suggestions as found_in

    on_list = find_list(name)
    reader_id = local_user().pk
    found = found_in.suggestions(on_list.key, reader_id=reader_id, now_us=clock.now_us())
    if as_json:
        print_json({"list": on_list.key, "suggestions": [_as_answer(each) for each in found]})
        return
    console = out()
    if not found:
        console.print(f"{on_list.name} suggests nothing: all is as it should be.")
    for number, each in enumerate(found):
        if number:
            console.print()
        console.print(
            line(
                (one_line(each.person.name, 40), "name"),
                (f"  {one_line(each.person.at_handle, 50)}", "handle"),
                (f"  {_question(each)}", "act"),
            ),
            no_wrap=True,
            overflow="ellipsis",
        )
        console.print(indented(line((one_line(each.because), "why")), 4))


def _question(each: "SuggestionLine") -> str:
    if each.proposal == "promote":
        return "promote?"
    return "move down?" if each.can_move_down else "let go?"


def _as_answer(each: "SuggestionLine") -> dict[str, Any]:
    return {
        **people.as_answer(each.person),
        "proposal": str(each.proposal),
        "because": each.because,
    }
