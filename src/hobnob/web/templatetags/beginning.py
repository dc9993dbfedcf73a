"""What pages say on the first day, where there is nothing to show yet."""

from django import template

from hobnob.domain.beginning import BECAUSE, NOBODY_WAITS, TO_DO
from hobnob.storage.queries import beginning as first_day

register = template.Library()


@register.simple_tag
def beginning() -> dict[str, str]:
    """What is missing, why, and what to do first; nothing from the first word of others on."""
    why = first_day.beginning()
    if why is None:
        return {}
    return {
        "missing": why,
        "because": BECAUSE[why],
        "to_do": TO_DO[why],
        "nobody_waits": NOBODY_WAITS,
    }
