"""What a sign-in may do, and which scopes that takes: https://docs.joinmastodon.org/api/oauth-scopes/.

hobnob asks for reading alone, and of that for no more than it reads; for writing only where its
owner wants to act from here, and then for no more than it can do.
"""

from collections.abc import Mapping

from hobnob.domain.networks import Capability, Mode

READ = "read"
"""All of reading, for servers that divide it no further."""
WRITE = "write"
READ_AND_WRITE = "read write follow"
"""Older servers take following out of writing: https://docs.joinmastodon.org/api/oauth-scopes/#follow."""

_NEEDED = {
    Capability.SEE_TALK: ("read:notifications", "read:statuses"),
    Capability.SEE_LIKES_GIVEN: ("read:favourites",),
    Capability.SEE_LIKES_RECEIVED: ("read:notifications",),
    Capability.SEE_FOLLOWS: ("read:accounts",),
    Capability.SEE_LISTS: ("read:lists",),
    Capability.SEE_LIST_POSTS: ("read:statuses",),
    # Blocks are read with the one, mutes with the other.
    Capability.SEE_BLOCKS: ("read:blocks", "read:mutes"),
    Capability.SEE_MESSAGES: ("read:statuses",),
    Capability.SEE_HASHTAG: ("read:statuses",),
    Capability.SEE_HOME: ("read:statuses",),
}

FINE = tuple(
    sorted({"read:accounts", "read:search", *(one for each in _NEEDED.values() for one in each)})
)
"""What is asked for where the server divides reading: search is what `resolve` needs."""

_NEEDED_TO_ACT = {
    Capability.POST: "write:statuses",
    Capability.REPLY: "write:statuses",
    Capability.REPOST: "write:statuses",
    Capability.LIKE: "write:favourites",
    Capability.FOLLOW: "write:follows",
    Capability.UNFOLLOW: "write:follows",
    Capability.MUTE: "write:mutes",
    Capability.BLOCK: "write:blocks",
    Capability.CHANGE_LISTS: "write:lists",
}

FINE_TO_ACT = tuple(sorted(set(_NEEDED_TO_ACT.values())))
"""What is asked for besides where the server divides writing."""

_BY_HAND = {
    # The server has a page that is opened filled in.
    Capability.POST: Mode.WEB_INTENT,
    Capability.REPLY: Mode.WEB_INTENT,
    Capability.REPOST: Mode.WEB_INTENT,
    Capability.LIKE: Mode.WEB_INTENT,
    Capability.FOLLOW: Mode.WEB_INTENT,
    # It has none for these: they are a menu away on the page of the post or the person.
    Capability.QUOTE: Mode.MANUAL,
    Capability.MESSAGE: Mode.MANUAL,
    Capability.UNFOLLOW: Mode.MANUAL,
    Capability.MUTE: Mode.MANUAL,
    Capability.BLOCK: Mode.MANUAL,
    Capability.CHANGE_LISTS: Mode.MANUAL,
    # A list takes only people whom one follows.
    Capability.LIST_STRANGERS: Mode.NONE,
}


def modes(scopes: str) -> Mapping[Capability, Mode]:
    """How each thing is had with these scopes; where nobody said which, all reading is tried."""
    granted = set(scopes.split())
    reads_all = not granted or READ in granted
    reading = {
        capability: Mode.API if reads_all or granted.issuperset(needed) else Mode.NONE
        for capability, needed in _NEEDED.items()
    }
    acting = {
        capability: Mode.API
        for capability, needed in _NEEDED_TO_ACT.items()
        if not granted.isdisjoint({WRITE, needed})
    }
    return _BY_HAND | reading | acting


def scopes_to_ask_for(supported: object, *, to_act: bool = False) -> str:
    """The least that reading takes, and acting if wanted, of what a server says it knows."""
    known = set(supported) if isinstance(supported, list) else set()
    fine = (*FINE, *FINE_TO_ACT) if to_act else FINE
    if known.issuperset(fine):
        return " ".join(fine)
    return READ_AND_WRITE if to_act else READ
