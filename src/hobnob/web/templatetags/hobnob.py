"""What templates can do: show text safely, draw faces and weeks, and list the lists."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from hobnob.domain.closeness import Week
from hobnob.domain.rule_words import YOURS, sentence
from hobnob.storage.queries.lists.members import (
    ListLine,
    ListName,
    RuleLine,
    as_close_as_it_gets,
    every_list,
    list_names,
)
from hobnob.storage.queries.people.lines import PersonLine
from hobnob.storage.queries.person.page import PersonPage
from hobnob.web import text

register = template.Library()

register.filter("shown", text.shown)
register.filter("paragraphs", text.paragraphs)
register.filter("web_address", text.web_address)
register.filter("with_code", text.with_code)


@register.filter
def number(count: int) -> str:
    """1,240."""
    return f"{count:,}"


@register.simple_tag
def face(person: PersonLine, size: str = "") -> SafeString:
    """A disc in the person's own colour with their initials."""
    return SafeString(
        f'<svg class="face{size and " is-"}{size}" viewBox="0 0 44 44" aria-hidden="true">'
        f'<circle cx="22" cy="22" r="22" fill="hsl({person.hue} 34% 35%)"/>'
        f'<text x="22" y="28" fill="#fff">{escape(text.shown(person.initials))}</text></svg>'
    )


@register.simple_tag
def caution(person: PersonLine) -> SafeString:
    """Why one would leave somebody alone, beside their name; nothing where one need not."""
    if not person.caution:
        return SafeString("")
    return format_html(' <span class="tag is-look">{}</span>', person.caution)


@register.simple_tag
@lru_cache(maxsize=1)
def icons() -> SafeString:
    """The icons that a page refers to: alike on every one, so they are drawn once."""
    return render_to_string("parts/icons.html")


@register.simple_tag
def weeks(strip: tuple[Week, ...], words: str = "The last twelve weeks") -> SafeString:
    """Twelve weeks, a stroke each: above the line what they did, below it what I did."""
    return SafeString(
        '<svg class="strip" viewBox="0 0 116 24" role="img" '
        f'aria-label="{escape(words)}">{_strokes(strip)}</svg>'
    )


@lru_cache(maxsize=4096)
def _strokes(strip: tuple[Week, ...]) -> str:
    """One path a colour. A list has a hundred strips, and many of them are alike."""
    paths = {"theirs": "", "mine": "", "none": ""}
    for x, week in zip(range(0, 10 * len(strip), 10), strip, strict=True):
        above = "1h6v10" if week.theirs else "9h6v2"
        below = "13h6v10" if week.mine else "13h6v2"
        paths["theirs" if week.theirs else "none"] += f"M{x} {above}h-6z"
        paths["mine" if week.mine else "none"] += f"M{x} {below}h-6z"
    return "".join(f'<path class="{name}" d="{drawn}"/>' for name, drawn in paths.items() if drawn)


@register.simple_tag
def meter(line: ListLine) -> SafeString:
    """How full a list is, as a line; nothing where it has no limit."""
    if not line.capacity:
        return SafeString("")
    return format_html(
        '<svg class="meter{}" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="ground" width="100" height="3"/>'
        '<rect class="level" width="{}" height="3"/>{}</svg>',
        _fullness(line.count, line.capacity),
        min(100, round(100 * line.count / line.capacity)),
        _notch(line.count, line.capacity),
    )


def _fullness(count: int, capacity: int) -> str:
    if count > capacity:
        return " is-over"
    return " is-full" if count == capacity else ""


def _notch(count: int, capacity: int) -> SafeString:
    """Where an overfull bar should have ended."""
    if count <= capacity:
        return SafeString("")
    end = round(100 * capacity / count) - 1
    return SafeString(f'<rect class="notch" x="{end}" width="1" height="3"/>')


COUNTED_TO = 10_000
"""Beside a page a list of more people than this says "10,000+"."""


@register.inclusion_tag("parts/rail_lists.html", takes_context=True)
def rail_lists(context: dict[str, Any]) -> dict[str, Any]:
    """The lists beside every page: where one is, and where a person can be dragged to."""
    lists = every_list(counted_to=COUNTED_TO)
    return {"lists": lists, "path": context["request"].path, "counted_to": COUNTED_TO}


@register.simple_tag
def other_lists(page: PersonPage) -> list[ListName]:
    """The lists that somebody is not on."""
    on = {each.key for each in page.lists if each.is_member}
    return [each for each in list_names() if each.key not in on]


@register.simple_tag
def closest_people() -> frozenset[int]:
    """Who is as close as lists go, by person id: no row offers to promote them."""
    return as_close_as_it_gets()


@register.simple_tag
def names_of_lists() -> dict[str, str]:
    """The name of each list, by key."""
    return dict(list_names())


@register.filter
def of(names: dict[str, str], key: str) -> str:
    """The name that belongs to a key; "" where there is none."""
    return names.get(key, "")


@register.filter
def rule_sentence(rule: RuleLine) -> str:
    """When the rule acts, said to the person at the keyboard."""
    return sentence(rule.kinds, rule.direction, rule.conditions, voice=YOURS)
