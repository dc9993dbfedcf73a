"""Accounts as networks name them, and the people behind them.

Events belong to accounts; an account belongs to a person by an edge that can be ended, so that
merging and splitting people moves nothing.
"""

from dataclasses import dataclass
from enum import StrEnum


class Network(StrEnum):
    """Where an account lives. Files and the world outside count as places too."""

    X = "x"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    ADDRESS_BOOK = "address book"
    OFFLINE = "offline"

    @property
    def title(self) -> str:  # type: ignore[override]  # a StrEnum member is a str, whose title() nobody needs here
        """The name people use: "Bluesky"."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a network tells about an account besides its names. None: it does not say.

    Numbers of followers are kept for what they give away about sellers of them; no page shows them.
    """

    is_bot: bool | None = None
    is_suspended: bool | None = None
    is_protected: bool | None = None
    """Only followers see what they post."""
    moved_to: str = ""
    """The address of the account they use instead: "ana@tusk.example"."""
    labels: tuple[str, ...] = ()
    """What the network's moderation, or they themselves, put on the account: "porn", "spam"."""
    links: tuple[str, ...] = ()
    """Where their profile leads, besides what the bio has."""
    location: str = ""
    """Where they say that they are, as they write it: "Utrecht, mostly"."""
    posts: int | None = None
    followers: int | None = None
    following: int | None = None
    made_us: int | None = None
    """When the account was made."""
    last_post_us: int | None = None
    """Their newest post, as far as the network says: maybe to the day only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account on one network.

    `native_id` never changes over there: X's numeric id, a DID, "id@server" on Mastodon. Where
    only the handle is known it is "@" and the handle in lower case, until the real id is learnt.
    """

    network: Network
    native_id: str
    handle: str = ""
    name: str = ""
    bio: str = ""
    url: str = ""
    profile: Profile | None = None
    """None where only names are told."""


def provisional_id(handle: str) -> str:
    """The native id of an account of which only the handle is known: "@ana"."""
    return "@" + handle.lower()


def account_key(network: str, native_id: str) -> str:
    """How a decision names an account other than the one it is kept on: "x:22"."""
    return f"{network}:{native_id}"


def account_of_key(key: str) -> tuple[str, str]:
    """(network, native id) of such a key."""
    network, _, native_id = key.partition(":")
    return network, native_id


def profile_url(network: str, handle: str, url: str) -> str:
    """Where the account's page is, or "" where nobody can tell."""
    if url or not handle:
        return url
    if network == Network.X:
        return f"https://x.com/{handle}"
    if network == Network.BLUESKY:
        return f"https://bsky.app/profile/{handle}"
    user, _, server = handle.partition("@")
    return f"https://{server}/@{user}" if network == Network.MASTODON and server else ""


def initials(name: str) -> str:
    """One or two letters for a face: "AV" of "Ana de Vries"."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def hue(account_id: int) -> int:
    """The colour of somebody's face: an angle of 0-359 degrees, far from its neighbours'."""
    return account_id * 137 % 360
