"""Connections: accounts of mine that are read live. Connect, watch, read now, disconnect.

Opening these pages asks no network anything; the buttons on them do.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.people import Network
from hobnob.operations import connect
from hobnob.operations.sync import announce
from hobnob.storage.queries.connections import ConnectionLine, connection, connections
from hobnob.web import clock
from hobnob.web.answers import back, page
from hobnob.web.text import shown
from hobnob.worker import sync_in_background

PLAIN = "plain"
"""The sentence stands alone: this cannot be undone by a key."""


@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    """Every connected account, and the beginning of a new connection."""
    if request.method == "POST":
        return _begin(request)
    return page(request, "connections/page.html", {"connections": connections(clock.now_us())})


def _begin(request: HttpRequest) -> HttpResponse:
    """The page with the server's address to open, and room for the code it shows."""
    server = connect.server_name(request.POST.get("server", ""))
    if request.POST.get("token", "").strip():
        return finish(request)
    context = {
        "server": server,
        "address": connect.begin(Network.MASTODON, server),
        "reads_messages": "messages" in request.POST,
    }
    return page(request, "connections/code.html", context)


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """Connect with the code or token that was typed, and begin to read."""
    server = connect.server_name(request.POST.get("server", ""))
    code, token = request.POST.get("code", ""), request.POST.get("token", "")
    reads_messages = "messages" in request.POST
    if token.strip():
        made = connect.connect_with_token(
            Network.MASTODON, server, token, clock=clock.now_us, reads_messages=reads_messages
        )
    else:
        made = connect.finish(
            Network.MASTODON, server, code, clock=clock.now_us, reads_messages=reads_messages
        )
    return _read(made.pk)


@require_safe
def one(request: HttpRequest, connection_id: int) -> HttpResponse:
    """One account, stream by stream; a script asks again every second while it is being read."""
    return page(request, "connections/one.html", {"connection": _found(connection_id)})


@require_POST
def sync(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Read it now."""
    return _read(_found(connection_id).id)


@require_POST
def disconnect(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Read it no more, and forget its sign-in."""
    found = _found(connection_id)
    was_taken_back = connect.disconnect(found.id, now_us=clock.now_us())
    said = f"@{shown(found.handle)} is no longer read. What was read stays."
    if not was_taken_back:
        said += f" {shown(found.server)} could not be told: take hobnob off its list of apps."
    return back(request, said, PLAIN)


def _read(connection_id: int) -> HttpResponse:
    announce(connection_id, now_us=clock.now_us())
    sync_in_background(connection_id)
    return redirect("connection", connection_id)


def _found(connection_id: int) -> ConnectionLine:
    found = connection(connection_id, clock.now_us())
    if found is None:
        raise Http404
    return found
