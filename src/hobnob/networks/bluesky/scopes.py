"""What a sign-in may do, by what its access token says of itself.

https://atproto.com/specs/xrpc#app-passwords
"""

import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping

from hobnob.domain.networks import Capability, Mode
from hobnob.networks.fields import Record, record, words

_CHATS = frozenset({"com.atproto.access", "com.atproto.appPassPrivileged"})
"""Of these one lets direct messages be read: an app password has to be made for it."""

_READING = (
    Capability.SEE_TALK,
    Capability.SEE_LIKES_GIVEN,
    Capability.SEE_LIKES_RECEIVED,
    Capability.SEE_FOLLOWS,
    Capability.SEE_LISTS,
    Capability.SEE_LIST_POSTS,
    Capability.SEE_BLOCKS,
    Capability.SEE_HASHTAG,
    Capability.SEE_HOME,
)
_ACTING = (
    Capability.POST,
    Capability.REPLY,
    Capability.REPOST,
    Capability.LIKE,
    Capability.FOLLOW,
    Capability.UNFOLLOW,
    Capability.MUTE,
    Capability.BLOCK,
    Capability.CHANGE_LISTS,
    Capability.LIST_STRANGERS,
)


_BY_HAND = {
    # The app has a page that is opened filled in; for the rest one opens the post or the person.
    Capability.POST: Mode.WEB_INTENT,
    Capability.REPLY: Mode.WEB_INTENT,
    Capability.REPOST: Mode.WEB_INTENT,
    Capability.LIKE: Mode.WEB_INTENT,
    Capability.FOLLOW: Mode.WEB_INTENT,
    Capability.UNFOLLOW: Mode.MANUAL,
    Capability.MUTE: Mode.MANUAL,
    Capability.BLOCK: Mode.MANUAL,
    Capability.CHANGE_LISTS: Mode.MANUAL,
    Capability.LIST_STRANGERS: Mode.MANUAL,
    # Nothing tells a message that was sent twice from two of them.
    Capability.MESSAGE: Mode.MANUAL,
    # What one quotes is chosen where one reads it.
    Capability.QUOTE: Mode.MANUAL,
}


def modes(access: str, *, acts: bool) -> Mapping[Capability, Mode]:
    """How each thing is had with this access token, and what its owner wants hobnob to do."""
    chats = bool(_CHATS & set(scopes_of(access)))
    return {
        **_BY_HAND,
        **dict.fromkeys((*_READING, *(_ACTING if acts else ())), Mode.API),
        Capability.SEE_MESSAGES: Mode.API if chats else Mode.NONE,
    }


def scopes_of(access: str) -> list[str]:
    """What a token allows; nothing where it doesn't say."""
    return words(claims(access), "scope").split()


def claims(token: str) -> Record:
    """What a JSON Web Token says, unproved: {} where it is none (RFC 7519)."""
    try:
        body = token.split(".")[1]
        return record(json.loads(urlsafe_b64decode(body + "=" * (-len(body) % 4))))
    except (IndexError, ValueError):
        return {}
