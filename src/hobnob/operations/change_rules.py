"""Switch rules on and off, see what one would do, and let it reach into the past."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.govern_rules import causes_in_log
from hobnob.storage import bulk, models


class NoSuchRule(HobnobError):
    """No rule has that number."""


def would_add(rule_id: int) -> int:
    """How many people the rule would put on its list who are not there, over the whole history."""
    rule = _find(rule_id)
    rule.from_us = rule.until_us = None
    there = set(rule.list.memberships.values_list("person_id", flat=True))
    return len({person_id for _, person_id in causes_in_log(rule)} - there)


def switch_off(rule_id: int, *, author: User, now_us: int) -> models.Rule:
    """From now on the rule puts nobody on its list; whom it put there stays."""
    _decide(Verb.RULE_OFF, rule_id, author, now_us)
    return _find(rule_id)


def switch_on(rule_id: int, *, author: User, now_us: int) -> int:
    """The rule holds again, also for what happened while it was off. Says how many joined."""
    return _decide(Verb.RULE_ON, rule_id, author, now_us)


def apply_to_history(rule_id: int, *, author: User, now_us: int) -> int:
    """The rule holds for everything that ever happened. Says how many joined."""
    return _decide(Verb.RULE_HISTORY, rule_id, author, now_us)


@transaction.atomic
def _decide(verb: Verb, rule_id: int, author: User, now_us: int) -> int:
    bulk.lock_log()
    on_list = _find(rule_id).list
    members = on_list.memberships.filter(is_member=True)
    before = members.count()
    decision = append_decision(verb, author=author, now_us=now_us, subject=str(rule_id))
    take_effect([decision])
    return members.count() - before


def _find(rule_id: int) -> models.Rule:
    rule = models.Rule.objects.select_related("list").filter(pk=rule_id).first()
    if rule is None:
        raise NoSuchRule(f"There is no rule number {rule_id}: `hobnob rules` shows them all.")
    return rule
