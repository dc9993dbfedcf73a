"""How each thing is had on X, and which scopes that takes.

Since 2026 an app of one's own may read, post and keep lists. What concerns others it may not:
answer only who summoned it (2026-02-23), follow, like and quote nobody (2026-04-20); and block it
never could: https://docs.x.com/changelog. These are done on pages of X that hobnob opens.
"""

from collections.abc import Mapping

from hobnob.domain.networks import Capability, Mode

_READING = {
    Capability.SEE_TALK: ("tweet.read", "users.read"),
    Capability.SEE_LIKES_GIVEN: ("like.read",),
    Capability.SEE_FOLLOWS: ("follows.read",),
    Capability.SEE_LISTS: ("list.read",),
    Capability.SEE_LIST_POSTS: ("tweet.read",),
    Capability.SEE_BLOCKS: ("block.read", "mute.read"),
    Capability.SEE_MESSAGES: ("dm.read",),
    Capability.SEE_HASHTAG: ("tweet.read",),
    Capability.SEE_HOME: ("tweet.read",),
}

_WRITING = {
    Capability.POST: ("tweet.write", Mode.WEB_INTENT),
    Capability.MUTE: ("mute.write", Mode.MANUAL),
    Capability.CHANGE_LISTS: ("list.write", Mode.MANUAL),
    Capability.LIST_STRANGERS: ("list.write", Mode.MANUAL),
}
"""The scope of each, and how it is had without."""

_BY_HAND = {
    # X tells how many liked a post of mine, and nobody's name at a price that a person pays.
    Capability.SEE_LIKES_RECEIVED: Mode.NONE,
    Capability.REPLY: Mode.WEB_INTENT,
    Capability.QUOTE: Mode.WEB_INTENT,
    Capability.REPOST: Mode.WEB_INTENT,
    Capability.LIKE: Mode.WEB_INTENT,
    Capability.FOLLOW: Mode.WEB_INTENT,
    # Whether the API still takes these back is told nowhere; the person's page always does.
    Capability.UNFOLLOW: Mode.MANUAL,
    Capability.BLOCK: Mode.MANUAL,
    # Encrypted chat took the place of messages in November 2025.
    Capability.MESSAGE: Mode.MANUAL,
}

LASTING = "offline.access"
"""The scope of a sign-in that lasts longer than two hours."""

TO_READ = " ".join((*sorted({one for each in _READING.values() for one in each}), LASTING))
TO_ACT = " ".join((*sorted({scope for scope, _ in _WRITING.values()}), TO_READ))
"""What the person is asked to allow."""


def modes(scopes: str) -> Mapping[Capability, Mode]:
    """How each thing is had with these scopes."""
    granted = set(scopes.split())
    reading = {
        capability: Mode.API if granted.issuperset(needed) else Mode.NONE
        for capability, needed in _READING.items()
    }
    writing = {
        capability: Mode.API if scope in granted else otherwise
        for capability, (scope, otherwise) in _WRITING.items()
    }
    return _BY_HAND | reading | writing
