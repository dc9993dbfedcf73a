"""The idea book, and how the organisation speaks."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.domain.gestures.draft import House
from hobnob.operations.keep_ideas import change_idea, drop_idea, write_idea
from hobnob.operations.keep_manner import keep_manner
from hobnob.storage.queries.gestures.ideas import IdeaLine, idea_book
from hobnob.storage.queries.gestures.ideas import idea as idea_of
from hobnob.storage.queries.gestures.manner import manner_line
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, said
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

_FIELDS = ("name", "words", "topic")


@require_safe
def ideas(request: HttpRequest) -> HttpResponse:
    """Every page of the idea book."""
    return page(request, "give/ideas.html", {"ideas": idea_book()})


@require_http_methods(["GET", "HEAD", "POST"])
def new_idea(request: HttpRequest) -> HttpResponse:
    """Write an idea down. What will not do is said beside what was typed."""
    if request.method != "POST":
        return page(request, "give/idea.html", {"typed": {}})
    typed = {field: said(request, field) for field in _FIELDS}
    try:
        made = write_idea(**typed, author=signed_in(request), now_us=clock.now_us())
    except HobnobError as error:
        return page(request, "give/idea.html", _again(typed, error), status=400)
    return _to_the_book(request, f"“{shown(made.name)}” is in your idea book.")


@require_http_methods(["GET", "HEAD", "POST"])
def edit_idea(request: HttpRequest, idea_id: int) -> HttpResponse:
    """Write an idea anew, or take it out."""
    line = idea_of(idea_id)
    if line is None:
        raise Http404
    if request.method != "POST":
        typed = {field: getattr(line, field) for field in _FIELDS}
        return page(request, "give/idea.html", {"idea": line, "typed": typed})
    if "drop" in request.POST:
        return _to_the_book(request, f"“{shown(drop_idea(idea_id))}” is taken out.")
    return _change(request, line)


def _change(request: HttpRequest, line: IdeaLine) -> HttpResponse:
    typed = {field: said(request, field) for field in _FIELDS}
    try:
        kept = change_idea(line.id, **typed)
    except HobnobError as error:
        context = {"idea": line, **_again(typed, error)}
        return page(request, "give/idea.html", context, status=400)
    return _to_the_book(request, f"“{shown(kept.name)}” is kept.")


@require_http_methods(["GET", "HEAD", "POST"])
def manner(request: HttpRequest) -> HttpResponse:
    """How the organisation speaks: shown beside whatever is written, and put around it."""
    line = manner_line(clock.now_us())
    if request.method != "POST":
        return page(request, "give/manner.html", {"line": line, "typed": line.house})
    typed = House(
        words=said(request, "words"),
        greeting=said(request, "greeting"),
        farewell=said(request, "farewell"),
    )
    try:
        keep_manner(typed, author=signed_in(request), now_us=clock.now_us())
    except HobnobError as error:
        context = {"line": line, "typed": typed, "sentence": str(error)}
        return page(request, "give/manner.html", context, status=400)
    return back(request, "That is how you speak from now on.", SAID)


def _again(typed: dict[str, str], error: HobnobError) -> dict[str, Any]:
    return {"typed": typed, "sentence": str(error)}


def _to_the_book(request: HttpRequest, sentence: str) -> HttpResponse:
    back(request, sentence, SAID)
    return redirect("ideas")
