"""Whether it is fair to ask somebody for something by now, in one sentence with its facts.

Before one asks, one gives: Cory Doctorow's word for what one may draw on is whuffie ("Down and Out
in the Magic Kingdom", 2003), and Tara Hunt made a book for communities of it ("The Whuffie Factor",
2009). The gate only says so: whoever wants to ask anyway does.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.ask_words import Answer, Asked, Size, is_silent
from hobnob.domain.deeds import Side
from hobnob.domain.english import listed, times
from hobnob.domain.moments import DAY, ago
from hobnob.domain.social_capital import HALF_LIFE, Ledger


class Says(StrEnum):
    """What the gate says; the beginning of its sentence."""

    FAIR = "Fair to ask"
    GIVE_FIRST = "Give first"
    WAIT = "Wait"
    UNKNOWN = "Can’t tell"
    NEVER = "Not at all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says, and why."""

    says: Says
    sentence: str
    fairness: float = 0.0
    """How much there is to draw on, 0-1: it orders those who may be asked, and is never shown."""

    @property
    def is_fair(self) -> bool:
        """Whether it is time to ask."""
        return self.says is Says.FAIR

    @property
    def is_unknown(self) -> bool:
        """Whether it can't be told: what came from them is not on record."""
        return self.says is Says.UNKNOWN

    @property
    def may_be_asked(self) -> bool:
        """Whether it is one's own choice; not where somebody died or wants to be left alone."""
        return self.says is not Says.NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an ask of some size takes."""

    messages: int
    """Between us, of both together."""
    given: float
    """By the weights of the ledger, at least."""
    share: float
    """Of what they gave, I gave at least this much."""
    rest_days: int
    """Since the last ask, whatever came of it."""


TERMS = {
    Size.SMALL: Terms(messages=2, given=1, share=0.5, rest_days=14),
    Size.MEDIUM: Terms(messages=4, given=3, share=1, rest_days=30),
    Size.LARGE: Terms(messages=6, given=6, share=1, rest_days=90),
}
AFTER_A_NO = 60
"""Days for which a no is left alone, whatever the next ask would be."""
LOOKED_BACK = 90
"""Days of which the sentence says how often one asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """How many messages there were each way."""

    theirs: int = 0
    mine: int = 0
    is_heard: bool = True
    """Whether what they wrote would be on record: in an archive it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    ledger: Ledger
    asked: Sequence[Asked]
    size: Size
    now_us: int
    talk: Talk
    owed: str
    leave_alone: str

    @property
    def terms(self) -> Terms:
        return TERMS[self.size]

    @property
    def last(self) -> Asked | None:
        return max(self.asked, key=lambda each: each.at_us, default=None)

    @property
    def objections(self) -> Sequence["_Objection"]:
        is_heard = self.talk.is_heard or bool(self.ledger.received)
        return _OBJECTIONS if is_heard else _OBJECTIONS_UNHEARD


def gate(
    ledger: Ledger,
    asked: Iterable[Asked],
    size: Size,
    now_us: int,
    *,
    talk: Talk,
    owed: str = "",
    leave_alone: str = "",
) -> Verdict:
    """Whether it is fair to ask for something of this size.

    `asked` is what they were asked before; `owed` a kindness that was not thanked yet: "they
    donated 3 days ago"; `leave_alone` why nobody should ask them at all: "they have died".
    """
    case = _Case(
        ledger=ledger,
        asked=list(asked),
        size=size,
        now_us=now_us,
        talk=talk,
        owed=owed,
        leave_alone=leave_alone,
    )
    for says, objection in case.objections:
        if because := objection(case):
            return Verdict(says=says, sentence=_sentence(says, because))
    because = _what_speaks_for_it(case)
    return Verdict(says=Says.FAIR, sentence=_sentence(Says.FAIR, because), fairness=_fairness(case))


def _sentence(says: Says, because: str) -> str:
    return f"{says}: {because}" if because.endswith("?") else f"{says}: {because}."


def _fairness(case: _Case) -> float:
    given, received = case.ledger.given, case.ledger.received
    return given / (given + received + case.terms.given)


# ── What speaks against it, in this order ────────────────────────────────────


def _wants_to_be_left_alone(case: _Case) -> str:
    return case.leave_alone


def _an_ask_is_open(case: _Case) -> str:
    waits = [each for each in case.asked if not each.answer]
    if not waits:
        return ""
    newest = max(waits, key=lambda each: each.at_us)
    when = _days_ago(newest.at_us, case)
    if is_silent(newest, case.now_us):
        return f"you asked {when} and no answer is written down; was it a yes, a no or silence?"
    return f"your last ask is not answered yet (you asked {when})"


def _is_not_thanked(case: _Case) -> str:
    return f"{case.owed}, and were not thanked yet" if case.owed else ""


def _has_nothing_to_stand_on(case: _Case) -> str:
    messages = case.talk.theirs + case.talk.mine
    if not messages:
        return "you have not exchanged a word yet; there is nothing to stand on"
    if messages == 1:
        return "you have exchanged one message; that is nothing to stand on"
    if not case.talk.theirs and not case.ledger.received:
        return "nothing has come from them yet, and an ask is no good beginning"
    if messages < case.terms.messages:
        return (
            f"you have exchanged {messages} messages; that is little to stand on for {_this(case)}"
        )
    return ""


def _said_no_lately(case: _Case) -> str:
    noes = [each.answered_us or each.at_us for each in case.asked if each.answer == Answer.NO]
    if not noes or case.now_us - max(noes) >= AFTER_A_NO * DAY:
        return ""
    return f"they said no {_days_ago(max(noes), case)}; leave it at that for {AFTER_A_NO} days"


def _asked_and_gave_nothing_since(case: _Case) -> str:
    gave_us = _last_given_us(case.ledger)
    since = [each for each in case.asked if gave_us is None or each.at_us > gave_us]
    return f"you asked {times(len(since))} and gave nothing since" if since else ""


def _gave_little(case: _Case) -> str:
    gave_us = _last_given_us(case.ledger)
    if gave_us is None:
        return "nothing that you did for them shows yet; a thank-you or an answer is a beginning"
    if case.ledger.given >= case.terms.given:
        return ""
    if case.now_us - gave_us > HALF_LIFE:
        return f"{_said(case, Side.GIVEN)}, and the last of it was {ago(gave_us, case.now_us)}"
    return f"so far {_said(case, Side.GIVEN)}, which is little for {_this(case)}"


def _got_more(case: _Case) -> str:
    if case.ledger.given >= case.ledger.received * case.terms.share:
        return ""
    theirs, mine = _said(case, Side.RECEIVED), _said(case, Side.GIVEN)
    return f"they did more for you: {theirs}, and {mine}"


def _asked_lately(case: _Case) -> str:
    last, rest = case.last, case.terms.rest_days
    if last is None or case.now_us - last.at_us >= rest * DAY:
        return ""
    return f"you asked {_days_ago(last.at_us, case)}; leave {rest} days before {_this(case)}"


def _is_unheard(case: _Case) -> str:
    wrote = f"you wrote to them {times(case.talk.mine)}"
    return f"{wrote}, and what came from them is not on record. Go by what you remember"


_Objection = tuple[Says, Callable[[_Case], str]]

_OBJECTIONS: tuple[_Objection, ...] = (
    (Says.NEVER, _wants_to_be_left_alone),
    (Says.WAIT, _an_ask_is_open),
    (Says.GIVE_FIRST, _is_not_thanked),
    (Says.GIVE_FIRST, _has_nothing_to_stand_on),
    (Says.WAIT, _said_no_lately),
    (Says.GIVE_FIRST, _asked_and_gave_nothing_since),
    (Says.GIVE_FIRST, _gave_little),
    (Says.GIVE_FIRST, _got_more),
    (Says.WAIT, _asked_lately),
)

_OBJECTIONS_UNHEARD: tuple[_Objection, ...] = (
    (Says.NEVER, _wants_to_be_left_alone),
    (Says.WAIT, _an_ask_is_open),
    (Says.GIVE_FIRST, _is_not_thanked),
    (Says.WAIT, _said_no_lately),
    (Says.GIVE_FIRST, _asked_and_gave_nothing_since),
    (Says.WAIT, _asked_lately),
    (Says.UNKNOWN, _is_unheard),
)
"""Of whose side nothing is on record: only what I did speaks against it, and nothing for it."""


# ── In words ─────────────────────────────────────────────────────────────────


def _what_speaks_for_it(case: _Case) -> str:
    since_us = case.now_us - LOOKED_BACK * DAY
    lately = sum(each.at_us > since_us for each in case.asked)
    asked = f"you asked {times(lately)} in {LOOKED_BACK} days, and gave since"
    if not lately:
        asked = f"you asked nothing in {LOOKED_BACK} days"
    return f"{_said(case, Side.GIVEN)}; {asked}"


def _said(case: _Case, side: Side) -> str:
    """ "you thanked them 3 times and shared their words": what counts most of one side."""
    most = sorted(case.ledger.of(side), key=lambda each: -each.points)[:_NAMED]
    deeds = [each.in_words for each in case.ledger.of(side) if each in most]
    return f"{'you' if side is Side.GIVEN else 'they'} {listed(deeds)}"


_NAMED = 4


def _last_given_us(ledger: Ledger) -> int | None:
    return max((each.last_us for each in ledger.of(Side.GIVEN)), default=None)


def _this(case: _Case) -> str:
    return f"a {case.size} ask"


def _days_ago(us: int, case: _Case) -> str:
    """ "today", "yesterday", "45 days ago": told beside a number of days to leave."""
    days = max(0, case.now_us - us) // DAY
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
