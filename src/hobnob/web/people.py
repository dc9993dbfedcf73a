"""A person: everything that went both ways, their lists, tags and notes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from hobnob.domain.time_spent import place_of
from hobnob.storage.queries.lists.members import every_list, every_member
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.person.page import person_page, who_they_became
from hobnob.web import clock, facts
from hobnob.web.answers import page, page_number, way_back
from hobnob.web.panels import panels
from hobnob.web.signin import signed_in


@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person, with one page of the timeline."""
    reader, now_us = signed_in(request), clock.now_us()
    found = person_page(
        person_id,
        now_us=now_us,
        page=page_number(request),
        shown=request.GET.get("shown", "all"),
        reader_id=reader.pk,
    )
    if found is None:
        return _to_whom_they_became(person_id)
    context = {
        "person": found,
        "panels": panels(found, reader, now_us),
        "place": place_of(person_id),
        "now_us": now_us,
        "kinds": facts.KINDS,
        "months": facts.MONTHS,
        "days": facts.DAYS,
    }
    return page(request, "people/page.html", context)


def _to_whom_they_became(person_id: int) -> HttpResponse:
    """Where one is led who comes to the page of somebody who turned out to be somebody else."""
    became = who_they_became(person_id)
    if became is None:
        raise Http404
    return redirect("person", became)


@require_safe
def make_room(request: HttpRequest, person_id: int, key: str) -> HttpResponse:
    """Whom to move down, when a list is full and somebody is to join it."""
    newcomer = person_lines([person_id]).get(person_id)
    target = next((each for each in every_list() if each.key == key), None)
    if newcomer is None or target is None:
        raise Http404
    context = {
        "newcomer": newcomer,
        "target": target,
        "members": every_member(key, now_us=clock.now_us()),
        "back": way_back(request),
    }
    return page(request, "people/make_room.html", context)
