"""Log a call, a visit, a favour with two keys; what came of it; and what the log proposes."""

from itertools import groupby
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain import by_hand
from hobnob.domain.by_hand import moment_on, read_day, sort_of, today_at
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, from_us
from hobnob.domain.outcomes import (
    PROPOSED,
    WORDS,
    OutcomeKind,
    OutcomeWords,
    outcome_kind,
    read_worth,
)
from hobnob.domain.stage_history import day
from hobnob.operations.local_zone import local_zone
from hobnob.operations.log_deed import log_deed
from hobnob.operations.log_outcome import confirm, log_outcome, refuse
from hobnob.storage.queries.finding.near import near
from hobnob.storage.queries.outcomes.defenders import defenders
from hobnob.storage.queries.outcomes.known import OutcomeLine, outcomes_of
from hobnob.storage.queries.outcomes.led_there import led_there
from hobnob.storage.queries.outcomes.proposed import proposed_outcomes
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.web import clock
from hobnob.web.answers import SAID, asked, back, page, said, way_back, whole_number
from hobnob.web.once import pressed_once
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

FORM: dict[str, Any] = {
    "mine": by_hand.MINE,
    "theirs": by_hand.THEIRS,
    "outcomes": tuple(WORDS.items()),
}
"""What the form offers, on its page and in the dialog."""

LONGEST_WORTH = 40
_A_YEAR = 365 * DAY
_LINES = 200


# ── Logging ──────────────────────────────────────────────────────────────────


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest, person_id: int) -> HttpResponse:
    """What can be logged about somebody; posted, it is in the log."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        raise Http404
    if request.method != "POST":
        return _form(request, line)
    try:
        act = _outcome if "outcome" in request.POST else _deed
        with pressed_once(request) as is_first:
            return back(request, act(request, line)) if is_first else back(request, *_AGAIN)
    except HobnobError as error:
        if request.headers.get("HX-Request"):
            raise
        return _form(request, line, sorry=str(error))


_AGAIN = ("Logged, once: you pressed twice.", SAID)


def _deed(request: HttpRequest, line: PersonLine) -> str:
    """Log what the pressed button says."""
    sort = sort_of(said(request, "log"))
    now_us = clock.now_us()
    at_us = _when(request, now_us)
    log_deed(
        line.person_id,
        sort,
        at_us=at_us,
        author=signed_in(request),
        now_us=now_us,
        words=said(request, "words"),
    )
    return f"Logged {sort.logged.format(name=shown(line.name))}{_on(at_us, now_us)}."


def _outcome(request: HttpRequest, line: PersonLine) -> str:
    """Write down what the pressed button says came of it."""
    kind = outcome_kind(said(request, "outcome"))
    now_us = clock.now_us()
    at_us = _when(request, now_us)
    log_outcome(
        line.person_id,
        kind,
        at_us=at_us,
        author=signed_in(request),
        now_us=now_us,
        words=said(request, "words"),
        worth=read_worth(said(request, "worth")[:LONGEST_WORTH]),
        led_by=_led_by(request),
        ask_id=whole_number(said(request, "ask")),
    )
    return f"Written down: {WORDS[kind].noun} from {shown(line.name)}{_on(at_us, now_us)}."


def _when(request: HttpRequest, now_us: int) -> int:
    """The moment that the form names. Raises NotADay."""
    today = today_at(now_us, local_zone())
    return moment_on(read_day(said(request, "on"), today), today=today, now_us=now_us)


def _on(at_us: int, now_us: int) -> str:
    return "" if at_us == now_us else f", on {day(at_us, now_us)}"


def _led_by(request: HttpRequest) -> list[int] | None:
    """The lines that were ticked; None where the form asked about none."""
    if "led_asked" not in request.POST:
        return None
    ticked = map(whole_number, request.POST.getlist("led"))
    return [each for each in ticked if each is not None]


def _form(request: HttpRequest, line: PersonLine, *, sorry: str = "") -> HttpResponse:
    now_us = clock.now_us()
    wanted = asked(request, "outcome") or said(request, "outcome")
    ticked = set(_led_by(request) or ())
    context = {
        **FORM,
        "person": line,
        "led": led_there(line.person_id, now_us, now_us),
        "ticked": ticked if "led_asked" in request.POST else None,
        "chosen": OutcomeKind(wanted) if wanted in set(OutcomeKind) else "",
        "ask": whole_number(asked(request, "ask") or said(request, "ask")),
        "today": today_at(now_us, local_zone()).isoformat(),
        "typed": {name: said(request, name) for name in ("words", "on", "worth")},
        "back": _back_to(request, line),
        "once": uuid4().hex,
        "sorry": sorry,
    }
    return page(request, "log/form_page.html", context, status=400 if sorry else 200)


def _back_to(request: HttpRequest, line: PersonLine) -> str:
    has_way = "back" in request.GET or "back" in request.POST
    return way_back(request) if has_way else reverse("person", args=[line.person_id])


# ── What came of it ──────────────────────────────────────────────────────────


@require_safe
def came_of_it(request: HttpRequest) -> HttpResponse:
    """What the log proposes, what came of a year, and who stood up for us."""
    now_us = clock.now_us()
    lines = outcomes_of(since_us=now_us - _A_YEAR, now_us=now_us, reader_id=signed_in(request).pk)
    context = {
        "proposals": proposed_outcomes(now_us),
        "months": _months(lines[:_LINES], now_us),
        "more": max(0, len(lines) - _LINES),
        "defenders": defenders(now_us),
    }
    return page(request, "log/index.html", context)


@require_POST
def decide(request: HttpRequest, interaction_id: int) -> HttpResponse:
    """Yes or no to what is proposed of a line of the log."""
    answer = "yes" if "yes" in request.POST else "no"
    kind = said(request, answer)
    if kind not in PROPOSED:
        raise Http404
    act = confirm if answer == "yes" else refuse
    act(OutcomeKind(kind), interaction_id, author=signed_in(request), now_us=clock.now_us())
    if answer == "yes":
        return back(request, f"Written down: {WORDS[OutcomeKind(kind)].noun}.")
    return back(request, f"That was no {kind}: nobody asks about it again.")


@require_safe
def who_is_near(request: HttpRequest) -> HttpResponse:
    """Who is near a place."""
    place = asked(request, "place").strip()
    found = near(place, reader_id=signed_in(request).pk) if place else []
    return page(request, "log/near.html", {"place": place, "found": found})


def _months(lines: list[OutcomeLine], now_us: int) -> list[dict[str, Any]]:
    """Outcomes with their people, by month, the newest first."""
    people = person_lines({each.person_id for each in lines})
    return [
        {"name": name, "rows": [_row(each, people[each.person_id], now_us) for each in some]}
        for name, some in groupby(lines, key=lambda each: f"{from_us(each.at_us):%B %Y}")
    ]


def _row(each: OutcomeLine, person: PersonLine, now_us: int) -> dict[str, Any]:
    words: OutcomeWords = WORDS[each.kind]
    return {
        "person": person,
        "noun": words.noun,
        "outcome": each,
        "when": day(each.at_us, now_us),
    }
