"""How much of follow hygiene there is to a day: little, on purpose.

Networks take many unfollows or blocks in a row for the work of a machine, and people who do many
in a row do them badly. What may leave in a day at all is in `domain.outbox`.
"""

from dataclasses import dataclass

from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY

A_DAY = 15
"""So many people are let go in any 24 hours, and as many followed."""

REACHES_BACK = DAY

LET_GO = frozenset({ActionKind.UNFOLLOW, ActionKind.MUTE, ActionKind.BLOCK})
"""What counts together."""


class EnoughForToday(HobnobError):
    """As many were let go, or followed, as is good for a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How far today's share is."""

    done: int
    most: int = A_DAY

    @property
    def is_full(self) -> bool:
        """Whether the rest can wait for tomorrow."""
        return self.done >= self.most

    @property
    def words(self) -> str:
        """ "5 of 15 today, gentle on purpose"."""
        return f"{min(self.done, self.most)} of {self.most} today, gentle on purpose"


def counts_with(kind: ActionKind) -> frozenset[ActionKind]:
    """The acts that share one pace with this one; none where it has no pace."""
    if kind in LET_GO:
        return LET_GO
    return frozenset({kind}) if kind is ActionKind.FOLLOW else frozenset()


def enough(kind: ActionKind, pace: Pace) -> EnoughForToday:
    """What is said to one act more than a day has."""
    whom = "followed" if kind is ActionKind.FOLLOW else "let go"
    return EnoughForToday(
        f"You have {whom} {pace.most} people within a day, and that is enough for one: the others "
        "wait here for tomorrow."
    )
