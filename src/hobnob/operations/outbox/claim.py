"""Claim the next action: the one moment at which it is decided that something is sent now."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from hobnob.domain.actions import OPPOSITE, ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, MINUTE
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import Pace, State, earliest_us, group_of, kinds_in
from hobnob.operations.approve import refuse_unwise, to_draft
from hobnob.operations.draft import mode_for
from hobnob.operations.ending import end
from hobnob.operations.outbox import lease
from hobnob.operations.outbox.seal import Seal
from hobnob.storage import bulk, models

_LOOKED_AT = 50
"""So many that are due are looked at in one transaction, which nobody else can write beside."""

OVERTAKEN = "You did the opposite since, so this was not done again."
HELD = (
    "This database was restored or copied, and something may have been sent since: look whether it "
    "was, and say yes to it again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """One worker's way to claim."""

    worker: str
    pace: Pace
    seal: Seal

    @transaction.atomic
    def claim(self, now_us: int) -> models.OutboxItem | None:
        """The next action that is due, now this worker's; None when none may leave now.

        Everything is asked again here, in one transaction: the yes may be withdrawn, the person
        blocked, the day full, the database restored since.
        """
        bulk.lock_log()
        self._hold_if_restored(now_us)
        due = models.OutboxItem.objects.filter(state=State.APPROVED, due_us__lte=now_us)
        rows = due.select_related("account", "about", "post").order_by("due_us", "pk")
        for item in rows[:_LOOKED_AT]:
            if self._may_leave(item, now_us):
                self._take(item, now_us)
                return item
        return None

    @transaction.atomic
    def take_over(
        self, grace_us: int, now_us: int, *, but: Collection[int]
    ) -> models.OutboxItem | None:
        """An action whose worker was not heard of for longer than the grace, now this one's."""
        bulk.lock_log()
        self._hold_if_restored(now_us)
        sending = models.OutboxItem.objects.filter(state=State.SENDING).exclude(pk__in=but)
        for item in sending.select_related("account", "about", "post").order_by("claimed_us", "pk"):
            if lease.lasted_us(item.lease) > grace_us:
                item.worker, item.lease = self.worker, lease.begin()
                item.save(update_fields=["worker", "lease"])
                return item
        return None

    def _hold_if_restored(self, now_us: int) -> None:
        if self.seal.is_whole():
            return
        waiting = models.OutboxItem.objects.filter(state=State.APPROVED, approval__isnull=False)
        for item in waiting.select_related("approval__author"):
            assert item.approval is not None  # noqa: S101 (the filter says so)
            to_draft(item, HELD, author=item.approval.author, now_us=now_us)
        under_way = models.OutboxItem.objects.filter(state=State.SENDING)
        under_way.update(state=State.UNKNOWN, ended_us=now_us, said=HELD)
        self.seal.renew()

    def _may_leave(self, item: models.OutboxItem, now_us: int) -> bool:
        """Whether it may leave now. Where it may not, its row says until when, or why not."""
        try:
            refuse_unwise(item, now_us=now_us)
            mode = mode_for(item.account, ActionKind(item.kind))
        except HobnobError as error:
            _fail(item, str(error), now_us)
            return False
        if mode is not Mode.API:
            _fail(item, "hobnob is no longer allowed to do this for you: connect again.", now_us)
            return False
        if is_undone(item):
            end(item, State.WITHDRAWN, now_us=now_us, said=OVERTAKEN)
            return False
        if _is_opposite_under_way(item):
            item.due_us = now_us + MINUTE
            item.save(update_fields=["due_us"])
            return False
        group = group_of(ActionKind(item.kind))
        earliest = self._earliest_us(item, group, now_us)
        if earliest > now_us:
            item.due_us = earliest
            item.save(update_fields=["due_us"])
        return earliest <= now_us

    def _earliest_us(self, item: models.OutboxItem, group: str, now_us: int) -> int:
        """By what else left lately: one that is tried again has its place in the day already."""
        lately = (
            models.OutboxItem.objects.filter(account=item.account, claimed_us__gt=now_us - DAY)
            .exclude(pk=item.pk)
            .order_by("claimed_us")
        )
        same = lately.filter(kind__in=kinds_in(group)).values_list("claimed_us", flat=True)
        newest = lately.values_list("claimed_us", flat=True).last()
        return earliest_us(
            group,
            newest_us=newest,
            in_group_us=[each for each in same if each is not None],
            pace=self.pace,
        )

    def _take(self, item: models.OutboxItem, now_us: int) -> None:
        item.state, item.worker, item.lease = State.SENDING, self.worker, lease.begin()
        item.claimed_us = item.claimed_us or now_us
        item.tries += 1
        item.save(update_fields=["state", "worker", "lease", "claimed_us", "tries"])
        self.seal.renew()


def is_undone(item: models.OutboxItem) -> bool:
    """Whether the opposite was said yes to since: then it must not be done any more."""
    opposite = OPPOSITE.get(ActionKind(item.kind))
    later = models.OutboxItem.objects.filter(
        account=item.account,
        kind=opposite,
        target=item.target,
        on_list=item.on_list,
        state__in=(State.APPROVED, State.SENDING, State.SENT, State.UNKNOWN),
        approval__gt=item.approval_id,
    )
    return opposite is not None and later.exists()


def _is_opposite_under_way(item: models.OutboxItem) -> bool:
    """Whether what this takes back may still arrive: it would arrive after it was taken back."""
    kinds = [kind for kind, opposite in OPPOSITE.items() if opposite == item.kind]
    return models.OutboxItem.objects.filter(
        account=item.account,
        kind__in=kinds,
        target=item.target,
        on_list=item.on_list,
        state=State.SENDING,
        approval__lt=item.approval_id,
    ).exists()


def _fail(item: models.OutboxItem, said: str, now_us: int) -> None:
    end(item, State.FAILED, now_us=now_us, said=said)
