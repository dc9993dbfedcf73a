"""What is killed: a worker that reads the networks and sends what is due, over and over."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from uuid import uuid4

from django.conf import settings

from hobnob.domain.errors import HobnobError
from hobnob.domain.outbox import Pace, State
from hobnob.domain.people import Network
from hobnob.networks.base import Adapter, Clock, Order, Writer
from hobnob.operations import connect
from hobnob.operations.outbox.claim import Claims
from hobnob.operations.outbox.seal import Seal
from hobnob.operations.outbox.send import Sender
from hobnob.operations.sync import sync
from hobnob.storage import models
from tests.kills.adapter import WireAdapter
from tests.kills.moments import Board, Moment
from tests.kills.setup import Setup, Way
from tests.kills.wire import Wire
from tests.kills.writer import WireWriter

AT_ONCE = Pace(spacing_us=0, a_day={})
REST_S = 0.02
_OFTEN = (1, 2)
"""It reads once while it sends twice: to read takes longer."""


@dataclass(frozen=True, kw_only=True)
class _NotedClaims(Claims):
    """Says when it claims, so that kills can aim at it."""

    note: Callable[[Moment], None]

    def claim(self, now_us: int) -> models.OutboxItem | None:
        self.note(Moment.CLAIMING)
        return super().claim(now_us)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """One worker. It works until it is killed."""

    setup: Setup
    number: int
    port: int
    board: Board
    clock: Clock

    def work(self) -> None:
        """Read and send, in an order that each life chooses anew."""
        self._note(Moment.STARTING)
        connect.open_adapter = self._open_adapter
        duties = (self._read, partial(self._send, self._sender()))
        random = Random()
        while True:
            (duty,) = random.choices(duties, _OFTEN)
            duty()
            self._note(Moment.RESTING)
            time.sleep(REST_S)

    def _read(self) -> None:
        self._note(Moment.KEEPING)
        for connection in models.Connection.objects.order_by("?")[:1]:
            sync(connection.pk, clock=self.clock)

    def _send(self, sender: Sender) -> None:
        self._note(Moment.CLAIMING)
        if self.setup.way is Way.NAIVE:
            self._send_and_mark()
        else:
            sender.send_due()

    def _sender(self) -> Sender:
        return Sender(
            clock=self.clock,
            open_writer=self._open_writer,
            claims=_NotedClaims(
                worker=uuid4().hex,
                pace=AT_ONCE,
                seal=Seal(Path(settings.HOME)),
                note=self._note,
            ),
            grace_us=self.setup.grace_us,
        )

    def _send_and_mark(self) -> None:
        """The naive way. Each of several workers has a share of its own."""
        due = models.OutboxItem.objects.filter(
            state=State.APPROVED, due_us__lte=self.clock()
        ).select_related("account", "approval")
        for item in due.order_by("due_us", "pk"):
            if item.pk % self.setup.workers == self.number:
                self._send_one(item)

    def _send_one(self, item: models.OutboxItem) -> None:
        assert item.approval is not None
        assert item.key is not None
        order = Order(action=item.action, key=item.key, approved_us=item.approval.made_us)
        try:
            outcome = self._open_writer(item.account).send(order)
        except HobnobError:
            return
        models.OutboxItem.objects.filter(pk=item.pk).update(
            state=State.SENT, remote_id=outcome.native_id
        )
        self._note(Moment.CLAIMING)

    def _open_adapter(self, connection: models.Connection, *, clock: Clock) -> Adapter:
        return WireAdapter(
            network=Network(connection.network), wire=Wire(self.port), note=self._note
        )

    def _open_writer(self, account: models.Account) -> Writer:
        return WireWriter(
            network=Network(account.network),
            wire=Wire(self.port),
            note=self._note,
            posts_on_x=self.setup.posts_on_x,
        )

    def _note(self, moment: Moment) -> None:
        self.board.note(self.number, moment)
