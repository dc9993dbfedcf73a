"""What a view answers with: a page, or the way back to one with a sentence about what was done."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

CAN_UNDO = "undo"
SAID = "said"
"""For what was done and `u` does not take back."""
SORRY = "sorry"

MOST_DIGITS = 18
"""Any number of so many digits fits into the 64 bits that a database has for it."""


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


def back(request: HttpRequest, sentence: str = "", tag: str = CAN_UNDO) -> HttpResponse:
    """To the page the form stood on, which says what was done."""
    if sentence:
        messages.success(request, sentence, extra_tags=tag)
    return redirect(way_back(request))


def way_back(request: HttpRequest) -> str:
    """Where the form says it stood, if that is one of our pages; else Today."""
    wanted = said(request, "back") or request.GET.get("back") or ""
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else "/"


def said(request: HttpRequest, field: str) -> str:
    """What a form says in a field, "" where it has none.

    Without NULs: no person types them, and PostgreSQL keeps no text that has one.
    """
    return request.POST.get(field, "").replace("\0", "")


def asked(request: HttpRequest, field: str) -> str:
    """What an address says in a field, "" where it has none; without NULs too."""
    return request.GET.get(field, "").replace("\0", "")


def whole_number(text: str) -> int | None:
    """The number that is written there, as large as a database keeps; None where it is none."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def page_number(request: HttpRequest) -> int:
    """Which page of many is asked for; the first where it is none."""
    wanted = request.GET.get("page", "")
    return max(1, int(wanted)) if wanted.isdecimal() and len(wanted) < 7 else 1
