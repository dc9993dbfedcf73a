"""Chats found in my own posts: a hashtag used in bursts, at the same hour of several weeks."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import NamedTuple

from hobnob.domain.chats import MARGIN, WEEKDAYS, clock_words
from hobnob.domain.moments import HOUR, MINUTE, WEEK, from_us

BURST, WITHIN = 3, HOUR + MARGIN
"""So many posts with a hashtag within an hour, or a little more, are more than an opinion."""

WEEKS_AT_LEAST = 2
"""Once is an event, twice is a habit."""

_WEEK = 7 * 24 * 60
_STEP = 30
"""Minutes: chats begin at the full or the half hour."""
_APART = 90
"""Minutes by which bursts of the same chat may differ: clocks change, people come late."""


class Use(NamedTuple):
    """I used a hashtag."""

    tag: str
    at_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A hashtag that looks like a chat."""

    tag: str
    weekday: int
    minute: int
    weeks: int
    """In how many weeks there was a burst at that hour."""
    uses: int

    @property
    def because(self) -> str:
        """ "you used #tusktalk 41 times, on Tuesdays between 20:00 and 21:00, in 9 weeks"."""
        until = clock_words((self.minute + 60) % (24 * 60))
        return (
            f"because you used #{self.tag} {self.uses} times, on {WEEKDAYS[self.weekday]}s "
            f"between {clock_words(self.minute)} and {until}, in {self.weeks} weeks"
        )


def suggestions(uses: Iterable[Use], here: tzinfo) -> list[Suggestion]:
    """The hashtags that look like chats, those of most weeks first; hours are those of `here`."""
    moments: dict[str, list[int]] = defaultdict(list)
    for use in uses:
        moments[use.tag].append(use.at_us)
    found = [
        each
        for tag, times in moments.items()
        if len(times) >= BURST * WEEKS_AT_LEAST
        and (each := _suggestion(tag, sorted(times), here)) is not None
    ]
    return sorted(found, key=lambda each: (-each.weeks, -each.uses, each.tag))


def _suggestion(tag: str, times: list[int], here: tzinfo) -> Suggestion | None:
    bursts = list(_bursts(times))
    begins = [_minute_of_week(from_us(each).astimezone(here)) for each in bursts]
    if not begins:
        return None
    usual = max(begins, key=lambda each: (_near(each, begins), -each))
    same = [at for at in range(len(begins)) if _apart(begins[at], usual) <= _APART]
    # Counted from the first of them, so that no week ends between Sunday night and Monday.
    weeks = {(bursts[at] - bursts[same[0]] + _APART * MINUTE) // WEEK for at in same}
    if len(weeks) < WEEKS_AT_LEAST:
        return None
    # The commonest of those near each other: one late evening moves nothing.
    begin = Counter(_rounded(begins[at]) for at in same).most_common(1)[0][0]
    weekday, minute = divmod(begin, 24 * 60)
    return Suggestion(tag=tag, weekday=weekday, minute=minute, weeks=len(weeks), uses=len(times))


def _bursts(times: list[int]) -> Iterable[int]:
    """When each burst began."""
    at = 0
    while at + BURST <= len(times):
        if times[at + BURST - 1] - times[at] > WITHIN:
            at += 1
            continue
        began = times[at]
        yield began
        while at < len(times) and times[at] - began <= 2 * HOUR:
            at += 1


def _minute_of_week(moment: datetime) -> int:
    return moment.weekday() * 24 * 60 + moment.hour * 60 + moment.minute


def _rounded(minute: int) -> int:
    """The full or half hour that the first post came after, or a few minutes before."""
    return (minute + 5) // _STEP * _STEP % _WEEK


def _near(one: int, begins: Iterable[int]) -> int:
    return sum(_apart(one, other) <= _APART for other in begins)


def _apart(one: int, other: int) -> int:
    """Minutes between two times of the week; Sunday night and Monday morning are neighbours."""
    apart = abs(one - other)
    return min(apart, _WEEK - apart)
