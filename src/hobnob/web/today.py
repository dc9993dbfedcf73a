"""Today: the home page, the end screen, and the keys that work everywhere."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hobnob.storage.queries.today.next_steps import next_steps
from hobnob.storage.queries.today.page import today as whole_page
from hobnob.storage.queries.today.sitting import sitting
from hobnob.web import clock
from hobnob.web.answers import page
from hobnob.web.signin import signed_in


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Whom to answer, whom to write to, what to decide; or that it is enough."""
    now = clock.now_us()
    reader = signed_in(request)
    found = whole_page(now, reader=reader)
    context = {
        "today": found,
        "sitting": sitting(reader, now_us=now),
        "steps": () if found.is_first_run else next_steps(reader, now),
    }
    return page(request, "today/page.html", context)


@require_safe
def enough(request: HttpRequest) -> HttpResponse:
    """The end screen: what was done, and permission to stop."""
    return page(
        request,
        "today/enough.html",
        {"sitting": sitting(signed_in(request), now_us=clock.now_us())},
    )


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """All keys on a page of their own, for when no script shows them."""
    return page(request, "keys.html", {})
