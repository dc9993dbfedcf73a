"""Tick off what a person did by hand, once the log shows it: after a sync, and after an import."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import SECOND
from hobnob.domain.outbox import State
from hobnob.storage import bulk, models

_SHOWN_BY = {
    ActionKind.REPLY: Kind.REPLY,
    ActionKind.LIKE: Kind.LIKE,
    ActionKind.REPOST: Kind.REPOST,
    ActionKind.FOLLOW: Kind.FOLLOW,
}
"""What of the log shows that an action was done. The log has no line for what ends something."""


@dataclass(frozen=True, slots=True)
class _Shown:
    native_id: str = ""
    url: str = ""


@transaction.atomic
def note_what_was_done_by_hand(*, now_us: int) -> int:
    """Settle every action opened by hand that the log shows since the yes. Says how many."""
    waiting = models.OutboxItem.objects.filter(state=State.BY_HAND, kind__in=list(_SHOWN_BY))
    if not waiting.exists():
        return 0
    bulk.lock_log()
    settled = 0
    for item in waiting.select_related("approval"):
        shown = _shown(item)
        if shown is not None:
            item.state, item.ended_us = State.SENT, now_us
            item.remote_id, item.url, item.said = shown.native_id, shown.url, ""
            item.save(update_fields=["state", "ended_us", "remote_id", "url", "said"])
            settled += 1
    return settled


def _shown(item: models.OutboxItem) -> _Shown | None:
    since_us = (item.approval.made_us if item.approval else item.drafted_us) - SECOND
    lines = models.Interaction.objects.filter(
        _since(since_us),
        network=models.Account.objects.values("network").get(pk=item.account_id)["network"],
        kind=_SHOWN_BY[ActionKind(item.kind)],
        direction=Direction.FROM_ME,
    )
    line = _about(item, lines).select_related("post").order_by("pk").first()
    if line is None:
        return None
    if item.kind == ActionKind.REPLY and line.post is not None:
        return _Shown(line.post.native_id, line.post.url)
    return _Shown()


def _since(since_us: int) -> Q:
    """At or after a moment; where nobody knows when, told by a source that was read after it.

    An archive of X says what I liked, and not when.
    """
    return Q(at_us__gte=since_us) | Q(at_us__isnull=True, source__started_us__gte=since_us)


def _about(
    item: models.OutboxItem, lines: "QuerySet[models.Interaction]"
) -> "QuerySet[models.Interaction]":
    """Those about the same target; narrowed by the contact, which is what the log is indexed by."""
    if item.kind == ActionKind.FOLLOW:
        return lines.filter(contact_id=item.about_id, actor_id=item.account_id)
    mine = lines.filter(Q(actor_id=item.account_id))
    if item.about_id is not None:
        mine = mine.filter(contact_id=item.about_id)
    if item.kind == ActionKind.REPLY:
        return mine.filter(post__in_reply_to=item.target)
    return mine.filter(post__native_id=item.target)
