"""How you sound: what your own posts do, week by week."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hobnob.storage.queries.voice import voice_page
from hobnob.web import clock
from hobnob.web.answers import page


@require_safe
def voice(request: HttpRequest) -> HttpResponse:
    """One sentence about the last four weeks, and the twelve it is drawn from."""
    return page(request, "voice/page.html", {"voice": voice_page(clock.now_us())})
