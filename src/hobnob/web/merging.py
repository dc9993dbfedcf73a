"""Who is who: two who may be one person, one question at a time, and the accounts of somebody."""

from dataclasses import replace

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.operations.same_person import NeedsSecondYes, apart, not_same, same, same_person
from hobnob.storage.queries.finding.search import people_called
from hobnob.storage.queries.matching.merges import Merge, merge, merges, who_they_are
from hobnob.storage.queries.people.accounts import accounts_of
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.web import clock
from hobnob.web.answers import asked, back, page, said, way_back, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown
from hobnob.worker import suggest_merges_in_background


@require_safe
def question(request: HttpRequest) -> HttpResponse:
    """The next two who may be one person; or that nobody is left to ask about."""
    after = whole_number(asked(request, "after"))
    found = merges(now_us=clock.now_us(), after=after)
    return page(request, "merging/page.html", {"merges": found})


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Look now who may be one person."""
    suggest_merges_in_background()
    return back(request)


@require_POST
def answer(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """What was pressed about two who may be one person."""
    found = merge(candidate_id)
    if found is None:
        raise HobnobError("That was answered already, or nothing speaks for it any more.")
    if "same" in request.POST:
        try:
            return back(request, _same(request, found))
        except NeedsSecondYes as error:
            return _ask_again(request, found, error)
    if "not_same" in request.POST:
        return back(request, _not_same(found, signed_in(request)))
    raise Http404


def _same(request: HttpRequest, found: Merge) -> str:
    """`stays` is the person on whose page it was said; else the one known longer."""
    is_other_here = said(request, "stays") == str(found.other.person.person_id)
    goes, here = (found.one, found.other) if is_other_here else (found.other, found.one)
    same(
        goes.account_id,
        here.account_id,
        author=signed_in(request),
        now_us=clock.now_us(),
        why=found.because.removeprefix("because "),
        anyway="anyway" in request.POST,
    )
    return f"{shown(here.person.name)} has both accounts now."


def _ask_again(request: HttpRequest, found: Merge, error: NeedsSecondYes) -> HttpResponse:
    """The same question, with what speaks against a yes: the next one is heard."""
    context = {
        "merges": replace(merges(now_us=clock.now_us()), first=found),
        "refused": str(error),
        "back": way_back(request),
        "stays": said(request, "stays"),
    }
    return page(request, "merging/page.html", context)


def _not_same(found: Merge, author: User) -> str:
    one, other = found.one, found.other
    not_same(one.account_id, other.account_id, author=author, now_us=clock.now_us())
    return f"{shown(one.person.name)} and {shown(other.person.name)} stay two. Nobody asks again."


@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: HttpRequest, person_id: int) -> HttpResponse:
    """Whose accounts are whose: the form that puts two together, and takes one away."""
    found = who_they_are(person_id, now_us=clock.now_us())
    if found is None:
        raise Http404
    context = {"who": found, "words": said(request, "words"), "called": (), "refused": ""}
    if request.method != "POST":
        return page(request, "merging/accounts.html", context)
    if "apart" in request.POST:
        return _apart(request, person_id)
    called = _called(said(request, "words"), but=person_id)
    if len(called) != 1:
        return page(request, "merging/accounts.html", {**context, "called": called})
    try:
        return _unite(request, called[0], found.person)
    except NeedsSecondYes as error:
        context |= {"called": called, "refused": str(error)}
        return page(request, "merging/accounts.html", context)


def _called(words: str, *, but: int) -> list[PersonLine]:
    """Whom the words mean: somebody's handle or name, or their number where they were chosen."""
    number = whole_number(words.removeprefix("id:")) if words.startswith("id:") else None
    if number is not None:
        return list(person_lines({number} - {but}).values())
    return [each for each in people_called(words) if each.person_id != but]


def _unite(request: HttpRequest, other: PersonLine, here: PersonLine) -> HttpResponse:
    same_person(
        other.person_id,
        here.person_id,
        author=signed_in(request),
        now_us=clock.now_us(),
        why=said(request, "why"),
        anyway="anyway" in request.POST,
    )
    return back(request, f"{shown(other.name)} and {shown(here.name)} are one person now.")


def _apart(request: HttpRequest, person_id: int) -> HttpResponse:
    account_id = whole_number(said(request, "apart"))
    account = next((each for each in accounts_of(person_id) if each.id == account_id), None)
    if account is None:
        raise Http404
    why = said(request, "why")
    own = apart(account.id, author=signed_in(request), now_us=clock.now_us(), why=why)
    name = shown(person_lines([own])[own].name)
    return back(request, f"{name} (@{shown(account.handle)}) is on their own now.")
