"""People: everybody one is in touch with or has in one's files, narrowed down, in saved views."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hobnob.domain.people import Network
from hobnob.domain.people_filters import (
    Answer,
    PeopleFilters,
    PeopleOrder,
    as_query,
    read_filters,
    read_query,
)
from hobnob.operations.keep_views import delete_view, rename_view, save_view
from hobnob.storage.queries.finding.people_list import PeopleChoices, people_choices, people_page
from hobnob.storage.queries.finding.views import saved_views
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, page_number, said
from hobnob.web.signin import signed_in
from hobnob.web.text import shown

_EVERYBODY = PeopleFilters()
FIRST_CHOICES = (
    ("Everybody", _EVERYBODY),
    ("Losing touch", PeopleFilters(is_losing_touch=True)),
    ("A word is due", PeopleFilters(is_over_cadence=True)),
    ("Waiting for you", PeopleFilters(answer=Answer.OWED)),
    ("Donors not found", PeopleFilters(tags=("donor",), is_not_found=True)),
)
"""What one comes for most often, one press away."""

ORDERS = (
    (PeopleOrder.CLOSENESS, "Closest"),
    (PeopleOrder.LAST, "Latest"),
    (PeopleOrder.NAME, "Name"),
)

NETWORKS = (Network.X, Network.BLUESKY, Network.MASTODON, Network.ADDRESS_BOOK)

_IN_WORDS = {
    "is_losing_touch": "quiet against their own normal",
    "is_over_cadence": "a word is due",
    "is_not_found": "no account known",
    "is_do_not_contact": "to be left alone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link that shows other people, or the same ones otherwise."""

    label: str
    address: str
    is_chosen: bool = False


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """A page of everybody who fits what the address asks for."""
    filters = read_filters(dict(request.GET.lists()))
    found = people_page(filters, now_us=clock.now_us(), page=page_number(request))
    query = as_query(filters)
    views = saved_views(signed_in(request).pk)
    context = {
        "found": found,
        "filters": filters,
        "query": query,
        "views": views,
        "this_view": next((each for each in views if each.query == query), None),
        "first_choices": list(_first_choices(filters)),
        "orders": list(_orders(filters)),
        "earlier": _address(filters, page=found.page - 1),
        "later": _address(filters, page=found.page + 1),
        **_more_choices(filters),
    }
    return page(request, "people/list.html", context)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the filters of a page under a name, and show them by it."""
    view = save_view(
        said(request, "name"),
        read_query(said(request, "query")),
        author=signed_in(request),
        now_us=clock.now_us(),
    )
    return _shown_as(request, view.query, f"“{shown(view.name)}” is kept under People.")


@require_POST
def change(request: HttpRequest, view_id: int) -> HttpResponse:
    """Give a view another name, or drop it."""
    if "delete" in request.POST:
        name = delete_view(view_id, author=signed_in(request))
        return back(request, f"“{shown(name)}” is dropped. Nobody in it was touched.", SAID)
    view = rename_view(view_id, said(request, "name"), author=signed_in(request))
    return _shown_as(request, view.query, f"It is called “{shown(view.name)}” now.")


def _shown_as(request: HttpRequest, query: str, sentence: str) -> HttpResponse:
    answer = back(request, sentence, SAID)
    answer["Location"] = f"{reverse('people')}?{query}"
    return answer


def _more_choices(filters: PeopleFilters) -> dict[str, Any]:
    """What else can be chosen, and what is."""
    choices = people_choices()
    return {
        "chosen": list(in_words(filters, choices)),
        "choices": choices,
        "networks": [(str(each), each.title) for each in NETWORKS],
    }


def in_words(filters: PeopleFilters, choices: PeopleChoices) -> Iterator[Choice]:
    """Each filter in words, with the address where it is left out."""
    if filters.words:
        yield Choice(label=f"“{filters.words}”", address=_address(filters.but(words="")))
    for tag in filters.tags:
        rest = tuple(each for each in filters.tags if each != tag)
        yield Choice(label=tag, address=_address(filters.but(tags=rest)))
    for name, label in (
        ("on_list", f"on {choices.lists.get(filters.on_list, filters.on_list)}"),
        ("network", f"on {filters.network.capitalize()}"),
        ("topic", f"cares about {filters.topic.rpartition(':')[2]}"),
        ("place", f"in {filters.place}"),
        ("chat", f"met in {choices.chats.get(filters.chat, filters.chat)}"),
    ):
        if getattr(filters, name):
            yield Choice(label=label, address=_address(filters.but(**{name: ""})))
    if filters.answer:
        label = "waiting for you" if filters.answer == Answer.OWED else "no answer owed"
        yield Choice(label=label, address=_address(filters.but(answer="")))
    for name, label in _IN_WORDS.items():
        if getattr(filters, name):
            yield Choice(label=label, address=_address(filters.but(**{name: False})))


def _first_choices(filters: PeopleFilters) -> Iterator[Choice]:
    for label, wanted in FIRST_CHOICES:
        alike = wanted.but(order=filters.order)
        yield Choice(label=label, address=_address(alike), is_chosen=alike == filters)


def _orders(filters: PeopleFilters) -> Iterator[Choice]:
    for order, label in ORDERS:
        address = _address(filters.but(order=order))
        yield Choice(label=label, address=address, is_chosen=order is filters.order)


def _address(filters: PeopleFilters, page: int = 1) -> str:
    query = as_query(filters)
    parts = [each for each in (query, f"page={page}" if page > 1 else "") if each]
    return f"{reverse('people')}{'?' + '&'.join(parts) if parts else ''}"
