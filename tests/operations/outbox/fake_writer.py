"""A network in memory that can be written to, with every way of not hearing its answer."""

from dataclasses import dataclass, field

from hobnob.domain.actions import WRITES_TEXT, ActionKind, Recovery
from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import NOTHING, Cost
from hobnob.networks.base import Order, Outcome, Unreachable
from hobnob.storage import models

LOST_ANSWER = Unreachable("No answer came.", may_have_arrived=True)
NEVER_LEFT = Unreachable("It could not be reached.", may_have_arrived=False)


@dataclass
class FakeWriter:
    """Counts what was done. `answers` are raised one by one; None lets one through."""

    texts: Recovery = Recovery.KEYED
    done: list[Order] = field(default_factory=list)
    answers: list[HobnobError | None] = field(default_factory=list)
    cost: Cost = NOTHING
    asked: int = 0
    found_nothing: bool = False
    cannot_look: HobnobError | None = None

    def open(self, account: models.Account) -> "FakeWriter":
        return self

    def recovery(self, kind: ActionKind) -> Recovery:
        return self.texts if kind in WRITES_TEXT else Recovery.STATE

    def price(self, action: object) -> Cost:
        return self.cost

    @property
    def cost_of_searches(self) -> Cost:
        return self.cost if self.found_nothing else NOTHING

    def send(self, order: Order) -> Outcome:
        self.asked += 1
        answer = self.answers.pop(0) if self.answers else None
        if answer is None or answer is LOST_ANSWER:
            self._do(order)
        if answer is not None:
            raise answer
        return self._outcome(order)

    def find(self, order: Order) -> Outcome | None:
        if self.cannot_look is not None:
            raise self.cannot_look
        self.found_nothing = order not in self.done
        return None if self.found_nothing else self._outcome(order)

    def _do(self, order: Order) -> None:
        is_known = self.recovery(order.action.kind) is not Recovery.LOOK and order in self.done
        if not is_known:
            self.done.append(order)

    def _outcome(self, order: Order) -> Outcome:
        return Outcome(native_id=f"made-{order.key}", url="", cost=self.cost)
