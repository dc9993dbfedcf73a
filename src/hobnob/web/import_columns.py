"""What the columns of a file of people mean: looked at, said, tried out, then taken in."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.domain.exports.cells import guarded
from hobnob.domain.moments import ago
from hobnob.domain.people import hue, initials
from hobnob.domain.supporters import Relationship, Supporter
from hobnob.domain.supporters_tally import Tally
from hobnob.domain.supporters_words import called, in_words
from hobnob.importers.supporters import (
    COUPLES,
    ENCODINGS,
    GROUPS,
    TITLES,
    DateOrder,
    Field,
    Meaning,
    meaning,
)
from hobnob.operations.supporters.columns_said import (
    Waiting,
    ask_anew,
    begin_as_said,
    let_go,
    preview,
    say_columns,
    try_columns,
)
from hobnob.operations.supporters.look_at import Choices, Look
from hobnob.storage.queries.sources import SourceLine, source
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, said
from hobnob.worker import import_in_background

_CELLS = 3
_LET_GO = "Let go: the copy is deleted, and nothing was kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column, as the page asks about it."""

    heading: str
    cells: tuple[str, ...]
    means: str
    """"" where it is left out."""
    because: str
    refused: str
    """What it tells that is never read."""
    is_odd: bool
    """Whether none of the groups has this meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPreview:
    """Somebody as they will stand."""

    name: str
    initials: str
    hue: int
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, source_id: int) -> HttpResponse:
    """The columns of a file that waits, each with what it means."""
    if request.method == "POST":
        return _say(request, source_id)
    found = source(source_id, clock.now_us())
    if found is None:
        raise Http404
    if not found.waits:
        return redirect("import progress", source_id)
    return page(request, "import_file/columns.html", _shown(found, preview(source_id)))


@require_safe
def problems(request: HttpRequest, source_id: int) -> HttpResponse:
    """What could not be read of a file, as a table to work through beside it."""
    found = source(source_id, clock.now_us())
    if found is None:
        raise Http404
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="problems.csv"'
    rows = csv.writer(response)
    rows.writerow(("File", "Where", "What is wrong"))
    for each in found.problems:
        rows.writerow(guarded(each[part]) for part in ("file", "where", "reason"))
    return response


def _say(request: HttpRequest, source_id: int) -> HttpResponse:
    """Keep what the form says; then do what was asked for."""
    match said(request, "do"):
        case "let go":
            let_go(source_id)
            messages.success(request, _LET_GO, extra_tags=SAID)
            return redirect("import")
        case "anew":
            ask_anew(source_id)
            return back(request, "Forgotten: these are hobnob’s own guesses again.", SAID)
        case what:
            say_columns(source_id, _choices(request))
    if what == "try":
        try_columns(source_id)
    if what == "import":
        begun = begin_as_said(source_id, now_us=clock.now_us())
        import_in_background(begun)
        return redirect("import progress", begun)
    return redirect("import columns", source_id)


def _choices(request: HttpRequest) -> Choices:
    """What the form says. Raises HobnobError where it was made up."""
    headings, means = (request.POST.getlist(name) for name in ("heading", "means"))
    order, encoding = said(request, "date_order"), said(request, "encoding")
    try:
        columns = {
            heading: meaning(text) if text else None
            for heading, text in zip(headings, means, strict=True)
        }
        everybody_is = tuple(map(Relationship, request.POST.getlist("everybody_is")))
        date_order = DateOrder(order) if order else None
    except ValueError as error:
        raise HobnobError(f"The form says what hobnob does not know: {error}.") from error
    if said(request, "encoding_before") != encoding:
        # Headings with other letters are called otherwise by now.
        columns = {each: means for each, means in columns.items() if each.isascii()}
    return Choices(
        columns=columns,
        date_order=date_order,
        currency=said(request, "currency").strip().upper()[:3],
        everybody_is=everybody_is,
        encoding=encoding if encoding in ENCODINGS else "",
    )


def _shown(found: SourceLine, waiting: Waiting) -> dict[str, object]:
    told = waiting.rehearsal
    look = told.look
    asked = {f"column “{each.heading}”" for each in look.questions}
    gifts = any(each.field == Field.GIFT_AMOUNT for each in look.mapping.columns.values())
    tried = found.counts if "is_whole" in found.counts else None
    return {
        "source": found,
        "look": look,
        "remembered": look.remembered_us and ago(look.remembered_us, clock.now_us()),
        "columns": list(_columns(look)),
        "groups": _groups(),
        "letters": [
            {"encoding": each, "title": TITLES[each], "words": ", ".join(words)}
            for each, words in waiting.letters.items()
        ],
        "orders": list(DateOrder) if look.questions or look.mapping.date_order else [],
        "example": look.questions[0].examples[0] if look.questions else "",
        "gifts": gifts,
        "relationships": list(Relationship),
        "people": [_person(number, each) for number, each in enumerate(told.first)],
        # What a question above asks is no problem yet.
        "first_problems": [each for each in told.problems if each.where not in asked],
        "tried": tried,
        "tally": Tally.from_json(tried).in_words() if tried else (),
    }


def _columns(look: Look) -> Iterator[ColumnLine]:
    known = {each for _, group in _groups() for each in group}
    for at, suggestion in enumerate(look.suggestions):
        heading = suggestion.heading
        means = str(look.mapping.columns.get(heading) or "")
        filled = dict.fromkeys(row[at] for row in look.sample if at < len(row) and row[at])
        is_guess = means == str(suggestion.meaning or "")
        yield ColumnLine(
            heading=heading,
            cells=tuple(filled)[:_CELLS],
            means=means,
            because=suggestion.because if is_guess else "you said so",
            refused=look.refused.get(heading, ""),
            is_odd=bool(means) and means not in known,
        )


def _groups() -> list[tuple[str, list[str]]]:
    """What a column may mean, in groups."""
    named = [(name, [each.value for each in group]) for name, group in GROUPS.items()]
    couples = [str(Meaning(each, is_second=True)) for each in COUPLES]
    return [*named, ("The second of a couple", couples)]


def _person(number: int, supporter: Supporter) -> PersonPreview:
    name = called(supporter)
    return PersonPreview(
        name=name, initials=initials(name), hue=hue(number + 1), words=in_words(supporter)
    )
