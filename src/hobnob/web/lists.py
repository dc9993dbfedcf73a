"""Lists: how full they are, who is on them and why, their rules, and who was taken off."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.domain.lists import Order
from hobnob.operations.curate import Curator
from hobnob.operations.lists.edit import Days, create_list, edit_list, remove_list
from hobnob.operations.lists.fade_members import bring_back
from hobnob.storage.queries.lists.history import moved_this_month
from hobnob.storage.queries.lists.members import (
    ListPage,
    every_list,
    faded_counts,
    faded_page,
    list_page,
    removed_page,
)
from hobnob.storage.queries.lists.suggestions import suggestions
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.results.time_spent import time_at, time_by_place
from hobnob.storage.queries.sources import sources
from hobnob.web import clock
from hobnob.web.answers import SAID, asked, back, page, page_number, said, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

SUGGESTED = 5
"""So many suggestions stand above the people of a list: what is more comes once these are done."""


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """All lists, and how long I was with each."""
    times = time_by_place(signed_in(request).pk, now_us=clock.now_us())
    context = {"lists": every_list(), "faded": faded_counts(), "times": times}
    return page(request, "lists/index.html", context)


@require_safe
def members(request: HttpRequest, key: str) -> HttpResponse:
    """Who is on a list, and what it suggests."""
    now_us, reader_id = clock.now_us(), signed_in(request).pk
    found = list_page(key, now_us=now_us, page=page_number(request), order=_order(request))
    if found is None:
        raise Http404
    context: dict[str, object] = {"list": found}
    if not found.members:
        context["is_archive_in"] = any(each.is_finished for each in sources(now_us))
    if found.page == 1:
        all_of_them = suggestions(key, reader_id=reader_id, now_us=now_us)
        context["suggestions"] = all_of_them[:SUGGESTED]
        context["more_suggestions"] = max(0, len(all_of_them) - SUGGESTED)
        context["moved"] = moved_this_month(key, now_us=now_us)
        context["time"] = time_at(key, reader_id, now_us=now_us)
    return page(request, "lists/members.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def faded(request: HttpRequest, key: str) -> HttpResponse:
    """Who has faded from a list; a button brings somebody back for good."""
    found = faded_page(key, now_us=clock.now_us(), page=page_number(request))
    if found is None:
        raise Http404
    if request.method != "POST":
        return page(request, "lists/faded.html", {"list": found})
    person_id = whole_number(said(request, "bring_back"))
    line = person_lines([person_id or 0]).get(person_id or 0)
    if line is None:
        raise Http404
    curator = Curator(author=signed_in(request), now_us=clock.now_us())
    joined = bring_back(line.person_id, key, curator=curator)
    return back(request, f"{shown(line.name)} is back on {joined.name}, by your hand.")


@require_safe
def removed(request: HttpRequest, key: str) -> HttpResponse:
    """Who was taken off a list by hand, with the way back."""
    found = removed_page(key, now_us=clock.now_us(), page=page_number(request))
    if found is None:
        raise Http404
    return page(request, "lists/removed.html", {"list": found})


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Make a list of one's own. What will not do is said beside what was typed."""
    if request.method != "POST":
        return page(request, "lists/new.html", {})
    try:
        made = create_list(
            said(request, "name"),
            about=said(request, "about"),
            capacity=_capacity(request),
            is_confidential=bool(said(request, "confidential")),
        )
    except HobnobError as error:
        return page(request, "lists/new.html", _again(request, error), status=400)
    return redirect("list", made.key)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Another name, other words, another capacity."""
    found = list_page(key, now_us=clock.now_us())
    if found is None:
        raise Http404
    if request.method != "POST":
        return page(request, "lists/edit.html", {"list": found, "line": found.line})
    if "remove" in request.POST:
        return _remove(request, found)
    try:
        edit_list(
            key,
            name=said(request, "name"),
            about=said(request, "about"),
            capacity=_capacity(request),
            is_confidential=bool(said(request, "confidential")),
            days=Days(
                fade=_days(request, "fade_days"),
                silent=_days(request, "silent_days"),
                cadence=_days(request, "cadence_days"),
            ),
            now_us=clock.now_us(),
        )
    except HobnobError as error:
        context = {"list": found, **_again(request, error)}
        return page(request, "lists/edit.html", context, status=400)
    return redirect("list", key)


def _remove(request: HttpRequest, found: ListPage) -> HttpResponse:
    try:
        gone = remove_list(found.line.key)
    except HobnobError as error:
        context = {"list": found, "line": found.line, "cannot_remove": str(error)}
        return page(request, "lists/edit.html", context, status=400)
    return back(request, f"{gone.name} is removed.", SAID)


TYPED = ("name", "about", "capacity", "fade_days", "silent_days", "cadence_days")


def _again(request: HttpRequest, error: HobnobError) -> dict[str, object]:
    """The form as it was sent, and what would not do."""
    typed = {field: said(request, field) for field in TYPED}
    confidential = {"is_confidential": bool(said(request, "confidential"))}
    return {"line": {**typed, **confidential}, "sentence": str(error)}


def _order(request: HttpRequest) -> Order:
    wanted = asked(request, "order")
    return Order(wanted) if wanted in set(Order) else Order.NEWEST


def _capacity(request: HttpRequest) -> int | None:
    """How many people the list is meant for; None where that is left open."""
    return _number(request, "capacity", "people: write 100")


def _days(request: HttpRequest, field: str) -> int | None:
    """A number of days; None where that is left open."""
    return _number(request, field, "days: write 365")


def _number(request: HttpRequest, field: str, of: str) -> int | None:
    wanted = said(request, field).strip()
    if not wanted:
        return None
    if not wanted.isdecimal() or len(wanted) > 6:
        raise HobnobError(f"“{wanted}” is no number of {of}, or leave it empty.")
    return int(wanted)
