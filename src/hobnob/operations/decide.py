"""Append to the decision log, and let what was decided take effect."""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.db.models import Max, Q

from hobnob.domain.decisions import ABOUT_CARDS, ABOUT_LISTS, ABOUT_RULES, UNDO_DEPTH, Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.lists import standing
from hobnob.domain.outbox import CAN_BE_CALLED_BACK
from hobnob.operations.govern_rules import govern, refill
from hobnob.storage import models
from hobnob.storage.queries.decisions import in_force


class NothingToUndo(HobnobError):
    """Neither a decision left to undo, nor one recent enough."""


class NobodyThere(HobnobError):
    """The person named does not exist."""


def append_decision(
    verb: Verb,
    *,
    author: User,
    now_us: int,
    person_id: int | None = None,
    subject: str = "",
    why: str = "",
    until_us: int | None = None,
    act: models.Decision | None = None,
) -> models.Decision:
    """One more line of the decision log. It says nothing to lists or cards yet: see `take_effect`.

    About a person it is kept on their oldest account, so that merging and splitting moves nothing.
    Raises NobodyThere when there is no such person.
    """
    account = None
    if person_id is not None:
        account = models.Account.objects.filter(person_id=person_id).order_by("pk").first()
        if account is None:
            raise NobodyThere(f"There is no person number {person_id}: look them up with search.")
    return models.Decision.objects.create(
        verb=verb,
        made_us=now_us,
        author=author,
        account=account,
        subject=subject,
        why=why,
        until_us=until_us,
        log_end=_log_end() if verb is Verb.RULE_OFF else None,
        act=act,
    )


def undo_all(decisions: Sequence[models.Decision], *, author: User, now_us: int) -> None:
    """Undo these decisions: one more line each, and what they had done is taken back."""
    for decision in decisions:
        models.Decision.objects.create(
            verb=Verb.UNDO,
            made_us=now_us,
            author=author,
            account=decision.account,
            subject=decision.subject,
            undoes=decision,
        )
    take_effect(decisions)


def _log_end() -> int:
    """The newest line of the log of what happened; 0 where there is none."""
    return models.Interaction.objects.aggregate(end=Max("pk"))["end"] or 0


def take_effect(decisions: Iterable[models.Decision]) -> None:
    """Bring memberships, cards and rules in line with what is in force about the same things."""
    for decision in decisions:
        if decision.verb in ABOUT_RULES:
            rule = models.Rule.objects.select_related("list").get(pk=decision.subject)
            govern(rule)
            refill(rule.list)
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


def last_act(author: User) -> list[models.Decision]:
    """The decisions of the author's newest act that still holds, oldest first.

    A yes to what has been sent since is past undoing. Raises NothingToUndo when there is no act, or
    when ten were undone since they last acted.
    """
    is_past = Q(verb=Verb.APPROVE) & ~Q(outbox_item__state__in=CAN_BE_CALLED_BACK)
    acts = (
        models.Decision.objects.filter(~is_past, author=author, act__isnull=True)
        .exclude(verb=Verb.UNDO)
        .order_by("-pk")
    )
    newest = acts.first()
    head = acts.filter(undone_by__isnull=True).first()
    if newest is None or head is None:
        raise NothingToUndo("There is nothing to undo: no decision of yours is left that holds.")
    undone = models.Decision.objects.filter(
        author=author, verb=Verb.UNDO, pk__gt=newest.pk, undoes__act__isnull=True
    )
    if undone.count() >= UNDO_DEPTH:
        raise NothingToUndo(
            f"You have taken back {UNDO_DEPTH} acts in a row, and no further back does undo reach: "
            "decide anew what you want to be otherwise."
        )
    parts = head.parts.filter(~is_past, undone_by__isnull=True).exclude(verb=Verb.UNDO)
    return [head, *parts.order_by("pk")]
