"""End an action of the outbox; where it was not done, neither was what its yes brought with it.

A yes may bring a tick on Today, a gesture and its deed, and an ask may wait for its words to leave.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User

from hobnob.domain.decisions import Verb
from hobnob.domain.outbox import State
from hobnob.operations.decide import undo_all
from hobnob.storage import models

NOT_DONE = frozenset({State.FAILED, State.WITHDRAWN})


def end(item: models.OutboxItem, state: State, *, now_us: int, said: str | None = None) -> None:
    """Note how it ended, and in which words where there are new ones. Needs the lock."""
    item.state, item.ended_us = state, now_us
    item.said = item.said if said is None else said
    item.save(update_fields=["state", "ended_us", "said"])
    follow_the_end(item, now_us=now_us)


def follow_the_end(item: models.OutboxItem, *, now_us: int) -> None:
    """Take back what was remembered of an action that ended without being done.

    An ask stands while its words can still be sent. Needs the lock.
    """
    if item.state not in NOT_DONE:
        return
    if item.approval is not None:
        undo_all(brought_by(item.approval), author=item.approval.author, now_us=now_us)
    if item.state == State.WITHDRAWN:
        for asked in item.asks.filter(decision__undone_by__isnull=True).select_related("decision"):
            decisions = _in_force([asked.decision, *asked.decision.parts.order_by("pk")])
            undo_all(decisions, author=asked.decision.author, now_us=now_us)


def take_back_yes(approval: models.Decision, *, author: User, now_us: int) -> None:
    """Undo one yes with all that it brought. Needs the lock."""
    undo_all(_in_force([approval, *brought_by(approval)]), author=author, now_us=now_us)


def brought_by(approval: models.Decision) -> list[models.Decision]:
    """What was decided with one yes and still holds, without the yes itself.

    Of several that were said at once each is followed by what it brought, up to the next yes.
    """
    later = (approval.act or approval).parts.filter(pk__gt=approval.pk).order_by("pk")
    next_yes = later.filter(verb=Verb.APPROVE).first()
    return _in_force(later.filter(pk__lt=next_yes.pk) if next_yes else later)


def _in_force(decisions: Iterable[models.Decision]) -> list[models.Decision]:
    ids = [each.pk for each in decisions]
    stands = models.Decision.objects.filter(pk__in=ids, undone_by__isnull=True)
    return list(stands.select_related("account").order_by("pk"))
