"""Search: people first, then notes and posts."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hobnob.storage.queries.finding.search import search as everything_with
from hobnob.web import clock
from hobnob.web.answers import asked, page
from hobnob.web.signin import signed_in

LONGEST = 200
"""Characters; nobody types more to find a person."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everybody and everything with these words."""
    words = asked(request, "words")[:LONGEST].strip()
    found = everything_with(words, now_us=clock.now_us(), reader_id=signed_in(request).pk)
    return page(request, "search/page.html", {"found": found})
