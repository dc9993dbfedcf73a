"""When an approved action leaves, how many may leave in a day, and what a silent one means.

Nothing here sends. An action is held for a while after the yes, keeps a distance to the one before
it, and counts against its day from the moment it is claimed, so that no crash forgets one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.actions import ActionKind, Recovery
from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND


class State(StrEnum):
    """How far an action is."""

    DRAFT = "draft"
    APPROVED = "approved"
    """Somebody said yes to exactly this; it waits for its moment."""
    SENDING = "sending"
    """Claimed by one worker. It may have arrived, whatever became of the worker."""
    SENT = "sent"
    FAILED = "failed"
    """Certainly not done; the network's reason is told."""
    UNKNOWN = "unknown"
    """Only a person can find out whether it arrived."""
    BY_HAND = "by hand"
    """The network's own page was opened for it; it is seen there, or said to be done."""
    WITHDRAWN = "withdrawn"
    """Taken back before it was sent, or put away by somebody who minds no more."""


OPEN = frozenset({State.DRAFT, State.APPROVED, State.SENDING, State.BY_HAND})
"""Still to come, or under way: the same thing is not begun a second time."""

NEEDS_A_PERSON = frozenset({State.DRAFT, State.FAILED, State.UNKNOWN, State.BY_HAND})

CAN_BE_CALLED_BACK = frozenset({State.APPROVED, State.BY_HAND})
"""Said yes to, and not sent yet: to withdraw it is to undo the yes."""

HOLD = 30 * SECOND
"""How long after the yes it can still be called back."""

GRACE = 5 * MINUTE
"""A claimed action that nobody reported on is asked about after so long, not before: longer than a
server takes over a request, or it may arrive after we looked."""

KEY_LASTS = 55 * MINUTE
"""Mastodon remembers an Idempotency-Key for an hour
(https://docs.joinmastodon.org/methods/statuses/): less than that, to be on the safe side."""

REGRET = 7 * DAY
"""Whom I followed here I don't unfollow sooner than this: churn is what spammers do."""

MOST_AT_ONCE = 25
"""How many actions one yes may cover, each of them shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How slowly a person's account acts; far below what any network allows."""

    spacing_us: int = 20 * SECOND
    a_day: Mapping[str, int]
    """The most of each group in any 24 hours; what is not named has no limit."""


def group_of(kind: ActionKind) -> str:
    """What an action counts as."""
    return _GROUPS[kind]


_GROUPS = {
    ActionKind.POST: "posts",
    ActionKind.REPLY: "posts",
    ActionKind.REPOST: "posts",
    ActionKind.LIKE: "likes",
    ActionKind.FOLLOW: "follows",
    ActionKind.UNFOLLOW: "unfollows",
    ActionKind.MUTE: "blocks",
    ActionKind.BLOCK: "blocks",
    ActionKind.LIST_ADD: "list changes",
    ActionKind.LIST_REMOVE: "list changes",
    ActionKind.DELETE_POST: "deletions",
    ActionKind.UNDO_REPOST: "deletions",
    ActionKind.UNLIKE: "deletions",
    ActionKind.UNMUTE: "unblocks",
    ActionKind.UNBLOCK: "unblocks",
}

EVERYDAY = Pace(
    a_day={
        "posts": 30,
        "likes": 40,
        "follows": 20,
        "unfollows": 20,
        "blocks": 10,
        "list changes": 30,
        "deletions": 30,
        "unblocks": 20,
    }
)


def kinds_in(group: str) -> list[ActionKind]:
    """The kinds that count together."""
    return [kind for kind, each in _GROUPS.items() if each == group]


def earliest_us(
    group: str, *, newest_us: int | None, in_group_us: Sequence[int], pace: Pace
) -> int:
    """The first moment at which one more of a group may leave, by what left before.

    `newest_us` is the account's newest action of any kind, `in_group_us` those of the group, oldest
    first.
    """
    spaced_us = newest_us + pace.spacing_us if newest_us is not None else 0
    most = pace.a_day.get(group)
    if most is None or len(in_group_us) < most:
        return spaced_us
    return max(spaced_us, in_group_us[-most] + DAY)


def retry_in(tries: int) -> int:
    """How long to wait after so many tries that certainly did not arrive (microseconds)."""
    return int(min(MINUTE * 2 ** (tries - 1), 6 * HOUR))


MOST_TRIES = 10


class Next(StrEnum):
    """What to do about an action that was claimed, is not there, and nobody reported on."""

    SEND_AGAIN = "send again"
    ASK = "ask"
    DROP = "drop"


def after_silence(recovery: Recovery, *, age_us: int, is_undone: bool) -> Next:
    """What a search that found nothing means. `age_us` is how long ago it was claimed first.

    `is_undone`: the person did the opposite since, so that to set the state again would be wrong.
    """
    if is_undone:
        return Next.DROP
    if recovery is Recovery.NAMED or recovery is Recovery.STATE:
        return Next.SEND_AGAIN
    if recovery is Recovery.KEYED and age_us < KEY_LASTS:
        return Next.SEND_AGAIN
    return Next.ASK


_BASE_32 = "234567abcdefghijklmnopqrstuvwxyz"


def key_of(at_us: int, entropy: int) -> str:
    """A key: the moment in 53 bits and ten more, as a TID of AT Protocol.

    Source: https://atproto.com/specs/tid. `entropy` is below 1,024.
    """
    number = (at_us & (2**53 - 1)) << 10 | (entropy & 1023)
    return "".join(_BASE_32[number >> shift & 31] for shift in range(60, -1, -5))
