"""Reads conversations written down as plays: when and where, then who says what.

= bluesky, 2 days ago 18:40
ana: @robin do tigers purr?
robin, +2h: They cannot, and it bothers them not at all.
ana likes
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hobnob.domain.moments import DAY, HOUR, MINUTE, WEEK
from hobnob.domain.people import Network
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.sections import read_text

_UNITS = {"min": MINUTE, "h": HOUR, "days": DAY, "tuesdays": WEEK, "thursdays": WEEK}
_WEEKDAYS = {"tuesdays": tusktalk.TUESDAY, "thursdays": tusktalk.THURSDAY}
_NIGHT = 22 * HOUR

_WHEN = re.compile(r"= (?P<place>\w+), (?P<count>\d+) (?P<unit>\w+) ago(?: (?P<clock>[\d:]+))?")
_LINE = re.compile(
    r"(?P<who>\w+)(?: (?P<verb>[a-z]+))?(?: (?P<whom>\w+))?"
    r"(?:, \+(?P<count>\d+)(?P<unit>min|h|days))?(?:: (?P<text>.*))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time before now: minutes or hours, or so many days, Tuesdays or Thursdays at a clock time.

    The clock of days is UTC; that of weekdays is where the weekly chat is at home.
    """

    count: int
    unit: str
    clock_us: int | None = None

    def before(self, now_us: int, *, lasting_us: int = 0) -> int:
        """The moment something began that is over by now; a day or a week earlier if need be."""
        if self.clock_us is None:
            return now_us - self.count * _UNITS[self.unit]
        day = now_us // DAY
        if self.unit in _WEEKDAYS:
            step = 7
            day -= (day - _WEEKDAYS[self.unit]) % 7 + (self.count - 1) * 7
        else:
            step = 1
            day -= self.count
        while self._is_over_us(day, lasting_us) >= now_us:
            day -= step
        return self._on(day, self.clock_us)

    def _is_over_us(self, day: int, lasting_us: int) -> int:
        """An evening of several plays is over for all of them at once."""
        if self.unit in _WEEKDAYS:
            return self._on(day, _NIGHT)
        return self._on(day, self.clock_us or 0) + lasting_us

    def _on(self, day: int, clock_us: int) -> int:
        return tusktalk.there(day, clock_us) if self.unit in _WEEKDAYS else day * DAY + clock_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person says or does one thing."""

    who: str
    verb: str = ""
    """Empty where somebody simply speaks."""
    whom: str = ""
    after_us: int | None = None
    """How long after the line before; None leaves it to chance."""
    text: str = ""
    language: str = ""
    """The tag of what is said; "" leaves it to who says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """One conversation in one place."""

    network: Network
    when: When
    lines: tuple[Line, ...]


def read_plays(name: str) -> Iterator[Play]:
    """The plays of one file of the folder plays/, for example "inner"."""
    blocks = re.split(r"\n(?==)", "\n" + read_text(f"plays/{name}.txt"))
    return map(parse_play, blocks[1:])


def parse_play(text: str) -> Play:
    """One play as it is written down. Raises ValueError where a line is not one of a play."""
    heading, *lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    found = _match(_WHEN, heading)
    return Play(network=Network(found["place"]), when=_when(found), lines=tuple(map(_line, lines)))


def _when(found: re.Match[str]) -> When:
    clock_us = None
    if found["clock"]:
        hours, minutes = map(int, found["clock"].split(":"))
        clock_us = hours * HOUR + minutes * MINUTE
    return When(count=int(found["count"]), unit=found["unit"], clock_us=clock_us)


def _line(text: str) -> Line:
    found = _match(_LINE, text)
    return Line(
        who=found["who"],
        verb=found["verb"] or "",
        whom=found["whom"] or "",
        after_us=int(found["count"]) * _UNITS[found["unit"]] if found["count"] else None,
        text=found["text"] or "",
    )


def _match(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if not found:
        raise ValueError(f"not a line of a play: {text!r}")
    return found
