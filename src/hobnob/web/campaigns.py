"""Campaign plans: which there are, one plan with whom to ask for it, and the forms of a plan."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.ask_words import THINGS
from hobnob.domain.campaigns import MOST_ASKS, Plan, read_plan
from hobnob.domain.errors import HobnobError
from hobnob.operations.asks.campaigns import (
    close_campaign,
    edit_campaign,
    make_campaign,
    open_campaign,
)
from hobnob.storage.queries.asks import campaigns as found
from hobnob.storage.queries.interests.topics import our_topics
from hobnob.storage.queries.lists.members import list_names
from hobnob.web import clock
from hobnob.web.answers import SAID, asked, back, page, said, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

_FIELDS = ("name", "goal", "who", "list", "begins_on", "ends_on")
_FEWEST_LINES = 3
_SPARE = 2
"""So many empty lines for more asks."""


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every plan."""
    return page(request, "campaigns/index.html", {"plans": found.plans(clock.now_us())})


@require_safe
def campaign(request: HttpRequest, key: str) -> HttpResponse:
    """One plan: what came of it, and whom to ask for the ask that is chosen."""
    chosen = whole_number(asked(request, "ask")) or 0
    plan = found.plan_page(key, clock.now_us(), chosen=chosen)
    if plan is None:
        raise Http404
    return page(request, "campaigns/plan.html", {"plan": plan})


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Make a plan. What will not do is said beside what was typed."""
    if request.method != "POST":
        return _form(request, "campaigns/new.html", {"asks": _lines([])})
    try:
        made = make_campaign(_typed(request), author=signed_in(request), now_us=clock.now_us())
    except HobnobError as error:
        return _form(request, "campaigns/new.html", _as_sent(request), sorry=str(error))
    return _kept(request, made.key, f"{shown(made.name)} is planned.")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Change a plan, close it, or go on with it."""
    plan = found.plan_page(key, clock.now_us())
    if plan is None:
        raise Http404
    if request.method != "POST":
        return _form(request, "campaigns/edit.html", _as_kept(plan), plan=plan)
    if "close" in request.POST:
        closed = close_campaign(key, now_us=clock.now_us())
        return _kept(request, key, f"{shown(closed.name)} is closed. What came of it stays here.")
    if "open" in request.POST:
        opened = open_campaign(key)
        return _kept(request, key, f"{shown(opened.name)} goes on.")
    try:
        kept = edit_campaign(key, _typed(request))
    except HobnobError as error:
        typed = _as_sent(request)
        return _form(request, "campaigns/edit.html", typed, plan=plan, sorry=str(error))
    return _kept(request, key, f"{shown(kept.name)} is kept.")


def _typed(request: HttpRequest) -> Plan:
    """The plan of the form. Raises NotAPlan."""
    return read_plan(
        name=said(request, "name"),
        goal=said(request, "goal"),
        who=said(request, "who"),
        on_list=said(request, "list"),
        topics=[each.replace("\0", "") for each in request.POST.getlist("topics")],
        asks=[f"{kind}: {what}" if kind else what for kind, what in _asks_sent(request)],
        begins_on=said(request, "begins_on"),
        ends_on=said(request, "ends_on"),
    )


def _as_sent(request: HttpRequest) -> dict[str, Any]:
    typed: dict[str, Any] = {each: said(request, each) for each in _FIELDS}
    return {
        **typed,
        "topics": request.POST.getlist("topics"),
        "asks": _lines(_asks_sent(request)),
    }


def _asks_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """What was chosen and typed on each line that is not empty: ("petition", "sign for …")."""
    kinds, words = (
        [each.replace("\0", "").strip() for each in request.POST.getlist(field)]
        for field in ("ask_for", "ask")
    )
    return [(kind, what) for kind, what in zip_longest(kinds, words, fillvalue="") if what]


def _lines(asks: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The lines of the form: these, and some empty ones."""
    count = min(max(len(asks) + _SPARE, _FEWEST_LINES), max(MOST_ASKS, len(asks)))
    return [*asks, *[("", "")] * (count - len(asks))]


def _as_kept(plan: found.PlanPage) -> dict[str, Any]:
    return {
        "name": plan.line.name,
        "goal": plan.line.goal,
        "who": plan.who,
        "list": plan.list_key,
        "topics": [key for key, _ in plan.topics],
        "asks": _lines([(each.outcome, each.what) for each in plan.asks]),
        "begins_on": plan.begins_on.isoformat() if plan.begins_on else "",
        "ends_on": plan.ends_on.isoformat() if plan.ends_on else "",
    }


def _form(
    request: HttpRequest,
    template: str,
    typed: dict[str, Any],
    *,
    plan: found.PlanPage | None = None,
    sorry: str = "",
) -> HttpResponse:
    context = {
        "plan": plan,
        "typed": typed,
        "lists": list_names(),
        "topics": our_topics(),
        "outcomes": tuple(THINGS.items()),
        "sorry": sorry,
    }
    return page(request, template, context, status=400 if sorry else 200)


def _kept(request: HttpRequest, key: str, sentence: str) -> HttpResponse:
    back(request, sentence, SAID)
    return redirect(reverse("campaign", args=[key]))
