"""Lists: how full they are, who is on them and why, their rules, and who was taken off."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.operations.edit_lists import create_list, edit_list
from hobnob.storage.queries.lists import every_list, list_page, removed_page
from hobnob.web import clock
from hobnob.web.answers import page, page_number


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
    return page(request, "lists/members.html", {"list": found})


@require_safe
def removed(request: HttpRequest, key: str) -> HttpResponse:
    """Who was taken off a list by hand, with the way back."""
    found = removed_page(key, now_us=clock.now_us(), page=page_number(request))
    if found is None:
        raise Http404
    return page(request, "lists/removed.html", {"list": found})


@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """Make a list of one's own."""
    made = create_list(
        request.POST.get("name", ""),
        about=request.POST.get("about", ""),
        capacity=_capacity(request),
    )
    return redirect("list", made.key)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Another name, other words, another capacity."""
    found = list_page(key, now_us=clock.now_us())
    if found is None:
        raise Http404
    if request.method != "POST":
        return page(request, "lists/edit.html", {"list": found})
    edit_list(
        key,
        name=request.POST.get("name", ""),
        about=request.POST.get("about", ""),
        capacity=_capacity(request),
    )
    return redirect("list", key)


def _capacity(request: HttpRequest) -> int | None:
    """How many people the list is meant for; None where that is left open."""
    wanted = request.POST.get("capacity", "").strip()
    if not wanted:
        return None
    if not wanted.isdecimal() or len(wanted) > 6:
        raise HobnobError(f"“{wanted}” is no number of people: write 100, or leave it empty.")
    return int(wanted)
