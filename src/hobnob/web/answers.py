"""What a view answers with: a page, or the way back to one with a sentence about what was done."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

CAN_UNDO = "undo"
SORRY = "sorry"


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page that no cache keeps: it is private, and Back should show it as it is by then.

    For htmx the same template renders only what changes. `here` is the page's own address, where
    its forms lead back to.
    """
    context = {"here": request.get_full_path(), **context}
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["HX-Request"])
    return response


def back(request: HttpRequest, said: str = "", tag: str = CAN_UNDO) -> HttpResponse:
    """To the page the form stood on, which says what was done."""
    if said:
        messages.success(request, said, extra_tags=tag)
    return redirect(way_back(request))


def way_back(request: HttpRequest) -> str:
    """Where the form says it stood, if that is one of our pages; else Today."""
    wanted = request.POST.get("back") or request.GET.get("back") or ""
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else "/"


def page_number(request: HttpRequest) -> int:
    """Which page of many is asked for; the first where it is none."""
    wanted = request.GET.get("page", "")
    return max(1, int(wanted)) if wanted.isdecimal() and len(wanted) < 7 else 1
