"""Act on the networks: hobnob's Writer over the wire."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from hobnob.domain.actions import WRITES_TEXT, Action, ActionKind, Recovery
from hobnob.domain.networks import NOTHING, Cost
from hobnob.domain.people import Network
from hobnob.networks.base import Order, Outcome
from tests.kills.moments import Moment, Note
from tests.kills.setup import profile
from tests.kills.truth import what
from tests.kills.wire import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class WireWriter:
    """One of my accounts, for acting."""

    network: Network
    wire: Wire
    note: Note
    posts_on_x: Recovery

    def recovery(self, kind: ActionKind) -> Recovery:
        """What is said to tell whether it arrived."""
        if self.network is Network.X and kind in WRITES_TEXT:
            return self.posts_on_x
        return profile(self.network, kind)

    def price(self, action: Action) -> Cost:
        """Acting is free."""
        return NOTHING

    @property
    def cost_of_searches(self) -> Cost:
        return NOTHING

    def send(self, order: Order) -> Outcome:
        """Do it."""
        with self._under_way(Moment.SENDING):
            answer = self.wire.ask(ask="act", sent_ns=time.monotonic_ns(), **_said(order))
            return Outcome(native_id=answer["id"])

    def find(self, order: Order) -> Outcome | None:
        """Whether it is done."""
        with self._under_way(Moment.LOOKING):
            answer = self.wire.ask(ask="find", since_us=order.approved_us, **_said(order))
            return Outcome() if answer["is_there"] else None

    @contextmanager
    def _under_way(self, moment: Moment) -> Iterator[None]:
        self.note(moment)
        try:
            yield
        finally:
            self.note(Moment.RECORDING)


def _said(order: Order) -> dict[str, Any]:
    return {"what": what(order.action), "key": order.key}
