"""Handles that people give: a form and words to ask for them, letters, replies, and notes.

Nothing is sent from here. A letter opens in one's own mail program.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.domain.handle_capture import Answer
from hobnob.domain.handle_form import HEADINGS, ITS_YES, form, is_mailbox, printable, where_to
from hobnob.operations.matching.answer import AlreadyTaken
from hobnob.operations.matching.handle_answers import Listener
from hobnob.operations.same_person import SaidNotToBe
from hobnob.storage.queries.matching.handle_capture import question_about, reply_in, spotted
from hobnob.storage.queries.matching.review import given_basis
from hobnob.web import clock
from hobnob.web.answers import asked, back, page, said, way_back, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of Django's field)


@require_safe
def handles(request: HttpRequest) -> HttpResponse:
    """What to paste into a web page and to print, and what came back."""
    typed = asked(request, "where")
    where = where_to(typed)
    context = {
        "typed": typed,
        "where": where,
        "form": form(where) if where else "",
        "texts": printable(where),
        "headings": HEADINGS,
        "is_mailbox": is_mailbox(where),
        "its_yes": ITS_YES,
        "spotted": spotted(),
        "basis": given_basis(now_us=clock.now_us()),
    }
    return page(request, "handles/page.html", context)


@require_safe
def ask(request: HttpRequest, of_id: int, account_id: int) -> HttpResponse:
    """The letter that asks somebody whether an account is theirs."""
    found = question_about(of_id, account_id)
    if found is None:
        raise Http404
    return page(request, "handles/ask.html", {"question": found, "back": way_back(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest) -> HttpResponse:
    """Where a reply is pasted; posted, what it says, and then a yes to that."""
    text = said(request, "text")
    if request.method != "POST" or not text.strip():
        return page(request, "handles/reply.html", {"reply": None})
    found = reply_in(text)
    if "keep" not in request.POST:
        return page(request, "handles/reply.html", {"reply": found, "text": text})
    answer = _answer(request)
    try:
        _listener(request).keep_reply(found, answer, anyway="anyway" in request.POST)
    except (AlreadyTaken, SaidNotToBe) as error:
        return _ask_again(request, error)
    who, what = shown(found.pair.of.name), shown(f"@{found.pair.handle}")
    is_theirs = "is" if answer is Answer.YES else "is not"
    return back(request, f"{who} {is_theirs} {what}: kept, because they said so.")


@require_http_methods(["GET", "HEAD", "POST"])
def in_notes(request: HttpRequest) -> HttpResponse:
    """Handles that stand in notes, one a row; posted, whether one is theirs."""
    if request.method != "POST":
        now_us = clock.now_us()
        context = {"rows": spotted(), "basis": given_basis(now_us=now_us)}
        return page(request, "handles/in_notes.html", context)
    if not {"theirs", "not_theirs"} & set(request.POST):
        raise Http404
    of_id, is_theirs = whole_number(said(request, "of")), "theirs" in request.POST
    if of_id is None:
        raise Http404
    named = (said(request, "network"), said(request, "handle"))
    try:
        row = _listener(request).keep_spotted(
            of_id, *named, is_theirs=is_theirs, anyway="anyway" in request.POST
        )
    except (AlreadyTaken, SaidNotToBe) as error:
        return _ask_again(request, error)
    word = "is" if is_theirs else "is not"
    return back(request, f"{shown(row.of.name)} {word} @{shown(row.handle)}.")


def _ask_again(request: HttpRequest, error: HobnobError) -> HttpResponse:
    """The page that says what speaks against a yes, and lets one say it all the same."""
    given = [(name, value) for name, value in request.POST.items() if name != _TOKEN]
    context = {"sentence": str(error), "given": given, "back": way_back(request)}
    return page(request, "handles/anyway.html", context)


def _answer(request: HttpRequest) -> Answer:
    wanted = said(request, "keep")
    if wanted not in (Answer.YES, Answer.NO):
        raise Http404
    return Answer(wanted)


def _listener(request: HttpRequest) -> Listener:
    return Listener(author=signed_in(request), now_us=clock.now_us())
