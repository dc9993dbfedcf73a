"""A Supporter as JSON, there and back, so that it can be kept whole and handed out whole.

What is empty is left out: most people have a name, an address and a gift.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeAlias

from hobnob.domain.people import Network
from hobnob.domain.supporters import (
    Birthday,
    Channel,
    Fact,
    Gift,
    GiftKind,
    HandleGiven,
    Membership,
    Relationship,
    Supporter,
    Tie,
    Wish,
)

Said: TypeAlias = dict[str, Any]
"""{"key": "civicrm:42", "first": {"value": "Ana", "column": "First name"}, …}."""

ATTRIBUTES = tuple(each.name for each in fields(Supporter) if each.name != "key")
"""Everything that may be said of somebody, by its name in Supporter and in the JSON."""


def to_json(supporter: Supporter) -> Said:
    """What is said of somebody, without what is empty."""
    told = ((name, getattr(supporter, name)) for name in ATTRIBUTES)
    return {"key": supporter.key} | {name: _plain(value) for name, value in told if value}


def from_json(said: Mapping[str, Any]) -> Supporter:
    """The supporter again. What else stands in the JSON is passed over."""
    return Supporter(
        key=said["key"],
        **{name: _READERS[name](said[name]) for name in ATTRIBUTES if said.get(name)},
    )


_PLAIN = frozenset({str, int, bool})
_PARTS: dict[type, tuple[str, ...]] = {
    each: tuple(part.name for part in fields(each))
    for each in (Birthday, Gift, Membership, Tie, HandleGiven, Wish)
}


def _plain(value: Any) -> Any:
    # By type, the most frequent first: of 200,000 records each has some dozen values.
    kind = type(value)
    if kind is Fact:
        return {"value": value.value, "column": value.column}
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_plain(each) for each in value]
    if kind is date:
        return value.isoformat()
    if kind in _PARTS:
        parts = ((name, getattr(value, name)) for name in _PARTS[kind])
        return {name: _plain(part) for name, part in parts if part is not None}
    return str(value)


def _fact(said: Said) -> Fact:
    return Fact(value=said["value"], column=said["column"])


def _birthday(said: Said) -> Birthday:
    return Birthday(**said)


def _handle(said: Said) -> HandleGiven:
    network = said.get("network")
    return HandleGiven(**{**said, "network": Network(network) if network else None})


def _tie(said: Said) -> Tie:
    relationship = Relationship(said["relationship"])
    return Tie(**{**said, "relationship": relationship, "on_date": _date(said.get("on_date"))})


def _gift(said: Said) -> Gift:
    return Gift(**{**said, "date": _date(said.get("date")), "kind": GiftKind(said["kind"])})


def _membership(said: Said) -> Membership:
    days = {name: _date(said.get(name)) for name in ("start_date", "end_date")}
    return Membership(**{**said, **days})


def _wish(said: Said) -> Wish:
    return Wish(**{**said, "channel": Channel(said["channel"])})


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _each(read: Callable[[Said], Any]) -> Callable[[list[Said]], tuple[Any, ...]]:
    return lambda said: tuple(read(each) for each in said)


_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(ATTRIBUTES, _fact),
    **dict.fromkeys(("emails", "phones", "websites", "labels", "notes"), _each(_fact)),
    "birthday": _birthday,
    "met_on": _date,
    "is_deceased": bool,
    "handles": _each(_handle),
    "ties": _each(_tie),
    "gifts": _each(_gift),
    "memberships": _each(_membership),
    "wishes": _each(_wish),
}
