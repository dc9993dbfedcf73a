"""What is decided about people: one address a person, one button an act.

A button's name is the act and its value says the rest: <button name="snooze" value="3d">.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from hobnob.domain.lists import ListIsFull
from hobnob.domain.moments import DAY
from hobnob.domain.today import Section
from hobnob.operations.curate import Curator, next_list
from hobnob.storage.queries.people import person_lines
from hobnob.web import clock
from hobnob.web.answers import back, way_back
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

SNOOZES = {"1d": DAY, "3d": 3 * DAY, "7d": 7 * DAY, "month": 30 * DAY}
UNTIL = {"1d": "tomorrow", "3d": "in 3 days", "7d": "in a week", "month": "next month"}
REASONS = {
    "annoys": "they annoy me",
    "links": "they post links only",
    "spam": "it is spam",
    "other": "",
}


@require_POST
def decide(request: HttpRequest, person_id: int) -> HttpResponse:
    """Do the act whose button was pressed, and go back to where it stood."""
    act = next((act for name, act in ACTS.items() if name in request.POST), None)
    line = person_lines([person_id]).get(person_id)
    if act is None or line is None:
        raise Http404
    try:
        return back(request, act(_curator(request), person_id, shown(line.name), request))
    except ListIsFull:
        return _ask_for_room(request, person_id)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the newest act."""
    undone = _curator(request).undo()
    return back(request, f"Taken back: {UNDONE.get(undone[0].verb, undone[0].verb)}.", "undone")


UNDONE = {
    "promote": "the promotion",
    "remove": "the removal",
    "restore": "the restoring",
    "tag": "the tag",
    "untag": "taking off the tag",
    "note": "the note",
    "done": "the tick",
    "snooze": "the putting off",
    "rule on": "switching the rule on",
    "rule off": "switching the rule off",
    "rule applies to history": "letting the rule reach into the past",
}


def _curator(request: HttpRequest) -> Curator:
    return Curator(author=signed_in(request), now_us=clock.now_us())


def _ask_for_room(request: HttpRequest, person_id: int) -> HttpResponse:
    """The page that asks whom to move; htmx is told to open it as a page, not as a part."""
    key = request.POST.get("promote") or next_list(person_id).key
    where = reverse("make room", args=[person_id, key])
    address = f"{where}?{urlencode({'back': way_back(request)})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def _promote(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    instead_of = request.POST.get("instead_of", "")
    joined = curator.promote(
        person_id,
        request.POST["promote"] or None,
        why=request.POST.get("why", ""),
        instead_of=int(instead_of) if instead_of.isdecimal() else None,
    )
    return f"{name} is on {joined.name}."


def _remove(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    why = REASONS.get(request.POST["remove"], "")
    left = curator.remove(person_id, request.POST.get("list", ""), why=why)
    return f"{name} is off {left.name}, and no rule puts them back."


def _restore(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    target = curator.restore(person_id, request.POST["restore"])
    return f"The rules decide again whether {name} is on {target.name}."


def _done(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    curator.done(person_id, _section(request.POST["done"]))
    return f"{name}: done."


def _snooze(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    wanted = request.POST["snooze"]
    if wanted not in SNOOZES:
        raise Http404
    until_us = curator.now_us + SNOOZES[wanted]
    curator.snooze(person_id, _section(request.POST.get("section", "")), until_us=until_us)
    return f"{name} is back {UNTIL[wanted]}."


def _section(key: str) -> Section:
    if key not in set(Section):
        raise Http404
    return Section(key)


def _note(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    curator.note(person_id, request.POST.get("text", ""))
    return f"Noted about {name}."


def _tag(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    curator.tag(person_id, request.POST.get("text", ""))
    return f"Tagged {name}."


def _untag(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    curator.untag(person_id, request.POST["untag"])
    return f"{name} no longer has that tag."


Act = Callable[[Curator, int, str, HttpRequest], str]
ACTS: Mapping[str, Act] = {
    "promote": _promote,
    "remove": _remove,
    "restore": _restore,
    "done": _done,
    "snooze": _snooze,
    "note": _note,
    "tag": _tag,
    "untag": _untag,
}
