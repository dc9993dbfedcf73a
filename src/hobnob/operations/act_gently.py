"""Follow, unfollow, mute and block a few people a day, each after a yes, with the reason kept."""

from django.db import transaction
from django.db.models import Q

from hobnob.domain.actions import ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.hygiene_pace import counts_with, enough
from hobnob.domain.moments import DAY
from hobnob.domain.outbox import State
from hobnob.operations.act import Press, about_account, say_yes
from hobnob.operations.decide import append_decision, take_effect
from hobnob.storage import bulk, models
from hobnob.storage.queries.hygiene.queue import SECTION, pace_of


@transaction.atomic
def act_gently(
    kind: ActionKind, account_id: int, *, by: int, why: str, press: Press
) -> models.OutboxItem:
    """Say yes to one act about an account, and remember what it was for.

    The same press twice is one yes. Raises CannotAct, and EnoughForToday where the day's share is
    done.
    """
    bulk.lock_log()
    if not _was_pressed(press):
        refuse_haste(kind, now_us=press.now_us)
    item = say_yes(about_account(kind, account_id, by=by), press)
    remember_why(item, why)
    return item


def refuse_haste(kind: ActionKind, *, now_us: int) -> None:
    """Raises EnoughForToday where as many such acts have their yes as a day has."""
    if not counts_with(kind):
        return
    pace = pace_of(kind, now_us)
    if pace.is_full:
        raise enough(kind, pace)


def remember_why(item: models.OutboxItem, why: str) -> None:
    """Keep with the yes, which was appended just now, what it was for."""
    if item.approval is not None and why and not item.approval.why:
        item.approval.why = why
        item.approval.save(update_fields=["why"])


@transaction.atomic
def follow_the_new(account_id: int, new_id: int, *, by: int, press: Press) -> models.OutboxItem:
    """Follow where somebody moved to; the card of the old account rests until that has arrived."""
    old = models.Account.objects.get(pk=account_id)
    why = f"because @{old.handle} moved there"
    item = act_gently(ActionKind.FOLLOW, new_id, by=by, why=why, press=press)
    if not models.Decision.objects.filter(act=item.approval, subject=SECTION).exists():
        rests = append_decision(
            Verb.SNOOZE,
            author=press.author,
            now_us=press.now_us,
            person_id=old.person_id,
            subject=SECTION,
            until_us=press.now_us + _ARRIVES_WITHIN,
            act=item.approval,
        )
        take_effect([rests])
    return item


_ARRIVES_WITHIN = 2 * DAY
"""By then the follow has left, and a look at everybody has seen it."""


def _was_pressed(press: Press) -> bool:
    """Whether the yes of this press stands: what was called back, or failed, is asked for anew."""
    again = Q(form=press.form) | Q(form__startswith=f"{press.form} again")
    stands = models.OutboxItem.objects.filter(again)
    return stands.exclude(state__in=(State.WITHDRAWN, State.FAILED)).exists()
