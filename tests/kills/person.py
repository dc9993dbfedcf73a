"""Two windows of one person, who says yes in both at the same time, and has second thoughts."""

import json
import time
from ctypes import c_int
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from hobnob.domain.actions import OPPOSITE, Action
from hobnob.domain.errors import HobnobError
from hobnob.domain.outbox import State
from hobnob.domain.people import Network
from hobnob.networks.base import Clock
from hobnob.operations.approve import approve, rewrite, withdraw
from hobnob.operations.draft import Draft, keep_draft, opposite
from hobnob.operations.local_user import local_user
from hobnob.storage import models
from tests.kills.plan import LONGEST_PATIENCE, Fate, Line

LOOK_AGAIN_S = 0.03
MOST_WAITING = 40
PATIENCE_S = 10
"""How long the last second thoughts wait for an action to leave."""


class Thought(StrEnum):
    """What second thoughts came to."""

    NOT_YET = "not yet"
    TOO_LATE = "too late"
    WITHDRAWN = "withdrawn"
    REWRITTEN = "rewritten"
    UNDONE = "undone"


@dataclass
class Ledger:
    """What hobnob told the person, kept by the person: so that nobody has to ask the outbox."""

    path: Path

    def note(self, number: int, thought: Thought) -> None:
        """What second thoughts about a line came to."""
        with self.path.open("a") as file:
            file.write(f"{json.dumps([number, thought])}\n")

    def read(self) -> dict[int, Thought]:
        """What second thoughts came to, by the number of the line."""
        lines = self.path.read_text().splitlines() if self.path.exists() else []
        return {number: Thought(said) for number, said in map(json.loads, lines)}


@dataclass
class Person:
    """One window. Only one of the two has second thoughts."""

    lines: list[Line]
    clock: Clock
    so_far: "c_int"
    """How many lines may have been begun by now."""
    ledger: Ledger | None
    _accounts: dict[Network, models.Account] = field(default_factory=dict)
    _later: list[tuple[int, Line, int]] = field(default_factory=list)

    def act(self) -> None:
        """Go through all lines, each as soon as it may be begun."""
        for each in models.Account.objects.filter(is_me=True):
            self._accounts[Network(each.network)] = each
        for line in self.lines:
            while self.so_far.value <= line.number or self._is_enough():
                time.sleep(LOOK_AGAIN_S)
            self._begin(line)
            self._think_again(line.number)
        until = time.monotonic() + PATIENCE_S
        while self._later and time.monotonic() < until:
            self._think_again(len(self.lines) + LONGEST_PATIENCE)
            time.sleep(LOOK_AGAIN_S)

    def _is_enough(self) -> bool:
        """Nobody says yes to a hundred things before the first one has left."""
        return models.OutboxItem.objects.filter(state=State.APPROVED).count() >= MOST_WAITING

    def _begin(self, line: Line) -> None:
        item = keep_draft(self._draft(line.action), form=f"form {line.number}", now_us=self.clock())
        if line.fate is Fate.DRAFT:
            return
        self._say_yes(item.pk, line.action)
        if self.ledger is not None and line.fate is not Fate.APPROVED:
            self._later.append((line.number + line.patience, line, item.pk))

    def _say_yes(self, item_id: int, seen: Action) -> bool:
        try:
            approve(item_id, seen.digest, author=local_user(), now_us=self.clock())
        except HobnobError:
            # The other window was quicker, and has thought again already.
            return False
        return True

    def _think_again(self, number: int) -> None:
        due = [each for each in self._later if each[0] <= number]
        self._later = [each for each in self._later if each[0] > number]
        for _, line, item_id in due:
            thought = self._second_thought(line, item_id)
            if thought is Thought.NOT_YET:
                self._later.append((number, line, item_id))
            elif self.ledger is not None:
                self.ledger.note(line.number, thought)

    def _second_thought(self, line: Line, item_id: int) -> Thought:
        try:
            match line.fate:
                case Fate.WITHDRAWN:
                    return self._withdraw(item_id)
                case Fate.REWRITTEN:
                    return self._rewrite(line, item_id)
            return self._undo(line, item_id)
        except HobnobError:
            return Thought.TOO_LATE

    def _withdraw(self, item_id: int) -> Thought:
        withdraw(item_id, now_us=self.clock())
        return Thought.WITHDRAWN

    def _rewrite(self, line: Line, item_id: int) -> Thought:
        rewrite(item_id, line.rewritten.text, author=local_user(), now_us=self.clock())
        self._say_yes(item_id, line.rewritten)
        return Thought.REWRITTEN

    def _undo(self, line: Line, item_id: int) -> Thought:
        """Do the opposite as soon as it has left, whether or not it arrived by then."""
        item = models.OutboxItem.objects.select_related("account").get(pk=item_id)
        if item.state == State.APPROVED:
            return Thought.NOT_YET
        is_sent = item.state == State.SENT
        wanted = opposite(item) if is_sent else self._draft(undoing(line.action))
        back = keep_draft(wanted, form=f"undo {line.number}", now_us=self.clock())
        is_on = self._say_yes(back.pk, undoing(line.action))
        return Thought.UNDONE if is_on else Thought.TOO_LATE

    def _draft(self, action: Action) -> Draft:
        return Draft(
            kind=action.kind,
            by=self._accounts[action.network],
            text=action.text,
            target=action.target,
            on_list=action.on_list,
        )


def undoing(action: Action) -> Action:
    """What takes an action back."""
    return replace(action, kind=OPPOSITE[action.kind])
