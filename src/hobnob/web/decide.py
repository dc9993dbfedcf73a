"""What is decided about people: one address a person, one button an act.

A button's name is the act and its value says the rest: <button name="snooze" value="3d">.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hobnob.domain.decisions import Verb
from hobnob.domain.lists import ListIsFull
from hobnob.domain.today import Section
from hobnob.domain.undoing import day_of_act, newest_act_words, unasked_since_us
from hobnob.operations.curate import Curator
from hobnob.operations.decide import LongAgo, last_act
from hobnob.operations.local_zone import local_zone
from hobnob.operations.stages import find_list, is_on, next_list
from hobnob.storage.queries.lists.members import list_line
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.undone import what_was_undone
from hobnob.web import clock, facts
from hobnob.web.answers import back, page, said, way_back, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

SNOOZES = {"1d": 1, "3d": 3, "7d": 7, "month": 30}
"""Days."""
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
        if "promote" not in request.POST:
            raise
        return _ask_for_room(request, person_id)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the newest act; of an older one the page is asked first that names it."""
    curator = _curator(request)
    since_us = unasked_since_us(curator.now_us, local_zone())
    try:
        decisions = curator.undo(since_us=since_us, even=whole_number(said(request, "even")))
    except LongAgo:
        return _ask_at(request, reverse("undo older"))
    if decisions[0].verb == Verb.APPROVE:
        return back(request, "Called back. Nothing was sent.", "undone")
    return back(request, f"Taken back: {shown(what_was_undone(decisions))}.", "undone")


@require_safe
def older(request: HttpRequest) -> HttpResponse:
    """The newest act with its day, and whether to take it back."""
    now_us = clock.now_us()
    decisions = last_act(signed_in(request))
    day = day_of_act(decisions[0].made_us, now_us, local_zone())
    context = {
        "sentence": newest_act_words(shown(what_was_undone(decisions)), day),
        "act": decisions[0].pk,
        "back": way_back(request),
    }
    return page(request, "undo/page.html", context)


def _curator(request: HttpRequest) -> Curator:
    return Curator(author=signed_in(request), now_us=clock.now_us())


def _ask_for_room(request: HttpRequest, person_id: int) -> HttpResponse:
    """The page that asks whom to move."""
    wanted = said(request, "promote")
    target = find_list(wanted) if wanted else next_list(person_id)
    return _ask_at(request, reverse("make room", args=[person_id, target.key]))


def _ask_at(request: HttpRequest, where: str) -> HttpResponse:
    """A page that asks; htmx is told to open it as a page, not as a part."""
    address = f"{where}?{urlencode({'back': way_back(request)})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def _promote(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    instead_of = whole_number(said(request, "instead_of"))
    joined = curator.promote(
        person_id,
        said(request, "promote") or None,
        why=said(request, "why"),
        instead_of=instead_of,
        section=_section_of(request),
    )
    # Where there was room by then, nobody had to.
    gone = [] if instead_of is None or is_on(joined, instead_of) else [instead_of]
    moved = person_lines(gone)
    down = "".join(f" {shown(line.name)} moved down for them." for line in moved.values())
    return f"{name} is on {joined.name}.{_overfull(joined.key)}{down}"


def _overfull(key: str) -> str:
    """That a list holds more people than it is meant for, where it does."""
    line = list_line(key)
    if line is None or not line.is_over:
        return ""
    return f" {line.name} now holds {line.count:,}, meant for {line.capacity:,}."


def _demote(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    down = curator.demote(person_id, why=said(request, "why"))
    return f"{name} is on {down.name} now." if down else f"{name} is on no close list now."


def _remove(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    why = REASONS.get(said(request, "remove"), "")
    left = curator.remove(person_id, said(request, "list"), why=why, section=_section_of(request))
    return f"{name} is off {left.name}, and no rule puts them back."


def _restore(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    target = curator.restore(person_id, said(request, "restore"))
    return f"The rules decide again whether {name} is on {target.name}."


def _done(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    section = _section(said(request, "done"))
    curator.done(person_id, section, up_to_us=whole_number(said(request, "up_to")))
    return f"{name}: done."


def _snooze(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    wanted = said(request, "snooze")
    if wanted not in SNOOZES:
        raise Http404
    until_us = clock.early_morning_us(SNOOZES[wanted])
    curator.snooze(person_id, _section(said(request, "section")), until_us=until_us)
    return f"{name} is back {UNTIL[wanted]}."


def _section_of(request: HttpRequest) -> str:
    """The part of Today that the row stands in; "" where it stands elsewhere."""
    key = said(request, "section")
    return key if key in set(Section) else ""


def _section(key: str) -> Section:
    if key not in set(Section):
        raise Http404
    return Section(key)


def _note(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    is_private = bool(said(request, "private"))
    curator.note(person_id, said(request, "text"), is_private=is_private)
    return f"Noted about {name}, for you alone." if is_private else f"Noted about {name}."


def _tag(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    curator.tag(person_id, said(request, "text"))
    return f"Tagged {name}."


def _untag(curator: Curator, person_id: int, name: str, request: HttpRequest) -> str:
    curator.untag(person_id, said(request, "untag"))
    return f"{name} no longer has that tag."


Act = Callable[[Curator, int, str, HttpRequest], str]
ACTS: Mapping[str, Act] = {
    "promote": _promote,
    "demote": _demote,
    "remove": _remove,
    "restore": _restore,
    "done": _done,
    "snooze": _snooze,
    "note": _note,
    "tag": _tag,
    "untag": _untag,
    "tell": facts.tell_fact,
    "heard": facts.keep_heard,
    "take_away": facts.take_away_fact,
    "cadence": facts.keep_in_touch,
}
