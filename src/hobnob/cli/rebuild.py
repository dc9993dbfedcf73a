"""`hobnob rebuild`: replay both logs, and say whether everything was as they make it."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from hobnob.cli.output import AsJson, counted, err, line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.operations.rebuild import Rebuilt


def rebuild(*, as_json: AsJson = False) -> None:
    """Make lists, reasons and states anew from the two logs."""
    open_data()
    from hobnob.operations.rebuild import rebuild as replay

    with err().status("Replaying both logs ..."):
        rebuilt = replay()
    if as_json:
        print_json({"is_same": rebuilt.is_same, **asdict(rebuilt)})
    else:
        _print(rebuilt)


def _print(rebuilt: "Rebuilt") -> None:
    console = out()
    console.print(
        f"Replayed {counted(rebuilt.interactions, 'interaction')} "
        f"and {counted(rebuilt.decisions, 'decision')} into "
        f"{counted(rebuilt.memberships, 'membership')} "
        f"and {counted(rebuilt.contacts, 'contact state')}."
    )
    if rebuilt.is_same:
        console.print(line(("Everything is the same as before.", "done")))
        return
    console.print(
        line(
            ("Put right: ", "look"),
            f"{counted(rebuilt.memberships_changed, 'membership')}, "
            f"{counted(rebuilt.contacts_changed, 'contact state')}, "
            f"{counted(rebuilt.cards_changed, 'card')}.",
        )
    )
