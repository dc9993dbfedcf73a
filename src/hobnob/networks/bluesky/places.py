"""Where the parts of Bluesky are that no account's own server tells.

https://atproto.com/specs/did, https://docs.bsky.app/docs/advanced-guides/api-directory
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The addresses of services. For trials each can be another, by a setting."""

    directory: str = "https://plc.directory"
    """Says which server a did:plc lives on."""
    names: str = "https://public.api.bsky.app"
    """Says which DID a handle stands for."""
    chat: str = "did:web:api.bsky.chat#bsky_chat"
    """Keeps direct messages; an account's own server passes questions on to it."""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Self:
        """The places, with those in their stead that the environment names."""
        named = {
            name: environ[f"HOBNOB_BLUESKY_{name.upper()}"]
            for name in ("directory", "names", "chat")
            if environ.get(f"HOBNOB_BLUESKY_{name.upper()}")
        }
        return cls(**named)
