"""`hobnob chats session`: one session by its people, then what was asked and answered."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from hobnob.cli import clock, people, program
from hobnob.cli.chats import Key, here, session_answer
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.chats import read_day
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.chats.session import PersonRow, SessionPage, ThreadLine

_LEFT = 4
_LONGEST_QUOTE = 280


def session(
    key: Key,
    day: Annotated[
        str, typer.Argument(metavar="DATE", help="2026-11-17; by default the last one.")
    ] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """Show one session: whom you met, who waits for an answer, what was asked and answered."""
    open_data()
    from hobnob.operations.keep_chats import find_chat
    from hobnob.storage.queries.chats.session import session_page

    chat = find_chat(key).key
    found = session_page(chat, _date(chat, day), clock.now_us())
    if found is None:
        raise HobnobError(f"There was no session on {day}: `hobnob chats` shows when it is.")
    if as_json:
        print_json(_page_answer(found))
    else:
        _print_session(found)


def _date(chat: str, day: str) -> date:
    """The day that was typed, else that of the last session of which something is here."""
    if day:
        if found := read_day(day):
            return found
        raise HobnobError(f"“{day}” is no date: write one like 2026-11-17.")
    from hobnob.storage.queries.chats.agenda import chat_page

    page = chat_page(chat, clock.now_us())
    if page is None or not page.sessions:
        raise HobnobError(f"Nothing of {chat} is here yet: sync, or name a DATE.")
    return page.sessions[0].session.day


def _print_session(found: "SessionPage") -> None:
    console = out()
    about = found.line
    console.print(
        line(
            (f"{one_line(about.chat.name)}, {about.day}", "title"),
            (f"  {here(about.session.starts_us)} here, {about.when}", "quiet"),
        )
    )
    begins = "Nothing of it is here yet." if found.has_begun else f"It begins {about.when}."
    console.print(line((about.headline or begins, "name")))
    for section in found.sections:
        shown, total = len(section.rows), section.total
        count = f"{total}" if shown == total else f"{shown} of {total:,}"
        console.print(line((f"\n{section.title}", "title"), (f"  {count}", "quiet")))
        for row in section.rows:
            _print_person(console, row)
    if found.also_there:
        names = ", ".join(one_line(each.name, 40) for each in found.also_there)
        more = f" and {found.more_there:,} more" if found.more_there else ""
        console.print(indented(line((f"\nThere too: {names}{more}", "quiet")), 0))
    for thread in found.threads:
        _print_thread(console, thread)
    console.print(line((f"\n{one_line(found.reading.says)}.", "quiet")))


def _print_person(console: Console, row: "PersonRow") -> None:
    console.print()
    head = line(
        (one_line(row.person.name, 40), "name"),
        (f"  {one_line(row.person.at_handle, 50)}", "handle"),
        (f"  {row.on_list}" if row.on_list else "", "quiet"),
    )
    console.print(head, no_wrap=True, overflow="ellipsis")
    who = "You: " if row.newest.is_mine else ""
    console.print(indented(line(f"{who}“{one_line(row.newest.text, _LONGEST_QUOTE)}”"), _LEFT))
    console.print(indented(line((one_line(row.why), "why")), _LEFT))
    whom = people.address(row.person)
    if row.waits:
        word, how = "Answer", one_line(row.newest.url) or program.command(f"act reply {whom}")
    else:
        word, how = "Promote", program.command(f"list promote {whom}")
    if row.waits or not row.on_list:
        console.print(line(" " * _LEFT, (word, "act"), f"  {how}"), soft_wrap=True)


def _print_thread(console: Console, thread: "ThreadLine") -> None:
    asked = one_line(thread.question.text, _LONGEST_QUOTE) if thread.question else ""
    console.print(line((f"\nQuestion {thread.number}", "title")))
    if asked:
        console.print(indented(line((asked, "name")), 0))
    for each in thread.answers:
        who = "You" if each.is_mine else one_line(each.person.name, 40) if each.person else "?"
        said = line((who, "name"), f": {one_line(each.text, _LONGEST_QUOTE)}")
        console.print(indented(said, _LEFT))
    if thread.more:
        console.print(indented(line((f"and {thread.more:,} more", "quiet")), _LEFT))


def _page_answer(found: "SessionPage") -> dict[str, Any]:
    rows = [row for section in found.sections for row in section.rows]
    return {
        **session_answer(found.line),
        "people": [_person_answer(row) for row in rows],
        "followed_up": [people.as_answer(each) for each in found.followed_up],
        "there_too": [people.as_answer(each) for each in found.also_there],
        "questions": [
            {
                "number": thread.number,
                "question": thread.question.text if thread.question else None,
                "answers": [
                    {
                        "who": people.as_answer(each.person) if each.person else None,
                        "text": each.text,
                        "url": each.url,
                        "is_kept": each.is_kept,
                    }
                    for each in thread.answers
                ],
            }
            for thread in found.threads
        ],
    }


def _person_answer(row: "PersonRow") -> dict[str, Any]:
    return {
        "person": people.as_answer(row.person),
        "is_new": row.is_new,
        "waits": row.waits,
        "why": row.why,
        "list": row.on_list,
        "words": [{"mine": each.is_mine, "text": each.text} for each in row.words],
        "url": row.newest.url,
    }
