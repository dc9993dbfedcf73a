"""The hours of chats: a page of the coming weeks, and an address for calendar programs."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.operations.calendar_address import (
    calendar_key,
    drop_calendar_key,
    opens_calendar,
    renew_calendar_key,
)
from hobnob.storage.queries.chats.agenda import coming
from hobnob.storage.queries.chats.ics import calendar_file
from hobnob.web import clock
from hobnob.web.answers import SAID, asked, back, page

CLOSED = (
    "This address does not lead to the calendar, or no longer: hobnob shows the one that does "
    "under Chats, Calendar.\n"
)


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """The sessions of the next four weeks; posted, a new address for calendar programs, or none."""
    if request.method != "POST":
        key = calendar_key()
        address = request.build_absolute_uri(f"{reverse('calendar file')}?key={key}")
        context = {"coming": coming(clock.now_us()), "address": address if key else ""}
        return page(request, "chats/calendar.html", context)
    if "off" in request.POST:
        drop_calendar_key()
        return back(request, "No address leads to the calendar any more.", SAID)
    renew_calendar_key()
    return back(request, "This address leads to the calendar, and no other does.", SAID)


@login_not_required
@require_safe
def file(request: HttpRequest) -> HttpResponse:
    """The calendar, for whoever has the key: calendar programs cannot sign in."""
    if not opens_calendar(asked(request, "key")):
        return HttpResponse(CLOSED, status=403, content_type="text/plain; charset=utf-8")
    return HttpResponse(
        calendar_file(clock.now_us()),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": 'inline; filename="chats.ics"',
            "Cache-Control": "private, no-store",
        },
    )
