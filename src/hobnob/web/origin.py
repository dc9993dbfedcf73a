"""Refuses a change that another site's page asks for, by what the browser says of the request.

A second lock beside the CSRF token. SameSite cookies are no such lock: to them another port of
localhost is the same site. Source: https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseForbidden

READING = frozenset({"GET", "HEAD", "OPTIONS"})
# "none" is the person herself: an address typed in, a bookmark, a link out of the terminal.
OURS = frozenset({"same-origin", "none"})
REFUSAL = (
    "This change was asked for by a page that isn't hobnob's, so nothing was changed. "
    "If you meant it, open hobnob itself and do it there.\n"
)

View = Callable[[HttpRequest], HttpResponseBase]


def refuse_foreign_changes(get_response: View) -> View:
    """Middleware that answers 403 to a change whose Sec-Fetch-Site is there and isn't ours."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        site = request.headers.get("Sec-Fetch-Site")
        if site is None or site in OURS or request.method in READING:
            return get_response(request)
        return HttpResponseForbidden(REFUSAL, content_type="text/plain; charset=utf-8")

    return middleware
