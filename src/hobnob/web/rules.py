"""Rules: what fills a list, what a rule would do, and its switches."""

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from hobnob.domain.conditions import CONDITIONS
from hobnob.domain.interactions import Direction, Kind
from hobnob.operations.change_rules import apply_to_history, switch_off, switch_on, would_add
from hobnob.operations.edit_lists import create_rule
from hobnob.storage.queries.lists import list_page
from hobnob.web import clock
from hobnob.web.answers import back, page
from hobnob.web.signin import signed_in

SAID = "said"
"""For what `u` does not take back: a rule that is not wanted is switched off."""

OFFERED = (Kind.MENTION, Kind.REPLY, Kind.QUOTE, Kind.REPOST, Kind.LIKE, Kind.FOLLOW, Kind.MESSAGE)
"""Kinds a rule can be made for here."""


@require_safe
def rules(request: HttpRequest, key: str) -> HttpResponse:
    """The rules of a list; with ?try=3, what rule 3 would do over the whole history."""
    found = list_page(key, now_us=clock.now_us())
    if found is None:
        raise Http404
    context: dict[str, object] = {"list": found, "kinds": OFFERED, "conditions": _conditions()}
    tried = request.GET.get("try", "")
    if tried.isdecimal() and int(tried) in {rule.id for rule in found.rules}:
        context |= {"tried": int(tried), "would_add": would_add(int(tried))}
    return page(request, "rules/page.html", context)


@require_POST
def change(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Switch a rule on or off, or let it reach into the past."""
    for name, act in CHANGES.items():
        if name in request.POST:
            return back(request, act(request, rule_id))
    raise Http404


@require_POST
def create(request: HttpRequest, key: str) -> HttpResponse:
    """Make a rule for a list; it holds from now on."""
    condition, word = request.POST.get("condition", ""), request.POST.get("word", "").strip()
    rule = create_rule(
        key,
        kinds=[kind for kind in OFFERED if kind in request.POST.getlist("kind")],
        direction=(
            Direction.FROM_ME if request.POST.get("direction") == "mine" else Direction.TOWARDS_ME
        ),
        conditions=[f"{condition}:{word}" if word else condition] if condition else [],
        now_us=clock.now_us(),
    )
    return back(request, f"The rule holds from now on: {rule.name}.", SAID)


def _conditions() -> list[tuple[str, str]]:
    """(name, what it says) of every condition."""
    return [(name, (each.__doc__ or "").partition("\n")[0]) for name, each in CONDITIONS.items()]


def _on(request: HttpRequest, rule_id: int) -> str:
    count = switch_on(rule_id, author=signed_in(request), now_us=clock.now_us())
    return f"The rule is on. {_joined(count)}"


def _off(request: HttpRequest, rule_id: int) -> str:
    rule = switch_off(rule_id, author=signed_in(request), now_us=clock.now_us())
    return f"The rule is off. Whom it put on {rule.list.name} stays there."


def _history(request: HttpRequest, rule_id: int) -> str:
    count = apply_to_history(rule_id, author=signed_in(request), now_us=clock.now_us())
    return f"The rule holds for the whole history. {_joined(count)}"


def _joined(count: int) -> str:
    if not count:
        return "Nobody new joined."
    return "1 person joined." if count == 1 else f"{count:,} people joined."


CHANGES: Mapping[str, Callable[[HttpRequest, int], str]] = {
    "on": _on,
    "off": _off,
    "history": _history,
}
