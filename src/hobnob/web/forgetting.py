"""Everything about somebody: to see, to hand out, and to forget for good."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.operations.forget import forget
from hobnob.storage.queries.person.erasure import Erasing, erasing
from hobnob.storage.queries.person.everything import Everything, everything_about
from hobnob.web import clock
from hobnob.web.answers import SAID, page, said
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

SHOWN_AT_MOST = 200
"""Rows of a table on the page; the file has them all."""


@require_safe
def everything(request: HttpRequest, person_id: int) -> HttpResponse:
    """All that is kept about somebody, table by table."""
    context = {"all": _everything(request, person_id), "most": SHOWN_AT_MOST}
    return page(request, "forgetting/everything.html", context)


@require_safe
def file(request: HttpRequest, person_id: int) -> HttpResponse:
    """The same as a file, to hand out to them."""
    found = _everything(request, person_id)
    text = json.dumps(found.as_json(), ensure_ascii=False, indent=2)
    return HttpResponse(
        text,
        content_type="application/json; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="person-{person_id}.json"',
            "Cache-Control": "no-store",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def forget_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """What would go, and the name to type; posted with it, they are forgotten."""
    found = erasing(person_id)
    if found is None:
        raise Http404
    if request.method != "POST":
        return page(request, "forgetting/page.html", {"erasing": found})
    if not _is_typed(said(request, "name"), found):
        context = {"erasing": found, "is_mistyped": True, "reason": said(request, "reason")}
        return page(request, "forgetting/page.html", context, status=422)
    forget(
        person_id, author=signed_in(request), now_us=clock.now_us(), reason=said(request, "reason")
    )
    messages.success(request, f"{shown(found.person.name)} is forgotten.", extra_tags=SAID)
    return redirect("today")


def _is_typed(words: str, found: Erasing) -> bool:
    """Whether the words are the name, blanks and capitals aside."""
    return words.split() != [] and _plain(words) == _plain(shown(found.person.name))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _everything(request: HttpRequest, person_id: int) -> Everything:
    reader_id = signed_in(request).pk
    found = everything_about(person_id, reader_id=reader_id, now_us=clock.now_us())
    if found is None:
        raise Http404
    return found
