"""What X charges, in millionths of a dollar: https://docs.x.com/x-api/getting-started/pricing.

Prices as published on 2026-08-22. A read costs by what comes back, each thing once in a UTC day;
what comes along beside it (authors, posts referred to) is not charged. What is mine costs less, as
long as the app is mine too ("Owned Reads", since 2026-04-20). The Developer Console has the last
word.
"""

from collections.abc import Iterable
from enum import StrEnum

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import NOTHING, Cost, Stream
from hobnob.networks.base import Clock
from hobnob.networks.x.same_words import has_link


class Thing(StrEnum):
    """What is charged for, and told apart from its like by its id."""

    POST = "post"
    USER = "user"
    LIST = "list"
    MESSAGE = "message"


OWNED = 1_000
"""Anything of mine that is read under /2/users/{me}/."""
READ = {Thing.POST: 5_000, Thing.USER: 10_000, Thing.LIST: 5_000, Thing.MESSAGE: 10_000}

AT_ONCE = 100
"""So many posts, or people, can be asked for by their ids in one request."""

A_PAGE = 100
"""So many items one answer is asked for. X gives a thousand people, but then a page could cost
a dollar, and a limit that is looked at before each page could be missed by as much."""

FIRST_LOOK = 5
"""The fewest posts of somebody that X gives: what was long ago nobody answers any more."""

_STREAMS = {
    Stream.NOTIFICATIONS: (OWNED, A_PAGE),
    Stream.MY_POSTS: (OWNED, A_PAGE),
    Stream.MY_LIKES: (OWNED, A_PAGE),
    Stream.MESSAGES: (READ[Thing.MESSAGE], A_PAGE),
    Stream.LIST_POSTS: (READ[Thing.POST], FIRST_LOOK),
    Stream.HASHTAG: (READ[Thing.POST], A_PAGE),
    Stream.HOME: (READ[Thing.POST], A_PAGE),
    Stream.FOLLOWERS: (OWNED, A_PAGE),
    Stream.FOLLOWING: (OWNED, A_PAGE),
    Stream.MY_LISTS: (OWNED, A_PAGE),
    Stream.LIST_MEMBERS: (READ[Thing.USER], A_PAGE),
    Stream.BLOCKS: (OWNED, A_PAGE),
    Stream.MUTES: (OWNED, A_PAGE),
}
"""What one item of a stream costs, and how many of them come with one answer."""

CREATE_POST = 15_000
CREATE_POST_WITH_LINK = 200_000
INTERACT = 15_000
"""A mute."""
UNDO_INTERACTION = 10_000
"""Posts of mine that are deleted."""
UNMUTE = 5_000
CHANGE_LIST = 5_000


def price_of_stream(stream: Stream, count: int) -> Cost:
    """What so many items of a stream cost, if none of them was read today."""
    price, most = _STREAMS[stream]
    return Cost(requests=max(1, -(-count // most)), microdollars=count * price)


_ACTIONS = {
    ActionKind.DELETE_POST: UNDO_INTERACTION,
    ActionKind.MUTE: INTERACT,
    ActionKind.UNMUTE: UNMUTE,
    ActionKind.LIST_ADD: CHANGE_LIST,
    ActionKind.LIST_REMOVE: CHANGE_LIST,
}


def price_of_post(*, with_link: bool) -> Cost:
    """What a post of mine costs."""
    return Cost(requests=1, microdollars=CREATE_POST_WITH_LINK if with_link else CREATE_POST)


def price_of_action(action: Action) -> Cost:
    """What sending it costs, at most: X charges more for a post with a link in it.

    NOTHING for what X lets no app do.
    """
    if action.kind is ActionKind.POST:
        return price_of_post(with_link=has_link(action.text))
    charged = _ACTIONS.get(action.kind)
    return NOTHING if charged is None else Cost(requests=1, microdollars=charged)


class Meter:
    """Counts what X charges for: the same thing once in a UTC day."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._day = -1
        self._paid: set[tuple[Thing, str]] = set()

    @property
    def today(self) -> int:
        """The UTC day, counted from 1970."""
        return self._clock() // DAY

    def remember(self, thing: Thing, ids: Iterable[str], day: int) -> None:
        """These were paid for on that day already, by whoever read before."""
        if day == self.today:
            self._begin_day()
            self._paid.update((thing, each) for each in ids)

    def charge(self, thing: Thing, ids: Iterable[str], price: int) -> int:
        """What these cost, in millionths of a dollar, those left out that were paid for today."""
        self._begin_day()
        new = {(thing, each) for each in ids} - self._paid
        self._paid |= new
        return len(new) * price

    def _begin_day(self) -> None:
        if self._day != self.today:
            self._day = self.today
            self._paid.clear()
