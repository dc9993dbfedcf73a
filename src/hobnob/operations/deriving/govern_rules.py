"""Derive from the decisions when a rule holds, and from the rules who is on their list."""

from hobnob.domain.decisions import ABOUT_RULES, Verb
from hobnob.domain.rules import Cause, by_trigger, earliest_causes
from hobnob.operations.apply_rules import as_rule, join
from hobnob.operations.deriving.fading import fading_stays
from hobnob.storage import models
from hobnob.storage.queries.log import happened_by_trigger
from hobnob.storage.queries.people import known


def govern(rule: models.Rule) -> None:
    """Set from when until when the rule holds: what was decided about it and not undone."""
    decisions = models.Decision.objects.filter(
        verb__in=list(ABOUT_RULES), subject=str(rule.pk), undone_by__isnull=True
    ).order_by("made_us", "pk")
    rule.from_us, rule.until_us, rule.until_id = rule.made_us, None, None
    for decision in decisions:
        if decision.verb == Verb.RULE_HISTORY:
            rule.from_us = None
        else:
            is_off = decision.verb == Verb.RULE_OFF
            rule.until_us = decision.made_us if is_off else None
            rule.until_id = decision.log_end if is_off else None
    rule.save(update_fields=["from_us", "until_us", "until_id"])


def refill(on_list: models.List) -> None:
    """Let the rules of a list fill it anew from the log. What was said by hand stands."""
    memberships = models.Membership.objects.filter(list=on_list)
    with fading_stays(memberships):
        memberships.filter(decision__isnull=True).delete()
        memberships.update(rule=None, interaction=None)
        causes: dict[tuple[int, int], Cause] = {}
        for rule in on_list.rules.all():
            for slot, cause in causes_in_log(rule).items():
                causes[slot] = min(cause, causes.get(slot, cause))
        join(causes)


def causes_in_log(row: models.Rule) -> dict[tuple[int, int], Cause]:
    """By (list id, person id): why the rule, as it holds now, puts them on its list."""
    rule = as_rule(row)
    log = happened_by_trigger(rule.kinds, rule.direction, with_text=bool(rule.conditions))
    return earliest_causes(log, by_trigger([rule], known))
