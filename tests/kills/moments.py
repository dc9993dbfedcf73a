"""What a worker was doing when it was killed: one byte a worker, in memory they all share."""

from collections.abc import Callable
from ctypes import Array, c_byte
from dataclasses import dataclass, field
from enum import IntEnum
from multiprocessing.sharedctypes import RawArray


class Moment(IntEnum):
    """What a worker does."""

    STARTING = 0
    RESTING = 1
    READING = 2
    """It waits for a page."""
    KEEPING = 3
    """It stores a page, or looks which one is next."""
    CLAIMING = 4
    """It takes what is due, if anything is."""
    SENDING = 5
    """It waits for the answer to an action."""
    LOOKING = 6
    """It looks for an action that nobody reported on."""
    RECORDING = 7
    """It notes what came of an action."""


Note = Callable[[Moment], None]
"""Says what one does from now on."""


@dataclass
class Board:
    """Where every worker says what it does."""

    workers: int
    _bytes: "Array[c_byte]" = field(init=False)

    def __post_init__(self) -> None:
        self._bytes = RawArray(c_byte, self.workers)

    def note(self, worker: int, moment: Moment) -> None:
        """One worker does this from now on."""
        self._bytes[worker] = moment

    def of(self, worker: int) -> Moment:
        """What one did last."""
        return Moment(self._bytes[worker])
