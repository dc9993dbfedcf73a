"""What people do for each other: the kinds of deeds, what each counts, and where the log shows it.

Why these weights: docs/decisions/0079-the-ledger-has-two-sides.md.
"""

from enum import StrEnum
from typing import NamedTuple

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Network
from hobnob.domain.thanks import is_thanks


class Side(StrEnum):
    """Who gave."""

    GIVEN = "given"
    RECEIVED = "received"


class DeedKind(StrEnum):
    """What was given, from the smallest to the greatest."""

    THANKS = "thanks"
    ANSWER = "answer"
    REPOST = "repost"
    GESTURE = "gesture"
    FEEDBACK = "feedback"
    FEEDBACK_USED = "feedback used"
    YES = "yes"
    PROMOTION = "promotion"
    HELP = "help"
    CALL = "call"
    ACTION = "action"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    GIFT = "gift"
    VISIT = "visit"
    MEETING = "meeting"
    OPPORTUNITY = "opportunity"
    DEFENCE = "defence"
    DONATION = "donation"
    JOIN = "join"


class Weighed(NamedTuple):
    """What a deed counts, and how each side's is said; "" where the other's says it too."""

    weight: float
    mine: str
    theirs: str


DEEDS = {
    DeedKind.THANKS: Weighed(1, "thanked them", "thanked you"),
    DeedKind.ANSWER: Weighed(1, "answered them", "answered you"),
    DeedKind.REPOST: Weighed(2, "shared their words", "shared your words"),
    DeedKind.GESTURE: Weighed(2, "did something kind for them", "did something kind for you"),
    DeedKind.FEEDBACK: Weighed(2, "asked what they think", "told you what they think"),
    DeedKind.FEEDBACK_USED: Weighed(3, "told them what came of it", "told you what came of it"),
    DeedKind.YES: Weighed(3, "said yes to them", "said yes to you"),
    DeedKind.PROMOTION: Weighed(3, "promoted them", "promoted you"),
    DeedKind.HELP: Weighed(4, "helped them", "helped you"),
    DeedKind.CALL: Weighed(4, "called them", "called you"),
    DeedKind.ACTION: Weighed(4, "took action for them", "took action for you"),
    DeedKind.INTRODUCTION: Weighed(5, "introduced somebody to them", "introduced somebody to you"),
    DeedKind.REFERRAL: Weighed(5, "sent somebody to them", "sent somebody to you"),
    DeedKind.GIFT: Weighed(5, "gave them a gift", "gave you a gift"),
    DeedKind.VISIT: Weighed(6, "visited them", "visited you"),
    DeedKind.MEETING: Weighed(6, "met them", ""),
    DeedKind.OPPORTUNITY: Weighed(8, "brought them work", "brought you work"),
    DeedKind.DEFENCE: Weighed(8, "stood up for them", "stood up for you"),
    DeedKind.DONATION: Weighed(8, "donated to them", "donated"),
    DeedKind.JOIN: Weighed(8, "joined them", "joined"),
}
WEIGHTS = {kind: weighed.weight for kind, weighed in DEEDS.items()}

ONCE_A_DAY = frozenset({DeedKind.THANKS, DeedKind.ANSWER, DeedKind.REPOST})
"""Of what is small and often, one a day counts: thirty answers are one conversation."""

IN_THE_LOG = {
    Kind.THANKS: DeedKind.THANKS,
    Kind.REPLY: DeedKind.ANSWER,
    Kind.REPOST: DeedKind.REPOST,
    Kind.QUOTE: DeedKind.REPOST,
    Kind.FEEDBACK: DeedKind.FEEDBACK,
    Kind.REPORT: DeedKind.FEEDBACK_USED,
    Kind.HELP: DeedKind.HELP,
    Kind.CALL: DeedKind.CALL,
    Kind.VOLUNTEERING: DeedKind.ACTION,
    Kind.PETITION: DeedKind.ACTION,
    Kind.EVENT: DeedKind.ACTION,
    Kind.INTRODUCTION: DeedKind.INTRODUCTION,
    Kind.REFERRAL: DeedKind.REFERRAL,
    Kind.GIFT: DeedKind.GIFT,
    Kind.VISIT: DeedKind.VISIT,
    Kind.MEETING: DeedKind.MEETING,
    Kind.DONATION: DeedKind.DONATION,
    Kind.MEMBERSHIP: DeedKind.JOIN,
}
"""Which deed a line of the log is. A like costs nothing, and counts nothing."""

CAME_OF_IT = {
    OutcomeKind.CLIENT: DeedKind.OPPORTUNITY,
    OutcomeKind.JOB: DeedKind.OPPORTUNITY,
    OutcomeKind.BUSINESS: DeedKind.OPPORTUNITY,
    OutcomeKind.OPPORTUNITY: DeedKind.OPPORTUNITY,
    OutcomeKind.INFORMATION: DeedKind.HELP,
    OutcomeKind.REFERRAL: DeedKind.REFERRAL,
    OutcomeKind.INTRODUCTION: DeedKind.INTRODUCTION,
    OutcomeKind.MENTION: DeedKind.PROMOTION,
    OutcomeKind.GIFT: DeedKind.GIFT,
    OutcomeKind.VISIT: DeedKind.VISIT,
    OutcomeKind.PROMOTION: DeedKind.PROMOTION,
    OutcomeKind.PETITION: DeedKind.ACTION,
    OutcomeKind.VOLUNTEERING: DeedKind.ACTION,
    OutcomeKind.DEFENCE: DeedKind.DEFENCE,
    OutcomeKind.JOIN: DeedKind.JOIN,
    OutcomeKind.DONATION: DeedKind.DONATION,
}
"""Which deed of theirs an outcome is. Fun is nobody's debt."""

MAY_THANK = frozenset({Kind.REPLY, Kind.MENTION, Kind.QUOTE, Kind.MESSAGE, Kind.CHAT_MESSAGE})
"""Kinds whose words may thank: then they are thanks, and nothing else."""


class Event(NamedTuple):
    """What the ledger needs of a line of the log, or of what was logged by hand."""

    kind: str
    """A Kind of the log; or the DeedKind itself, of what no line tells."""
    direction: str
    at_us: int
    network: str = Network.OFFLINE
    text: str = ""
    """What I said. What they said is not read."""
    amount: int | None = None
    """Of a donation, in the smallest unit of its currency; None where nobody said."""
    currency: str = ""


def deed_of(event: Event) -> DeedKind | None:
    """Which deed an event is by itself; None where it is none, or only beside others."""
    is_mine = event.direction == Direction.FROM_ME
    if is_mine and event.kind in MAY_THANK and is_thanks(event.text):
        return DeedKind.THANKS
    return _DEED_OF.get(event.kind)


_DEED_OF: dict[str, DeedKind] = {str(kind): kind for kind in DeedKind} | {
    str(kind): deed for kind, deed in IN_THE_LOG.items()
}


def sides_of(direction: str, kind: DeedKind) -> tuple[Side, ...]:
    """Who gave. It takes two to meet: both did."""
    if direction not in _SIDES:
        return ()
    return tuple(Side) if kind is DeedKind.MEETING else (_SIDES[direction],)


_SIDES: dict[str, Side] = {Direction.FROM_ME: Side.GIVEN, Direction.TOWARDS_ME: Side.RECEIVED}
