"""Sign in with the one-time link from the terminal.

Opening the link changes nothing, because mail programs and browsers open links ahead of time: the
page it leads to has one button, and pressing that spends the link.
"""

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from hobnob.operations.signin import LinkSpent, redeem
from hobnob.web import clock
from hobnob.web.answers import page, said, way_back

STAYS_DAYS = 30


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def signin(request: HttpRequest) -> HttpResponse:
    """The button that spends the link; without a link, how to get one."""
    if request.method == "POST":
        return _enter(request)
    context = {"token": request.GET.get("token", ""), "back": request.GET.get("next", "")}
    response = page(request, "signin/page.html", context)
    if request.headers.get("HX-Request"):
        response["HX-Redirect"] = request.get_full_path()
    return response


@require_POST
def signout(request: HttpRequest) -> HttpResponse:
    """Out, until the next link."""
    logout(request)
    return redirect("signin")


def signed_in(request: HttpRequest) -> User:
    """Who is at the keyboard; every page but sign-in has somebody."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 (what the middleware promises, told to mypy)
    return user


def _enter(request: HttpRequest) -> HttpResponse:
    try:
        user = redeem(said(request, "token"), now_us=clock.now_us())
    except LinkSpent as error:
        return page(request, "signin/page.html", {"sentence": str(error)}, status=403)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    request.session.set_expiry(STAYS_DAYS * 24 * 3600)
    return redirect(way_back(request))
