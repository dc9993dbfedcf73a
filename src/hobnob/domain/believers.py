"""Why somebody is called a believer, and what came before they were one, in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hobnob.domain.english import times
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, ago, from_us


class Did(NamedTuple):
    """Something somebody did: a kind of interaction, or GESTURE."""

    at_us: int
    kind: str


GESTURE = "gesture"

SHARED = (Kind.REPOST, Kind.QUOTE)
"""What hands on what we say."""
DOES = (*SHARED, Kind.REPLY)
"""What a believer does."""

LOOKS_BACK = 60 * DAY
"""What was done so long before somebody became a believer is worth telling."""

_OURS = {
    Kind.THANKS: "you thanked them",
    Kind.HELP: "you helped them",
    Kind.INTRODUCTION: "you introduced them to somebody",
    Kind.GIFT: "you gave them a gift",
    Kind.VISIT: "you visited them",
    Kind.MEETING: "you met",
    Kind.CALL: "you had a call",
    Kind.FEEDBACK: "you asked what they think",
    Kind.REPORT: "you told them what came of it",
    GESTURE: "you did something kind",
    Kind.REPOST: "you shared their words",
    Kind.QUOTE: "you shared their words",
    Kind.REPLY: "you answered them",
    Kind.MENTION: "you mentioned them",
}
"""What we do for people, what means most first; one of them is told."""


def because(done: Iterable[Did], now_us: int) -> str:
    """ "shared you on 5 days and answered on 2 within a year, last 3 days ago"."""
    known = list(done)
    shared = {each.at_us // DAY for each in known if each.kind in SHARED}
    answered = {each.at_us // DAY for each in known if each.kind == Kind.REPLY}
    said = []
    if shared:
        said.append(f"shared you on {_days(len(shared))}")
    if answered:
        said.append(
            f"answered on {len(answered)}" if shared else f"answered on {_days(len(answered))}"
        )
    last_us = max((each.at_us for each in known), default=None)
    return f"{' and '.join(said)} within a year, last {ago(last_us, now_us)}"


def since(since_us: int, now_us: int, *, ours: Sequence[Did], theirs: Sequence[Did]) -> str:
    """ "a believer since March, after you thanked them and they shared you twice".

    `ours` and `theirs` are what was done in the weeks before. After is not because.
    """
    did = {each.kind for each in ours}
    told = [words for kind, words in _OURS.items() if kind in did][:1]
    shared = sum(each.kind in SHARED for each in theirs)
    answered = sum(each.kind == Kind.REPLY for each in theirs)
    if shared or answered:
        verb, count = ("shared you", shared) if shared else ("answered", answered)
        told.append(f"they {verb} {times(count)}")
    after = f", after {' and '.join(told)}" if told else ""
    when = from_us(since_us)
    month = f"{when:%B}" if now_us - since_us < 300 * DAY else f"{when:%B %Y}"
    return f"a believer since {month}{after}"


def did_words(kinds: Counter[str]) -> str:
    """ "3 shared you, 1 joined": what people did for us first, the most frequent first."""
    grouped: Counter[str] = Counter()
    for kind, count in kinds.items():
        grouped[_FIRST.get(Kind(kind), "did something for you")] += count
    most = sorted(grouped.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{count:,} {words}" for words, count in most)


_FIRST = {
    Kind.REPOST: "shared you",
    Kind.QUOTE: "shared you",
    Kind.MENTION: "mentioned you",
    Kind.REPLY: "answered you",
    Kind.MEMBERSHIP: "joined",
    Kind.DONATION: "gave",
    Kind.VOLUNTEERING: "volunteered",
    Kind.PETITION: "signed",
    Kind.EVENT: "came to an event",
}


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
