"""A person: everything that went both ways, their lists, tags and notes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hobnob.storage.queries.lists import every_list, every_member
from hobnob.storage.queries.people import person_lines
from hobnob.storage.queries.person_page import person_page
from hobnob.web import clock
from hobnob.web.answers import page, page_number, way_back


@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person, with one page of the timeline."""
    found = person_page(
        person_id,
        now_us=clock.now_us(),
        page=page_number(request),
        shown=request.GET.get("shown", "all"),
    )
    if found is None:
        raise Http404
    return page(request, "people/page.html", {"person": found})


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
