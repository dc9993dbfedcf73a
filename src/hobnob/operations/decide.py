"""Append to the decision log, and let what was decided take effect."""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.db.models import Max, Q

from hobnob.domain.decisions import ABOUT_IDENTITY, UNDO_DEPTH, Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.outbox import CAN_BE_CALLED_BACK
from hobnob.operations.deed_lines import settle_deeds
from hobnob.operations.deriving.follow_decisions import follow
from hobnob.operations.identity import heeding_later_nos, settle_identity
from hobnob.storage import models


class NothingToUndo(HobnobError):
    """Neither a decision left to undo, nor one recent enough."""


class LongAgo(HobnobError):
    """The newest act is an older one, and nobody said that it is meant."""

    def __init__(self, decisions: Sequence[models.Decision]) -> None:
        super().__init__("The newest thing you did was long ago: say whether it is to be undone.")
        self.decisions = decisions
        """Those of the act, its first one first."""


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
    is_private: bool = False,
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
        is_private=is_private,
    )


def undo_all(decisions: Sequence[models.Decision], *, author: User, now_us: int) -> None:
    """Undo these decisions: one more line each, and what they had done is taken back.

    Raises SaidSince where that made two people one of whom somebody said since that they are two.
    """
    with heeding_later_nos(decisions):
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
    """Bring people, memberships, cards and rules in line with what is in force about the same."""
    made = list(decisions)
    settle_identity([each for each in made if each.verb in ABOUT_IDENTITY])
    settle_deeds(made)
    follow(made)


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
