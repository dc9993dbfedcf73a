"""Start a process that has all of hobnob loaded already, in milliseconds: a fork of this one.

What is killed is a process of its own all the same, with a database connection of its own.
"""

import os
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from django.db import connection


@dataclass
class Lifeline:
    """A pipe that breaks when the harness ends, however it ends: its processes end with it."""

    _ends: tuple[int, int] = field(default_factory=os.pipe)

    def start(self, work: Callable[[], None]) -> int:
        """The id of a process that does this, and then ends."""
        # Two processes with one connection to a SQLite file between them would damage it.
        connection.close()
        pid = os.fork()
        if pid == 0:
            self._run(work)
        return pid

    def _run(self, work: Callable[[], None]) -> NoReturn:
        status = 1
        try:
            os.close(self._ends[1])
            threading.Thread(target=self._end_with_harness, daemon=True).start()
            work()
            status = 0
        finally:
            # The fork must not go on as the harness, whatever happened.
            if status:
                traceback.print_exc()
            os._exit(status)

    def _end_with_harness(self) -> None:
        os.read(self._ends[0], 1)
        os._exit(0)

    def close(self) -> None:
        """End whatever was started here."""
        for each in self._ends:
            os.close(each)


def kill(pid: int) -> bool:
    """SIGKILL it. Says whether that is what ended it: False where it had ended by itself."""
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
