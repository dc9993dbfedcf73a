"""`hobnob chats`: which come, and whom I met in the last ones; add one, end one, a calendar."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from hobnob.cli import clock, program
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import from_us

if TYPE_CHECKING:
    from hobnob.domain.chat_bursts import Suggestion
    from hobnob.storage.queries.chats.agenda import ChatLine, ChatsPage, SessionLine

_LEFT = 4

Key = Annotated[
    str,
    typer.Argument(
        metavar="CHAT", help="The chat, as `hobnob chats` shows it: tusktalk.", show_default=False
    ),
]


def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show the chats that come, and whom you met in the last ones."""
    if context.invoked_subcommand is not None:
        return
    open_data()
    from hobnob.domain.chats import zone
    from hobnob.operations.local_zone import local_zone
    from hobnob.storage.queries.chats.agenda import chats_page
    from hobnob.storage.queries.chats.suggested import found_in_my_posts

    found = chats_page(clock.now_us())
    suggested = found_in_my_posts(zone(local_zone()))
    if as_json:
        print_json(
            {
                "chats": [_chat_answer(each) for each in (*found.chats, *found.ended)],
                "sessions": [session_answer(each) for each in found.last],
                "suggested": [_suggested_answer(each) for each in suggested],
            }
        )
    else:
        _print_chats(found, suggested)


def add(
    hashtag: Annotated[
        str, typer.Argument(metavar="HASHTAG", help="'#tusktalk'", show_default=False)
    ],
    weekday: Annotated[str, typer.Argument(metavar="DAY", help="tuesday", show_default=False)],
    hour: Annotated[
        str,
        typer.Argument(metavar="HOUR", help="When it begins: 20:00 or 8pm.", show_default=False),
    ],
    *,
    zone: Annotated[
        str,
        typer.Option(
            "--zone", metavar="ZONE", help="Where that hour holds; by default here. Europe/Berlin."
        ),
    ] = "",
    minutes: Annotated[int, typer.Option("--minutes", help="How long it takes.")] = 60,
    about: Annotated[str, typer.Option("--about", metavar="TEXT", help="What it is about.")] = "",
    as_json: AsJson = False,
) -> None:
    """Add a chat: a hashtag, a day of the week, an hour.

    Its past sessions are found in what is here; connected networks that show hashtags are read for
    it from the next sync on.
    """
    open_data()
    from hobnob.domain.chats import read_clock, read_weekday, read_zone
    from hobnob.operations.keep_chats import Plan, make_chat
    from hobnob.operations.local_zone import local_zone
    from hobnob.storage.queries.chats.agenda import chat_line

    plan = Plan(
        tag=hashtag,
        weekday=read_weekday(weekday),
        minute=read_clock(hour),
        time_zone=read_zone(zone) if zone else local_zone(),
        minutes=minutes,
        about=about,
    )
    made = chat_line(make_chat(plan, now_us=clock.now_us()), clock.now_us())
    if as_json:
        print_json(_chat_answer(made))
        return
    said = line((one_line(made.name), "name"), f" is added: {made.schedule}. {_next(made)}")
    out().print(said, soft_wrap=True)


def end(key: Key, *, as_json: AsJson = False) -> None:
    """End a chat: no more sessions are expected. Its hashtag is read until you drop it."""
    open_data()
    from hobnob.operations.keep_chats import end_chat, is_read_for_nothing

    ended = end_chat(key, now_us=clock.now_us())
    if as_json:
        print_json({"ended": ended.key})
        return
    said = line((one_line(ended.name), "name"), " has ended. What happened in it stays.")
    if is_read_for_nothing(ended):
        drop = f"hobnob sources drop-hashtag '#{one_line(ended.tag)}'"
        said += line(" Its hashtag is read until you drop it: ", (drop, "act"))
    out().print(said, soft_wrap=True)


def calendar(
    *,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help="Write them as a file for a calendar program."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the sessions of the next four weeks, or write all chats as an iCalendar file."""
    open_data()
    from hobnob.storage.queries.chats.agenda import coming
    from hobnob.storage.queries.chats.ics import calendar_file

    now_us = clock.now_us()
    if ics is not None:
        _write(ics, calendar_file(now_us))
        out().print(f"Written to {one_line(str(ics))}.", soft_wrap=True)
        return
    found = coming(now_us)
    if as_json:
        sessions = [
            {
                "chat": each.chat.key,
                "day": str(each.session.day),
                "starts": clock.iso(each.session.starts_us),
                "ends": clock.iso(each.session.ends_us),
            }
            for each in found
        ]
        print_json({"sessions": sessions})
        return
    console = out()
    if not found:
        console.print(program.as_typed("No chat comes. Add one: `hobnob chats add --help`."))
    for each in found:
        console.print(line(f"{here(each.session.starts_us)}  ", (one_line(each.chat.name), "name")))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise HobnobError(
            f"{path} cannot be written ({error.strerror}): choose another file."
        ) from error


# ── For a person ─────────────────────────────────────────────────────────────


def _print_chats(found: "ChatsPage", suggested: "list[Suggestion]") -> None:
    console = out()
    if not found.chats and not found.ended:
        console.print(line(("No chat is here yet.", "name"), " Add one: hashtag, weekday, hour."))
        example = program.command("chats add '#tusktalk' tuesday 20:00 --zone Europe/Amsterdam")
        console.print(line(example), soft_wrap=True)
    for chat in found.chats:
        head = line((one_line(chat.name), "name"), f"  {chat.when}", (f"  {chat.key}", "quiet"))
        console.print(head, soft_wrap=True)
        console.print(indented(line((f"{chat.schedule}. {_next(chat)}", "quiet")), _LEFT))
    if found.last:
        console.print(line(("\nHow they went", "title")))
    for each in found.last:
        _print_line(console, each)
    if found.ended:
        names = ", ".join(one_line(each.name) for each in found.ended)
        console.print(line((f"\nEnded: {names}", "quiet")))
    if suggested:
        console.print(line(("\nThese look like chats", "title")))
    for one in suggested:
        _print_suggested(console, one)


def _print_line(console: Console, each: "SessionLine") -> None:
    console.print()
    head = line((f"{one_line(each.chat.name)}, {each.day}", "name"), (f"  {each.when}", "quiet"))
    console.print(head)
    console.print(indented(line(each.headline or "Nothing of it is here yet."), _LEFT))
    if each.to_follow_up:
        how = program.command(f"chats session {each.chat.key} {each.session.day}")
        words = (f"{each.to_follow_up} to follow up", "act")
        console.print(line(" " * _LEFT, words, f"  {how}"), soft_wrap=True)


def _print_suggested(console: Console, one: "Suggestion") -> None:
    from hobnob.domain.chats import WEEKDAYS, clock_words

    console.print()
    console.print(line((f"#{one_line(one.tag)}", "name")))
    console.print(indented(line((one_line(one.because), "why")), _LEFT))
    hour = f"{WEEKDAYS[one.weekday].lower()} {clock_words(one.minute)}"
    how = program.command(f"chats add '#{one_line(one.tag)}' {hour}")
    console.print(line(" " * _LEFT, ("Add", "act"), f"  {how}"), soft_wrap=True)


def _next(chat: "ChatLine") -> str:
    if chat.coming is None:
        return "It has ended."
    at = here(chat.coming.starts_us)
    return f"It is {chat.when}." if chat.is_on else f"The next one is {chat.when}: {at} here."


def here(us: int) -> str:
    """ "Tuesday 24 November, 19:00" as the clocks of this machine show it."""
    from hobnob.domain.chats import day_words

    moment = from_us(us).astimezone()
    return f"{day_words(moment)}, {moment:%H:%M}"


# ── For programs ─────────────────────────────────────────────────────────────


def _chat_answer(chat: "ChatLine") -> dict[str, Any]:
    from hobnob.domain.chats import WEEKDAYS, clock_words

    return {
        "key": chat.key,
        "name": chat.name,
        "about": chat.about,
        "weekday": WEEKDAYS[chat.weekday],
        "hour": clock_words(chat.minute),
        "time_zone": chat.time_zone,
        "minutes": chat.minutes,
        "has_ended": chat.has_ended,
        "next": clock.iso(chat.coming.starts_us) if chat.coming else None,
        "is_on": chat.is_on,
    }


def session_answer(each: "SessionLine") -> dict[str, Any]:
    """A session, as `--json` prints it."""
    return {
        "chat": each.chat.key,
        "day": str(each.session.day),
        "starts": clock.iso(each.session.starts_us),
        "headline": each.headline,
        "met": each.met,
        "spoke_with": len(each.people),
        "waiting": each.waiting,
        "to_follow_up": each.to_follow_up,
        "there": each.there,
    }


def _suggested_answer(one: "Suggestion") -> dict[str, Any]:
    from hobnob.domain.chats import WEEKDAYS, clock_words

    return {
        "tag": one.tag,
        "weekday": WEEKDAYS[one.weekday],
        "hour": clock_words(one.minute),
        "weeks": one.weeks,
        "uses": one.uses,
        "because": one.because,
    }
