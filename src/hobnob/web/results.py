"""Results: what came of the time spent on people, for oneself and for a board."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hobnob.domain.letter import board_lines
from hobnob.domain.moments import from_us
from hobnob.domain.periods import NoPeriod, Period, last_days, period
from hobnob.domain.results import Results
from hobnob.operations.report.write_report import report
from hobnob.operations.results.export_results import as_csv
from hobnob.operations.results.take_stock import results as take_stock
from hobnob.web import clock
from hobnob.web.answers import asked, page
from hobnob.web.signin import signed_in

USUAL = "90d"
_MEDIA = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A period that one press chooses."""

    since: str
    words: str


CHOICES = (
    Choice("30d", "30 days"),
    Choice("90d", "90 days"),
    Choice("365d", "365 days"),
    Choice("year", "This year"),
)


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """One's own results of a period, or those that one shows to a board."""
    now_us = clock.now_us()
    sorry, since = "", asked(request, "since") or USUAL
    try:
        chosen = period(since, now_us=now_us, until=asked(request, "until"))
    except NoPeriod as error:
        sorry, since, chosen = str(error), USUAL, last_days(90, now_us)
    is_board = asked(request, "for") == "board"
    found = _found(request, chosen, now_us, is_board=is_board)
    context = {
        "results": found,
        "lines": board_lines(found),
        "is_board": is_board,
        "choices": CHOICES,
        "sorry": sorry,
        **_as_asked(request, since, chosen, is_known=not sorry),
    }
    template = "results/board.html" if is_board else "results/me.html"
    return page(request, template, context, status=400 if sorry else 200)


@require_safe
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The results of a period as a file to keep: a letter, or a table. Raises NoPeriod."""
    if ending not in _MEDIA:
        raise Http404
    now_us = clock.now_us()
    chosen = period(asked(request, "since") or USUAL, now_us=now_us, until=asked(request, "until"))
    found = _found(request, chosen, now_us, is_board=True)
    content = as_csv(found).encode() if ending == "csv" else report(found, ending)
    name = f"results {from_us(chosen.since_us):%Y-%m-%d} to {_last_day(chosen)}.{ending}"
    return HttpResponse(
        content,
        content_type=_MEDIA[ending],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


def _found(request: HttpRequest, chosen: Period, now_us: int, *, is_board: bool) -> Results:
    return take_stock(
        since_us=chosen.since_us,
        until_us=chosen.until_us,
        now_us=now_us,
        reader_id=None if is_board else signed_in(request).pk,
    )


def _as_asked(
    request: HttpRequest, since: str, chosen: Period, *, is_known: bool
) -> dict[str, Any]:
    """The period as the address names it, for links that keep it and fields that show it."""
    until = asked(request, "until") if is_known else ""
    return {
        "since": since,
        "until": until,
        "query": urlencode({"since": since, **({"until": until} if until else {})}),
        "first_day": f"{from_us(chosen.since_us):%Y-%m-%d}",
        "last_day": _last_day(chosen),
    }


def _last_day(chosen: Period) -> str:
    return f"{from_us(chosen.until_us) - timedelta(microseconds=1):%Y-%m-%d}"
