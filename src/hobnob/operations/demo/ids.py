"""Ids as the networks make them, from a name or a moment: the same world always has the same ones.

Bluesky: DIDs of 24 letters (https://web.plc.directory/spec/v0.1/did-plc) and record keys that sort
by time (https://atproto.com/specs/tid). Mastodon: milliseconds and sixteen bits more, which its
server hands out; ids of one server mean nothing on another.
"""

from base64 import b32encode
from hashlib import sha256

_SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
_FIRST_DAY_MS = 1_480_000_000_000  # accounts are older than what they say


def did(name: str) -> str:
    """For example "did:plc:" and 24 letters and digits."""
    return "did:plc:" + b32encode(sha256(name.encode()).digest())[:24].decode().lower()


def record_key(at_us: int, clock: int) -> str:
    """Thirteen letters that sort by time; `clock` tells records of one moment apart."""
    number = at_us << 10 | clock & 1023
    return "".join(_SORTABLE[number >> shift & 31] for shift in range(60, -1, -5))


def status_id(at_us: int, sequence: int) -> str:
    """Mastodon's id for something written at that moment."""
    return str(at_us // 1000 << 16 | sequence & 65535)


def account_id(name: str) -> str:
    """Mastodon's id for an account."""
    digest = int.from_bytes(sha256(name.encode()).digest()[:6])
    return str(_FIRST_DAY_MS + digest % 10**11 << 16 | digest & 65535)
