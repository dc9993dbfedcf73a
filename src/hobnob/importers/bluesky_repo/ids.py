"""Ids of the AT Protocol: whose a repository is (a DID), and when it changed (a TID).

https://atproto.com/specs/did, https://atproto.com/specs/tid
"""

import re

_DID = re.compile(r"did:(plc:[a-z2-7]{1,64}|web:[A-Za-z0-9.:%-]{1,250})", re.ASCII)
_TID = re.compile(r"[234567a-j][234567a-z]{12}", re.ASCII)
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_CLOCK_BITS = 10


def is_did(text: object) -> bool:
    """Whether this can be the id of an account."""
    return isinstance(text, str) and _DID.fullmatch(text) is not None


def tid_us(text: object) -> int | None:
    """The moment that an id like `3kabcdefgh2zy` was made; None where this is none."""
    if not isinstance(text, str) or not _TID.fullmatch(text):
        return None
    number = 0
    for digit in text:
        number = number * 32 + _DIGITS.index(digit)
    return number >> _CLOCK_BITS
