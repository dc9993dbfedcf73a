"""`hobnob people`: whom one is in touch with or has in one's files, narrowed down, in views."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hobnob.cli import clock, people, program
from hobnob.cli.output import AsJson, counted, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError
from hobnob.domain.people_filters import Answer, PeopleFilters, PeopleOrder, as_query

if TYPE_CHECKING:
    from hobnob.storage.queries.finding.people_list import PeopleRow

_SHOWN = 50

Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="With this tag; give it again for one more."),
]


def _flag(name: str, about: str) -> Any:
    return typer.Option(name, metavar="", help=about)


def _word(name: str, metavar: str, about: str) -> Any:
    return typer.Option(name, metavar=metavar, help=about)


def show(
    *,
    view: Annotated[str, _word("--view", "NAME", "As a view that you kept.")] = "",
    tag: Tags = None,
    losing_touch: Annotated[
        bool, _flag("--losing-touch", "Quiet against their own normal.")
    ] = False,
    over_cadence: Annotated[
        bool, _flag("--over-cadence", "A word is due, by what you wished for.")
    ] = False,
    waiting: Annotated[bool, _flag("--waiting", "Waiting for a word of yours.")] = False,
    nothing_owed: Annotated[bool, _flag("--nothing-owed", "Not waiting for you.")] = False,
    not_found: Annotated[
        bool, _flag("--not-found", "In your files, and no account of theirs is known.")
    ] = False,
    left_alone: Annotated[
        bool, _flag("--do-not-contact", "Who asked to be left alone, or has died.")
    ] = False,
    on_list: Annotated[str, _word("--list", "LIST", "On this list.")] = "",
    network: Annotated[str, _word("--network", "NETWORK", "On x, bluesky or mastodon.")] = "",
    topic: Annotated[str, _word("--topic", "TOPIC", "Who cares about it: tigers.")] = "",
    place: Annotated[str, _word("--place", "PLACE", "A city, region or country.")] = "",
    chat: Annotated[str, _word("--met-in", "CHAT", "Met in this chat.")] = "",
    words: Annotated[str, _word("--words", "WORDS", "Beginnings of names and handles.")] = "",
    sort: Annotated[
        PeopleOrder, typer.Option("--sort", help="What comes first.", case_sensitive=False)
    ] = PeopleOrder.CLOSENESS,
    keep_as: Annotated[
        str, _word("--keep-as", "NAME", "Keep all of this as a view of that name.")
    ] = "",
    everybody: Annotated[bool, _flag("--all", f"Show all, not just the first {_SHOWN}.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show people: those you lose touch with, donors not found yet, and whom else you ask for."""
    open_data()
    chosen = PeopleFilters(
        words=words,
        tags=tuple(each.lower().lstrip("#") for each in tag or ()),
        on_list=_key_of(on_list) if on_list else "",
        network=network.lower(),
        topic=topic,
        place=place,
        chat=chat,
        answer=_answer(waiting=waiting, nothing_owed=nothing_owed),
        is_losing_touch=losing_touch,
        is_over_cadence=over_cadence,
        is_not_found=not_found,
        is_do_not_contact=left_alone,
        order=sort,
    )
    filters = _of_view(view, chosen) if view else chosen
    if keep_as:
        _keep(keep_as, filters)
    _show(filters, everybody=everybody, as_json=as_json)


def _answer(*, waiting: bool, nothing_owed: bool) -> str:
    if waiting and nothing_owed:
        raise HobnobError("--waiting and --nothing-owed say opposite things: give one of them.")
    if waiting:
        return Answer.OWED
    return Answer.NONE if nothing_owed else ""


def _key_of(name: str) -> str:
    from hobnob.cli.lists import the_list

    return the_list(name).key


def _of_view(name: str, chosen: PeopleFilters) -> PeopleFilters:
    """The filters of a view, in the order asked for. Raises HobnobError where nobody kept it."""
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.finding.views import saved_views, view_called

    if not chosen.is_everybody:
        raise HobnobError("A view says what its people share: leave the other filters out.")
    reader_id = local_user().pk
    found = view_called(name, reader_id)
    if found is not None:
        is_sorted = chosen.order is not PeopleOrder.CLOSENESS
        return found.filters.but(order=chosen.order) if is_sorted else found.filters
    names = ", ".join(f"“{one_line(each.name)}”" for each in saved_views(reader_id))
    there_are = f"There are: {names}." if names else "You kept none so far: see --keep-as."
    raise HobnobError(f"No view is called “{one_line(name)}”. {there_are}")


def _keep(name: str, filters: PeopleFilters) -> None:
    from hobnob.operations.keep_views import save_view
    from hobnob.operations.local_user import local_user

    save_view(name, filters, author=local_user(), now_us=clock.now_us())


def _show(filters: PeopleFilters, *, everybody: bool, as_json: bool) -> None:
    from hobnob.storage.queries.finding.people_list import every_person, people_page, rows_of

    now_us = clock.now_us()
    if not (everybody or as_json):
        page = people_page(filters, now_us=now_us)
        _print(page.rows, has_more=page.has_next, count=page.count)
        return
    ids = every_person(filters, now_us=now_us)
    rows = rows_of(ids, filters, now_us=now_us)
    if as_json:
        answers = [_as_answer(each) for each in rows]
        print_json({"filters": as_query(filters), "people": answers})
    else:
        _print(rows, has_more=False, count=len(rows))


def _as_answer(row: "PeopleRow") -> dict[str, Any]:
    return {
        **people.as_answer(row.person),
        "because": row.because,
        "tags": list(row.tags),
        "giving": row.giving,
        "rhythm": row.rhythm,
        "caution": row.person.caution,
    }


def _print(rows: "tuple[PeopleRow, ...]", *, has_more: bool, count: int | None) -> None:
    console = out()
    if not rows:
        console.print("Nobody has all of that in common.")
        return
    how_many = "" if count is None else f"  {counted(count, 'person', 'people')}"
    console.print(line(("People", "title"), (how_many, "quiet")))
    for row in rows:
        _print_row(row)
    if has_more:
        console.print(line(("\nAnd more: add --all to see them.", "quiet")))
    else:
        more = program.command("person " + people.address(rows[0].person))
        console.print(line((f"\nMore of somebody: {more}", "quiet")), soft_wrap=True)


def _print_row(row: "PeopleRow") -> None:
    console = out()
    console.print()
    tags = " ".join(f"#{one_line(each, 30)}" for each in row.tags)
    caution = f"  {row.person.caution}" if row.person.caution else ""
    name = (one_line(row.person.name, 40), "name")
    handle = (f"  {one_line(row.person.at_handle, 50)}", "handle")
    console.print(line(name, handle, f"  {tags}" if tags else "", (caution, "look")))
    for said, style in ((row.because, "why"), (row.giving, "quiet"), (row.rhythm, "quiet")):
        if said:
            console.print(indented(line((one_line(said), style)), 4))
