"""One account of one Mastodon server, for acting. Only the outbox opens it.

Paths: https://docs.joinmastodon.org/methods/statuses/, .../accounts/ and .../lists/.
"""

import re
from collections.abc import Callable, Mapping
from secrets import SystemRandom
from typing import Any

from mastodon import Mastodon

from hobnob.domain.actions import ABOUT_POSTS, WRITES_TEXT, Action, ActionKind, Recovery
from hobnob.domain.networks import NOTHING, Cost
from hobnob.networks.base import (
    Clock,
    KeepSecret,
    NetworkRefused,
    Order,
    Outcome,
    Secret,
    Unreachable,
)
from hobnob.networks.fields import Record, record, words
from hobnob.networks.http.door import Door
from hobnob.networks.mastodon.accounts import Accounts
from hobnob.networks.mastodon.client import Client, OpenDoor
from hobnob.networks.mastodon.errors import NotThere, not_understood
from hobnob.networks.mastodon.fields import id_in, is_id, link
from hobnob.networks.mastodon.posts import DIRECT
from hobnob.networks.mastodon.sent import find_post, own_post
from hobnob.networks.mastodon.signed_in import SignedIn
from hobnob.networks.throttle import Throttle

Act = Callable[[Mastodon, str], object]

_ON_POSTS: Mapping[ActionKind, Act] = {
    ActionKind.REPOST: lambda api, post: api.status_reblog(post),
    ActionKind.UNDO_REPOST: lambda api, post: api.status_unreblog(post),
    ActionKind.LIKE: lambda api, post: api.status_favourite(post),
    ActionKind.UNLIKE: lambda api, post: api.status_unfavourite(post),
    ActionKind.DELETE_POST: lambda api, post: api.status_delete(post),
}
_ON_PEOPLE: Mapping[ActionKind, Act] = {
    ActionKind.FOLLOW: lambda api, who: api.account_follow(who),
    ActionKind.UNFOLLOW: lambda api, who: api.account_unfollow(who),
    ActionKind.MUTE: lambda api, who: api.account_mute(who),
    ActionKind.UNMUTE: lambda api, who: api.account_unmute(who),
    ActionKind.BLOCK: lambda api, who: api.account_block(who),
    ActionKind.UNBLOCK: lambda api, who: api.account_unblock(who),
}

_SHOWS: Mapping[ActionKind, tuple[tuple[str, ...], bool]] = {
    ActionKind.REPOST: (("reblogged",), True),
    ActionKind.UNDO_REPOST: (("reblogged",), False),
    ActionKind.LIKE: (("favourited",), True),
    ActionKind.UNLIKE: (("favourited",), False),
    # Who lets nobody follow unasked has been asked.
    ActionKind.FOLLOW: (("following", "requested"), True),
    ActionKind.UNFOLLOW: (("following", "requested"), False),
    ActionKind.MUTE: (("muting",), True),
    ActionKind.UNMUTE: (("muting",), False),
    ActionKind.BLOCK: (("blocking",), True),
    ActionKind.UNBLOCK: (("blocking",), False),
}
"""Which of these flags of a post or a relationship says what, once it is done."""

_GONE_IS_DONE = frozenset({ActionKind.DELETE_POST, ActionKind.UNDO_REPOST, ActionKind.UNLIKE})
_NARROWER = frozenset({"unlisted", "private", DIRECT})

_REMEMBERS_KEYS = re.compile(r"[2-9]\.\d+\.\d+([-+][\w.+-]+)?")
"""Versions of Mastodon and its forks, "4.3.0+glitch". Others add what they really are, "4.0.0 (not
true; really snac/2.75)", and whether they heed an Idempotency-Key nobody knows."""


def open_writer(
    server: str,
    secret: Secret,
    *,
    clock: Clock,
    keep: KeepSecret,  # a token of Mastodon's holds until it is taken back
) -> "MastodonWriter":
    """Who acts as the account that is signed in."""
    throttle = Throttle(server, clock=clock, random=SystemRandom().random)
    return MastodonWriter(SignedIn(**secret), throttle=throttle)


def shows(kind: ActionKind, shown: Record) -> bool:
    """Whether a post, or how I stand to a person, shows that this is done.

    https://docs.joinmastodon.org/entities/Relationship/
    """
    flags, wanted = _SHOWS[kind]
    return any(shown.get(flag) is True for flag in flags) is wanted


class MastodonWriter:
    """Acts as the account that is signed in, and finds out what came of it."""

    def __init__(
        self, signed_in: SignedIn, *, throttle: Throttle, open_door: OpenDoor = Door
    ) -> None:
        self._server = signed_in.server
        self._accounts = Accounts(signed_in.server)
        self._remembers_keys = False
        self._client = Client(
            signed_in.address, signed_in.token, throttle=throttle, open_door=open_door
        )

    def recovery(self, kind: ActionKind) -> Recovery:
        """What tells whether an action of this kind arrived; for posts, once one was looked for."""
        if kind not in WRITES_TEXT:
            return Recovery.STATE
        return Recovery.KEYED if self._remembers_keys else Recovery.LOOK

    def price(self, action: Action) -> Cost:
        """What sending it would cost: a request or two, never money."""
        return Cost(requests=2 if action.kind is ActionKind.REPLY else 1)

    @property
    def cost_of_searches(self) -> Cost:
        """Nothing that anybody counts."""
        return NOTHING

    def send(self, order: Order) -> Outcome:
        """Do it. What is so already is no error."""
        before = self._client.requests
        action = order.action
        if action.kind in WRITES_TEXT:
            return self._outcome(self._post(order), before)
        if action.kind in (ActionKind.LIST_ADD, ActionKind.LIST_REMOVE):
            self._change_list(action)
        elif action.kind in ABOUT_POSTS:
            self._act_on_post(action)
        else:
            self._act(_ON_PEOPLE[action.kind], self._person(action))
        return self._outcome({}, before)

    def find(self, order: Order) -> Outcome | None:
        """Whether it is done: my post with its words, or the state that it sets."""
        before = self._client.requests
        action = order.action
        if action.kind in WRITES_TEXT:
            self._remembers_keys = self._asks_about_keys()
            found = find_post(self._client, self._accounts, order)
            return None if found is None else self._outcome(found, before)
        return self._outcome({}, before) if self._is_so(action) else None

    # ── What is written ──────────────────────────────────────────────────────

    def _post(self, order: Order) -> Record:
        action = order.action
        asked: dict[str, Any] = {"visibility": DIRECT if action.is_private else None}
        if action.kind is ActionKind.REPLY:
            asked["in_reply_to_id"] = self._post_id(action)
            asked["visibility"] = self._visibility_of_answer(action)
        answer = self._act(
            lambda api, text: api.status_post(text, idempotency_key=order.key, **asked), action.text
        )
        if not id_in(record(answer)):
            raise not_understood(self._server)
        return record(answer)

    def _visibility_of_answer(self, action: Action) -> str | None:
        """No wider than what it answers; None leaves it to the settings over there."""
        if action.is_private:
            return DIRECT
        try:
            answered = self._client.ask(lambda api: api.status(self._post_id(action)))
        except Unreachable as error:
            raise Unreachable(str(error), may_have_arrived=False) from error
        visibility = words(answered, "visibility")
        return visibility if visibility in _NARROWER else None

    # ── What is set ──────────────────────────────────────────────────────────

    def _act_on_post(self, action: Action) -> None:
        try:
            self._act(_ON_POSTS[action.kind], self._post_id(action))
        except NotThere:
            if action.kind not in _GONE_IS_DONE:
                raise

    def _change_list(self, action: Action) -> None:
        on_list, who = self._list(action), self._person(action)
        try:
            if action.kind is ActionKind.LIST_ADD:
                self._act(lambda api, _: api.list_accounts_add(on_list, [who]), who)
            else:
                self._act(lambda api, _: api.list_accounts_delete(on_list, [who]), who)
        except NetworkRefused as error:
            # Who is on it already can't be put there, nor taken off who isn't.
            if not self._is_so(action):
                raise NetworkRefused(
                    f"{self._server} did not change the list: it takes only people whom you "
                    "follow, onto lists that are still there."
                ) from error

    def _is_so(self, action: Action) -> bool:
        """Whether the state that an action sets is what the server shows."""
        if action.kind in (ActionKind.LIST_ADD, ActionKind.LIST_REMOVE):
            return self._is_on_list(action) is (action.kind is ActionKind.LIST_ADD)
        try:
            shown = self._shown(action)
        except NotThere:
            return action.kind in _GONE_IS_DONE
        if action.kind is ActionKind.DELETE_POST:
            return False
        return shows(action.kind, shown)

    def _shown(self, action: Action) -> Record:
        """The post an action is about, or how I stand to a person."""
        if action.kind in ABOUT_POSTS:
            post = self._post_id(action)
            return record(self._client.ask(lambda api: api.status(post)))
        who = self._person(action)
        listed = self._client.listed(lambda api: api.account_relationships([who]))
        if not listed.items:
            raise not_understood(self._server)
        return listed.items[0]

    def _is_on_list(self, action: Action) -> bool:
        who = self._person(action)
        listed = self._client.listed(lambda api: api.account_lists(who))
        return any(id_in(each) == self._list(action) for each in listed.items)

    # ── How ──────────────────────────────────────────────────────────────────

    def _act(self, act: Act, what: str) -> object:
        """Ask for a change. An answer that cannot be used is no proof that nothing was done."""
        try:
            return self._client.ask(lambda api: act(api, what))
        except NetworkRefused as error:
            if 200 <= self._client.status < 300:
                raise not_understood(self._server) from error
            raise

    def _outcome(self, status: Record, before: int) -> Outcome:
        native_id = id_in(status)
        return Outcome(
            native_id=self._accounts.whole(native_id) if native_id else "",
            url=link(status, "url", "uri"),
            cost=Cost(requests=self._client.requests - before),
            limit=self._client.limit,
        )

    def _asks_about_keys(self) -> bool:
        """Whether the server is known to do only once what comes twice under one key."""
        about = self._client.ask(lambda api: api.instance_v1())
        return _REMEMBERS_KEYS.fullmatch(words(record(about), "version")) is not None

    def _post_id(self, action: Action) -> str:
        return self._known(own_post(self._accounts, action.target), "post")

    def _person(self, action: Action) -> str:
        return self._known(self._accounts.own(action.target), "person")

    def _list(self, action: Action) -> str:
        return self._known(self._accounts.own(action.on_list), "list")

    def _known(self, native_id: str, what: str) -> str:
        if not is_id(native_id):
            raise NetworkRefused(
                f"{self._server} does not know that {what} by this id: sync first."
            )
        return native_id
