"""What a sign-in consists of. It is kept as its fields, so all of them are text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """One account signed in at its own server: https://atproto.com/specs/xrpc#authentication."""

    did: str
    handle: str
    pds: str
    """Where the account lives: "https://morel.us-east.host.bsky.network"."""
    access: str
    """Good for some minutes or hours."""
    refresh: str
    """Good for some weeks, and for one use: it gives both anew."""
    acts: str = ""
    """"yes" where its owner wants hobnob to act as well. An app password always could."""
