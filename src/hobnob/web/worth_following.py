"""People worth following: who answers me, whom I meet in chats, who talks with my people."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from hobnob.domain.actions import ActionKind
from hobnob.domain.following import FOR_EVER_US
from hobnob.operations.act_gently import act_gently
from hobnob.storage.queries.hygiene.worth_following import (
    SECTION,
    people_worth_following,
    whose,
    why_worth_following,
)
from hobnob.storage.queries.people.lines import PersonLine
from hobnob.web import clock
from hobnob.web.act import on_its_way, press
from hobnob.web.answers import back, page, said, whole_number
from hobnob.web.hygiene import curator_of, put_off
from hobnob.web.text import shown


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """A dozen people, each with the reason."""
    context = {"worth": people_worth_following(clock.now_us()), "once": uuid4().hex}
    return page(request, "hygiene/follow.html", context)


@require_POST
def decide(request: HttpRequest, account_id: int) -> HttpResponse:
    """Follow somebody, put them off, or never be asked again."""
    line = whose(account_id)
    if line is None:
        raise Http404
    if "follow" in request.POST:
        return _follow(request, account_id)
    if "never" in request.POST:
        return _never(request, line)
    return put_off(request, line, SECTION)


def _follow(request: HttpRequest, account_id: int) -> HttpResponse:
    item = act_gently(
        ActionKind.FOLLOW,
        account_id,
        by=whole_number(said(request, "as")) or 0,
        why=why_worth_following(account_id, clock.now_us()),
        press=press(request),
    )
    return on_its_way(request, item.pk)


def _never(request: HttpRequest, line: PersonLine) -> HttpResponse:
    curator_of(request).snooze(line.person_id, SECTION, until_us=FOR_EVER_US)
    return back(request, f"{shown(line.name)} is not suggested again.")
