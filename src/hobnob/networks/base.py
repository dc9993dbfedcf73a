"""What every network adapter speaks: pages of domain values in, and errors a person can act on.

An adapter signs in as one account and reads. It keeps nothing: whoever calls it stores a page and
the cursor that follows it in one transaction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Interaction
from hobnob.domain.networks import NOTHING, Capability, Cost, Mode, Reach, RemoteList, Stream
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

Cursor: TypeAlias = Mapping[str, Json]
"""Where to go on reading. Only the adapter that made it knows what is in it."""


# ── What a person can act on ─────────────────────────────────────────────────


class SignInNeeded(HobnobError):
    """The network does not know us (any more): connect the account again."""


class RateLimited(HobnobError):
    """Asked often enough for now; `until_us` is when asking makes sense again."""

    def __init__(self, message: str, *, until_us: int) -> None:
        super().__init__(message)
        self.until_us = until_us


class Unreachable(HobnobError):
    """No answer, or only a part of one.

    `may_have_arrived` is False where the request certainly never left: a read doesn't care, but a
    post that may have arrived must not be sent again unseen.
    """

    def __init__(self, message: str, *, may_have_arrived: bool) -> None:
        super().__init__(message)
        self.may_have_arrived = may_have_arrived


class NetworkRefused(HobnobError):
    """The network answered, and the answer is no."""


class CursorExpired(HobnobError):
    """The network forgot the place we had reached: read on newest first, to a known item."""


def plain_error(error: BaseException) -> HobnobError | None:
    """The HobnobError that a client library wrapped in an error of its own, if there is one."""
    inner: BaseException | None = error
    while inner is not None and not isinstance(inner, HobnobError):
        inner = inner.__cause__ or inner.__context__
    return inner


# ── What is read ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """What a network said about how often it may be asked. None where it said nothing."""

    limit: int | None = None
    remaining: int | None = None
    reset_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One item of an answer that could not be understood. The rest of the page goes in."""

    where: str
    """The network's own id of the item, or its place: "notification 17"."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One answer, translated. It is stored whole, together with `cursor`, or not at all.

    Pages overlap, on purpose: what comes twice is recognised by its native id.
    """

    cursor: Cursor
    """Where to go on after this page."""
    is_last: bool
    """There is nothing more now. A snapshot whose last page was not reached is incomplete."""
    interactions: tuple[Interaction, ...] = ()
    posts: tuple[Post, ...] = ()
    """Posts that no interaction carries, and newer versions of posts that are known."""
    accounts: tuple[Account, ...] = ()
    lists: tuple[RemoteList, ...] = ()
    deleted_posts: tuple[str, ...] = ()
    """Native ids of posts that their authors took back."""
    problems: tuple[Problem, ...] = ()
    cost: Cost = NOTHING
    limit: RateLimit | None = None


class Adapter(Protocol):
    """One account of one network, for reading. Every call may raise any of the errors above."""

    @property
    def network(self) -> Network:
        """The network it speaks to."""
        ...

    def capabilities(self) -> Mapping[Capability, Mode]:
        """How each thing is had with this account, on this server. What is missing is NONE."""
        ...

    def whoami(self) -> Account:
        """The account that is signed in."""
        ...

    def resolve(self, name: str) -> Account | None:
        """The account that a handle or the address of a profile names, if there is one."""
        ...

    def hydrate(self, native_ids: Sequence[str]) -> Iterator[Account]:
        """The profiles behind ids, asked for in as few requests as the network allows.

        Accounts that are gone or suspended are left out.
        """
        ...

    def price(self, stream: Stream, *, reach: Reach, count: int) -> Cost:
        """What reading `count` items would cost. Asks nobody."""
        ...

    def pull(
        self, stream: Stream, *, of: str = "", reach: Reach, since: Cursor | None = None
    ) -> Iterator[Page]:
        """The pages of a stream, each fetched when it is asked for.

        `of` names the list or hashtag where the stream needs one. Without `since` a TAIL starts at
        the newest item and stops after one page: the rest is what BACKFILL is for.
        """
        ...
