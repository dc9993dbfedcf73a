"""The outbox: what needs me, what is on its way, what was sent; each with all of what it says.

A button's name is what is said about the action: <button name="there">.
"""

from collections.abc import Callable, Mapping
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.action_words import LONGEST_TEXT
from hobnob.domain.errors import HobnobError
from hobnob.operations import act
from hobnob.operations.approve import approve, rewrite, settle, try_again, withdraw
from hobnob.operations.outbox.look import look
from hobnob.storage.queries.outbox import OutboxRow, outbox_row
from hobnob.storage.queries.outbox import outbox as whole_page
from hobnob.web import clock
from hobnob.web.act import press, told
from hobnob.web.answers import SAID, back, page, said, whole_number
from hobnob.web.signin import signed_in
from hobnob.worker import send_soon

Said = tuple[str, str]
"""A sentence, and its tag."""


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Everything that is to be done over there, or was."""
    return page(request, "outbox/page.html", {"outbox": whole_page(clock.now_us())})


@require_POST
def decide(request: HttpRequest, item_id: int) -> HttpResponse:
    """Do what the button says about one action."""
    row = _found(item_id)
    done = next((done for name, done in _DONE.items() if name in request.POST), None)
    if done is None:
        raise Http404
    return back(request, *done(request, row))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Write it otherwise; the yes that it had, if any, is void."""
    row = _found(item_id)
    if not row.has_text:
        raise Http404
    if request.method != "POST":
        return _form(request, row)
    try:
        rewrite(item_id, said(request, "text"), author=signed_in(request), now_us=clock.now_us())
    except HobnobError as error:
        return _form(request, row, text=said(request, "text"), sorry=str(error))
    return back(request, "Kept. It needs your yes as it is now.", SAID)


@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: HttpRequest) -> HttpResponse:
    """Write a post; what it is, and what it costs, is looked at in the outbox before the yes."""
    if request.method != "POST":
        return _compose_form(request)
    chosen = whole_number(said(request, "as")) or 0
    try:
        draft = act.new_post(said(request, "text"), by=chosen)
        act.write_down(draft, press(request))
    except HobnobError as error:
        return _compose_form(request, sorry=str(error))
    return back(request, "Written down. Look at it, and say yes.", SAID)


def _compose_form(request: HttpRequest, *, sorry: str = "") -> HttpResponse:
    context = {
        "ways": act.ways_to_post(),
        "chosen": whole_number(said(request, "as")),
        "text": said(request, "text"),
        "once": said(request, "once") or uuid4().hex,
        "sorry": sorry,
    }
    return page(request, "outbox/compose.html", context, status=400 if sorry else 200)


def _form(
    request: HttpRequest, row: OutboxRow, *, text: str | None = None, sorry: str = ""
) -> HttpResponse:
    context = {
        "row": row,
        "text": row.text if text is None else text,
        "sorry": sorry,
        "longest": LONGEST_TEXT.get(row.network.lower(), 0),
    }
    return page(request, "outbox/edit.html", context, status=400 if sorry else 200)


def _found(item_id: int) -> OutboxRow:
    row = outbox_row(item_id, clock.now_us())
    if row is None:
        raise Http404
    return row


# ── What a button says ───────────────────────────────────────────────────────


def _yes(request: HttpRequest, row: OutboxRow) -> Said:
    """To exactly what was shown: the button carries its digest."""
    approve(row.id, said(request, "yes"), author=signed_in(request), now_us=clock.now_us())
    send_soon()
    return told(_found(row.id))


def _drop(request: HttpRequest, row: OutboxRow) -> Said:
    withdraw(row.id, now_us=clock.now_us())
    return "Dropped. Nothing was sent.", SAID


def _call_back(request: HttpRequest, row: OutboxRow) -> Said:
    act.call_back(row.id, author=signed_in(request), now_us=clock.now_us())
    return "Called back. Nothing was sent.", SAID


def _look(request: HttpRequest, row: OutboxRow) -> Said:
    if look(row.id, clock=clock.now_us):
        return "It is there: it arrived.", SAID
    return "It was not found there. Look yourself before you send it again.", SAID


def _there(request: HttpRequest, row: OutboxRow) -> Said:
    settle(row.id, arrived=True, now_us=clock.now_us())
    return "Noted: it is done.", SAID


def _again(request: HttpRequest, row: OutboxRow) -> Said:
    try_again(row.id, now_us=clock.now_us())
    return "Here it is once more. It leaves when you say yes to it.", SAID


def _let_be(request: HttpRequest, row: OutboxRow) -> Said:
    act.let_be(row.id, author=signed_in(request), now_us=clock.now_us())
    return "Let be. hobnob does not ask about it again.", SAID


def _not_done(request: HttpRequest, row: OutboxRow) -> Said:
    act.call_back(row.id, author=signed_in(request), now_us=clock.now_us())
    return "Noted: it was not done.", SAID


def _take_back(request: HttpRequest, row: OutboxRow) -> Said:
    item = act.take_back(row.id, press(request))
    send_soon()
    return told(_found(item.pk))


_DONE: Mapping[str, Callable[[HttpRequest, OutboxRow], Said]] = {
    "yes": _yes,
    "drop": _drop,
    "call_back": _call_back,
    "look": _look,
    "there": _there,
    "again": _again,
    "let_be": _let_be,
    "not_done": _not_done,
    "take_back": _take_back,
}
