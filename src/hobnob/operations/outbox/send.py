"""Send what is due: claim it, ask the network, note what it said. Nothing is sent twice.

A claim is committed before the network hears of it. So whenever this process dies, what it had
claimed is known; it is looked for over there once enough time has passed for it to have arrived,
and only sent again where the network makes sure that it is done once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import MINUTE
from hobnob.domain.outbox import (
    EVERYDAY,
    GRACE,
    KEY_LASTS,
    MOST_TRIES,
    Next,
    Pace,
    State,
    after_silence,
    retry_in,
)
from hobnob.networks.base import (
    Clock,
    NetworkRefused,
    Outcome,
    RateLimited,
    SignInNeeded,
    Unreachable,
    Writer,
)
from hobnob.operations.ending import NOT_DONE, follow_the_end
from hobnob.operations.outbox import lease
from hobnob.operations.outbox.claim import OVERTAKEN, Claims, is_undone
from hobnob.operations.outbox.look import look_for, order_of
from hobnob.operations.outbox.seal import Seal
from hobnob.operations.outbox.writers import OpenWriter, open_writer
from hobnob.operations.spending import LimitReached, check_limit, spend
from hobnob.storage import bulk, models

_LATER = 10 * MINUTE
"""When a sign-in or a keyring may be at hand again."""

UNSURE = "We don't know whether this arrived: look there, and say what you found."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """One worker. `grace_us` is how long another one may be silent about what it claimed."""

    clock: Clock
    open_writer: OpenWriter
    claims: Claims
    grace_us: int = GRACE

    @classmethod
    def for_this_process(cls, clock: Clock, *, pace: Pace = EVERYDAY) -> "Sender":
        """The sender of the data folder in use."""
        return cls(
            clock=clock,
            open_writer=partial(open_writer, clock=clock),
            claims=Claims(worker=uuid4().hex, pace=pace, seal=Seal(Path(settings.HOME))),
        )

    def send_due(self) -> int:
        """Send all that may leave now, and settle what others left behind. Says how many ended."""
        ended = 0
        looked_at: set[int] = set()
        while item := self.claims.take_over(self.grace_us, self.clock(), but=looked_at):
            looked_at.add(item.pk)
            ended += self._settle(item)
        while (item := self.claims.claim(self.clock())) is not None:
            ended += self._send(item)
        return ended

    def _send(self, item: models.OutboxItem, *, may_be_there: bool = False) -> bool:
        """Hand one to its network, and note what came of it. Says whether that is its end.

        `may_be_there`: it was sent before and not found since. Then whatever keeps it from being
        sent now proves nothing about that first time, and it stays claimed.
        """
        if not self._note(item, {"lease": lease.begin()}):
            # This process slept so long that another one has taken it over.
            return False
        try:
            writer = self.open_writer(item.account)
        except HobnobError as error:
            return self._give_back(item, self.clock() + _LATER, str(error), may_be_there)
        try:
            price = writer.price(item.action)
            check_limit(item.account.connection, price, now_us=self.clock())
            outcome = writer.send(order_of(item))
        except RateLimited as error:
            return self._give_back(item, error.until_us, str(error), may_be_there)
        except SignInNeeded as error:
            return self._give_back(item, self.clock() + _LATER, str(error), may_be_there)
        except (LimitReached, NetworkRefused) as error:
            if may_be_there:
                return self._end(item, State.UNKNOWN, said=f"{UNSURE} {error}")
            return self._end(item, State.FAILED, said=str(error))
        except Unreachable as error:
            if error.may_have_arrived or may_be_there:
                return self._leave(item, str(error))
            return self._try_later(item, str(error))
        return self._arrived(item, outcome)

    def _settle(self, item: models.OutboxItem) -> bool:
        """Find out what became of an action nobody reported on."""
        try:
            writer = self.open_writer(item.account)
            found = look_for(writer, item, now_us=self.clock())
        except (NetworkRefused, SignInNeeded) as error:
            return self._end(item, State.UNKNOWN, said=f"{UNSURE} {error}")
        except HobnobError as error:
            if self._age_us(item) >= KEY_LASTS:
                return self._end(item, State.UNKNOWN, said=f"{UNSURE} {error}")
            return self._leave(item, str(error))
        if found is not None:
            return self._arrived(item, found)
        return self._not_there(item, writer)

    def _not_there(self, item: models.OutboxItem, writer: Writer) -> bool:
        what_next = after_silence(
            writer.recovery(ActionKind(item.kind)),
            age_us=self._age_us(item),
            is_undone=is_undone(item),
        )
        if what_next is Next.SEND_AGAIN:
            return self._send(item, may_be_there=True)
        if what_next is Next.DROP:
            return self._end(item, State.WITHDRAWN, said=OVERTAKEN)
        return self._end(item, State.UNKNOWN, said=UNSURE)

    def _age_us(self, item: models.OutboxItem) -> int:
        return self.clock() - (item.claimed_us or 0)

    def _arrived(self, item: models.OutboxItem, outcome: Outcome) -> bool:
        with transaction.atomic():
            connection_id = item.account.connection.pk
            spend(outcome.cost, connection_id=connection_id, now_us=self.clock())
            return self._end(
                item, State.SENT, remote_id=outcome.native_id, url=outcome.url, said=""
            )

    def _try_later(self, item: models.OutboxItem, said: str) -> bool:
        if item.tries >= MOST_TRIES:
            return self._end(item, State.FAILED, said=said)
        return self._wait(item, self.clock() + retry_in(item.tries), said)

    def _give_back(
        self, item: models.OutboxItem, until_us: int, said: str, may_be_there: bool
    ) -> bool:
        return self._leave(item, said) if may_be_there else self._wait(item, until_us, said)

    def _wait(self, item: models.OutboxItem, until_us: int, said: str) -> bool:
        """Give it back: it certainly was not done."""
        self._note(item, {"state": State.APPROVED, "due_us": until_us, "said": said})
        return False

    def _leave(self, item: models.OutboxItem, said: str) -> bool:
        """Leave it claimed: it may have arrived, so somebody looks when the grace is over."""
        self._note(item, {"lease": lease.begin(), "said": said})
        return False

    def _end(self, item: models.OutboxItem, state: State, **noted: str) -> bool:
        with transaction.atomic():
            if state in NOT_DONE:
                bulk.lock_log()
            if self._note(item, {"state": state, "ended_us": self.clock(), **noted}):
                follow_the_end(item, now_us=self.clock())
        return True

    def _note(self, item: models.OutboxItem, noted: Mapping[str, object]) -> bool:
        """Write it down, unless another worker took the action over meanwhile."""
        mine = models.OutboxItem.objects.filter(
            pk=item.pk, state=State.SENDING, worker=self.claims.worker
        )
        is_mine = bool(mine.update(**noted))
        for name, value in noted.items():
            setattr(item, name, value)
        return is_mine
