"""Acts as one account of Bluesky: what a person approved, once each.

What I make is a record, and its key is made at the moment of the approval: to write it again
changes nothing, and whether it arrived can be looked up. https://atproto.com/specs/record-key
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from secrets import SystemRandom

from hobnob.domain.actions import Action, ActionKind, Recovery
from hobnob.domain.networks import NOTHING, Cost
from hobnob.networks.base import Clock, KeepSecret, Order, Outcome, Secret, Unreachable
from hobnob.networks.bluesky.client import Client, OpenDoor
from hobnob.networks.bluesky.errors import ExistsAlready
from hobnob.networks.bluesky.mine import Mine
from hobnob.networks.bluesky.records import MAKES, UNMAKES, Records, post_at, refuse_nonsense
from hobnob.networks.bluesky.signed_in import SignedIn
from hobnob.networks.bluesky.uris import POST, AtUri
from hobnob.networks.fields import part
from hobnob.networks.http.door import Door
from hobnob.networks.throttle import Throttle

_MUTES = {
    ActionKind.MUTE: "app.bsky.graph.muteActor",
    ActionKind.UNMUTE: "app.bsky.graph.unmuteActor",
}

_MOST_REQUESTS = 6
"""Looking whether it is there, what it is about, and writing it."""


def open_writer(
    server: str,  # Bluesky is one place
    secret: Secret,
    *,
    clock: Clock,
    keep: KeepSecret,
) -> "BlueskyWriter":
    """Who acts as the account that is signed in."""
    throttle = Throttle("Bluesky", clock=clock, random=SystemRandom().random)
    return BlueskyWriter(SignedIn(**secret), throttle=throttle, keep=keep)


class BlueskyWriter:
    """Acts as the account that is signed in."""

    def __init__(
        self,
        signed_in: SignedIn,
        *,
        throttle: Throttle,
        keep: KeepSecret,
        open_door: OpenDoor = Door,
    ) -> None:
        self._me = signed_in.did
        self._client = Client(signed_in, throttle=throttle, keep=keep, open_door=open_door)
        self._mine = Mine(self._client)
        self._records = Records(self._client, self._mine)

    def recovery(self, kind: ActionKind) -> Recovery:
        """What tells whether an action of this kind arrived."""
        return Recovery.NAMED if kind in MAKES else Recovery.STATE

    def price(self, action: Action) -> Cost:
        """What sending it would cost at most: requests, never money."""
        return Cost(requests=_MOST_REQUESTS)

    @property
    def cost_of_searches(self) -> Cost:
        """Nothing that anybody counts."""
        return NOTHING

    def send(self, order: Order) -> Outcome:
        """Do it. What is so already is an outcome, whoever did it."""
        action = order.action
        self._client.spent()
        refuse_nonsense(action, me=self._me)
        if action.kind in MAKES:
            return self._outcome(self._make(order))
        if action.kind in UNMAKES:
            self._unmake(action)
            return self._outcome()
        if action.kind in _MUTES:
            self._client.do(_MUTES[action.kind], actor=action.target)
            return self._outcome()
        post = post_at(action)
        self._delete(post)
        return self._outcome(post)

    def find(self, order: Order) -> Outcome | None:
        """Whether it is done: the record of its key, or the state that it sets."""
        action = order.action
        self._client.spent()
        if action.kind in MAKES:
            made = self._made(order)
            return self._outcome(made) if made else None
        if action.kind in UNMAKES:
            return None if self._standing(action, UNMAKES[action.kind]) else self._outcome()
        if action.kind in _MUTES:
            is_done = self._is_muted(action) == (action.kind is ActionKind.MUTE)
            return self._outcome() if is_done else None
        post = post_at(action)
        return None if self._mine.at(post) else self._outcome(post)

    def _make(self, order: Order) -> AtUri:
        """The record of an order: made now, or there already."""
        with _nothing_left():
            if made := self._made(order):
                return made
            record = self._records.of(order)
        uri = self._named(order)
        # Only where nothing is: sent once more it never replaces what is there.
        with suppress(ExistsAlready):
            self._client.do(
                "com.atproto.repo.putRecord",
                repo=uri.did,
                collection=uri.collection,
                rkey=uri.key,
                record=record,
                swapRecord=None,
            )
        return uri

    def _made(self, order: Order) -> AtUri | None:
        """The record of an order's own key, or another one that says the same."""
        named = self._named(order)
        if self._mine.at(named):
            return named
        if named.collection == POST:
            return None
        return next(iter(self._standing(order.action, named.collection)), None)

    def _named(self, order: Order) -> AtUri:
        return AtUri(self._me, MAKES[order.action.kind], order.key)

    def _unmake(self, action: Action) -> None:
        with _nothing_left():
            standing = self._standing(action, UNMAKES[action.kind])
        for uri in standing:
            self._delete(uri)

    def _standing(self, action: Action, collection: str) -> list[AtUri]:
        return self._mine.standing(collection, action.target, action.on_list)

    def _delete(self, uri: AtUri) -> None:
        """Delete a record of mine; one that is gone already stays gone."""
        self._client.do(
            "com.atproto.repo.deleteRecord", repo=uri.did, collection=uri.collection, rkey=uri.key
        )

    def _is_muted(self, action: Action) -> bool:
        profile = self._mine.profile(action.target)
        return part(profile or {}, "viewer").get("muted") is True

    def _outcome(self, uri: AtUri | None = None) -> Outcome:
        url = ""
        if uri is not None and uri.collection == POST:
            url = f"https://bsky.app/profile/{uri.did}/post/{uri.key}"
        return Outcome(
            native_id=str(uri) if uri else "",
            url=url,
            cost=self._client.spent(),
            limit=self._client.limit,
        )


@contextmanager
def _nothing_left() -> Iterator[None]:
    """Looking around changes nothing: what fails there has certainly not arrived."""
    try:
        yield
    except Unreachable as error:
        raise Unreachable(str(error), may_have_arrived=False) from error
