"""A post: what somebody wrote, kept so that a reason can be read in their own words."""

from dataclasses import dataclass

from hobnob.domain.people import Account, Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post on one network. `author` is None where a source tells only the text."""

    network: Network
    native_id: str
    author: Account | None = None
    text: str = ""
    at_us: int | None = None
    url: str = ""
    in_reply_to: str = ""
    """Native id of the post this one answers."""
    language: str = ""
    is_sensitive: bool = False
    is_private: bool = False
    """A direct message: shown to the account's owner only, never in a feed."""


def web_url(network: str, native_id: str, url: str) -> str:
    """Where a person can open the post, or "" where nobody can tell."""
    if url:
        return url
    if network == Network.X and native_id.isdigit():
        return f"https://x.com/i/web/status/{native_id}"
    if network == Network.BLUESKY and native_id.startswith("at://"):
        did, _, record_key = native_id.removeprefix("at://").split("/", 2)
        return f"https://bsky.app/profile/{did}/post/{record_key}"
    return ""
