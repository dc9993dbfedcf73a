"""Let what was decided about lists, cards and rules show, from what is in force by now."""

from collections.abc import Iterable

from hobnob.domain.decisions import ABOUT_CARDS, ABOUT_LISTS, ABOUT_RULES, Verb
from hobnob.domain.lists import standing
from hobnob.operations.deriving.govern_rules import govern, refill
from hobnob.operations.deriving.hear_answer import hear
from hobnob.storage import models
from hobnob.storage.queries.decisions import in_force


def follow(decisions: Iterable[models.Decision]) -> None:
    """Bring memberships, cards and rules in line with what is in force about the same things.

    Who is who stays as it is: `operations.decide.take_effect` sees to that first.
    """
    for decision in decisions:
        if decision.verb in ABOUT_RULES:
            rule = models.Rule.objects.select_related("list").get(pk=decision.subject)
            govern(rule)
            refill(rule.list)
        if decision.verb == Verb.ANSWER:
            hear(decision)
        if decision.account is None or decision.account.is_me:
            continue
        person_id = decision.account.person_id
        if decision.verb in ABOUT_LISTS:
            # A list that was made by mistake may be gone; what was decided about it stays told.
            for on_list in models.List.objects.filter(key=decision.subject):
                stand(on_list, person_id)
        elif decision.verb in ABOUT_CARDS:
            lay_card(person_id, decision.subject)


def stand(on_list: models.List, person_id: int) -> None:
    """Derive whether somebody is on a list: the last word by hand, else the rules' cause."""
    last = in_force(person_id, ABOUT_LISTS, on_list.key).last()
    found = models.Membership.objects.select_related("interaction").filter(
        list=on_list, person_id=person_id
    )
    membership = found.first()
    cause = membership.interaction if membership else None
    stands = standing(
        last_verb=Verb(last.verb) if last else None,
        decided_us=last.made_us if last else None,
        has_cause=cause is not None,
        cause_us=cause.at_us if cause else None,
    )
    if stands is None:
        found.delete()
        return
    models.Membership.objects.update_or_create(
        list=on_list,
        person_id=person_id,
        defaults={
            "is_member": stands.is_member,
            "since_us": stands.since_us,
            "decision": last if stands.is_by_hand else None,
            **({"faded_us": None} if stands.is_by_hand else {}),
        },
    )


def lay_card(person_id: int, section: str) -> None:
    """Derive what is done or put off about somebody in a section of Today."""
    done = in_force(person_id, {Verb.DONE}, section).last()
    snoozed = in_force(person_id, {Verb.SNOOZE}, section).last()
    cards = models.TodayCard.objects.filter(person_id=person_id, section=section)
    if done is None and snoozed is None:
        cards.delete()
        return
    models.TodayCard.objects.update_or_create(
        person_id=person_id,
        section=section,
        defaults={
            "dealt_us": max(each.made_us for each in (done, snoozed) if each),
            "done_us": done.until_us if done else None,
            "snoozed_until_us": snoozed.until_us if snoozed else None,
        },
    )
