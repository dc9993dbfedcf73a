"""Switch rules on and off, see what one would do, and let it reach into the past."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.deriving.govern_rules import causes_in_log, govern, refill
from hobnob.storage import bulk, models


class NoSuchRule(HobnobError):
    """No rule has that number."""


def would_add(rule_id: int) -> list[int]:
    """Whom the rule would put on its list who is not there, over the whole history.

    Person ids, in the order in which they would have joined.
    """
    rule = _find(rule_id)
    rule.from_us = rule.until_us = rule.until_id = None
    there = set(rule.list.memberships.values_list("person_id", flat=True))
    found = {person_id: cause for (_, person_id), cause in causes_in_log(rule).items()}
    return sorted(found.keys() - there, key=lambda each: found[each])


@transaction.atomic
def switch_off(rule_id: int, *, author: User, now_us: int) -> models.Rule:
    """From now on the rule puts nobody on its list; whom it put there stays."""
    bulk.lock_log()
    rule = _find(rule_id)
    if rule.until_us is not None:
        # Off a second time it would seem to have held until now.
        return rule
    append_decision(Verb.RULE_OFF, author=author, now_us=now_us, subject=str(rule_id))
    govern(rule)
    # What came before stands as it is: only a source whose clock is ahead told of later things.
    if rule.list.memberships.filter(rule=rule, interaction__at_us__gte=now_us).exists():
        refill(rule.list)
    return rule


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
