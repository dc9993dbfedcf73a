"""Asks: what was asked and what came back, whom to thank, whom one may ask, and the asking itself.

A button's name is what is said about the ask: <button name="yes">.
"""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.ask_words import SIZES, THINGS, Answer, Size, read_outcome
from hobnob.domain.errors import HobnobError
from hobnob.domain.interests.topics import Subject
from hobnob.domain.people import Network
from hobnob.domain.today import Section
from hobnob.operations.act import Way, ways_to_post
from hobnob.operations.asks.answer import answer_ask
from hobnob.operations.asks.ask import NotFairYet
from hobnob.operations.asks.ask import ask as keep_ask
from hobnob.operations.asks.in_writing import ask_in_writing
from hobnob.storage.queries.asks.campaigns import plans
from hobnob.storage.queries.asks.owed import asks_owed
from hobnob.storage.queries.asks.ranked import fairest
from hobnob.storage.queries.asks.shown import asks_page
from hobnob.storage.queries.asks.standing import gates_of
from hobnob.storage.queries.interests.topics import meant_topic, our_topics
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.person.page import reach_of
from hobnob.web import clock
from hobnob.web.act import press
from hobnob.web.answers import SAID, asked, back, page, said, way_back, whole_number
from hobnob.web.once import pressed_once
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

SHOWN = 20
"""People of each kind on one page."""


@require_safe
def asks(request: HttpRequest) -> HttpResponse:
    """What was asked: the open ones first."""
    return page(request, "asks/page.html", {"found": asks_page(clock.now_us())})


@require_safe
def owed(request: HttpRequest) -> HttpResponse:
    """Whom to thank, and to whom to report back what came of their feedback."""
    context = {"found": asks_owed(clock.now_us()), "section": Section.THANK}
    return page(request, "asks/owed.html", context)


@require_safe
def whom(request: HttpRequest) -> HttpResponse:
    """Whom one may fairly ask for something; before that, what it is and what it is about."""
    outcome, typed = asked(request, "outcome"), asked(request, "topic").strip()
    context: dict[str, Any] = {
        "things": THINGS,
        "outcome": outcome,
        "topic": typed,
        "topics": our_topics(),
        "found": None,
    }
    if outcome:
        kind = read_outcome(outcome)
        topics = [meant_topic(typed)] if typed else list[Subject]()
        context["thing"], context["size"] = THINGS[kind], SIZES[kind]
        context["found"] = fairest(kind, topics, clock.now_us(), SHOWN)
    return page(request, "asks/whom.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, person_id: int) -> HttpResponse:
    """What the gate says of asking somebody, and the form that writes an ask down."""
    person = person_lines([person_id]).get(person_id)
    if person is None:
        raise Http404
    if request.method != "POST":
        return _form(request, person)
    try:
        with pressed_once(request) as is_first:
            return _written_down(request, person) if is_first else back(request, *_AGAIN)
    except NotFairYet as error:
        return _form(request, person, not_yet=str(error))
    except HobnobError as error:
        return _form(request, person, sorry=str(error))


@require_POST
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Keep what came back to an ask."""
    wanted = next((each for each in Answer if each in request.POST), None)
    if wanted is None:
        raise Http404
    kept = answer_ask(number, wanted, author=signed_in(request), now_us=clock.now_us())
    account = kept.decision.account
    name = shown(person_lines([account.person_id])[account.person_id].name) if account else ""
    return back(request, _SAID[wanted].format(name=name))


_SAID = {
    Answer.YES: "{name} said yes. Now they are among those to thank.",
    Answer.NO: "{name} said no, and nobody asks again for two months.",
    Answer.SILENCE: "No answer came from {name}: written down.",
}


# ── Asking ───────────────────────────────────────────────────────────────────


def _form(
    request: HttpRequest, person: PersonLine, *, not_yet: str = "", sorry: str = ""
) -> HttpResponse:
    """The form, as it was sent where something would not do."""
    gates = gates_of(person.person_id, clock.now_us())
    typed = {each: said(request, each) or asked(request, each) for each in _FIELDS}
    context = {
        "person": person,
        "sizes": [_size(size, gates[size].sentence, gates[size].is_fair) for size in Size],
        "may_be_asked": gates[Size.SMALL].may_be_asked,
        "sentence": gates[Size.SMALL].sentence,
        "is_alike": len({each.sentence for each in gates.values()}) == 1,
        "typed": typed,
        "plans": [each for each in plans(clock.now_us()) if not each.is_closed],
        "ways": _ways(person.person_id),
        "chosen": whole_number(typed["as"]),
        "once": said(request, "once") or uuid4().hex,
        "back": way_back(request) if _knows_where(request) else reverse("asks"),
        "not_yet": not_yet,
        "sorry": sorry,
    }
    return page(request, "asks/ask.html", context, status=400 if sorry else 200)


_AGAIN = ("Written down, once: you pressed twice.", SAID)
_FIELDS = ("outcome", "what", "campaign", "text", "as", "section")


def _knows_where(request: HttpRequest) -> bool:
    return bool(said(request, "back") or asked(request, "back"))


def _size(size: Size, sentence: str, is_fair: bool) -> dict[str, Any]:
    """A size of ask: what it may be for, and what the gate says of it."""
    things = [(kind, thing) for kind, thing in THINGS.items() if SIZES[kind] is size]
    return {"size": size, "things": things, "sentence": sentence, "is_fair": is_fair}


def _ways(person_id: int) -> list[tuple[Way, str]]:
    """My accounts that can write to them, and their handle there."""
    there = {each.network: each.handle for each in reversed(reach_of(person_id))}
    return [(way, there[way.network]) for way in ways_to_post() if way.network in there]


def _written_down(request: HttpRequest, person: PersonLine) -> HttpResponse:
    outcome, name = read_outcome(said(request, "outcome")), shown(person.name)
    campaign, anyway = said(request, "campaign"), "anyway" in request.POST
    what, text = said(request, "what"), said(request, "text").strip()
    if not text:
        keep_ask(
            person.person_id,
            outcome,
            what,
            author=signed_in(request),
            now_us=clock.now_us(),
            campaign=campaign,
            anyway=anyway,
            section=_section(request),
        )
        return back(request, f"Written down: you asked {name} for {THINGS[outcome]}.")
    item = ask_in_writing(
        person.person_id,
        outcome,
        what,
        text,
        by=whole_number(said(request, "as")) or 0,
        press=press(request),
        campaign=campaign,
        anyway=anyway,
    )
    network = Network(item.account.network).title
    back(request, f"Drafted for {network}. Look at it, and say yes.", SAID)
    return redirect("outbox")


def _section(request: HttpRequest) -> str:
    """The part of Today that the ask was suggested in; "" where it stood elsewhere."""
    key = said(request, "section")
    return key if key in set(Section) else ""
