"""Rules: when this happens, put the person on that list.

The two starter rules are the ones that people used to build with a recipe service: everybody whose
post I like, and everybody who mentions me.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hobnob.domain.conditions import holds
from hobnob.domain.interactions import UNKNOWN, CauseKey, Direction, Kind, Logged


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When one of `kinds` happens in `direction` and every condition holds, join the list."""

    id: int
    list_id: int
    kinds: frozenset[str]
    direction: str
    conditions: tuple[str, ...] = ()
    from_us: int | None = None
    until_us: int | None = None
    until_id: int | None = None

    def covers(self, happened: Logged) -> bool:
        """Whether the rule was in force then.

        What has no moment is history: only a rule that holds for the whole history covers it,
        and one that was switched off only what the log held by then.
        """
        at_us = happened.at_us
        if at_us is None:
            return self.from_us is None and (self.until_id is None or happened.id <= self.until_id)
        return (self.from_us is None or at_us >= self.from_us) and (
            self.until_us is None or at_us < self.until_us
        )

    def matches(self, happened: Logged) -> bool:
        """Whether it puts somebody on the list; kind and direction are already right."""
        return self.covers(happened) and all(holds(each, happened) for each in self.conditions)


Triggers = Mapping[tuple[str, str], Sequence[Rule]]
"""Rules by the (kind, direction) that sets them off."""


def by_trigger(rules: Iterable[Rule]) -> Triggers:
    """The rules, by what sets them off; within one trigger the oldest rule comes first."""
    triggers: dict[tuple[str, str], list[Rule]] = {}
    for rule in sorted(rules, key=lambda each: each.id):
        for kind in rule.kinds:
            triggers.setdefault((kind, rule.direction), []).append(rule)
    return triggers


def read_text(triggers: Triggers) -> bool:
    """Whether any rule looks at what was said."""
    return any(rule.conditions for rules in triggers.values() for rule in rules)


class Cause(NamedTuple):
    """Why a rule put somebody on a list. The smallest one counts: the earliest, by any rule."""

    key: CauseKey
    rule_id: int
    interaction_id: int


def earliest_causes(happened: Iterable[Logged], triggers: Triggers) -> dict[tuple[int, int], Cause]:
    """By (list id, person id): the earliest of these interactions that a rule takes up."""
    causes: dict[tuple[int, int], Cause] = {}
    for each in happened:
        at_us = UNKNOWN if each.at_us is None else each.at_us
        for rule in triggers.get((each.kind, each.direction), ()):
            slot = (rule.list_id, each.person_id)
            best = causes.get(slot)
            if best is not None and best.key.at_us < at_us:
                continue
            if rule.matches(each):
                cause = Cause(each.cause_key, rule.id, each.id)
                causes[slot] = cause if best is None else min(best, cause)
    return causes


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterRule:
    """A rule that is there on the first run."""

    name: str
    list_key: str
    kinds: tuple[Kind, ...]
    direction: Direction


STARTER_RULES = (
    StarterRule(
        name="I like their post",
        list_key="favorited",
        kinds=(Kind.LIKE,),
        direction=Direction.FROM_ME,
    ),
    StarterRule(
        name="They mention, answer or quote me",
        list_key="mentioned",
        kinds=(Kind.MENTION, Kind.REPLY, Kind.QUOTE),
        direction=Direction.TOWARDS_ME,
    ),
)
