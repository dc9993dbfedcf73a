"""Rules: when this happens, put the person on that list.

The two starter rules are the ones that people used to build with a recipe service: everybody whose
post I like, and everybody who mentions me.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hobnob.domain.conditions import Known, holds, is_about_people, is_further, remaining
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

    @property
    def looks_further(self) -> bool:
        """Whether one line of the log is not enough to decide by."""
        return any(map(is_further, self.conditions))

    def taken_up(self, happened: Sequence[Logged], known: Known) -> list[Logged]:
        """Those that put somebody on the list, for a rule that looks further.

        `happened` is all that ever set it off for the people concerned. What happened before the
        rule was in force counts; what puts somebody on the list happened while it was.
        """
        alone = [each for each in self.conditions if not is_further(each)]
        left = [each for each in happened if all(holds(one, each) for one in alone)]
        for further in sorted(filter(is_further, self.conditions), key=_counts):
            left = remaining(further, left, known)
        return [each for each in left if self.covers(each)]


def _counts(written: str) -> bool:
    """Whether it counts what the others let through, and so comes after them."""
    return written.startswith("at_least")


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """Rules by the (kind, direction) that sets them off."""

    at_once: Mapping[tuple[str, str], Sequence[Rule]]
    """Those for which one line of the log is enough to decide by."""
    further: Mapping[tuple[str, str], Sequence[Rule]]
    known: Known


def by_trigger(rules: Iterable[Rule], known: Known) -> Triggers:
    """The rules, by what sets them off; within one trigger the oldest rule comes first."""
    at_once: dict[tuple[str, str], list[Rule]] = {}
    further: dict[tuple[str, str], list[Rule]] = {}
    for rule in sorted(rules, key=lambda each: each.id):
        triggers = further if rule.looks_further else at_once
        for kind in rule.kinds:
            triggers.setdefault((kind, rule.direction), []).append(rule)
    return Triggers(at_once=at_once, further=further, known=known)


def read_text(triggers: Triggers) -> bool:
    """Whether any rule looks at more than what happened between whom, and when."""
    if triggers.further:
        return True
    return any(rule.conditions for rules in triggers.at_once.values() for rule in rules)


def ask_about_people(triggers: Triggers) -> bool:
    """Whether any rule looks at what is known of the person now."""
    rules = (rule for those in triggers.further.values() for rule in those)
    return any(is_about_people(each) for rule in rules for each in rule.conditions)


class Cause(NamedTuple):
    """Why a rule put somebody on a list. The smallest one counts: the earliest, by any rule."""

    key: CauseKey
    rule_id: int
    interaction_id: int


Causes = dict[tuple[int, int], Cause]
"""By (list id, person id)."""


def earliest_causes(happened: Iterable[Logged], triggers: Triggers) -> Causes:
    """By (list id, person id): the earliest of these interactions that a rule takes up.

    Where a rule looks further, `happened` must hold everything about the people in it.
    """
    if not triggers.further:
        return _causes_at_once(happened, triggers)
    everything = list(happened)
    causes = _causes_at_once(everything, triggers)
    for slot, cause in _causes_further(everything, triggers).items():
        causes[slot] = min(cause, causes.get(slot, cause))
    return causes


def _causes_at_once(happened: Iterable[Logged], triggers: Triggers) -> Causes:
    """The same, by the rules for which one line of the log is enough."""
    causes: Causes = {}
    at_once = triggers.at_once
    for each in happened:
        at_us = UNKNOWN if each.at_us is None else each.at_us
        for rule in at_once.get((each.kind, each.direction), ()):
            slot = (rule.list_id, each.person_id)
            best = causes.get(slot)
            if best is not None and best.key.at_us < at_us:
                continue
            if rule.matches(each):
                cause = Cause(each.cause_key, rule.id, each.id)
                causes[slot] = cause if best is None else min(best, cause)
    return causes


def _causes_further(happened: Iterable[Logged], triggers: Triggers) -> Causes:
    """The same, by the rules that look further."""
    set_off: dict[int, list[Logged]] = {}
    rules: dict[int, Rule] = {}
    for each in happened:
        for rule in triggers.further.get((each.kind, each.direction), ()):
            rules[rule.id] = rule
            set_off.setdefault(rule.id, []).append(each)
    causes: Causes = {}
    for rule_id, those in set_off.items():
        rule = rules[rule_id]
        for each in rule.taken_up(those, triggers.known):
            cause = Cause(each.cause_key, rule_id, each.id)
            slot = (rule.list_id, each.person_id)
            causes[slot] = min(cause, causes.get(slot, cause))
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
