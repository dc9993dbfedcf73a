"""Whom somebody may be besides, on whichever page they stand."""

from django import template

from hobnob.storage.queries.matching.merges import Merge
from hobnob.storage.queries.matching.merges import may_be as asked_of

register = template.Library()


@register.simple_tag
def may_be(person_id: int) -> list[Merge]:
    """Pairs that wait for an answer; this person is `one` of each."""
    return asked_of(person_id)
