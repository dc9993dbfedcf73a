"""How long a worker lives: a random time, and half of them on until something is under way."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.kills.moments import Board, Moment
from tests.kills.processes import kill

SHORTEST_S, LONGEST_S = 0.003, 1.2
"""Log-uniformly: most lives end early, while something begins."""

AIMED = 1 / 2
"""On a busy machine most of a life is waiting for its turn. So half of the kills wait for a request
that does something, and come a little later: before the answer, or while it is being recorded."""

AIMS_FOR_S = 1.0
A_LITTLE_S = 0.08
LOOKS_EVERY_S = 0.002


@dataclass
class Life:
    """One process from its start to its SIGKILL."""

    pid: int
    worker: int
    ends: float
    is_aimed: bool


@dataclass
class Lives:
    """All workers, each started anew whenever it was killed."""

    workers: int
    start: Callable[[int], int]
    """Starts a worker by its number. Says the id of its process."""
    board: Board
    random: Random
    crashed: int = 0
    """Lives that ended by themselves, which none may."""
    killed_while: Counter[str] = field(default_factory=Counter)
    _lives: list[Life] = field(default_factory=list)

    def begin(self) -> None:
        """Start all workers."""
        self._lives = [self._new(worker) for worker in range(self.workers)]

    def kill_next(self) -> None:
        """Wait until the next life is over, end it, and begin another one."""
        while (life := next(filter(self._is_over, self._lives), None)) is None:
            time.sleep(LOOKS_EVERY_S)
        self.crashed += not kill(life.pid)
        self.killed_while[self.board.of(life.worker).name.lower()] += 1
        self._lives[life.worker] = self._new(life.worker)

    def end(self) -> None:
        """End all workers for good."""
        self.crashed += sum(not kill(each.pid) for each in self._lives)

    def _new(self, worker: int) -> Life:
        lasts = SHORTEST_S * (LONGEST_S / SHORTEST_S) ** self.random.random()
        return Life(
            pid=self.start(worker),
            worker=worker,
            ends=time.monotonic() + lasts,
            is_aimed=self.random.random() < AIMED,
        )

    def _is_over(self, life: Life) -> bool:
        now = time.monotonic()
        if not life.is_aimed or now < life.ends:
            return now >= life.ends
        if self.board.of(life.worker) is Moment.SENDING:
            life.is_aimed = False
            life.ends = now + self.random.random() * A_LITTLE_S
        return now >= life.ends + AIMS_FOR_S
