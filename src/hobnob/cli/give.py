"""`hobnob give`: something kind to do today, for whom, why, and words to begin with."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.people import the_one
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hobnob.storage.queries.gestures.made import GestureMade
    from hobnob.storage.queries.gestures.offers import Offer

_LEFT = 4
_LONGEST_QUOTE = 200

Whom = Annotated[
    str,
    typer.Argument(
        metavar="WHOM",
        help="A number of `hobnob give`, or somebody, as in x:ana.",
        show_default=False,
    ),
]
What = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="Which gesture, as it is called there: birthday, thank_repost. Needed with a name.",
        show_default=False,
    ),
]


def show(
    context: typer.Context,
    *,
    more: Annotated[
        bool, typer.Option("--more", metavar="", help="A few of each kind as well.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what kind things there are to do today: two at most, each with its reason."""
    if context.invoked_subcommand:
        return
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.gestures.choice import gestures_to_give

    found = gestures_to_give(local_user(), clock.now_us())
    if as_json:
        rest = {each.kind: _answers(each.offers) for each in found.more} if more else {}
        print_json({"today": _answers(found.today), "more": rest})
        return
    console = out()
    if not found.today:
        console.print(line(("Nothing that presses. That is a good day too.", "name")))
    _print_offers(console, found.today)
    for each in found.more if more else ():
        console.print(line((f"\n{each.title}", "title")))
        _print_offers(console, each.offers, numbered=False)
    if found.more and not more:
        console.print(line(("\nMore, if you like: ", "quiet"), program.command("give --more")))


def to(who: people.Who, *, as_json: AsJson = False) -> None:
    """Say what kind things could be done for somebody, and what was done so far.

    A name right after `hobnob give` does the same.
    """
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.gestures.choice import gestures_for

    person = the_one(who, may_guess=True)
    now_us = clock.now_us()
    found = gestures_for(person.person_id, reader=local_user(), now_us=now_us)
    if as_json:
        answer = {"person": people.as_answer(person), "offers": _answers(found.offers)}
        print_json({**answer, "made": [made_answer(each) for each in found.made]})
        return
    console = out()
    if not found.offers:
        console.print(line((one_line(person.name), "name"), ": nothing comes to mind right now."))
    _print_offers(console, found.offers, numbered=False)
    if found.made:
        console.print(line(("\nDone so far", "title")))
        print_made(console, found.made)


def done(
    whom: Whom,
    kind: What = "",
    *,
    words: Annotated[
        str, typer.Option("--words", metavar="TEXT", help="What you said.", show_default=False)
    ] = "",
    picture: Annotated[
        str,
        typer.Option(
            "--picture",
            metavar="PICTURE",
            help="What went with it: tigers/cub.jpg of your own, or where it was found.",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Remember that you did it, so that nobody gets the same twice."""
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.operations.make_gesture import make_gesture
    from hobnob.operations.remember_gesture import Given

    offer = _meant(whom, kind)
    given = Given(
        person_id=offer.person.person_id,
        kind=offer.gesture.kind,
        key=offer.gesture.key,
        words=words,
        picture=picture,
        post_id=offer.gesture.post_id,
    )
    make_gesture(given, author=local_user(), now_us=clock.now_us())
    _said(offer, "done", "is done. What comes back will stand beside it", as_json=as_json)


def not_this_one(whom: Whom, kind: What = "", *, as_json: AsJson = False) -> None:
    """Don't offer one of them again."""
    open_data()
    from hobnob.operations import make_gesture
    from hobnob.operations.local_user import local_user

    offer = _meant(whom, kind)
    make_gesture.not_this_one(
        offer.person.person_id,
        offer.gesture.key,
        author=local_user(),
        now_us=clock.now_us(),
    )
    _said(offer, "not this one", "is not offered again", as_json=as_json)


# ── Which one is meant ───────────────────────────────────────────────────────


def _meant(whom: str, kind: str) -> "Offer":
    """The gesture of today with this number, or of this kind for somebody. Raises HobnobError."""
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.gestures.choice import gestures_for, gestures_today

    reader, now_us = local_user(), clock.now_us()
    if whom.isdecimal() and not kind:
        today = gestures_today(reader, now_us)
        if not 1 <= int(whom) <= len(today):
            raise HobnobError(
                f"Today has {len(today)} of them, and no number {one_line(whom)}: `hobnob give` "
                "lists them."
            )
        return today[int(whom) - 1]
    person = the_one(whom)
    offers = gestures_for(person.person_id, reader=reader, now_us=now_us).offers
    wanted = kind.strip().lower().replace(" ", "_").replace("-", "_")
    found = [each for each in offers if each.gesture.kind == wanted]
    if found:
        return found[0]
    name, known = one_line(person.name), ", ".join(each.gesture.kind for each in offers)
    there_are = f"there is {known}" if known else "nothing comes to mind right now"
    raise HobnobError(f"For {name} {there_are}; give one of those after the name.")


def _said(offer: "Offer", did: str, says: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"did": did, **_answer(offer)})
        return
    undo_it = f"Changed your mind? {program.command('undo')}"
    name = (one_line(offer.person.name), "name")
    words = line(name, f": “{offer.title}” {says}. ", (undo_it, "quiet"))
    out().print(words, soft_wrap=True)


# ── What is printed ──────────────────────────────────────────────────────────


def _answers(offers: "Sequence[Offer]") -> list[dict[str, Any]]:
    return [_answer(each) for each in offers]


def _answer(offer: "Offer") -> dict[str, Any]:
    gesture = offer.gesture
    return {
        "person": people.as_answer(offer.person),
        "kind": gesture.kind,
        "key": gesture.key,
        "title": offer.title,
        "happened": gesture.happened,
        "what": gesture.what,
        "because": gesture.because,
        "beginning": offer.draft.letter,
        "picture": gesture.picture.path if gesture.picture else "",
        "free_pictures": [each.url for each in offer.searches],
        "url": offer.url,
    }


def _print_offers(console: Console, offers: "Sequence[Offer]", *, numbered: bool = True) -> None:
    for number, each in enumerate(offers, 1):
        console.print()
        head = line(
            (f"{number:>2}  " if numbered else " " * _LEFT, "quiet"),
            (one_line(each.person.name, 40), "name"),
            (f"  {one_line(each.person.at_handle, 50)}", "handle"),
        )
        console.print(head, no_wrap=True, overflow="ellipsis")
        _print_offer(console, each)


def _print_offer(console: Console, each: "Offer") -> None:
    gesture = each.gesture
    if gesture.what:
        quote = one_line(gesture.what, _LONGEST_QUOTE)
        console.print(indented(line(f"{gesture.happened} “{quote}”".strip()), _LEFT))
    console.print(indented(line((one_line(gesture.because), "why")), _LEFT))
    kind = (f"  {gesture.kind}", "quiet")
    console.print(line(" " * _LEFT, (each.title, "act"), kind), soft_wrap=True)
    for words in each.draft.letter.splitlines():
        console.print(indented(line(one_line(words)), _LEFT))
    if gesture.picture:
        console.print(indented(line(("with ", "quiet"), one_line(gesture.picture.path)), _LEFT))
    for search in each.searches if not gesture.picture else ():
        console.print(line(" " * _LEFT, (search.url, "quiet")), soft_wrap=True)
    if each.url:
        console.print(line(" " * _LEFT, one_line(each.url)), soft_wrap=True)


def made_answer(each: "GestureMade") -> dict[str, Any]:
    """Something that was done, as `--json` prints it."""
    return {
        "person": people.as_answer(each.person),
        "kind": each.kind,
        "when": each.when,
        "by": each.author,
        "words": each.words,
        "picture": each.picture,
        "reaction": each.reaction,
    }


def print_made(console: Console, made: "Sequence[GestureMade]") -> None:
    """What was done, and what came back."""
    for each in made:
        what = (f"  {each.title}, {each.when}", "quiet")
        console.print(line((f"\n{one_line(each.person.name, 40)}", "name"), what))
        if each.words:
            console.print(indented(line(f"“{one_line(each.words, _LONGEST_QUOTE)}”"), _LEFT))
        style = "done" if each.has_reaction else "why"
        console.print(indented(line((one_line(each.reaction), style)), _LEFT))
