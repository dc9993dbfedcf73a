"""One gesture: the words to begin with and how they go out; done, put off, or not this one."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from hobnob.domain.action_words import LONGEST_TEXT, what_follows
from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.operations.act import about_post
from hobnob.operations.draft import Draft
from hobnob.operations.make_gesture import (
    make_gesture,
    not_this_one,
    put_off,
    send_gesture,
    words_to,
)
from hobnob.operations.remember_gesture import Given
from hobnob.storage.queries.gestures.choice import gestures_for
from hobnob.storage.queries.gestures.manner import house
from hobnob.storage.queries.gestures.offers import Offer
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.web import clock
from hobnob.web.act import on_its_way, press
from hobnob.web.answers import asked, back, page, said, way_back, whole_number
from hobnob.web.decide import SNOOZES, UNTIL
from hobnob.web.give_ways import way_to_repost, ways_to_write
from hobnob.web.signin import signed_in
from hobnob.web.text import shown, web_address

_LONGEST_KEY = 300


@require_http_methods(["GET", "HEAD", "POST"])
def gesture(request: HttpRequest, person_id: int) -> HttpResponse:
    """The form with a beginning, under its row or on a page of its own; posted, what was pressed.

    Which gesture is meant says its key.
    """
    person = person_lines([person_id]).get(person_id)
    if person is None:
        raise Http404
    if request.method != "POST":
        return _form(request, person)
    act = next((act for name, act in _ACTS.items() if name in request.POST), None)
    if act is None:
        raise Http404
    try:
        return act(request, person)
    except HobnobError as error:
        if request.headers.get("HX-Request") or not said(request, "text"):
            raise
        return _form(request, person, text=said(request, "text"), sorry=str(error))


# ── The form ─────────────────────────────────────────────────────────────────


def _form(
    request: HttpRequest, person: PersonLine, *, text: str | None = None, sorry: str = ""
) -> HttpResponse:
    key = said(request, "key") or asked(request, "key")
    found = gestures_for(person.person_id, reader=signed_in(request), now_us=clock.now_us())
    offer = next((each for each in found.offers if each.gesture.key == key), None)
    if offer is None:
        raise Http404
    context = {**_context(request, person, offer, text), "sorry": sorry}
    is_part = request.headers.get("HX-Request")
    template = "give/write.html" if is_part else "give/write_page.html"
    return page(request, template, context, status=400 if sorry else 200)


def _context(
    request: HttpRequest, person: PersonLine, offer: Offer, text: str | None
) -> dict[str, Any]:
    writing = ways_to_write(person, offer)
    begun = f"{writing.begins}{offer.draft.in_public}" if writing else offer.draft.letter
    return {
        "person": person,
        "offer": offer,
        "writing": writing,
        "text": begun if text is None else text,
        "longest": LONGEST_TEXT.get(writing.network_key, 0) if writing else 0,
        "follows": what_follows(writing.kind) if writing else "",
        "manner": offer.manner,
        "house": house(),
        "once": uuid4().hex,
        "back": way_back(request),
    }


# ── What is pressed ──────────────────────────────────────────────────────────


def _given(request: HttpRequest, person: PersonLine, *, words: str = "") -> Given:
    found = web_address(said(request, "found_at"))
    return Given(
        person_id=person.person_id,
        kind=said(request, "kind"),
        key=said(request, "key")[:_LONGEST_KEY],
        words=words,
        picture=found or said(request, "picture")[:_LONGEST_KEY],
        post_id=whole_number(said(request, "post")),
    )


def _send(request: HttpRequest, person: PersonLine) -> HttpResponse:
    given, by = _given(request, person), whole_number(said(request, "as")) or 0
    answers = whole_number(said(request, "answers"))
    draft = words_to(answers, said(request, "text"), by=by)
    return _on_its_way(request, given, draft)


def _repost(request: HttpRequest, person: PersonLine) -> HttpResponse:
    given = _given(request, person)
    by = way_to_repost(given.post_id or 0)
    return _on_its_way(request, given, about_post(ActionKind.REPOST, given.post_id or 0, by=by))


def _on_its_way(request: HttpRequest, given: Given, draft: Draft) -> HttpResponse:
    item = send_gesture(given, draft, press(request, deals_with_row=False))
    return on_its_way(request, item.pk)


def _done(request: HttpRequest, person: PersonLine) -> HttpResponse:
    given = _given(request, person, words=said(request, "text"))
    make_gesture(given, author=signed_in(request), now_us=clock.now_us())
    return back(request, f"Done for {shown(person.name)}. What comes back will stand beside it.")


def _not_this_one(request: HttpRequest, person: PersonLine) -> HttpResponse:
    key, author = _key(request), signed_in(request)
    not_this_one(person.person_id, key, author=author, now_us=clock.now_us())
    return back(request, f"Not that one for {shown(person.name)}: it is not offered again.")


def _put_off(request: HttpRequest, person: PersonLine) -> HttpResponse:
    wanted = said(request, "snooze")
    if wanted not in SNOOZES:
        raise Http404
    until_us = clock.early_morning_us(SNOOZES[wanted])
    author, now_us = signed_in(request), clock.now_us()
    put_off(person.person_id, _key(request), until_us=until_us, author=author, now_us=now_us)
    return back(request, f"{shown(person.name)} is back {UNTIL[wanted]}.")


def _key(request: HttpRequest) -> str:
    key = said(request, "key")[:_LONGEST_KEY]
    if not key:
        raise Http404
    return key


_ACTS: Mapping[str, Callable[[HttpRequest, PersonLine], HttpResponse]] = {
    "send": _send,
    "repost": _repost,
    "done": _done,
    "not_this_one": _not_this_one,
    "snooze": _put_off,
}
