"""How what went before an ask is written in the cells of a table, and read from them.

"2 thanks, 1 repost 10 days ago / 1 donation 3 days ago": of what is listed together the first was
so long ago, and each further one a day earlier. "6 and 4": so many messages of theirs, of mine.
"40 days ago: yes 38 days ago / 3 days ago": asks, and what came back to them. Where nothing is said
of messages there were nine each way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hobnob.domain.ask_gate import Talk, Verdict, gate
from hobnob.domain.ask_words import Size
from hobnob.domain.deeds import DeedKind, Event
from hobnob.domain.interactions import Direction
from hobnob.domain.moments import DAY
from hobnob.domain.social_capital import ledger

NOW_US = 1_795_000_000_000_000

Row = dict[str, str]

_TOGETHER = re.compile(r"(?P<deeds>.+) (?P<days>\d+) days ago")
_ASK = re.compile(r"(?P<days>\d+) days ago(?:: (?P<answer>\w+) (?P<since>\d+) days ago)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An ask that was made before."""

    at_us: int
    answer: str = ""
    answered_us: int | None = None


def verdict(row: Row, size: Size) -> Verdict:
    """What the gate says of the row, for an ask of this size."""
    mine, theirs = row.get("I gave", ""), row.get("they gave", "")
    deeds = [*_deeds(mine, by_me=True), *_deeds(theirs, by_me=False)]
    return gate(
        ledger(deeds, NOW_US),
        [*asked(row.get("I asked", ""))],
        size,
        NOW_US,
        talk=talk(row.get("messages", "9 and 9")),
        owed=row.get("not thanked", ""),
        leave_alone=row.get("leave them be", ""),
    )


def talk(cell: str) -> Talk:
    """Messages of theirs and of mine; "unheard" where theirs would not be on record."""
    theirs, mine = cell.split(" and ")
    if theirs == "unheard":
        return Talk(mine=int(mine), is_heard=False)
    return Talk(theirs=int(theirs), mine=int(mine))


def asked(cell: str) -> Iterator[Before]:
    """Asks, and what came back."""
    for part in filter(None, cell.split(" / ")):
        found = _ASK.fullmatch(part.strip())
        assert found, f"no ask: {part}"
        answer, since = found["answer"] or "", found["since"]
        yield Before(
            at_us=_ago(int(found["days"])),
            answer=answer,
            answered_us=_ago(int(since)) if since else None,
        )


def _deeds(cell: str, *, by_me: bool) -> Iterator[Event]:
    direction = Direction.FROM_ME if by_me else Direction.TOWARDS_ME
    for part in filter(None, cell.split(" / ")):
        found = _TOGETHER.fullmatch(part.strip())
        assert found, f"no deeds: {part}"
        for deed in found["deeds"].split(", "):
            count, _, kind = deed.partition(" ")
            for day in range(int(count)):
                at_us = _ago(int(found["days"]) + day)
                yield Event(kind=DeedKind(kind), direction=direction, at_us=at_us)


def _ago(days: int) -> int:
    return NOW_US - days * DAY
