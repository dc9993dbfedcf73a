"""Why people may be looked up, and what they were told: asked once, before the first match."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.by_hand import today_at
from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import Basis
from hobnob.domain.notices import BASES, model_notice
from hobnob.operations.local_zone import local_zone
from hobnob.operations.matching.basis import set_basis
from hobnob.storage.queries.matching.review import given_basis
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, said
from hobnob.web.signin import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def basis(request: HttpRequest) -> HttpResponse:
    """What holds, and what may be chosen; posted, it holds from now on."""
    if request.method != "POST":
        return _form(request)
    try:
        return _choose(request)
    except HobnobError as error:
        # What was typed into the notice must not be lost.
        return _form(request, typed=said(request, "notice"), sorry=str(error))


@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    """The notice alone, to read and to print."""
    found = given_basis(now_us=clock.now_us())
    if found is None or not found.notice:
        raise Http404
    return page(request, "matching/notice.html", {"basis": found})


def _form(request: HttpRequest, *, typed: str = "", sorry: str = "") -> HttpResponse:
    now_us = clock.now_us()
    found = given_basis(now_us=now_us)
    chosen = said(request, "basis") or (found.basis if found else "")
    kept = typed or (found.notice if found else "")
    context = {
        "basis": found,
        "title": BASES[found.basis].title if found else "",
        "choices": [
            (each, words, (kept if each == chosen else "") or model_notice(each))
            for each, words in BASES.items()
        ],
        "chosen": chosen,
        "told_on": said(request, "told_on"),
        "today": today_at(now_us, local_zone()).isoformat(),
        "sorry": sorry,
    }
    return page(request, "matching/basis.html", context, status=422 if sorry else 200)


def _choose(request: HttpRequest) -> HttpResponse:
    wanted = said(request, "basis")
    if wanted not in set(Basis):
        raise Http404
    set_basis(
        Basis(wanted),
        notice=said(request, "notice").replace("\r\n", "\n"),
        told_on=_day(said(request, "told_on")),
        author=signed_in(request),
        now_us=clock.now_us(),
    )
    return back(request, "Kept. From now on it stands beside every match.", SAID)


def _day(text: str) -> date | None:
    """The day that is written there; None where nothing is. Raises HobnobError for what is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise HobnobError(f"“{text}” is no date: write it as 2026-03-05.") from error
