"""What every network adapter speaks: pages of domain values in, actions out, and plain errors.

An adapter signs in as one account and reads. It keeps nothing: whoever calls it stores a page and
the cursor that follows it in one transaction. What acts is an object of its own, a writer, that
only the outbox may open.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from hobnob.domain.actions import Action, ActionKind, Recovery
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Interaction
from hobnob.domain.networks import NOTHING, Capability, Cost, Mode, Reach, RemoteList, Stream
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

Cursor: TypeAlias = Mapping[str, Json]
"""Where to go on reading. Only the adapter that made it knows what is in it."""

Secret: TypeAlias = Mapping[str, str]
"""Named values that sign in, kept by `operations.secrets.keep`."""

Clock: TypeAlias = Callable[[], int]
"""The moment it is now (microseconds UTC)."""

KeepSecret: TypeAlias = Callable[[Secret], None]
"""Keeps the sign-in anew, where a network gave another one in its place. Called at once."""


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


# ── How one signs in ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing a person types in to connect an account."""

    name: str
    """Its key, and the option of the command: "app-password"."""
    label: str
    help: str = ""
    """Where one finds it, in a sentence."""
    example: str = ""
    is_secret: bool = False
    """Never shown again, nor taken from the command line."""
    is_optional: bool = False


class SignIn(Protocol):
    """How a network is signed in to: `SIGN_IN` in each network's `connecting.py`.

    `place` is what `asks_first` asked for, as a person typed it. Every call may raise the errors
    above.
    """

    asks_first: Asked
    """What is needed to begin at all: the server, the handle, the id of one's own app."""
    asks_by_hand: tuple[Asked, ...]
    """What is needed to connect without the network's own page: a token, an app password."""
    has_page: bool
    """The network has a page where one allows it, which leads back to a local address."""

    def begin(self, place: str, *, returns_to: str) -> tuple[str, Secret]:
        """The address a person opens to allow it, and what `finish` needs to know again.

        It leads back to `returns_to` with a `code` and the `state` of the address, or shows the
        code where `returns_to` is empty.
        """
        ...

    def finish(self, place: str, code: str, begun: Secret) -> Secret:
        """The sign-in, for the code that the address gave."""
        ...

    def by_hand(self, place: str, given: Secret) -> Secret:
        """The sign-in, for what `asks_by_hand` asked for."""
        ...

    def server(self, place: str) -> str:
        """The host where that account lives, "" where the network is one place."""
        ...

    def adapter(self, server: str, secret: Secret, *, clock: Clock, keep: KeepSecret) -> "Adapter":
        """Who reads. A sign-in that the network renews meanwhile goes to `keep`."""
        ...

    def revoke(self, server: str, secret: Secret) -> None:
        """Tell the network that the sign-in is no longer good."""
        ...


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

    @property
    def cost_of_lookups(self) -> Cost:
        """What whoami, resolve and hydrate cost so far: no page tells it."""
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
        self,
        stream: Stream,
        *,
        of: str = "",
        reach: Reach,
        since: Cursor | None = None,
        members: Sequence[str] = (),
    ) -> Iterator[Page]:
        """The pages of a stream, each fetched when it is asked for.

        `of` names the list or hashtag where the stream needs one. Without `since` a TAIL starts at
        the newest item and stops after one page: the rest is what BACKFILL is for.

        LIST_POSTS is one round over the people of a list of ours, whose native ids `members` are:
        the newest page of each, only as posts, one request for each of its pages. Its cursor is
        {"places": {native id: ...}, "todo": [native ids that this round has not come to]}; it has
        no BACKFILL. A HASHTAG and HOME bring posts alone, too.

        In all three a repost is a post of its own, before the one that it hands on; those of mine
        are left out, for MY_POSTS tells them as interactions.
        """
        ...


@runtime_checkable
class FindsPeople(Protocol):
    """An adapter of a network that can be searched for people by name. X cannot."""

    def find_people(self, name: str, most: int) -> Iterator[Account]:
        """Accounts that the network thinks of at a name, the likeliest first. One request."""
        ...


# ── What is done ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An action that a person approved, as it is handed to a network."""

    action: Action
    key: str
    """13 characters of base 32, made at approval and never used twice: a TID of AT Protocol
    (https://atproto.com/specs/tid), and what is sent as Idempotency-Key elsewhere."""
    approved_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An action that arrived, whoever sent it and whenever."""

    native_id: str = ""
    """Of the post, or of the record of a like or a follow, where the network gives it one."""
    url: str = ""
    """Where a person can look at it."""
    cost: Cost = NOTHING
    limit: RateLimit | None = None


class Writer(Protocol):
    """One account of one network, for acting.

    Each network's `write.py` has an `open_writer(server, secret, *, clock, keep)`, which takes what
    an adapter takes. Every call may raise the errors above. RateLimited, NetworkRefused and
    SignInNeeded promise that nothing was done; so does Unreachable where its `may_have_arrived` is
    False.
    """

    def recovery(self, kind: ActionKind) -> Recovery:
        """What tells whether an action of this kind arrived."""
        ...

    def price(self, action: Action) -> Cost:
        """What sending it would cost. Asks nobody."""
        ...

    @property
    def cost_of_searches(self) -> Cost:
        """What the last `find` cost where no outcome tells it: it found nothing, or broke off."""
        ...

    def send(self, order: Order) -> Outcome:
        """Do it. What is so already is no error: to follow somebody I follow is an outcome."""
        ...

    def find(self, order: Order) -> Outcome | None:
        """Whether it is done: the record of its key, my post with its words since it was approved,
        or the state that it sets. None when it certainly is not."""
        ...
