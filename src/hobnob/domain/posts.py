"""A post: what somebody wrote, kept so that a reason can be read in their own words."""

import re
from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.people import Account, Network


class MediaKind(StrEnum):
    """What sort of thing is attached."""

    PICTURE = "picture"
    MOVING_PICTURE = "moving picture"
    VIDEO = "video"
    RECORDING = "recording"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture or the like. Only its description is kept: hobnob fetches no pictures."""

    kind: MediaKind = MediaKind.PICTURE
    alt: str = ""
    """What it shows, in its author's words; "" where they gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link in a post, or the card that a network shows for one."""

    url: str
    """Where it leads, as written out by the network: no shortened address where that is told."""
    title: str = ""
    """The title of the page, where a card shows it."""
    is_card: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What a post carries besides its words."""

    links: tuple[Link, ...] = ()
    """In the order of the post, without those that lead to a hashtag, a person or another post."""
    media: tuple[Media, ...] = ()
    has_poll: bool = False
    quotes: str = ""
    """Native id of the post that is quoted in it."""
    reposts: str = ""
    """Native id of the post that is handed on as it is. The post has no words of its own then."""
    names: int = 0
    """How many accounts its words name, without the one it answers."""
    labels: tuple[str, ...] = ()
    """What the network or its author warns of, in the network's own words: "porn", "nudity",
    "graphic-media", "sensitive", or the text of a content warning."""


NOTHING_ATTACHED = Attached()


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
    attached: Attached = NOTHING_ATTACHED


_HASHTAG = re.compile(r"(?<![\w&/])[#＃](\w*[^\W\d_]\w*)")
"""A word after a #, not all digits, and no part of a link or an HTML entity."""


def hashtags(text: str) -> tuple[str, ...]:
    """The hashtags in a text, each once, without # and in lower case: "nptech"."""
    if "#" not in text and "＃" not in text:
        return ()
    return tuple(dict.fromkeys(each.lower() for each in _HASHTAG.findall(text)))


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
