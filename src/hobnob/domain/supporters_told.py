"""What to believe of somebody whom several files tell of: the newest that speaks of a matter.

A file speaks of what it has columns for. So a list of gifts takes nobody's city away, an address
book whose cell is empty by now does, and an old file that is brought in late changes nothing that
a newer one spoke of, whatever order they come in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hobnob.domain.supporters import Gift, Relationship, Supporter, Tie
from hobnob.domain.supporters_json import ATTRIBUTES

_STATED = tuple(each for each in ATTRIBUTES if each not in {"gifts", "ties"})
"""What is so until another file says otherwise. Gifts happened, and so did most ties."""
TIE = "tie by "
"""Before the heading of a column that says what somebody is to us now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One file, read once: how new it is, and what it speaks of."""

    source: int
    told_us: int
    """When the file was written, as far as anybody can tell."""
    began_us: int
    """When it was read. The same file read anew, with other columns, counts as newer."""
    kind: str
    """Equal for files with the same headings: the newer one speaks of all that the older did."""
    covers: frozenset[str]
    """Names of attributes of Supporter, and TIE with a heading."""

    @property
    def age(self) -> tuple[int, int, int]:
        """Sorts files from the oldest to the newest."""
        return self.told_us, self.began_us, self.source


def believed(
    old: Supporter,
    before: Sequence[Telling],
    new: Supporter,
    telling: Telling,
    *,
    gifts_by: Mapping[str, Telling],
) -> Supporter:
    """What holds after one more record, by the files that told of them before.

    Another record of the same reading adds to what the first one said. `gifts_by` are the files
    that the known gifts are from, by the gift's key.
    """
    others = [each for each in before if each.source != telling.source]
    holds = _holds(others, telling)
    is_more = telling in before
    stated = {
        name: _stated(getattr(old, name), getattr(new, name), is_more=is_more)
        for name in _STATED
        if name in holds or (not getattr(old, name) and not _is_known(name, others))
    }
    return replace(
        old,
        **stated,
        gifts=_gifts(old.gifts, new.gifts, telling, gifts_by),
        ties=_ties(old.ties, new.ties, holds, _hidden(others, telling), is_more=is_more),
    )


def _holds(others: Iterable[Telling], telling: Telling) -> frozenset[str]:
    """What this file has the last word on: what it or older ones of its kind speak of."""
    speaks = set(telling.covers)
    for each in others:
        if each.kind == telling.kind and each.age < telling.age:
            speaks |= each.covers
    return frozenset(speaks - _hidden(others, telling))


def _hidden(others: Iterable[Telling], telling: Telling) -> set[str]:
    """What newer files have spoken of; one of the same kind, of all that this one could."""
    hidden: set[str] = set()
    for each in others:
        if each.age > telling.age:
            hidden |= each.covers | (telling.covers if each.kind == telling.kind else set())
    return hidden


def _is_known(name: str, others: Iterable[Telling]) -> bool:
    return any(name in each.covers for each in others)


def _stated(old: Any, new: Any, *, is_more: bool) -> Any:
    if not is_more:
        return new
    return tuple(dict.fromkeys((*old, *new))) if isinstance(old, tuple) else old or new


def _gifts(
    old: Iterable[Gift], new: Iterable[Gift], telling: Telling, gifts_by: Mapping[str, Telling]
) -> tuple[Gift, ...]:
    """Each gift once, as the newest file that has it says."""
    known = {each.key: each for each in old}
    for each in new:
        by = gifts_by.get(each.key)
        if each.key not in known or by is None or by.age <= telling.age:
            known[each.key] = each
    return tuple(known[key] for key in sorted(known))


def _ties(
    old: Iterable[Tie],
    new: Iterable[Tie],
    holds: frozenset[str],
    hidden: set[str],
    *,
    is_more: bool,
) -> tuple[Tie, ...]:
    """Who came to an evening did; who is no longer called a member is none."""
    stays = (each for each in old if is_more or _happened(each) or TIE + each.column not in holds)
    comes = (each for each in new if _happened(each) or TIE + each.column not in hidden)
    known: dict[tuple[Relationship, str], Tie] = {}
    for each in (*stays, *comes):
        key = (each.relationship, each.through)
        known[key] = _both(known[key], each) if key in known else each
    return tuple(known[key] for key in sorted(known))


def _happened(tie: Tie) -> bool:
    """Whether it is something that was done, and stays so."""
    return tie.through != "" or tie.relationship == Relationship.DONOR


def _both(one: Tie, other: Tie) -> Tie:
    """Told twice: since the earlier day. The same whichever came first."""
    days = [each.on_date for each in (one, other) if each.on_date]
    return replace(
        min(one, other, key=lambda each: each.column), on_date=min(days) if days else None
    )
