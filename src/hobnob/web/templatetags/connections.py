"""What pages say about connected accounts in passing."""

from django import template

from hobnob.storage.queries.connections import last_sync as in_words
from hobnob.web import clock

register = template.Library()


@register.inclusion_tag("connections/last_sync.html")
def last_sync() -> dict[str, str]:
    """When connected accounts were last read, and how that went; nothing where there is none."""
    return {"last_sync": in_words(clock.now_us())}
