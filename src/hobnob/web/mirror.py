"""Copy a list to a network: choose the list over there, see every row, say yes to some."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from hobnob.domain.errors import HobnobError
from hobnob.operations.lists.mirror import Plan, approve_rows, begin_mirror, end_mirror, plan
from hobnob.storage.queries.lists.members import list_page
from hobnob.storage.queries.lists.mirrors import MirrorLine, choices, mirror_lines
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.web import clock
from hobnob.web.answers import CAN_UNDO, SAID, back, page, said, whole_number
from hobnob.web.signin import signed_in


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """One copy as the page shows it: its plan, or why there is none."""

    line: MirrorLine
    plan: Plan | None
    people: Mapping[int, PersonLine]
    sentence: str = ""

    @property
    def can_change(self) -> bool:
        """Whether there is a row to say yes to."""
        return self.plan is not None and any(
            each.digest and not each.is_on_its_way for each in self.plan.rows
        )


@require_http_methods(["GET", "HEAD", "POST"])
def mirror(request: HttpRequest, key: str) -> HttpResponse:
    """The copies of a list: what would change over there, and what to say yes to."""
    now_us = clock.now_us()
    found = list_page(key, now_us=now_us)
    if found is None:
        raise Http404
    sentence = ""
    if request.method == "POST":
        try:
            return _change(request, key, now_us)
        except HobnobError as error:
            sentence = str(error)
    copies = [_copy(each, now_us) for each in mirror_lines(key)]
    context = {"list": found, "copies": copies, "choices": choices(key), "sentence": sentence}
    return page(request, "lists/mirror.html", context, status=400 if sentence else 200)


def _copy(line: MirrorLine, now_us: int) -> _Copy:
    try:
        planned = plan(line.id, now_us=now_us)
    except HobnobError as error:
        return _Copy(line=line, plan=None, people={}, sentence=str(error))
    return _Copy(
        line=line, plan=planned, people=person_lines({each.row.person_id for each in planned.rows})
    )


def _change(request: HttpRequest, key: str, now_us: int) -> HttpResponse:
    if "begin" in request.POST:
        made = begin_mirror(key, _number(request, "begin"), now_us=now_us)
        return back(request, f"“{made.remote.name}” is to show {made.list.name}.", SAID)
    if "end" in request.POST:
        end_mirror(_number(request, "end"), now_us=now_us)
        return back(request, "That list is left as it is over there.", SAID)
    chosen = request.POST.getlist("row")
    if not chosen:
        raise HobnobError("No row is chosen: tick those that are to change over there.")
    items = approve_rows(
        _number(request, "approve"), chosen, author=signed_in(request), now_us=now_us
    )
    count = len(items)
    what = "One change goes" if count == 1 else f"{count} changes go"
    return back(request, f"{what} out in 30 seconds, one by one.", CAN_UNDO)


def _number(request: HttpRequest, field: str) -> int:
    number = whole_number(said(request, field))
    if number is None:
        raise Http404
    return number
