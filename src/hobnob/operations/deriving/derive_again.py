"""Make what is derived about some people anew from the two logs."""

from collections.abc import Collection

from hobnob.domain.conditions import is_about_people
from hobnob.domain.decisions import ABOUT_CARDS, ABOUT_LISTS
from hobnob.domain.rules import ask_about_people, earliest_causes, read_text
from hobnob.operations.apply_rules import join, triggers_in_force
from hobnob.operations.deriving.fading import fading_stays
from hobnob.operations.deriving.fold_contacts import mark_stale, settle_contacts
from hobnob.operations.deriving.follow_decisions import follow
from hobnob.operations.deriving.govern_rules import refill
from hobnob.storage import models
from hobnob.storage.queries.log import happened_to

_AT_ONCE = 500


def derive_again(person_ids: Collection[int]) -> None:
    """Lists, states and cards of these people, as a rebuild would make them. Needs the lock."""
    everybody = sorted(person_ids)
    for start in range(0, len(everybody), _AT_ONCE):
        _derive(everybody[start : start + _AT_ONCE])


def facts_changed(person_ids: Collection[int]) -> None:
    """Something that rules may ask about changed: a bot, a finding, whom I follow. Needs the lock.

    Without a rule that asks, which is what most people have, it takes one look at the rules.
    """
    if person_ids and ask_about_people(triggers_in_force()):
        derive_again(person_ids)


def follow_facts() -> None:
    """Fill every list anew whose rules ask what is known of people now. Needs the lock.

    What nobody told `facts_changed` about comes right with this, every night.
    """
    for on_list in models.List.objects.prefetch_related("rules"):
        conditions = (written for rule in on_list.rules.all() for written in rule.conditions)
        if any(map(is_about_people, conditions)):
            refill(on_list)


def _derive(person_ids: list[int]) -> None:
    memberships = models.Membership.objects.filter(person_id__in=person_ids)
    with fading_stays(memberships):
        memberships.delete()
        models.TodayCard.objects.filter(person_id__in=person_ids).delete()
        mark_stale(person_ids)
        settle_contacts()
        models.ContactState.objects.filter(
            person_id__in=person_ids, events_in=0, events_out=0, last_us__isnull=True
        ).delete()
        triggers = triggers_in_force()
        log = happened_to(person_ids, with_text=read_text(triggers))
        join(earliest_causes(log, triggers))
        decisions = models.Decision.objects.filter(
            account__person_id__in=person_ids, verb__in=list(ABOUT_LISTS | ABOUT_CARDS)
        )
        follow(decisions.select_related("account"))
