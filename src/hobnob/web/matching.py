"""Matching: which account is whose. A supporter left, accounts right, and one press about each."""

from collections.abc import Callable, Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.coverage import EVERYBODY, Segment
from hobnob.domain.errors import HobnobError
from hobnob.operations.match_people import begin_run
from hobnob.operations.matching.answer import MOST_AT_ONCE, Matcher
from hobnob.storage.queries.matching.cards import CandidateLine, ReviewCard, beyond_doubt
from hobnob.storage.queries.matching.coverage import coverage as segments
from hobnob.storage.queries.matching.coverage import told_not_seen
from hobnob.storage.queries.matching.pool import LIVE
from hobnob.storage.queries.matching.review import BATCH, given_basis, last_run, review_batch
from hobnob.storage.queries.matching.sitting import card_of, found_among
from hobnob.web import clock
from hobnob.web.answers import asked, back, page, whole_number
from hobnob.web.matching_sitting import Sitting, acted_on, begin, sitting
from hobnob.web.signin import signed_in
from hobnob.web.text import shown
from hobnob.worker import match_in_background

_MEANWHILE = "That was answered meanwhile, or is proposed no more: here is what is left."


class AnsweredMeanwhile(HobnobError):
    """What was pressed stands on no card any more."""


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """The next card; or that ten are looked at, or why there is none."""
    now, network, known = sitting(request), _network(request), segments()
    segment, looked_at = _segment(request, known), now.looked_at()
    card = None if len(looked_at) >= BATCH else _card_in_front(now)
    batch = review_batch(size=1, network=network, segment=segment, skipping=now.aside)
    if card is None and len(looked_at) < BATCH:
        card = next(iter(batch.cards), None)
    at_us = clock.now_us()
    context = {
        "card": card,
        "batch": batch,
        "place": len(looked_at) + 1,
        "of": min(BATCH, len(looked_at) + max(batch.left - len(now.aside), 1)),
        "looked_at": len(looked_at),
        "found": found_among(looked_at),
        "aside": len(now.aside),
        "is_full": len(looked_at) >= BATCH,
        "segments": known,
        "segment": segment,
        "network": network,
        "networks": LIVE,
        "basis": given_basis(now_us=at_us),
        "last": last_run(now_us=at_us),
    }
    return page(request, "matching/page.html", context)


@require_POST
def more(request: HttpRequest) -> HttpResponse:
    """Another ten."""
    begin(request, with_all="all" in request.POST)
    return back(request)


@require_POST
def skip(request: HttpRequest, of_id: int) -> HttpResponse:
    """Put a supporter aside until tomorrow."""
    card = _card(of_id)
    acted_on(request, [of_id], is_aside=True)
    return back(request, f"{shown(card.name)} comes back tomorrow.", "put aside")


@require_POST
def decide(request: HttpRequest, of_id: int, account_id: int) -> HttpResponse:
    """What was pressed about one account on a supporter's card."""
    act = next((act for name, act in _ACTS.items() if name in request.POST), None)
    if act is None:
        raise Http404
    card = _card(of_id)
    line = next((each for each in card.candidates if each.account_id == account_id), None)
    if line is None:
        raise AnsweredMeanwhile(_MEANWHILE)
    sentence = act(_matcher(request), card, line, request)
    acted_on(request, [of_id])
    return back(request, sentence)


@require_http_methods(["GET", "HEAD", "POST"])
def sure(request: HttpRequest) -> HttpResponse:
    """Those who are all but certain, each on a row; posted, a yes to the rows that were ticked."""
    if request.method == "POST":
        return _accept(request)
    return page(request, "matching/sure.html", {"cards": beyond_doubt(MOST_AT_ONCE)})


@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest) -> HttpResponse:
    """Look now; the page says how far it is."""
    now_us = clock.now_us()
    if request.method == "POST":
        match_in_background(begin_run(now_us=now_us))
        return redirect("run matching")
    context = {"last": last_run(now_us=now_us), "basis": given_basis(now_us=now_us)}
    return page(request, "matching/run.html", context)


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Of each segment, how many were found."""
    context = {
        "segments": segments(),
        "told_not_seen": told_not_seen(),
        "basis": given_basis(now_us=clock.now_us()),
    }
    return page(request, "matching/coverage.html", context)


def _card_in_front(now: Sitting) -> ReviewCard | None:
    """The card that somebody is in the middle of, or that an undo brought back."""
    return card_of(now.last) if now.last is not None else None


def _card(of_id: int) -> ReviewCard:
    found = card_of(of_id)
    if found is None:
        raise AnsweredMeanwhile(_MEANWHILE)
    return found


def _network(request: HttpRequest) -> str:
    wanted = asked(request, "network")
    return wanted if wanted in LIVE else ""


def _segment(request: HttpRequest, known: Sequence[Segment]) -> str:
    wanted = asked(request, "segment")
    return wanted if any(wanted == each.key for each in known) else EVERYBODY


def _matcher(request: HttpRequest) -> Matcher:
    return Matcher(author=signed_in(request), now_us=clock.now_us())


def _same(matcher: Matcher, card: ReviewCard, line: CandidateLine, request: HttpRequest) -> str:
    matcher.same(card.of_id, line.account_id, anyway="anyway" in request.POST)
    return f"{shown(card.name)} is {shown(line.at_handle)}."


def _not_same(matcher: Matcher, card: ReviewCard, line: CandidateLine, _: HttpRequest) -> str:
    matcher.not_same(card.of_id, line.account_id)
    return f"{shown(card.name)} is not {shown(line.at_handle)}. Nobody asks again."


def _unsure(matcher: Matcher, card: ReviewCard, line: CandidateLine, _: HttpRequest) -> str:
    matcher.unsure(card.of_id, line.account_id)
    return f"{shown(line.at_handle)} comes back once more is known."


def _household(matcher: Matcher, card: ReviewCard, line: CandidateLine, _: HttpRequest) -> str:
    matcher.household(card.of_id, line.account_id)
    return f"{shown(line.at_handle)} lives with {shown(card.name)}."


Act = Callable[[Matcher, ReviewCard, CandidateLine, HttpRequest], str]
_ACTS: Mapping[str, Act] = {
    "same": _same,
    "not_same": _not_same,
    "unsure": _unsure,
    "household": _household,
}


def _accept(request: HttpRequest) -> HttpResponse:
    ticked = {each for each in map(whole_number, request.POST.getlist("row")) if each is not None}
    cards = [each for each in beyond_doubt(MOST_AT_ONCE) if each.candidates[0].id in ticked]
    if not cards:
        return back(request, "Nothing was ticked: nothing was kept.", "said")
    done = _matcher(request).accept_batch([each.candidates[0].id for each in cards])
    acted_on(request, [each.of_id for each in cards])
    all_of_it = " One undo takes all of it back." if len(done) > 1 else ""
    return back(request, f"{len(done)} found.{all_of_it}")
