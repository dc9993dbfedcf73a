"""An interaction: one line of the log, one thing that happened between accounts.

The kinds use the names ActivityStreams 2.0 and the networks themselves use
(https://www.w3.org/TR/activitystreams-vocabulary/).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post


class Kind(StrEnum):
    """What happened."""

    MENTION = "mention"
    REPLY = "reply"
    QUOTE = "quote"
    REPOST = "repost"
    LIKE = "like"
    FOLLOW = "follow"
    BLOCK = "block"
    MUTE = "mute"
    MESSAGE = "message"
    CHAT_MESSAGE = "chat message"
    CALL = "call"
    MEETING = "meeting"
    GIFT = "gift"
    HELP = "help"
    DONATION = "donation"
    MEMBERSHIP = "membership"
    VOLUNTEERING = "volunteering"
    PETITION = "petition"
    EVENT = "event"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    VISIT = "visit"
    THANKS = "thanks"
    """Away from networks; a thank-you on one is the words of a reply."""
    FEEDBACK = "feedback"
    """From me: I asked for it. Towards me: they gave it."""
    REPORT = "report"
    """I told them what came of what they said or did."""


TALK = frozenset(
    {Kind.MENTION, Kind.REPLY, Kind.QUOTE, Kind.MESSAGE, Kind.CHAT_MESSAGE, Kind.CALL, Kind.MEETING}
)
"""Kinds that are somebody speaking to somebody, and that an answer can follow."""


KINDNESSES = frozenset(
    {
        *(Kind.REPOST, Kind.QUOTE, Kind.GIFT, Kind.HELP, Kind.DONATION, Kind.MEMBERSHIP),
        *(Kind.VOLUNTEERING, Kind.PETITION, Kind.INTRODUCTION, Kind.REFERRAL, Kind.FEEDBACK),
    }
)
"""Kinds that, done towards me, are worth a thank-you."""


class Direction(StrEnum):
    """Who did it to whom."""

    TOWARDS_ME = "towards me"
    FROM_ME = "from me"
    BETWEEN_OTHERS = "between others"


class CauseKey(NamedTuple):
    """Sorts interactions by when they happened, the same whatever order they arrived in.

    Known moments come first; unknown ones follow in the order their source gave.
    """

    at_us: int
    order: int
    network: str
    kind: str
    native_id: str


UNKNOWN = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One line of the log, unique by (network, kind, native_id).

    `native_id` is made of the network's own ids, so that every source of the same event says the
    same: the post for a reply or quote; "post>target" for a mention. What the network gives an id
    of its own is known by that: a repost on X, a like, repost, follow or block on Bluesky. Else it
    is "actor>post" for a like or repost, "actor>target" for a follow, block or mute. All of it is
    in docs/decisions/0006-natural-keys.md.

    `at_us` is None where the source gives no date; `order` then says where it stood among its
    like: a larger number is later.

    `target` may be unknown too (an X archive does not say who wrote a liked post); it is filled in
    once it is learnt.
    """

    network: Network
    kind: Kind
    direction: Direction
    native_id: str
    actor: Account | None
    target: Account | None
    post: Post | None = None
    at_us: int | None = None
    order: int | None = None

    @property
    def contact(self) -> Account | None:
        """The account on the other side: whose page this belongs on."""
        return self.target if self.direction is Direction.FROM_ME else self.actor

    @property
    def text(self) -> str:
        """What was said, "" where nothing was."""
        return self.post.text if self.post else ""


class Logged(NamedTuple):
    """An interaction as the log holds it: what rules and contact states look at."""

    id: int
    network: str
    kind: str
    direction: str
    native_id: str
    at_us: int | None
    order: int | None
    person_id: int
    text: str

    @property
    def cause_key(self) -> CauseKey:
        """Where it stands in the order of things that happened."""
        return cause_key(self.at_us, self.order, self.network, self.kind, self.native_id)


def cause_key(
    at_us: int | None, order: int | None, network: str, kind: str, native_id: str
) -> CauseKey:
    """The sort key of an interaction, from its columns."""
    return CauseKey(
        UNKNOWN if at_us is None else at_us,
        UNKNOWN if order is None else order,
        network,
        kind,
        native_id,
    )
