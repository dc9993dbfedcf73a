"""Rules: what fills a list, what a rule would do, and its switches."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.conditions import CONDITIONS, UnusableCondition
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Direction, Kind
from hobnob.operations.lists.change_rules import apply_to_history, switch_off, switch_on, would_add
from hobnob.operations.lists.edit import create_rule
from hobnob.storage.queries.lists.members import ListPage, list_page
from hobnob.storage.queries.people.lines import person_lines
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, said, whole_number
from hobnob.web.signin import signed_in

OFFERED = (Kind.MENTION, Kind.REPLY, Kind.QUOTE, Kind.REPOST, Kind.LIKE, Kind.FOLLOW, Kind.MESSAGE)
"""Kinds a rule can be made for here."""

FLAGS = tuple((name, each.says) for name, each in CONDITIONS.items() if not each.example)
"""Conditions that take no word: boxes to tick."""

WITH_A_WORD = tuple(
    (name, each.says, each.example) for name, each in CONDITIONS.items() if each.example
)
ROWS = 2
"""So many of those a rule can have from here; the rest is for rules beside it."""

NAMED = 5
"""People a dry run names, before it only counts the others."""


@require_safe
def rules(request: HttpRequest, key: str) -> HttpResponse:
    """The rules of a list; with ?try=3, what rule 3 would do over the whole history."""
    found = list_page(key, now_us=clock.now_us())
    if found is None:
        raise Http404
    context = _context(found)
    tried = whole_number(request.GET.get("try", ""))
    if tried is not None and tried in {rule.id for rule in found.rules}:
        context |= {"tried": tried, **_dry_run(tried)}
    return page(request, "rules/page.html", context)


@require_POST
def change(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Switch a rule on or off, or let it reach into the past."""
    for name, act in CHANGES.items():
        if name in request.POST:
            return back(request, act(request, rule_id))
    raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest, key: str) -> HttpResponse:
    """Make a rule for a list; it holds from now on. What will not do is said beside the form."""
    found = list_page(key, now_us=clock.now_us())
    if found is None:
        raise Http404
    if request.method != "POST":
        return page(request, "rules/page.html", {**_context(found), "is_new": True})
    typed = _typed(request)
    try:
        _refuse_words(typed)
        rule = create_rule(
            key,
            kinds=typed.kinds,
            direction=typed.direction,
            conditions=typed.conditions,
            now_us=clock.now_us(),
        )
    except HobnobError as error:
        context = {**_context(found), "is_new": True, "typed": typed, "sentence": str(error)}
        return page(request, "rules/page.html", context, status=400)
    return back(request, f"From now on: {rule.name}.", SAID)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A condition of the form, and its word."""

    name: str = ""
    word: str = ""

    @property
    def written(self) -> str:
        """As rules write it."""
        return f"{self.name}:{self.word}" if self.word else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """A new rule as the form has it."""

    kinds: tuple[Kind, ...] = ()
    direction: Direction = Direction.TOWARDS_ME
    flags: tuple[str, ...] = ()
    """The conditions that take no word."""
    rows: tuple[_Row, ...] = (_Row(),) * ROWS
    """Those that take one; a row without a name is left open."""

    @property
    def conditions(self) -> list[str]:
        """The conditions as rules write them."""
        return [*self.flags, *(each.written for each in self.rows if each.name)]


def _typed(request: HttpRequest) -> _Typed:
    is_mine = said(request, "direction") == "mine"
    words = (each.replace("\0", "").strip() for each in request.POST.getlist("word"))
    pairs = zip(request.POST.getlist("condition"), words, strict=False)
    rows = [_Row(name=name.replace("\0", ""), word=word) for name, word in pairs][:ROWS]
    return _Typed(
        kinds=tuple(kind for kind in OFFERED if kind in request.POST.getlist("kind")),
        direction=Direction.FROM_ME if is_mine else Direction.TOWARDS_ME,
        flags=tuple(name for name, _ in FLAGS if name in request.POST.getlist("flag")),
        rows=(*rows, *(_Row() for _ in range(ROWS - len(rows)))),
    )


def _refuse_words(typed: _Typed) -> None:
    """Raises UnusableCondition, in the words of the form, where a word will not do."""
    for each in typed.rows:
        condition = CONDITIONS.get(each.name)
        if condition is None:
            continue
        if condition.example and not each.word:
            raise UnusableCondition(f"Write what it is to look for: {condition.example}, say.")
        if each.word and not condition.example:
            raise UnusableCondition(f"Leave “{each.word}” out: this condition takes no word.")
        if sentence := condition.no_good(each.word):
            raise UnusableCondition(sentence)


def _context(found: ListPage) -> dict[str, object]:
    return {
        "list": found,
        "kinds": OFFERED,
        "flags": FLAGS,
        "conditions": WITH_A_WORD,
        "typed": _Typed(),
    }


def _dry_run(rule_id: int) -> dict[str, object]:
    """How many people the rule would add, and the names of the first few."""
    found = would_add(rule_id)
    lines = person_lines(found[:NAMED])
    return {
        "would_add": len(found),
        "named": [lines[each].name for each in found[:NAMED] if each in lines],
        "more": max(0, len(found) - NAMED),
    }


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
