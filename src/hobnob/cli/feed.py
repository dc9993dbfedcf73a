"""`hobnob feed`: what is new on a list since you last looked, as the page tells it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from hobnob.cli import clock, people
from hobnob.cli.beginning import is_first_day
from hobnob.cli.found import still_there
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.feed import HOME, IN_THE_LAST_DAYS, QUESTIONS, how_it_ends, on_the_day
from hobnob.domain.moments import from_us

if TYPE_CHECKING:
    from hobnob.storage.queries.feed.page import FeedGroup, FeedLine, FeedPage
    from hobnob.storage.queries.feed.rows import FeedRow, Said

_LONGEST_QUOTE = 280
_LONGEST_PARENT = 100
_LEFT = 4


class By(StrEnum):
    """What stands together."""

    KIND = "kind"
    PERSON = "person"


ListName = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help='The list: its name ("The Watchlist") or key (watchlist); or home, for everybody you '
        "follow. Without it: all lists, and how much of each is unread.",
        show_default=False,
    ),
]


def feed(
    name: ListName = None,
    *,
    questions: Annotated[
        bool,
        typer.Option(
            "--questions", metavar="", help="What you could answer, from all lists, nearest first."
        ),
    ] = False,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="kind|person",
            help="What stands together. By default as you read this feed last.",
            show_default=False,
        ),
    ] = None,
    links: Annotated[
        bool, typer.Option("--links", metavar="", help="Unfold the link-drops.")
    ] = False,
    seen: Annotated[
        bool,
        typer.Option(
            "--seen",
            metavar="",
            help="You have read what is printed: it does not come back, but for new talk about it.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read what is new on a list since you last looked; and where it ends."""
    open_data()
    key = QUESTIONS if questions else _key(name)
    if key is None:
        _choose(as_json=as_json)
        return
    page = _page(key, by)
    if as_json:
        print_json(as_answer(page))
    else:
        _print(page, links=links)
    if seen:
        _remember(page, links=links)


def _key(name: str | None) -> str | None:
    from hobnob.operations.stages import find_list

    if name is None or name.casefold() in (HOME, QUESTIONS):
        return name and name.casefold()
    return find_list(name).key


def _page(key: str, by: By | None) -> "FeedPage":
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.feed.page import feed_page

    is_by_person = None if by is None else by is By.PERSON
    return still_there(
        feed_page(key, local_user(), now_us=clock.now_us(), is_by_person=is_by_person)
    )


def _remember(page: "FeedPage", *, links: bool) -> None:
    from hobnob.operations.local_user import local_user
    from hobnob.operations.read_feed import Reader

    reader = Reader(user=local_user(), now_us=clock.now_us())
    folded = page.folded.rows if links and page.folded else ()
    shown = [row.id for row in (*page.rows, *folded)]
    reader.see(shown)
    reader.stop_at(page.key, page.rows[-1].id if page.rows else None)


# ── Which list ─────────────────────────────────────────────────────────────


def _choose(*, as_json: bool) -> None:
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.feed.page import feed_lines

    lines = feed_lines(local_user(), now_us=clock.now_us())
    if as_json:
        print_json({"feeds": [_line_answer(each) for each in lines]})
        return
    if not any(each.is_anything for each in lines) and is_first_day():
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for each in lines:
        looked = f"looked {_day(each.looked_us)}" if each.looked_us else ""
        words = (each.words, "" if each.to_read else "quiet")
        table.add_row(line((each.title, "name")), line(words), line((looked, "quiet")))
    out().print(table)


def _line_answer(each: "FeedLine") -> dict[str, Any]:
    return {
        "key": each.key,
        "title": each.title,
        "to_read": each.to_read,
        "link_drops": each.link_drops,
        "is_more": each.is_more,
        "looked": clock.iso(each.looked_us),
    }


def _day(us: int) -> str:
    return on_the_day(from_us(us).astimezone(), from_us(clock.now_us()).astimezone())


# ── For programs ───────────────────────────────────────────────────────────


def as_answer(page: "FeedPage") -> dict[str, Any]:
    """A feed as `--json` prints it."""
    return {
        "key": page.key,
        "title": page.title,
        "looked": clock.iso(page.looked_us),
        "to_read": page.to_read,
        "is_more": page.is_more,
        "groups": [_group_answer(group) for group in page.groups],
        "link_drops": _group_answer(page.folded) if page.folded else None,
        "end": _end(page),
    }


def _group_answer(group: "FeedGroup") -> dict[str, Any]:
    return {
        "key": group.key,
        "title": group.title,
        "total": group.total,
        "is_more": group.is_more,
        "rows": [_row_answer(row) for row in group.rows],
    }


def _row_answer(row: "FeedRow") -> dict[str, Any]:
    return {
        "id": row.id,
        "person": people.as_answer(row.person),
        "kind": row.kind,
        "happened": row.happened,
        **_said_answer(row.said),
        "answers_to": _said_answer(row.answers_to) if row.answers_to else None,
        "quoted": _said_answer(row.quoted) if row.quoted else None,
        "original": _said_answer(row.original) if row.original else None,
        "new_answers": [_said_answer(each) for each in row.answers],
        "why": row.why,
        "act": row.act.word,
        "url": row.url,
    }


def _said_answer(said: "Said") -> dict[str, Any]:
    return {
        "who": said.who,
        "words": said.words,
        "warning": said.warning,
        "media": [{"kind": each.kind, "alt": each.alt} for each in said.media],
        "choices": list(said.choices),
        "links": [{"url": each.url, "title": each.title} for each in said.links],
    }


# ── For a person ───────────────────────────────────────────────────────────


def _print(page: "FeedPage", *, links: bool) -> None:
    console = out()
    more = "+" if page.is_more else ""
    count = f" · {page.to_read}{more} to read" if page.to_read else ""
    console.print(line((page.title, "name"), f" · {_since(page)}{count}"))
    number = 1
    for group in page.groups:
        _print_group(console, group, number)
        number += len(group.rows)
    if page.folded and links:
        _print_group(console, page.folded, number)
    console.print()
    console.print(line((_end(page), "done")))
    if page.folded and not links:
        console.print(line((f"{page.folded_words} folded: add --links to see them.", "quiet")))


def _since(page: "FeedPage") -> str:
    return f"since {_day(page.looked_us)}" if page.looked_us else IN_THE_LAST_DAYS


def _end(page: "FeedPage") -> str:
    folded = page.folded_words
    return how_it_ends(to_read=page.to_read, more=page.more, link_drops=folded, since=_since(page))


def _print_group(console: Console, group: "FeedGroup", first: int) -> None:
    shown, total = len(group.rows), f"{group.total}{'+' if group.is_more else ''}"
    count = total if not group.hidden and not group.is_more else f"{shown} of {total}"
    console.print()
    console.print(line((one_line(group.title), "title"), (f"  {count}", "quiet")))
    for number, row in enumerate(group.rows, first):
        _print_row(console, row, number)


def _print_row(console: Console, row: "FeedRow", number: int) -> None:
    console.print()
    head = line(
        (f"{number:>2}  ", "quiet"),
        (one_line(row.person.name, 40), "name"),
        (f"  {one_line(row.person.at_handle, 50)}", "handle"),
        (f"  {one_line(row.happened)}", "quiet"),
    )
    console.print(head, no_wrap=True, overflow="ellipsis")
    if row.answers_to:
        _print_said(console, row.answers_to, before="answering ", limit=_LONGEST_PARENT)
    _print_said(console, row.said)
    for each in filter(None, (row.original, row.quoted, *row.answers)):
        _print_said(console, each, before="")
    console.print(indented(line((one_line(row.why), "why")), _LEFT))
    # Whole, whatever the width: what is broken in two cannot be copied.
    console.print(
        line(" " * _LEFT, (row.act.word, "act"), f"  {one_line(row.url)}"), soft_wrap=True
    )


def _print_said(
    console: Console, said: "Said", *, before: str | None = None, limit: int = _LONGEST_QUOTE
) -> None:
    """What somebody said, with whose words they are where that is to be told."""
    whose = "" if before is None else f"{before}{one_line(said.who, 40)}: "
    for each in _told(said, limit):
        console.print(indented(line((whose, "quiet"), each), _LEFT))
        whose = ""


def _told(said: "Said", limit: int) -> list[str]:
    if said.warning:
        return [f"behind a warning: {one_line(said.warning)}"]
    if limit < _LONGEST_QUOTE:
        return [f"“{one_line(said.heading, limit)}”"]
    told = [f"“{one_line(said.words, limit)}”"] if said.words else []
    told += [f"( ) {one_line(each)}" for each in said.choices]
    told += [f"[{each.kind}: {one_line(each.alt)}]" for each in said.media if each.alt]
    told += [f"[{said.undescribed}]"] if said.undescribed else []
    told += [f"{one_line(f'{each.title} {each.url}')}" for each in said.links]
    return told
