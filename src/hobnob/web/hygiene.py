"""Hygiene: one card at a time about an account that gives a reason to let it go, or to look.

A button is the yes to exactly the one thing that it says; there is none for several at once.
"""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.operations.act_gently import act_gently, follow_the_new
from hobnob.operations.check_hygiene import begin_look
from hobnob.operations.curate import Curator
from hobnob.storage.queries.hygiene.card import Card, card
from hobnob.storage.queries.hygiene.queue import SECTION, hygiene, newest_words
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.posts import post_line
from hobnob.web import clock
from hobnob.web.act import on_its_way, press
from hobnob.web.answers import asked, back, page, said, way_back, whole_number
from hobnob.web.decide import SNOOZES, UNTIL
from hobnob.web.signin import signed_in
from hobnob.web.text import shown
from hobnob.worker import check_hygiene_in_background, look_again_in_background

_ACTS = {
    "unfollow": ActionKind.UNFOLLOW,
    "mute": ActionKind.MUTE,
    "block": ActionKind.BLOCK,
}


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """The next card; or that all is clean, or enough for today."""
    context = {"hygiene": hygiene(clock.now_us()), "once": uuid4().hex}
    return page(request, "hygiene/page.html", context)


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Look at everybody now; the page says how far it is."""
    check_hygiene_in_background(begin_look(now_us=clock.now_us()))
    return back(request)


@require_POST
def decide(request: HttpRequest, account_id: int) -> HttpResponse:
    """What was pressed on the card of an account."""
    found = card(account_id, clock.now_us())
    if found is None:
        raise HobnobError("Nothing is found out about that account any more: nothing was done.")
    if "keep" in request.POST:
        return _keep(request, found)
    if "snooze" in request.POST:
        return put_off(request, found.person, SECTION)
    return _act(request, found)


def _keep(request: HttpRequest, found: Card) -> HttpResponse:
    person = found.person
    curator_of(request).keep(person.person_id, why=found.because)
    return back(request, f"{shown(person.name)} is kept: nothing is suggested against them again.")


def put_off(request: HttpRequest, person: PersonLine, section: str) -> HttpResponse:
    """Let somebody rest in a section for as long as the button says."""
    wanted = said(request, "snooze")
    if wanted not in SNOOZES:
        raise Http404
    until_us = clock.early_morning_us(SNOOZES[wanted])
    curator_of(request).snooze(person.person_id, section, until_us=until_us)
    return back(request, f"{shown(person.name)} is back {UNTIL[wanted]}.")


def _act(request: HttpRequest, found: Card) -> HttpResponse:
    by = whole_number(said(request, "as")) or 0
    if "follow_new" in request.POST:
        if found.new is None or found.new.account_id is None:
            raise Http404
        new_id = found.new.account_id
        item = follow_the_new(found.account_id, new_id, by=by, press=press(request))
        return on_its_way(request, item.pk)
    kind = next((kind for name, kind in _ACTS.items() if name in request.POST), None)
    if kind is None:
        raise Http404
    item = act_gently(kind, found.account_id, by=by, why=found.because, press=press(request))
    return on_its_way(request, item.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def mark_bad(request: HttpRequest, person_id: int) -> HttpResponse:
    """The form that asks how somebody behaved badly; posted, it is remembered with the post."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        raise Http404
    number = whole_number(said(request, "post") or asked(request, "post"))
    post = post_line(number, clock.now_us()) if number is not None else None
    if post is not None and (post.person is None or post.person.person_id != person_id):
        raise Http404
    if request.method != "POST":
        words = () if post else newest_words(person_id, clock.now_us())
        context = {"person": line, "post": post, "words": words, "back": way_back(request)}
        return page(request, "hygiene/mark_bad.html", context)
    why = said(request, "why").strip()
    if not why and post is None:
        raise HobnobError("Say what they did: a few words are enough.")
    curator_of(request).mark_bad(person_id, why, post_id=post.id if post else None)
    look_again_in_background(person_id)
    return back(request, f"Remembered about {shown(line.name)}.")


def curator_of(request: HttpRequest) -> Curator:
    """Who decides, and when."""
    return Curator(author=signed_in(request), now_us=clock.now_us())
