"""What pages say about the outbox in passing."""

from typing import Any

from django import template

from hobnob.storage.queries.outbox import Needs
from hobnob.storage.queries.outbox import outbox_needs as count

register = template.Library()

_KEPT = "outbox_needs"


@register.simple_tag(takes_context=True)
def outbox_needs(context: dict[str, Any]) -> Needs:
    """How many actions need me; asked of the database once a page, however often it is shown."""
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return Needs()
    kept: Needs | None = getattr(request, _KEPT, None)
    if kept is None:
        kept = count()
        setattr(request, _KEPT, kept)
    return kept
