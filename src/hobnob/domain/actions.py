"""Something I do on a network: what exactly is sent, and how to find out whether it arrived.

An action is approved by the digest of all that is sent, so that nothing else can leave instead.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256

from hobnob.domain.networks import Capability
from hobnob.domain.people import Network


class ActionKind(StrEnum):
    """What I do. Each but a post or a reply sets a state, which a network may have already."""

    POST = "post"
    REPLY = "reply"
    REPOST = "repost"
    LIKE = "like"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    MUTE = "mute"
    BLOCK = "block"
    LIST_ADD = "add to a list"
    LIST_REMOVE = "take off a list"
    DELETE_POST = "delete a post"
    UNDO_REPOST = "undo a repost"
    UNLIKE = "unlike"
    UNMUTE = "unmute"
    UNBLOCK = "unblock"


WRITES_TEXT = frozenset({ActionKind.POST, ActionKind.REPLY})

ABOUT_POSTS = frozenset(
    {
        ActionKind.REPLY,
        ActionKind.REPOST,
        ActionKind.LIKE,
        ActionKind.DELETE_POST,
        ActionKind.UNDO_REPOST,
        ActionKind.UNLIKE,
    }
)
"""Their target is a post; that of a POST is nothing, that of all others an account."""

OPPOSITE = {
    ActionKind.POST: ActionKind.DELETE_POST,
    ActionKind.REPLY: ActionKind.DELETE_POST,
    ActionKind.REPOST: ActionKind.UNDO_REPOST,
    ActionKind.LIKE: ActionKind.UNLIKE,
    ActionKind.FOLLOW: ActionKind.UNFOLLOW,
    ActionKind.UNFOLLOW: ActionKind.FOLLOW,
    ActionKind.MUTE: ActionKind.UNMUTE,
    ActionKind.UNMUTE: ActionKind.MUTE,
    ActionKind.BLOCK: ActionKind.UNBLOCK,
    ActionKind.UNBLOCK: ActionKind.BLOCK,
    ActionKind.LIST_ADD: ActionKind.LIST_REMOVE,
    ActionKind.LIST_REMOVE: ActionKind.LIST_ADD,
    ActionKind.UNDO_REPOST: ActionKind.REPOST,
    ActionKind.UNLIKE: ActionKind.LIKE,
}
"""What takes an action back. A deleted post is gone for good."""

NEEDS = {
    ActionKind.POST: Capability.POST,
    ActionKind.REPLY: Capability.REPLY,
    ActionKind.REPOST: Capability.REPOST,
    ActionKind.LIKE: Capability.LIKE,
    ActionKind.FOLLOW: Capability.FOLLOW,
    ActionKind.UNFOLLOW: Capability.UNFOLLOW,
    ActionKind.MUTE: Capability.MUTE,
    ActionKind.BLOCK: Capability.BLOCK,
    ActionKind.LIST_ADD: Capability.CHANGE_LISTS,
    ActionKind.LIST_REMOVE: Capability.CHANGE_LISTS,
    ActionKind.DELETE_POST: Capability.POST,
    ActionKind.UNDO_REPOST: Capability.REPOST,
    ActionKind.UNLIKE: Capability.LIKE,
    ActionKind.UNMUTE: Capability.MUTE,
    ActionKind.UNBLOCK: Capability.BLOCK,
}
"""What the network has to allow for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """All of what is sent."""

    network: Network
    by: str
    """Native id of my account that acts."""
    kind: ActionKind
    target: str = ""
    """Native id of the post or account it is about; empty for a POST."""
    text: str = ""
    """What a POST or REPLY says, to the letter."""
    on_list: str = ""
    """Native id of the network's list, for LIST_ADD and LIST_REMOVE."""
    is_private: bool = False
    """Only those named in the text may read it: an answer to a direct message."""

    @property
    def digest(self) -> str:
        """SHA-256 of all of it, in hexadecimal: what an approval is for."""
        canonical = json.dumps(asdict(self), sort_keys=True, ensure_ascii=True)
        return sha256(canonical.encode()).hexdigest()


class Recovery(StrEnum):
    """What tells whether an action arrived, when whoever sent it never heard an answer."""

    NAMED = "named"
    """The key names the record that it makes: to send it again changes nothing (Bluesky)."""
    KEYED = "keyed"
    """Found in what I posted since, or else sent again while the server remembers the key: an hour
    for statuses of Mastodon."""
    STATE = "state"
    """The state itself tells, and can be set again: a follow, a like, a member of a list."""
    LOOK = "look"
    """Found in what I posted since, or else only a person can tell: a post on X."""
