"""Chats: which there are and when, how their last sessions went, and adding one."""

from typing import Any
from zoneinfo import available_timezones

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.chats import WEEKDAYS, clock_words, read_clock, read_day, read_zone, zone
from hobnob.domain.errors import HobnobError
from hobnob.operations.keep_chats import (
    NotAChat,
    Plan,
    edit_chat,
    end_chat,
    find_chat,
    is_read_for_nothing,
    make_chat,
    read_its_hashtag,
    resume_chat,
)
from hobnob.operations.local_zone import local_zone
from hobnob.operations.sync import announce
from hobnob.storage.queries.chats.agenda import ChatLine, ChatPage, chat_page, chats_page
from hobnob.storage.queries.chats.reading import connections_reading
from hobnob.storage.queries.chats.suggested import found_in_my_posts
from hobnob.web import clock
from hobnob.web.answers import SAID, asked, back, page, said, whole_number
from hobnob.web.text import shown
from hobnob.worker import sync_in_background

_SUGGESTED_MINUTES = 60


@require_safe
def chats(request: HttpRequest) -> HttpResponse:
    """The chats, the next one first, and whom I met in their last sessions."""
    here = local_zone()
    context = {
        "found": chats_page(clock.now_us()),
        "suggested": found_in_my_posts(zone(here)),
        "here_zone": here,
        "suggested_minutes": _SUGGESTED_MINUTES,
    }
    return page(request, "chats/index.html", context)


@require_safe
def chat(request: HttpRequest, key: str) -> HttpResponse:
    """One chat: when it is, and its sessions."""
    found = chat_page(key, clock.now_us(), before=read_day(asked(request, "before")))
    if found is None:
        raise Http404
    return page(request, "chats/chat.html", {"chat": found})


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Add a chat. What will not do is said beside what was typed."""
    if request.method != "POST":
        typed = {"tag": asked(request, "tag"), "clock": "20:00", "zone": local_zone()}
        return page(request, "chats/new.html", {"typed": typed, **_choices()})
    try:
        made = make_chat(_plan(request), now_us=clock.now_us())
    except HobnobError as error:
        return page(request, "chats/new.html", _again(request, error), status=400)
    return redirect("chat", made.key)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Another hour or other words; the end of it."""
    found = chat_page(key, clock.now_us())
    if found is None:
        raise Http404
    if request.method != "POST":
        return page(request, "chats/edit.html", _form(found, _typed(found.line)))
    if "end" in request.POST:
        ended = end_chat(key, now_us=clock.now_us())
        sentence = f"{shown(ended.name)} has ended. What happened in it stays."
        if is_read_for_nothing(ended):
            sentence += " Its hashtag is read until you leave it under Connections."
        return back(request, sentence, SAID)
    if "resume" in request.POST:
        resume_chat(key)
        return back(request, f"{shown(found.line.name)} goes on.", SAID)
    try:
        edit_chat(key, _plan(request))
    except HobnobError as error:
        context = _form(found, {}) | _again(request, error)
        return page(request, "chats/edit.html", context, status=400)
    return redirect("chat", key)


def _form(found: ChatPage, typed: dict[str, object]) -> dict[str, Any]:
    """What the page to change a chat shows."""
    is_read = bool(connections_reading(found.line.tag))
    return {"chat": found, "typed": typed, "is_read": is_read, **_choices()}


@require_POST
def read(request: HttpRequest, key: str) -> HttpResponse:
    """Read the hashtag now, with every account that can."""
    found = find_chat(key)
    if not read_its_hashtag(found):
        raise NotAChat(
            "No connected account can read hashtags: connect Bluesky or Mastodon under Connections."
        )
    for connection_id in connections_reading(found.tag):
        announce(connection_id, now_us=clock.now_us())
        sync_in_background(connection_id)
    return back(request, f"{shown(found.name)} is being read.", SAID)


# ── What is typed ────────────────────────────────────────────────────────────


def _plan(request: HttpRequest) -> Plan:
    """What the form says. Raises NotAnHour."""
    weekday = whole_number(said(request, "weekday"))
    minutes = whole_number(said(request, "minutes"))
    if weekday is None or weekday >= len(WEEKDAYS):
        raise NotAChat("A chat is on a day of the week: choose one.")
    return Plan(
        tag=said(request, "tag"),
        weekday=weekday,
        minute=read_clock(said(request, "clock")),
        time_zone=read_zone(said(request, "zone")),
        minutes=0 if minutes is None else minutes,
        about=said(request, "about"),
    )


def _typed(line: ChatLine) -> dict[str, object]:
    return {
        "tag": line.name,
        "weekday": str(line.weekday),
        "clock": clock_words(line.minute),
        "zone": line.time_zone,
        "minutes": line.minutes,
        "about": line.about,
    }


def _again(request: HttpRequest, error: HobnobError) -> dict[str, Any]:
    """The form as it was sent, and what would not do."""
    fields = ("tag", "weekday", "clock", "zone", "minutes", "about")
    typed = {field: said(request, field) for field in fields}
    return {"typed": typed, "sentence": str(error), **_choices()}


def _choices() -> dict[str, Any]:
    return {
        "weekdays": [(str(number), name) for number, name in enumerate(WEEKDAYS)],
        "zones": sorted(each for each in available_timezones() if "/" in each or each == "UTC"),
    }
