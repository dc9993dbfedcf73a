"""What a network lets somebody do, what it can be asked for, and what asking costs.

A network is not one thing that works or doesn't: X answers who mentioned me, but a follow there is
a page that a person opens. So each capability has a mode, per account.
"""

from dataclasses import dataclass
from enum import StrEnum

from hobnob.domain.people import Network


class Capability(StrEnum):
    """One thing that a network may allow an account to do or to see."""

    SEE_TALK = "see mentions, replies and quotes"
    SEE_LIKES_GIVEN = "see whom I liked"
    SEE_LIKES_RECEIVED = "see who liked me"
    SEE_FOLLOWS = "see who follows whom"
    SEE_LISTS = "see my lists"
    SEE_LIST_POSTS = "see what people post"
    SEE_BLOCKS = "see whom I blocked and muted"
    SEE_MESSAGES = "see direct messages"
    SEE_HASHTAG = "see a hashtag"
    SEE_HOME = "see what those I follow post"
    POST = "post"
    REPLY = "reply"
    QUOTE = "quote"
    REPOST = "repost"
    LIKE = "like"
    MESSAGE = "send a message"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    MUTE = "mute"
    BLOCK = "block"
    CHANGE_LISTS = "change lists"
    LIST_STRANGERS = "list people I do not follow"


class Mode(StrEnum):
    """How a capability is had."""

    API = "api"
    WEB_INTENT = "web intent"
    """hobnob opens the network's own page, filled in; the person presses the button there."""
    MANUAL = "manual"
    """hobnob says what to do; the network has no page that can be opened filled in."""
    NONE = "none"


class Stream(StrEnum):
    """One thing that can be read from an account, page by page."""

    NOTIFICATIONS = "notifications"
    MY_POSTS = "my posts"
    MY_LIKES = "my likes"
    MESSAGES = "messages"
    LIST_POSTS = "list posts"
    """What the people of one of hobnob's own lists post, who may be on no list over there."""
    HASHTAG = "hashtag"
    HOME = "home"
    """What everybody whom I follow posts."""
    FOLLOWERS = "followers"
    FOLLOWING = "following"
    MY_LISTS = "my lists"
    LIST_MEMBERS = "list members"
    BLOCKS = "blocks"
    MUTES = "mutes"


SNAPSHOTS = frozenset(
    {
        Stream.FOLLOWERS,
        Stream.FOLLOWING,
        Stream.MY_LISTS,
        Stream.LIST_MEMBERS,
        Stream.BLOCKS,
        Stream.MUTES,
    }
)
"""Streams of what is so now, not of what happened. Only one read to its end says who is gone."""


FEEDS = frozenset({Stream.LIST_POSTS, Stream.HASHTAG, Stream.HOME})
"""Streams of what people post, whomever it is about."""

WITHOUT_HISTORY = SNAPSHOTS | FEEDS
"""Streams of which nothing older is asked for than a first look shows."""


class Reach(StrEnum):
    """Which end of a stream is read. Each keeps a cursor of its own, so that both can resume."""

    TAIL = "tail"
    """What is newer than what is known."""
    BACKFILL = "backfill"
    """What is older than what is known, back to the beginning."""


def dollars(microdollars: int) -> str:
    """ "$4.99"; what is less than a dollar to the last digit: "$0.015", "$0.20"."""
    if microdollars >= 1_000_000 or microdollars % 10_000 == 0:
        return f"${microdollars / 1e6:,.2f}"
    return "$" + f"{microdollars / 1e6:.6f}".rstrip("0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What reading took: requests, and money where a network takes some."""

    requests: int = 0
    microdollars: int = 0
    """Millionths of a US dollar: X prices a like at a thousandth, and sums must be exact."""

    def __add__(self, other: "Cost") -> "Cost":
        """Both together."""
        return Cost(
            requests=self.requests + other.requests,
            microdollars=self.microdollars + other.microdollars,
        )


NOTHING = Cost()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteList:
    """A list as a network keeps it. Who is on it is a stream of its own."""

    network: Network
    native_id: str
    name: str
    is_public: bool
    """Everybody can see who is on it: all lists of Bluesky, some of X, none of Mastodon."""
