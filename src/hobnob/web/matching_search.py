"""Search the networks for a supporter whom nobody around me seems to be: one press asks for one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from hobnob.operations.search_for import MOST, Searched, search_for, where_to_search
from hobnob.storage.queries.matching.review import given_basis
from hobnob.storage.queries.matching.unfound import unfound
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page
from hobnob.web.matching_sitting import acted_on
from hobnob.web.text import shown

_KEY = "searched for"
_REMEMBERED = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Some whom nobody around me seems to be, and who would be asked for them."""
    context = {
        "rows": unfound(skipping=request.session.get(_KEY, [])),
        "where": " and ".join(where_to_search()),
        "most": MOST,
        "basis": given_basis(now_us=clock.now_us()),
    }
    return page(request, "matching/search.html", context)


@require_POST
def search_one(request: HttpRequest, person_id: int) -> HttpResponse:
    """Ask for this one; where somebody fits, their card is next."""
    searched = search_for(person_id, clock=clock.now_us)
    asked = [*request.session.get(_KEY, []), person_id]
    request.session[_KEY] = asked[-_REMEMBERED:]
    if not searched.proposed:
        return back(request, f"{_thought_of(searched)} Nothing of them is kept.", SAID)
    acted_on(request, [searched.of_id])
    messages.success(request, f"{_thought_of(searched)} The others are not kept.", extra_tags=SAID)
    return redirect("matching")


def _thought_of(searched: Searched) -> str:
    """ "Bluesky thought of 3 accounts at “Ana Ruiz”, and 1 may be theirs." """
    accounts = "1 account" if searched.accounts == 1 else f"{searched.accounts} accounts"
    fits = f"{searched.proposed} may be theirs" if searched.proposed else "none of them fits"
    where = shown(" and ".join(searched.where))
    return f"{where} thought of {accounts} at “{shown(searched.name)}”, and {fits}."
