"""Addresses of AT Protocol: who (a DID), which collection, and the key of the record there.

https://atproto.com/specs/at-uri-scheme, https://atproto.com/specs/tid
"""

import re
from typing import NamedTuple, Self

from hobnob.networks.fields import Misshapen, Record, part, words

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"
LIKE = "app.bsky.feed.like"
FOLLOW = "app.bsky.graph.follow"
BLOCK = "app.bsky.graph.block"
LIST = "app.bsky.graph.list"
LIST_ITEM = "app.bsky.graph.listitem"

_DID = re.compile(r"did:(plc:[a-z2-7]{1,64}|web:[A-Za-z0-9.:%-]{1,250})", re.ASCII)
_URI = re.compile(r"at://([^/]{1,260})/([a-zA-Z0-9.-]{1,317})/([A-Za-z0-9._:~-]{1,512})", re.ASCII)
_TID = re.compile(r"[234567a-j][234567a-z]{12}", re.ASCII)
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_CLOCK_BITS = 10


class AtUri(NamedTuple):
    """The address of one record: "at://did:plc:ana/app.bsky.feed.post/3k2a"."""

    did: str
    collection: str
    key: str

    def __str__(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.key}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The address in a text, None where it is none."""
        match = _URI.fullmatch(text)
        return cls(*match.groups()) if match and is_did(match[1]) else None

    @classmethod
    def needed(cls, source: Record, key: str, what: str) -> Self:
        """The address under a key. Raises Misshapen where there is none."""
        if found := cls.read(words(source, key)):
            return found
        raise Misshapen(f"the {what} has no address")


def is_did(text: str) -> bool:
    """Whether a text can be the id of an account."""
    return _DID.fullmatch(text) is not None


def needed_did(source: Record, what: str) -> str:
    """The id of an account. Raises Misshapen where there is none."""
    did = words(source, "did")
    if is_did(did):
        return did
    raise Misshapen(f"the {what} has no id")


def did_of(uri: str) -> str:
    """Whose record an address names, "" where it is none."""
    found = AtUri.read(uri)
    return found.did if found else ""


def post_in(source: Record, key: str) -> str:
    """The address of the post that is referred to under a key, "" where it is no post."""
    found = AtUri.read(words(part(source, key), "uri"))
    return str(found) if found and found.collection == POST else ""


def tid_us(key: str) -> int | None:
    """The moment that a key was made, which most keys begin with; None where this one doesn't."""
    if not _TID.fullmatch(key):
        return None
    number = 0
    for digit in key:
        number = number * 32 + _DIGITS.index(digit)
    return number >> _CLOCK_BITS


def tid_at(us: int) -> str:
    """The first key that could have been made at a moment."""
    number = max(us, 0) << _CLOCK_BITS
    digits = []
    for _ in range(13):
        number, digit = divmod(number, 32)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
