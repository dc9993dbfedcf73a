"""What a check may look at: one account, its posts, what it said to me and what it is to me."""

from dataclasses import dataclass, field

from hobnob.domain.hygiene.likeness import NOBODY_KNOWN, Known
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account
from hobnob.domain.posts import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something the account did towards me."""

    kind: Kind
    at_us: int | None = None
    text: str = ""
    links: tuple[str, ...] = ()
    names: int = 0
    """How many accounts its words name."""
    post: str = ""
    """Native id of the post, "" where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """I marked something as bad behaviour."""

    at_us: int | None = None
    why: str = ""
    words: str = ""
    """The post that shows it, "" where I named none."""
    post: str = ""
    """Its native id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnList:
    """A list the person is on."""

    key: str
    name: str
    silent_days: int
    """Who on it posts nothing for so many days counts as silent."""
    is_close: bool = False
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """What the person behind the account is to me, over all their accounts."""

    towards_me: int = 0
    """How often they did something towards me; follows, blocks and mutes left out."""
    from_me: int = 0
    """How often I did something towards them; follows, blocks and mutes left out."""
    tags: tuple[str, ...] = ()
    """What I call them: "donor", "member"."""
    has_notes: bool = False
    is_kept: bool = False
    """I said to keep them: nothing is suggested against them ever again."""


STRANGER = Relationship()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One account as the checks see it. What is unknown stays None: no check guesses."""

    account: Account
    person: int | None = None
    """Whose it is: accounts of one person do not impersonate each other."""
    posts: tuple[Post, ...] = ()
    """Their newest, newest first, at most forty."""
    told_me: tuple[Told, ...] = ()
    """What they did towards me, newest first, at most forty."""
    i_follow: bool = False
    followed_us: int | None = None
    """When I followed them, or was first seen to."""
    follows_me: bool | None = None
    """From a whole snapshot of my followers; None: there is none yet."""
    i_follow_the_new: bool = False
    """They moved, and I follow where they went."""
    looked_us: int | None = None
    """When their network was last asked about them or their posts; None: never."""
    lists: tuple[OnList, ...] = ()
    relationship: Relationship = STRANGER
    marked_bad: tuple[Mark, ...] = ()
    known: Known = field(default=NOBODY_KNOWN, repr=False)
    """The people I know, for whom somebody may pass themselves off: one index for all looks."""

    @property
    def is_real_relationship(self) -> bool:
        """Whether they are somebody to me: blocking them is never proposed."""
        to_me = self.relationship
        return (
            bool(to_me.towards_me and to_me.from_me)
            or bool(to_me.tags)
            or to_me.has_notes
            or to_me.is_kept
            or any(place.is_close for place in self.lists)
        )
