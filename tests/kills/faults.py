"""How a network fails, and how often."""

from collections.abc import Mapping
from enum import StrEnum
from random import Random


class Fault(StrEnum):
    """What becomes of one request."""

    NONE = "none"
    LOST = "lost on its way"
    NO_ANSWER = "done, and no answer"
    SERVER_ERROR = "done, and 500"
    HALF_ANSWER = "done, and half an answer"
    RATE_LIMIT = "429"
    TURNED_AWAY = "503, before anything was done"
    SLOW = "done late"
    SLOW_ANSWER = "answered late"
    EXPIRED = "cursor expired"


ACTING: Mapping[Fault, float] = {
    Fault.LOST: 2,
    Fault.NO_ANSWER: 3,
    Fault.SERVER_ERROR: 3,
    Fault.HALF_ANSWER: 2,
    Fault.RATE_LIMIT: 2,
    Fault.TURNED_AWAY: 1,
    Fault.SLOW_ANSWER: 2,
}
"""Out of a hundred requests that do something, or look whether it is done; SLOW comes on top."""

READING: Mapping[Fault, float] = {
    Fault.LOST: 1,
    Fault.SERVER_ERROR: 1,
    Fault.HALF_ANSWER: 1,
    Fault.RATE_LIMIT: 1,
    Fault.SLOW_ANSWER: 2,
    Fault.EXPIRED: 0.5,
}
"""Out of a hundred requests for a page."""

WORST_S = 0.4
"""A request is done by then, or never: what waited longer is thrown away."""

KEY_LATE_S = 0.04
"""So long after the post at most the server stores its key
(https://github.com/mastodon/mastodon/pull/21840)."""

SLOW_ANSWER_S = 0.3


def fault(random: Random, odds: Mapping[Fault, float]) -> Fault:
    """What becomes of the next request."""
    dice = random.random() * 100
    for each, share in odds.items():
        dice -= share
        if dice < 0:
            return each
    return Fault.NONE
