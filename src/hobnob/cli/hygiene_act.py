"""`hobnob hygiene keep`, `unfollow`, `mute`, `block`: what is done about one card, after a yes."""

from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from hobnob.cli import clock, people
from hobnob.cli.outgoing import Yes, answered, found, tell
from hobnob.cli.output import AsJson, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.outbox import OPEN, State
from hobnob.domain.people import Network

if TYPE_CHECKING:
    from hobnob.storage.queries.hygiene.card import Card
    from hobnob.storage.queries.hygiene.worth_following import Worth
    from hobnob.storage.queries.people.lines import PersonLine

As = Annotated[
    str,
    typer.Option("--as", metavar="HANDLE", help="As this account of yours, if you have several."),
]


class NothingFound(HobnobError):
    """There is no card about the person named."""


def keep(
    who: Who,
    *,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, in your words.")] = "",
    as_json: AsJson = False,
) -> None:
    """Keep somebody for ever: nothing is suggested against them again."""
    open_data()
    from hobnob.operations.curate import Curator
    from hobnob.operations.local_user import local_user

    person = the_one(who)
    Curator(author=local_user(), now_us=clock.now_us()).keep(person.person_id, why=why)
    if as_json:
        print_json({"did": "keep", "person": people.as_answer(person)})
        return
    said = " is kept: nothing is suggested against them again."
    out().print(line((one_line(person.name), "name"), said))


def unfollow(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Unfollow somebody of whom something was found out."""
    _let_go(ActionKind.UNFOLLOW, who, as_handle, yes=yes, as_json=as_json)


def mute(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Mute somebody of whom something was found out."""
    _let_go(ActionKind.MUTE, who, as_handle, yes=yes, as_json=as_json)


def block(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Block somebody of whom something was found out."""
    _let_go(ActionKind.BLOCK, who, as_handle, yes=yes, as_json=as_json)


def _let_go(kind: ActionKind, who: str, as_handle: str, *, yes: bool, as_json: bool) -> None:
    open_data()
    card = _card(the_one(who), kind)
    mine = next((each.handle for each in card.ways), "")
    act_about(kind, card, as_handle or mine, yes=yes, as_json=as_json)


def act_about(
    kind: ActionKind, about: "Card | Worth", as_handle: str, *, yes: bool, as_json: bool
) -> None:
    """Show exactly what is sent, ask, and remember what it was for. Raises EnoughForToday."""
    from hobnob.operations.act import about_account
    from hobnob.operations.act_gently import refuse_haste, remember_why
    from hobnob.operations.approve import find_item
    from hobnob.operations.draft import acting_account, keep_draft

    refuse_haste(kind, now_us=clock.now_us())
    by = acting_account(Network(about.network), handle=as_handle)
    draft = about_account(kind, about.account_id, by=by.pk)
    item = keep_draft(draft, form=f"command {uuid4().hex}", now_us=clock.now_us())
    row = found(item.pk)
    if row.is_yes_offered:
        row = answered(row, is_said=yes, as_json=as_json)
    if row.state in OPEN - {State.DRAFT}:
        remember_why(find_item(row.id), about.because)
    tell(row, as_json=as_json)


def _card(person: "PersonLine", kind: ActionKind) -> "Card":
    """The card about one of somebody's accounts. Raises NothingFound."""
    from hobnob.storage.queries.hygiene.queue import cards_about

    cards = cards_about(person.person_id, clock.now_us())
    if len(cards) == 1:
        return cards[0]
    name, who = one_line(person.name), people.address(person)
    if not cards:
        raise NothingFound(
            f"Nothing is found out about {name}: `hobnob act {kind} {who}` does it all the same."
        )
    listed = " or ".join(f"{each.network}:{one_line(each.handle)}" for each in cards)
    raise NothingFound(
        f"Something is found out about several accounts of {name}, {listed}: say "
        f"`hobnob act {kind}` and which."
    )
