"""`hobnob act`: answer, post, like, repost, follow, unfollow, mute, block; each after a yes."""

from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from hobnob.cli import clock
from hobnob.cli.outgoing import Yes, answered, found, tell
from hobnob.cli.output import AsJson, one_line
from hobnob.cli.people import NotOnePerson, Who, the_one
from hobnob.cli.start import open_data
from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network

if TYPE_CHECKING:
    from hobnob.operations.draft import Draft
    from hobnob.storage.queries.person.page import Reach

Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET",
        help="The address of a post; or somebody, as in x:ana: then the last words they wrote "
        "to you.",
        show_default=False,
    ),
]
Text = Annotated[
    str, typer.Argument(metavar="TEXT", help="What it says, to the letter.", show_default=False)
]
As = Annotated[
    str,
    typer.Option("--as", metavar="HANDLE", help="As this account of yours, if you have several."),
]


def reply(
    target: Target, text: Text, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False
) -> None:
    """Answer a post."""
    _on_post(ActionKind.REPLY, target, as_handle, text=text, yes=yes, as_json=as_json)


def like(target: Target, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Like a post."""
    _on_post(ActionKind.LIKE, target, as_handle, yes=yes, as_json=as_json)


def repost(
    target: Target, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False
) -> None:
    """Repost a post."""
    _on_post(ActionKind.REPOST, target, as_handle, yes=yes, as_json=as_json)


def post(
    network: Annotated[
        str, typer.Argument(metavar="NETWORK", help="One of bluesky, mastodon and x.")
    ],
    text: Text,
    *,
    as_handle: As = "",
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Post something of your own."""
    open_data()
    from hobnob.operations.act import new_post
    from hobnob.operations.draft import acting_account

    by = acting_account(_network(network), handle=as_handle)
    _ask(new_post(text, by=by.pk), yes=yes, as_json=as_json)


def follow(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Follow somebody."""
    _on_person(ActionKind.FOLLOW, who, as_handle, yes=yes, as_json=as_json)


def unfollow(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Follow somebody no longer."""
    _on_person(ActionKind.UNFOLLOW, who, as_handle, yes=yes, as_json=as_json)


def mute(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Mute somebody: you no longer see what they post."""
    _on_person(ActionKind.MUTE, who, as_handle, yes=yes, as_json=as_json)


def block(who: Who, *, as_handle: As = "", yes: Yes = False, as_json: AsJson = False) -> None:
    """Block somebody: neither of you sees the other."""
    _on_person(ActionKind.BLOCK, who, as_handle, yes=yes, as_json=as_json)


# ── Whom or what, and as whom ────────────────────────────────────────────────


def _on_post(
    kind: ActionKind, target: str, as_handle: str, *, yes: bool, as_json: bool, text: str = ""
) -> None:
    open_data()
    from hobnob.operations.act import about_post
    from hobnob.operations.draft import acting_account
    from hobnob.storage.queries.posts import post_line

    post_id = _post(target)
    about = post_line(post_id, clock.now_us())
    network = Network(about.network) if about else Network.MASTODON
    by = acting_account(network, handle=as_handle)
    _ask(about_post(kind, post_id, by=by.pk, text=text), yes=yes, as_json=as_json)


def _post(target: str) -> int:
    """The post that is meant. Raises HobnobError."""
    from hobnob.storage.queries.posts import newest_words_to_me, post_at

    if target.startswith(("https://", "http://", "at://")):
        post_id = post_at(target)
        if post_id is None:
            raise HobnobError(
                f"No post is known at {one_line(target)}: `hobnob sync` reads what is new."
            )
        return post_id
    person = the_one(target)
    newest = newest_words_to_me(person.person_id)
    if newest is None:
        raise HobnobError(
            f"{one_line(person.name)} has written you nothing that is known here: say the address "
            "of a post."
        )
    return newest


def _on_person(kind: ActionKind, who: str, as_handle: str, *, yes: bool, as_json: bool) -> None:
    open_data()
    from hobnob.operations.act import about_account
    from hobnob.operations.draft import acting_account

    there = _account(who)
    by = acting_account(Network(there.network), handle=as_handle)
    _ask(about_account(kind, there.account_id, by=by.pk), yes=yes, as_json=as_json)


def _account(who: str) -> "Reach":
    """The account that is meant, on a network where I have one. Raises NotOnePerson."""
    from hobnob.storage.queries.person.page import reach_of

    person = the_one(who)
    reached = reach_of(person.person_id)
    typed = who.removeprefix("@").casefold()
    meant = [
        each
        for each in reached
        if typed in (each.handle.casefold(), f"{each.network}:{each.handle}".casefold())
    ] or reached
    if len(meant) == 1:
        return meant[0]
    name = one_line(person.name)
    if not meant:
        raise NotOnePerson(
            f"{name} is on {' and '.join(person.networks)}, where you have no account: connect one "
            "with `hobnob connect NETWORK PLACE`."
        )
    listed = " or ".join(f"{each.network}:{one_line(each.handle)}" for each in meant)
    raise NotOnePerson(f"{name} has several accounts in your reach: say {listed}.")


def _network(text: str) -> Network:
    wanted = text.strip().lower()
    known = (Network.BLUESKY, Network.MASTODON, Network.X)
    for each in known:
        if each.value == wanted:
            return each
    raise HobnobError(f"“{one_line(text)}” is no network to post on: say {', '.join(known)}.")


# ── The question ─────────────────────────────────────────────────────────────


def _ask(draft: "Draft", *, yes: bool, as_json: bool) -> None:
    from hobnob.operations.draft import keep_draft

    item = keep_draft(draft, form=f"command {uuid4().hex}", now_us=clock.now_us())
    row = found(item.pk)
    if row.is_yes_offered:
        row = answered(row, is_said=yes, as_json=as_json)
    # The same may be under way already: it is not begun twice.
    tell(row, as_json=as_json)
