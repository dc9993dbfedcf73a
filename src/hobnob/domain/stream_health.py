"""When it is strange that a stream says nothing: it had a rhythm, or there was somebody before.

A stream whose items come by chance at a steady rate is silent for ten times its usual pause once in
22,000 pauses (e^-10, https://en.wikipedia.org/wiki/Exponential_distribution). People come in
bursts, so it gets two days on top.
"""

from collections.abc import Sequence

from hobnob.domain.moments import DAY, span

REMEMBERED = 20
"""The moments of so many items say how often something comes."""

_PAUSES = 10
_AT_LEAST = 2 * DAY
_WORTH_DOUBTING = 5
"""Fewer people than this may well all leave at once."""


def newest(moments: Sequence[int]) -> list[int]:
    """The newest of these moments, each once, oldest first: as many as are remembered."""
    return sorted(set(moments))[-REMEMBERED:]


def silence(moments: Sequence[int], now_us: int) -> str:
    """Why nothing new is strange by now, "" where it isn't. `moments` are the newest items'."""
    if len(moments) < REMEMBERED:
        return ""
    usual = (moments[-1] - moments[0]) // (len(moments) - 1)
    quiet = now_us - moments[-1]
    if quiet <= _PAUSES * usual + _AT_LEAST:
        return ""
    return f"Nothing for {span(quiet)}, where something comes every {span(usual)} as a rule."


def is_doubtful_end(known: int, seen: int) -> bool:
    """Whether a whole read that shows nobody, where somebody was known, may be a mistake of theirs.

    The first one is not believed; the next one is.
    """
    return seen == 0 and known >= _WORTH_DOUBTING
