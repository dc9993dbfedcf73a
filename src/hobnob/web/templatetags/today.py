"""What templates ask about Today's rows: what the form that opens is told."""

from urllib.parse import urlencode

from django import template

from hobnob.storage.queries.today.rows import About

register = template.Library()


@register.filter
def asked_with(about: About, back: str) -> str:
    """The end of an address: what the act is about, and where to come back to."""
    return urlencode((*about, ("back", back)))
