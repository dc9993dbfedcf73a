"""What Today says first, and why; how long it takes, and where it stops."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import itemgetter

from hobnob.domain.asking import has_question_mark
from hobnob.domain.closeness import (
    State,
    answer_rate,
    answers_you,
    contact_probability,
    exchange_weeks,
    is_unheard,
    last_contact_us,
    quiet,
    steadiness,
    strip,
)
from hobnob.domain.moments import DAY, HOUR, ago

BUDGET_MINUTES = 20

WAITS_AT_MOST = 30 * DAY
"""What nobody answered for a month has stopped waiting."""

FOUND_LATELY = 30 * DAY
"""A supporter whose account was found is worth a decision for so long."""

FOUND_AT_MOST = 2
"""So many of them stand in Decide at once: the others come when these are dealt with."""

REST = 14 * HOUR
"""Whom I dealt with in a section does not come back to it before tomorrow."""


class Section(StrEnum):
    """The parts of Today, in their order."""

    WAITING = "waiting"
    SAY = "say"
    WATCHLIST = "watchlist"
    THANK = "thank"
    GESTURES = "gestures"
    ASK = "ask"
    DECIDE = "decide"


TITLES = {
    Section.WAITING: "Waiting for you",
    Section.SAY: "People Who Say Things",
    Section.WATCHLIST: "Watchlist: worth a word",
    Section.THANK: "Thank",
    Section.GESTURES: "Birthdays and gestures",
    Section.ASK: "One ask that is fair now",
    Section.DECIDE: "Decide",
}
MINUTES = {
    Section.WAITING: 0.6,
    Section.SAY: 0.5,
    Section.WATCHLIST: 0.5,
    Section.THANK: 0.4,
    Section.GESTURES: 0.75,
    Section.ASK: 0.75,
    Section.DECIDE: 0.25,
}
"""How long one row takes."""

AT_MOST = {
    Section.WAITING: 10,
    Section.SAY: 10,
    Section.WATCHLIST: 7,
    Section.THANK: 5,
    Section.GESTURES: 2,
    Section.ASK: 1,
    Section.DECIDE: 5,
}
"""How many rows a section shows: all of them full just fit the budget."""

BEST_REASONS_FIRST = (
    Section.WAITING,
    Section.THANK,
    Section.GESTURES,
    Section.ASK,
    Section.SAY,
    Section.DECIDE,
    Section.WATCHLIST,
)
"""Who would stand in several sections stands in the first of these: a thank-you or a birthday says
more than "one of your ten", and whom to let go is decided before a word is suggested to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The one thing a row suggests, and the key that does it."""

    word: str
    key: str


ANSWER = Act(word="Answer", key="o")
SAY_SOMETHING = Act(word="Say something", key="o")
THANK = Act(word="Thank", key="t")
GIVE = Act(word="Give", key="t")
ASK = Act(word="Ask", key="a")
PROMOTE = Act(word="Promote", key="w")
LET_GO = Act(word="Let go", key="x")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody who spoke to me and has had no answer."""

    person_id: int
    kind: str
    text: str
    at_us: int
    since_us: int
    url: str
    state: State
    post_id: int | None = None
    """The post that waits, where it can be answered."""
    is_private: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return has_question_mark(self.text)


_DID = {
    "mention": "mentioned you",
    "reply": "answered you",
    "quote": "quoted you",
    "message": "sent you a message",
    "chat message": "spoke to you in a chat",
}


def waiting_for_my_answer(rows: Iterable[Waiting], now_us: int) -> list[Waiting]:
    """Who waits, in the order to answer them.

    Questions first, then those who are likely to go on talking, and among equals the one who has
    waited longest.
    """

    def order(row: Waiting) -> tuple[bool, float, int]:
        warmth = round(contact_probability(row.state, now_us), 1)
        return (not row.asks, -warmth, row.since_us)

    return sorted((row for row in rows if now_us - row.at_us < WAITS_AT_MOST), key=order)


def what_happened(row: Waiting, now_us: int) -> str:
    """ "asked you 3 hours ago"."""
    did = "asked you" if row.asks else _DID.get(row.kind, "wrote to you")
    return f"{did} {ago(row.at_us, now_us)}"


def why_waiting(row: Waiting, now_us: int) -> str:
    """The reason under a row of Waiting for you."""
    reason = "because you have not answered yet"
    if row.since_us < row.at_us - DAY:
        reason += f"; the first word came {ago(row.since_us, now_us)}"
    return f"{reason}; {_reliability(row.state)}"


def _reliability(state: State) -> str:
    if state.asked >= 2 and state.answered:
        return answers_you(state)
    if state.talk_in <= 1:
        return "it is their first message to you"
    return f"{state.talk_in:,} messages from them so far"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be worth a word, or a decision."""

    person_id: int
    state: State
    post_text: str = ""
    post_us: int | None = None
    url: str = ""
    post_id: int | None = None

    def is_answerable(self, now_us: int) -> bool:
        """Whether they said something this week that can be answered here."""
        is_fresh = self.post_us is not None and now_us - self.post_us < 7 * DAY
        return is_fresh and len(self.post_text) > 0


def worth_a_word(
    rows: Iterable[Candidate], now_us: int, *, wished: Container[int] = ()
) -> list[Candidate]:
    """Whom to write to first: likely to answer, quiet for a while, with something to answer.

    Those wished for, with whom a word is due, count twice too.
    """

    def worth(row: Candidate) -> float:
        last_us = last_contact_us(row.state)
        gap_days = 30.0 if last_us is None else min(60.0, (now_us - last_us) / DAY)
        chance = answer_rate(row.state, now_us)
        reasons = (row.is_answerable(now_us), row.person_id in wished)
        return chance * (1 + gap_days / 7) * 2.0 ** sum(reasons)

    return sorted(rows, key=lambda row: (-worth(row), row.person_id))


def why_worth_a_word(row: Candidate, now_us: int) -> str:
    """The reason under a row of the Watchlist."""
    parts = [quiet(row.state, now_us), answers_you(row.state)]
    return "because " + "; ".join(parts)


def why_wished(row: Candidate, _: int, *, late: str) -> str:
    """The reason for a word that is due, which says already how long it has been."""
    return f"{late}; {answers_you(row.state)}" if row.state.asked else late


def why_one_of_ten(row: Candidate, now_us: int) -> str:
    """The reason under a row of People Who Say Things."""
    weeks = strip(row.state, now_us)
    return f"because they are one of your ten; {steadiness(weeks)}; {quiet(row.state, now_us)}"


def worth_promoting(rows: Iterable[Candidate], now_us: int) -> list[Candidate]:
    """Who could join a closer list: those with an exchange in two weeks or more, steadiest first.

    Where only my side is on record (an archive), talking to them four times or more counts.
    """

    fit = []
    for row in rows:
        exchanges = exchange_weeks(row.state, now_us)
        if exchanges >= 2 or _only_mine(row.state):
            chance = contact_probability(row.state, now_us)
            fit.append((-exchanges, -chance, row.person_id, row))
    return [row for *_, row in sorted(fit, key=itemgetter(0, 1, 2))]


def _only_mine(state: State) -> bool:
    return is_unheard(state) and state.talk_out >= 4


def why_promote(row: Candidate, now_us: int) -> str:
    """The reason under a row of Decide that suggests promoting."""
    state = row.state
    if _only_mine(state):
        return (
            f"because you spoke to them {state.talk_out} times, "
            f"last {ago(state.last_out_us, now_us)}; your archive holds only your side"
        )
    talk = f"you spoke {state.talk_out} times and they {state.talk_in}"
    return f"because of {steadiness(strip(state, now_us))}; {talk}"


def why_found(_: Candidate, now_us: int, *, what_they_are: str, found_us: int) -> str:
    """The reason under a row of Decide about a supporter whose account was just found."""
    found = f"because this is your {what_they_are}, found {ago(found_us, now_us)}"
    return f"{found}; not a word went between you yet"


def why_let_go(row: Candidate, now_us: int, *, list_name: str, over_by: int) -> str:
    """The reason under a row of Decide that suggests taking somebody off an overfull list."""
    return f"because {list_name} is {over_by} over its capacity, and {quiet(row.state, now_us)}"


def gave(days: Sequence[date | None]) -> str:
    """ "gave 3 times since 2024", of the days of payments; "" where there is none."""
    if not days:
        return ""
    years = sorted(each.year for each in days if each)
    if len(days) == 1:
        return f"gave once, in {years[0]}" if years else "gave once"
    times = "twice" if len(days) == 2 else f"{len(days):,} times"
    return f"gave {times}" + (f" since {years[0]}" if years else "")


def and_gave(why: str, gave: str) -> str:
    """A reason with what somebody gave: "because they are one of your ten; they gave once"."""
    return f"{why}; they {gave}" if gave else why


def longest_quiet(rows: Iterable[Candidate]) -> list[Candidate]:
    """Those with whom it has been quiet longest come first."""
    return sorted(rows, key=lambda row: (last_contact_us(row.state) or 0, row.person_id))


def minutes_for(counts: Sequence[tuple[Section, int]]) -> int:
    """How long this many rows take, in whole minutes, at least one where there is anything."""
    total = sum(MINUTES[section] * count for section, count in counts)
    return max(1, round(total)) if total else 0
