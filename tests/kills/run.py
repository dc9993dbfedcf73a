"""One run from an empty database to its verdict."""

import os
import time
from collections.abc import Mapping
from ctypes import c_int
from dataclasses import dataclass, field
from multiprocessing.sharedctypes import RawValue
from pathlib import Path
from random import Random

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from hobnob.operations.claim_account import claim_account
from hobnob.operations.local_user import local_user
from hobnob.storage import models
from tests.kills.adapter import MODES
from tests.kills.lives import Lives
from tests.kills.moments import Board
from tests.kills.person import Ledger, Person
from tests.kills.plan import plan
from tests.kills.processes import Lifeline
from tests.kills.serving import Networks, Server
from tests.kills.setup import ME, START_US, FastClock, Setup
from tests.kills.verdict import (
    OPEN,
    Actions,
    Interactions,
    Truth,
    integrity,
    judge_actions,
    judge_interactions,
)
from tests.kills.wire import Wire
from tests.kills.worker import Worker

STANDS_STILL_S = 60
"""As long as something moves, everything may still come to its end."""

LOOK_AGAIN_S = 0.1
HISTORY = 1 / 4
"""So much of what happens has happened before the first worker starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a run came to."""

    setup: Setup
    seconds: float
    kills: int
    crashed: int
    """Lives that ended by themselves, which none may."""
    killed_while: Mapping[str, int]
    integrity: str
    actions: Actions
    interactions: Interactions


@dataclass
class Run:
    """The processes of one run: networks, a person with two windows, and those who are killed."""

    setup: Setup
    clock: FastClock = field(default_factory=lambda: FastClock(time.monotonic_ns()))
    lifeline: Lifeline = field(default_factory=Lifeline)

    def __post_init__(self) -> None:
        self._lines = list(plan(self.setup.actions, seed=self.setup.seed, only=self.setup.only))
        self._ledger = Ledger(Path(settings.HOME) / "ledger")
        self._board = Board(self.setup.workers)
        self._lives = Lives(self.setup.workers, self._start, self._board, Random(self.setup.seed))
        self._so_far: c_int = RawValue(c_int, 0)
        self._happened = 0

    def verdict(self) -> Verdict:
        """Run it, and judge."""
        began = time.monotonic()
        _prepare()
        try:
            self._start_networks()
            windows = [self._open_window(thinks_again=each) for each in (True, False)]
            self._kill()
            broken = sum(os.waitpid(each, 0)[1] != 0 for each in windows)
            self._wait_until_settled()
            self._lives.end()
            return self._judge(round(time.monotonic() - began, 1), broken)
        finally:
            self.lifeline.close()

    def _judge(self, seconds: float, broken_windows: int) -> Verdict:
        truth = Truth.of(self._wire.ask(ask="truth"))
        return Verdict(
            setup=self.setup,
            seconds=seconds,
            kills=self._lives.killed_while.total(),
            crashed=self._lives.crashed + broken_windows,
            killed_while=dict(self._lives.killed_while),
            integrity=integrity(),
            actions=judge_actions(self._lines, self._ledger.read(), truth),
            interactions=judge_interactions(truth),
        )

    def _start_networks(self) -> None:
        networks = Networks(self.clock, Random(self.setup.seed), self.setup.slow)
        server = Server(networks)
        self._port = server.port
        self.lifeline.start(server.serve_forever)
        server.socket.close()
        self._wire = Wire(self._port, timeout_s=30)
        self._let_happen(HISTORY)

    def _open_window(self, *, thinks_again: bool) -> int:
        ledger = self._ledger if thinks_again else None
        return self.lifeline.start(Person(self._lines, self.clock, self._so_far, ledger).act)

    def _kill(self) -> None:
        """Use up all kills, and let the world go on with each, so that each finds something."""
        self._lives.begin()
        for number in range(self.setup.kills):
            self._lives.kill_next()
            self._let_happen(HISTORY + (1 - HISTORY) * (number + 1) / self.setup.kills)
        self._let_happen(1)

    def _start(self, number: int) -> int:
        worker = Worker(
            setup=self.setup,
            number=number,
            port=self._port,
            board=self._board,
            clock=self.clock,
        )
        return self.lifeline.start(worker.work)

    def _let_happen(self, share: float) -> None:
        """Let the world and the person go on so far."""
        self._so_far.value = round(self.setup.actions * share)
        count = round(self.setup.interactions * share) - self._happened
        self._wire.ask(ask="happen", count=count)
        self._happened += count

    def _wait_until_settled(self) -> None:
        """Until everything is read and nothing is under way, or nothing moves any more."""
        happened = len(self._wire.ask(ask="truth")["happened"])
        before, since = (-1, -1), time.monotonic()
        while time.monotonic() - since < STANDS_STILL_S:
            left = _left(happened)
            if left == (0, 0):
                return
            if left != before:
                before, since = left, time.monotonic()
            time.sleep(LOOK_AGAIN_S)


def _left(happened: int) -> tuple[int, int]:
    """How many interactions are not read yet, and how many actions have not come to their end."""
    under_way = models.OutboxItem.objects.filter(state__in=OPEN).count()
    return max(0, happened - models.Interaction.objects.count()), under_way


def _prepare() -> None:
    """An empty database with my three accounts, connected."""
    if connection.introspection.table_names():
        raise SystemExit("The database is not empty: name one that is, or unset DATABASE_URL.")
    call_command("migrate", verbosity=0, skip_checks=True)
    local_user()
    for network, me in ME.items():
        models.Connection.objects.create(
            network=network,
            server="fake.example",
            account=claim_account(me, now_us=START_US, seen_us=START_US),
            modes={str(each): str(mode) for each, mode in MODES.items()},
            connected_us=START_US,
        )
