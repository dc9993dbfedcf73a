"""How a stored row reads on a page: names of fields and values as words."""

from collections.abc import Iterator
from typing import Any

from django import template

register = template.Library()


@register.filter
def as_name(field: str) -> str:
    """ "is_member" as "is member"."""
    return field.replace("_", " ")


@register.filter
def as_value(value: Any) -> str:
    """Yes and no in words, what is nested line by line, the rest as it is."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | dict):
        return "\n".join(_lines(value))
    return str(value).removesuffix("+00:00").replace("T", " ") if _is_moment(value) else str(value)


def _lines(value: dict[str, Any] | list[Any]) -> Iterator[str]:
    """A line for each thing that is told, and none for what is empty."""
    named = value.items() if isinstance(value, dict) else (("", each) for each in value)
    for name, each in named:
        if each in ("", None, [], {}):
            continue
        before = f"{as_name(name)}: " if name not in ("", "value") else ""
        if not isinstance(each, list | dict):
            yield f"{before}{as_value(each)}"
        elif _is_flat(each):
            yield f"{before}{', '.join(_lines(each))}"
        else:
            yield from (f"{before}{line}" for line in _lines(each))


def _is_flat(value: dict[str, Any] | list[Any]) -> bool:
    told = value.values() if isinstance(value, dict) else value
    return not any(isinstance(each, list | dict) for each in told)


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and value.endswith("+00:00")
