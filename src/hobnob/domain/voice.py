"""How I sound: how much of what I post answers somebody, and how much goes out to everybody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from hobnob.domain.moments import WEEK, from_us, to_us
from hobnob.domain.post_kinds import MOSTLY_LINKS, PostKind

WEEKS = 12
"""How far the mirror looks back, this week included."""

OF_LATE = 4
"""The weeks, this one included, that are held against those before them."""

_TOO_FEW = 5
"""So few posts before say nothing about a habit."""


class Voice(StrEnum):
    """What one of my posts does, in the order it is told."""

    TALK = "talk"
    OWN_WORDS = "own words"
    LINK = "link"
    BROADCAST = "announcement"
    OWN_QUOTE = "quote of yourself"
    HANDED_ON = "handed on"


SENT_OUT = (Voice.LINK, Voice.BROADCAST, Voice.OWN_QUOTE)
"""Said to everybody and to nobody."""

_WORDS = {
    Voice.TALK: ("answered somebody", "answered somebody"),
    Voice.OWN_WORDS: ("in your own words", "in your own words"),
    Voice.LINK: ("link", "links"),
    Voice.BROADCAST: ("announcement", "announcements"),
    Voice.OWN_QUOTE: ("quote of yourself", "quotes of yourself"),
    Voice.HANDED_ON: ("handed on", "handed on"),
}
_SHARES = (
    (0.0, "none"),
    (0.1, "one in ten"),
    (0.2, "one in five"),
    (0.25, "one in four"),
    (1 / 3, "one in three"),
    (0.4, "two in five"),
    (0.5, "half of them"),
    (0.6, "three in five"),
    (2 / 3, "two in three"),
    (0.75, "three in four"),
    (0.8, "four in five"),
    (0.9, "nine in ten"),
    (1.0, "all of them"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One post of mine."""

    at_us: int
    kind: str
    """What it is to its readers."""
    is_close_call: bool = False
    answers_somebody: bool = False
    quotes_me: bool = False
    """Quotes or hands on a post of my own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfMine:
    """What I posted in one week, Monday to Sunday, UTC."""

    monday: date
    counts: dict[Voice, int]

    @property
    def posts(self) -> int:
        """How many posts."""
        return sum(self.counts.values())

    @property
    def words(self) -> str:
        """ "9 posts: 5 answered somebody, 2 links"."""
        return told(self.counts)


def told(counts: dict[Voice, int]) -> str:
    """What so many posts did: "9 posts: 5 answered somebody, 2 links"; "nothing" for none."""
    posts = sum(counts.values())
    if not posts:
        return "nothing"
    parts = [f"{counts[each]} {_WORDS[each][counts[each] != 1]}" for each in Voice if counts[each]]
    return f"{posts} post{'' if posts == 1 else 's'}: {', '.join(parts)}"


def first_monday_us(now_us: int) -> int:
    """The moment at which the first of the weeks began."""
    now = from_us(now_us)
    this_monday = datetime(now.year, now.month, now.day, tzinfo=UTC) - timedelta(now.weekday())
    return to_us(this_monday - timedelta(weeks=WEEKS - 1))


def weeks_of(posts: Iterable[Said], now_us: int) -> list[WeekOfMine]:
    """My last twelve weeks, this one last. Posts from before them are left out."""
    start_us = first_monday_us(now_us)
    those = [post for post in posts if start_us <= post.at_us <= now_us]
    is_mostly_links = _link_share(those) >= MOSTLY_LINKS
    counts: list[Counter[Voice]] = [Counter() for _ in range(WEEKS)]
    for post in those:
        counts[(post.at_us - start_us) // WEEK][voice_of(post, is_mostly_links)] += 1
    first = from_us(start_us).date()
    return [
        WeekOfMine(
            monday=first + timedelta(weeks=number), counts={each: count[each] for each in Voice}
        )
        for number, count in enumerate(counts)
    ]


def _link_share(posts: Sequence[Said]) -> float:
    links = sum(post.kind == PostKind.LINK_DROP or post.is_close_call for post in posts)
    return links / len(posts) if posts else 0.0


def voice_of(post: Said, is_mostly_links: bool) -> Voice:
    """What a post of mine does; a close call is a link where most of what I post is links."""
    if post.quotes_me:
        return Voice.OWN_QUOTE
    if post.answers_somebody:
        return Voice.TALK
    if post.kind == PostKind.REPOST:
        return Voice.HANDED_ON
    if post.kind == PostKind.LINK_DROP or (post.is_close_call and is_mostly_links):
        return Voice.LINK
    return Voice.BROADCAST if post.kind == PostKind.BROADCAST else Voice.OWN_WORDS


def sum_of(weeks: Iterable[WeekOfMine]) -> dict[Voice, int]:
    """All of these weeks taken together."""
    total: Counter[Voice] = Counter()
    for week in weeks:
        total.update(week.counts)
    return {each: total[each] for each in Voice}


def sentence(weeks: Sequence[WeekOfMine]) -> str:
    """The last four weeks held against those before; "" where I posted nothing in any of them.

    "Of your 31 posts since 26 October, 19 answered somebody; before, it was one in three."
    """
    late, before = sum_of(weeks[-OF_LATE:]), sum_of(weeks[:-OF_LATE])
    if not sum(late.values()) and not sum(before.values()):
        return ""
    since = f"since {weeks[-OF_LATE].monday:%-d %B}"
    return f"{_of_late(late, since)}{_compared(late, before)}."


def is_mostly_sent_out(weeks: Sequence[WeekOfMine]) -> bool:
    """Whether more went out to everybody than answered somebody, these last four weeks."""
    late = sum_of(weeks[-OF_LATE:])
    return _sent_out(late) > late[Voice.TALK]


def _sent_out(counts: dict[Voice, int]) -> int:
    return sum(counts[each] for each in SENT_OUT)


def _of_late(late: dict[Voice, int], since: str) -> str:
    posts, talk, out = sum(late.values()), late[Voice.TALK], _sent_out(late)
    if not posts:
        return f"You have posted nothing {since}"
    if posts == 1:
        return f"Your one post {since} {'answered somebody' if talk else 'answered nobody'}"
    answered = f"{talk} answered somebody" if talk else "none answered anybody"
    and_out = f" and {out} went out to everybody" if out > talk else ""
    return f"Of your {posts} posts {since}, {answered}{and_out}"


def _compared(late: dict[Voice, int], before: dict[Voice, int]) -> str:
    posts = sum(before.values())
    if posts < _TOO_FEW:
        return ""
    was = _share(before[Voice.TALK] / posts)
    if not sum(late.values()):
        return f"; before, {was} answered somebody"
    is_same = _share(late[Voice.TALK] / sum(late.values())) == was
    return "; before, it was much the same" if is_same else f"; before, it was {was}"


def _share(share: float) -> str:
    return min(_SHARES, key=lambda each: abs(each[0] - share))[1]
