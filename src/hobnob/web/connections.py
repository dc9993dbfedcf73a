"""Connections: accounts of mine that are read live. Connect, watch, choose what, disconnect.

Opening these pages asks no network anything; the buttons on them do.
"""

from dataclasses import asdict
from hmac import compare_digest

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network
from hobnob.operations import choose_hashtags, connect, spending
from hobnob.operations.sync import announce
from hobnob.storage.queries.connections import ConnectionLine, connection, connections
from hobnob.web import clock
from hobnob.web.answers import asked, back, page, said
from hobnob.web.text import shown
from hobnob.worker import sync_in_background

PLAIN = "plain"
"""The sentence stands alone: this cannot be undone by a key."""
_UNDER_WAY = "sign-in under way"
"""What this browser began to connect, in its session: the wish, and the state to come back."""


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every connected account, and the networks of which another one can be connected."""
    context = {"connections": connections(clock.now_us()), "networks": connect.networks()}
    return page(request, "connections/page.html", context)


# ── Connect ──────────────────────────────────────────────────────────────────


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    """What a network asks for to connect an account; then its own page, or the account."""
    if network not in connect.networks():
        raise Http404
    if request.method != "POST":
        context = {
            "network": Network(network),
            "sign_in": connect.sign_in(Network(network)),
            "returns_to": _returns_to(request),
        }
        return page(request, "connections/new.html", context)
    wish = connect.Wish(
        network=Network(network),
        place=said(request, "place"),
        reads_messages="messages" in request.POST,
        acts="acts" in request.POST,
    )
    given = {each.name: said(request, each.name) for each in wish.sign_in.asks_by_hand}
    if any(given.values()) or not wish.sign_in.has_page:
        return _read(connect.connect_by_hand(wish, given, clock=clock.now_us).pk)
    return _begin(request, wish)


def _begin(request: HttpRequest, wish: connect.Wish) -> HttpResponse:
    """The network's address to open, and room for the code where it doesn't lead back here."""
    begun = connect.begin(wish, returns_to=_returns_to(request))
    request.session[_UNDER_WAY] = {**asdict(wish), "state": begun.state}
    return page(request, "connections/code.html", {"wish": wish, "address": begun.address})


def _returns_to(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("connection back"))


@require_GET
def came_back(request: HttpRequest) -> HttpResponse:
    """Where the network's page leads: connect with the code, if we sent this browser there."""
    awaited = request.session.get(_UNDER_WAY, {}).get("state", "")
    if not awaited or not compare_digest(awaited.encode(), asked(request, "state").encode()):
        raise connect.CannotConnect(
            "No sign-in that was begun in this browser leads here: begin anew under Connections."
        )
    wish = _wish(request)
    # It holds for one way back, whatever comes of it.
    del request.session[_UNDER_WAY]
    code = asked(request, "code")
    if not code:
        raise connect.CannotConnect(
            f"{wish.network.title} let nobody in, for it was not allowed: begin anew under "
            "Connections when you want to."
        )
    return _read(connect.finish(wish, code, clock=clock.now_us).pk)


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """Connect with the code that was typed, and begin to read."""
    made = connect.finish(_wish(request), said(request, "code"), clock=clock.now_us)
    del request.session[_UNDER_WAY]
    return _read(made.pk)


def _wish(request: HttpRequest) -> connect.Wish:
    """What this browser began to connect. Raises CannotConnect when it began nothing."""
    kept = request.session.get(_UNDER_WAY)
    if kept is None:
        raise connect.CannotConnect("No sign-in is under way: begin anew under Connections.")
    return connect.Wish(
        network=Network(kept["network"]),
        place=kept["place"],
        reads_messages=kept["reads_messages"],
        acts=kept["acts"],
    )


# ── Read, and no more ────────────────────────────────────────────────────────


@require_safe
def one(request: HttpRequest, connection_id: int) -> HttpResponse:
    """One account, stream by stream; a script asks again every second while it is being read."""
    return page(request, "connections/one.html", {"connection": _found(connection_id)})


@require_POST
def sync(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Read it now."""
    return _read(_found(connection_id).id)


@require_POST
def allow(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Read a stream for the price that the page shows, or no longer."""
    found = _found(connection_id)
    is_allowed = said(request, "answer") == "yes"
    spending.allow(found.id, said(request, "stream"), said(request, "of"), is_allowed=is_allowed)
    if is_allowed:
        return _read(found.id)
    return back(request, "It is read no further.", PLAIN)


@require_POST
def limit(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Spend no more than so much in a month."""
    found = _found(connection_id)
    try:
        amount = float(said(request, "dollars"))
    except ValueError as error:
        raise HobnobError("A limit is a number of dollars, as in 10 or 2.50.") from error
    spending.set_limit(found.id, amount)
    return back(request, f"No more than ${amount:,.2f} a month is spent.", PLAIN)


@require_POST
def hashtags(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Read one hashtag more, or one less."""
    found = _found(connection_id)
    if dropped := said(request, "drop"):
        tag = choose_hashtags.drop_hashtag(found.id, dropped)
        return back(request, f"#{shown(tag)} is read no longer. What was read stays.", PLAIN)
    tag = choose_hashtags.add_hashtag(found.id, said(request, "add"))
    return back(request, f"#{shown(tag)} is read from the next sync on.", PLAIN)


@require_POST
def disconnect(request: HttpRequest, connection_id: int) -> HttpResponse:
    """Read it no more, and forget its sign-in."""
    found = _found(connection_id)
    was_taken_back = connect.disconnect(found.id, now_us=clock.now_us())
    sentence = f"@{shown(found.handle)} is no longer read. What was read stays."
    if not was_taken_back:
        where = shown(found.server) or found.title
        sentence += f" {where} could not be told: take hobnob off its list of apps."
    return back(request, sentence, PLAIN)


def _read(connection_id: int) -> HttpResponse:
    announce(connection_id, now_us=clock.now_us())
    sync_in_background(connection_id)
    return redirect("connection", connection_id)


def _found(connection_id: int) -> ConnectionLine:
    found = connection(connection_id, clock.now_us())
    if found is None:
        raise Http404
    return found
