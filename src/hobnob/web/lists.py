"""Lists: how full they are, who is on them and why, their rules, and who was taken off."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.operations.edit_lists import create_list, edit_list, remove_list
from hobnob.storage.queries.lists import ListPage, every_list, list_page, removed_page
from hobnob.storage.queries.sources import sources
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, page_number, said


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """All lists."""
    return page(request, "lists/index.html", {"lists": every_list()})


@require_safe
def members(request: HttpRequest, key: str) -> HttpResponse:
    """Who is on a list, the newest first."""
    found = list_page(key, now_us=clock.now_us(), page=page_number(request))
    if found is None:
        raise Http404
    context: dict[str, object] = {"list": found}
    if not found.members:
        context["is_archive_in"] = any(each.is_finished for each in sources(clock.now_us()))
    return page(request, "lists/members.html", context)


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


def _again(request: HttpRequest, error: HobnobError) -> dict[str, object]:
    """The form as it was sent, and what would not do."""
    typed = {field: said(request, field) for field in ("name", "about", "capacity")}
    confidential = {"is_confidential": bool(said(request, "confidential"))}
    return {"line": {**typed, **confidential}, "sentence": str(error)}


def _capacity(request: HttpRequest) -> int | None:
    """How many people the list is meant for; None where that is left open."""
    wanted = said(request, "capacity").strip()
    if not wanted:
        return None
    if not wanted.isdecimal() or len(wanted) > 6:
        raise HobnobError(f"“{wanted}” is no number of people: write 100, or leave it empty.")
    return int(wanted)
