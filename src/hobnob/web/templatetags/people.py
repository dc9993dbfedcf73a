"""What templates ask about people: their saved views, and facts as one reads them."""

from typing import Any

from django import template

from hobnob.domain.facts import FactKind, day_month_year
from hobnob.storage.queries.finding.views import View
from hobnob.storage.queries.finding.views import saved_views as views_of
from hobnob.storage.queries.people.facts import FactLine

register = template.Library()


@register.simple_tag(takes_context=True)
def saved_views(context: dict[str, Any]) -> list[View]:
    """The reader's own views of people."""
    return views_of(context["request"].user.pk)


@register.filter
def value(fact: FactLine) -> str:
    """What a field to change it begins with."""
    return fact.holds[0].value if fact.holds else ""


@register.filter
def parts(fact: FactLine) -> dict[str, int | None]:
    """Day, month and year of a birthday; nothing where it is none."""
    known = day_month_year(value(fact)) if fact.kind is FactKind.BIRTHDAY else None
    return dict(zip(("day", "month", "year"), known, strict=True)) if known else {}
