"""Whether asks are accepted more often after one gave more, from one's own asks.

The interval is Wilson's, which holds for few asks too (E. B. Wilson: Probable Inference, the Law
of Succession, and Statistical Inference. Journal of the American Statistical Association 22, 1927).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from hobnob.domain.ask_words import Answer, Asked

_Z = 1.96
"""95 of 100 such intervals hold the truth."""


class Balanced(Asked, Protocol):
    """An ask, and how things stood just before it."""

    @property
    def given(self) -> float:
        """In the weights of the ledger."""

    @property
    def received(self) -> float:
        """The same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many asks were accepted, of those that were answered or met silence."""

    accepted: int
    asked: int

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares (0-1) the true one lies, with 95% confidence; 0-1 of no asks."""
        if not self.asked:
            return 0.0, 1.0
        n, p = self.asked, self.accepted / self.asked
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)

    @property
    def in_words(self) -> str:
        """ "6 of 8"."""
        return f"{self.accepted:,} of {self.asked:,}"

    @property
    def interval_in_words(self) -> str:
        """ "41 to 93%"."""
        low, high = self.interval
        return f"{low * 100:.0f} to {high * 100:.0f}%" if self.asked else "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Asks accepted when I had given more than I got, and when not."""

    given_more: Share
    given_less: Share

    @property
    def is_anything(self) -> bool:
        """Whether any ask was settled."""
        return bool(self.given_more.asked or self.given_less.asked)

    @property
    def in_words(self) -> str:
        """Both shares, and what may be concluded from them. "" where nothing was settled."""
        more, less = self.given_more, self.given_less
        if not self.is_anything:
            return ""
        if not less.asked:
            return f"{_were(more)} accepted; each time you had given more than you got."
        if not more.asked:
            return f"{_were(less)} accepted; you had never given more than you got."
        told = f"{_were(more)} accepted when you had given more; {less.in_words} when not."
        return f"{told} {self._conclusion}"

    @property
    def _conclusion(self) -> str:
        """Only intervals that don't meet say anything."""
        more, less = self.given_more.interval, self.given_less.interval
        if more[0] > less[1]:
            return "Giving first goes with more yeses, and that is hardly chance."
        if less[0] > more[1]:
            return "Here it is the other way round, and that is hardly chance."
        return "Too few to conclude."


def accepted(asks: Iterable[Balanced]) -> Accepted:
    """Of the asks that are settled, how many were accepted by how things stood before."""
    settled = [each for each in asks if each.answer]
    return Accepted(
        given_more=_share([each for each in settled if each.given > each.received]),
        given_less=_share([each for each in settled if each.given <= each.received]),
    )


def _share(asks: Sequence[Asked]) -> Share:
    return Share(accepted=sum(each.answer == Answer.YES for each in asks), asked=len(asks))


def _were(share: Share) -> str:
    asks = "ask was" if share.asked == 1 else "asks were"
    return f"{share.in_words} {asks}"
