"""Feeds: what is new on a list since one last looked, to be read in one go and left.

What one does about reading is posted to one address a feed, a button an act; what one decides about
people and sends to networks goes where it goes from every page.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hobnob.domain.moments import DAY
from hobnob.domain.time_spent import person_at
from hobnob.domain.triage import Sort
from hobnob.operations.keep_reading_time import keep_reading_time
from hobnob.operations.look_at_person import look_at_person
from hobnob.operations.read_feed import Reader
from hobnob.operations.stages import NoSuchList
from hobnob.storage.queries.feed.page import feed_lines, feed_page
from hobnob.web import clock
from hobnob.web.answers import asked, back, page, said, whole_number
from hobnob.web.signin import signed_in

_MOST_POSTS = 500
"""Numbers of posts that one form may name."""

_MARKED = "marked posts"
"""In the session: those marked last, as long as they can be brought back."""


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """Which list to read: the closest first, home last."""
    lines = feed_lines(signed_in(request), now_us=clock.now_us())
    to_read = any(each.is_anything for each in lines)
    context = {"feeds": lines, "to_read": to_read, "now_us": clock.now_us()}
    return page(request, "feed/index.html", context)


@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """What is new since one last looked, in groups or by person; and where it ends."""
    now_us = clock.now_us()
    opened_us = _opened_us(request, now_us)
    only = asked(request, "only")
    found = feed_page(key, signed_in(request), now_us=now_us, at_us=opened_us, only=only)
    if found is None:
        raise Http404
    looked_us = whole_number(asked(request, "since")) or found.looked_us
    context = {
        "feed": found,
        # Forms lead back to this very look: what one passed meanwhile stays where it was.
        "here": _address(key, at=found.at_us, since=looked_us, only=only),
        "looked_us": looked_us,
        "now_us": now_us,
        "let_go_from": whole_number(asked(request, "was")),
        "marked_us": whole_number(asked(request, "marked")),
    }
    return page(request, "feed/page.html", context)


@require_POST
def read(request: HttpRequest, key: str) -> HttpResponse:
    """What one does about reading: pass, mark as read, let go, bring back, arrange."""
    act = next((act for name, act in _ACTS.items() if name in request.POST), None)
    if act is None:
        raise Http404
    try:
        return act(Reader(user=signed_in(request), now_us=clock.now_us()), key, request)
    except NoSuchList as error:
        raise Http404 from error


@require_POST
def time(request: HttpRequest) -> HttpResponse:
    """How long a page was in front of somebody, as it tells itself."""
    seconds = whole_number(said(request, "seconds")) or 0
    place = said(request, "place")
    reader = Reader(user=signed_in(request), now_us=clock.now_us())
    keep_reading_time(reader.user, place, seconds, now_us=reader.now_us)
    if (person_id := person_at(place)) is not None:
        look_at_person(reader.user, person_id, looked_us=_page_us(request, reader))
    return HttpResponse(status=204)


# ── One act each ─────────────────────────────────────────────────────────────


def _pass(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    """The page tells what was on it and is passed. It stays there until the next look."""
    reader.see(_numbers(said(request, "passed")))
    reader.stop_at(key, whole_number(said(request, "stop")))
    return HttpResponse(status=204)


def _see(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    """One post, and all that the page showed about it."""
    reader.see(_numbers(said(request, "seen")), seen_us=_page_us(request, reader))
    return back(request)


def _mark(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    """Several posts at once; the next look begins after them."""
    at_us = _page_us(request, reader)
    marked = _numbers(said(request, "mark"))
    reader.see(marked, seen_us=at_us)
    request.session[_MARKED] = list(marked)
    reader.stop_at(key, None)
    return redirect(_address(key, marked=at_us))


def _let_go(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    """All there was when the page was made, read or not."""
    reader.see(_numbers(said(request, "returned")), seen_us=_page_us(request, reader))
    reader.let_go(key, whole_number(said(request, "rest")) or 0)
    return redirect(_address(key, was=whole_number(said(request, "was")) or 0))


def _bring_back(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    reader.bring_back(key, up_to_id=whole_number(said(request, "bring_back")) or 0)
    return redirect(_address(key))


def _unmark(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    marked = request.session.pop(_MARKED, [])
    reader.forget_seen(marked, whole_number(said(request, "unmark")) or 0)
    return redirect(_address(key))


def _sort(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    wanted = said(request, "sort")
    if wanted not in set(Sort):
        raise Http404
    reader.arrange(key, sort=Sort(wanted))
    return back(request)


def _together(reader: Reader, key: str, request: HttpRequest) -> HttpResponse:
    reader.arrange(key, is_by_person=said(request, "together") == "person")
    return back(request)


_ACTS: Mapping[str, Callable[[Reader, str, HttpRequest], HttpResponse]] = {
    "passed": _pass,
    "seen": _see,
    "mark": _mark,
    "rest": _let_go,
    "bring_back": _bring_back,
    "unmark": _unmark,
    "sort": _sort,
    "together": _together,
}


# ── What addresses and forms say ─────────────────────────────────────────────


def _address(key: str, **fields: object) -> str:
    said_fields = {name: value for name, value in fields.items() if value not in ("", None)}
    address = reverse("feed", args=[key])
    return f"{address}?{urlencode(said_fields)}" if said_fields else address


def _opened_us(request: HttpRequest, now_us: int) -> int | None:
    """When the page was first opened, as its forms say; None: just now."""
    at_us = whole_number(asked(request, "at"))
    return at_us if at_us is not None and now_us - DAY < at_us <= now_us else None


def _page_us(request: HttpRequest, reader: Reader) -> int:
    """When the page with the form was made: nobody saw there what came later."""
    at_us = whole_number(said(request, "at"))
    return min(at_us or reader.now_us, reader.now_us)


def _numbers(text: str) -> list[int]:
    found = (whole_number(each) for each in text.split(",")[:_MOST_POSTS])
    return [each for each in found if each is not None]
