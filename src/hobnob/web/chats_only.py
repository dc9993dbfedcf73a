"""Only in chats: who talks with me there and nowhere else, why, and what to do about it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from hobnob.operations.curate import Curator
from hobnob.operations.keep_chats import let_go
from hobnob.storage.queries.chats.only import SECTION, only_in_chats
from hobnob.storage.queries.people.lines import person_lines
from hobnob.web import clock
from hobnob.web.answers import back, page
from hobnob.web.signin import signed_in
from hobnob.web.text import shown


@require_safe
def only(request: HttpRequest) -> HttpResponse:
    """Both directions, each row with the reason from their own feed."""
    return page(request, "chats/only.html", {"found": only_in_chats(clock.now_us())})


@require_POST
def decide(request: HttpRequest, person_id: int) -> HttpResponse:
    """Leave somebody where they are, or let them go from every list."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        raise Http404
    name, author, now_us = shown(line.name), signed_in(request), clock.now_us()
    if "let_go" in request.POST:
        left = let_go(person_id, author=author, now_us=now_us)
        off = f" off {' and '.join(map(shown, left))}" if left else " let go"
        return back(request, f"{name} is{off}. You may still meet them in chats.")
    Curator(author=author, now_us=now_us).done(person_id, SECTION)
    return back(request, f"{name} stays as they are.")
