"""Acts on X as far as its API lets one: post, delete a post, mute, keep lists.

X has nothing that keeps a post from being sent twice, so one that may have arrived is looked for
among what I posted since, and never sent again unseen: https://docs.x.com/x-api/posts/manage-tweets.
"""

from collections.abc import Iterator
from contextlib import suppress

from hobnob.domain.actions import Action, ActionKind, Recovery
from hobnob.domain.moments import MINUTE, from_us
from hobnob.domain.networks import NOTHING, Cost, Stream
from hobnob.networks.base import Clock, KeepSecret, NetworkRefused, Order, Outcome, Secret
from hobnob.networks.fields import Record, each, part
from hobnob.networks.x import prices
from hobnob.networks.x.answers import gone_in, listed, looked_up
from hobnob.networks.x.client import Client
from hobnob.networks.x.errors import NotThere, not_understood
from hobnob.networks.x.fields import id_in, is_id, words
from hobnob.networks.x.opening import open_client, open_keys
from hobnob.networks.x.posts import first_id, post_url
from hobnob.networks.x.prices import Thing
from hobnob.networks.x.same_words import says_the_same
from hobnob.networks.x.signed_in import SignedIn

_CLOCKS_APART = MINUTE
"""My clock may be ahead of X's by so much: a post of mine may seem older than its approval."""

_NOT_DONE = "X answered that it did not do this: look at the post or the person there."

Asked = dict[str, str]


class XWriter:
    """Acts as the account that is signed in."""

    def __init__(self, client: Client, signed_in: SignedIn) -> None:
        self._client = client
        self._signed_in = signed_in
        self._read = NOTHING
        """What looking for something cost so far."""

    def recovery(self, kind: ActionKind) -> Recovery:
        """What tells whether an action of this kind arrived."""
        return Recovery.LOOK if kind is ActionKind.POST else Recovery.STATE

    def price(self, action: Action) -> Cost:
        """What sending it costs, at most."""
        return prices.price_of_action(action)

    def send(self, order: Order) -> Outcome:
        """Do it. What is so already is no error."""
        action = order.action
        self._check(action)
        match action.kind:
            case ActionKind.POST:
                return self._post(action)
            case ActionKind.DELETE_POST:
                self._delete(action.target)
            case ActionKind.LIST_ADD:
                route = f"/2/lists/{action.on_list}/members"
                self._set("POST", route, "add_member", {"user_id": action.target})
            case ActionKind.LIST_REMOVE:
                route = f"/2/lists/{action.on_list}/members/{action.target}"
                self._set("DELETE", route, "remove_member")
            case ActionKind.MUTE:
                route = f"/2/users/{action.by}/muting"
                self._set("POST", route, "mute", {"target_user_id": action.target})
            case _:
                self._set("DELETE", f"/2/users/{action.by}/muting/{action.target}", "unmute")
        return Outcome(cost=self.price(action), limit=self._client.limit)

    @property
    def cost_of_searches(self) -> Cost:
        """What the last look cost where no outcome tells it: it found nothing, or broke off."""
        return self._read

    def find(self, order: Order) -> Outcome | None:
        """Whether it is done: my post with its words since it was approved, or the state."""
        self._read = NOTHING
        found = self._find(order)
        if found is not None:
            self._read = NOTHING
        return found

    def _find(self, order: Order) -> Outcome | None:
        action = order.action
        self._check(action)
        match action.kind:
            case ActionKind.POST:
                return self._posted(order)
            case ActionKind.DELETE_POST:
                is_done = self._is_gone(action.target)
            case ActionKind.LIST_ADD | ActionKind.LIST_REMOVE:
                route = f"/2/lists/{action.on_list}/members"
                is_on = self._is_among(route, Stream.LIST_MEMBERS, "list_members", action.target)
                is_done = is_on is (action.kind is ActionKind.LIST_ADD)
            case _:
                route = f"/2/users/{action.by}/muting"
                is_muted = self._is_among(route, Stream.MUTES, "muting", action.target)
                is_done = is_muted is (action.kind is ActionKind.MUTE)
        return Outcome(cost=self._read, limit=self._client.limit) if is_done else None

    # ── Posts ────────────────────────────────────────────────────────────────

    def _post(self, action: Action) -> Outcome:
        made = self._set("POST", "/2/tweets", "create_post", {"text": action.text})
        native_id = id_in(made)
        if not native_id:
            raise not_understood()
        return Outcome(
            native_id=native_id,
            url=post_url(native_id, self._signed_in.handle),
            cost=prices.price_of_post(with_link="https://t.co/" in words(made, "text")),
            limit=self._client.limit,
        )

    def _delete(self, post: str) -> None:
        # Somebody may have deleted it over there.
        with suppress(NotThere):
            self._set("DELETE", f"/2/tweets/{post}", "delete_post")

    def _posted(self, order: Order) -> Outcome | None:
        """My post with the same words, if there is one since they were approved."""
        since = from_us(order.approved_us - _CLOCKS_APART)
        asked = {
            "max_results": "100",
            "exclude": "retweets",
            "start_time": f"{since:%Y-%m-%dT%H:%M:%SZ}",
            "tweet.fields": "id,text,entities,note_tweet,edit_history_tweet_ids",
        }
        route = f"/2/users/{order.action.by}/tweets"
        for post in self._items(route, Stream.MY_POSTS, "tweets", asked):
            if id_in(post) and says_the_same(order.action.text, post):
                native_id = first_id(post)
                url = post_url(native_id, self._signed_in.handle)
                return Outcome(
                    native_id=native_id, url=url, cost=self._read, limit=self._client.limit
                )
        return None

    def _is_gone(self, post: str) -> bool:
        answer = self._client.get("/2/tweets", "posts", ids=post)
        self._read = Cost(requests=1, microdollars=prices.READ[Thing.POST] * len(looked_up(answer)))
        return not looked_up(answer) and post in gone_in(answer)

    # ── States ───────────────────────────────────────────────────────────────

    def _set(self, method: str, route: str, bucket: str, body: Asked | None = None) -> Record:
        """What X says it made of an order. Raises NetworkRefused where it says why it did not."""
        answer = self._client.send(method, route, bucket, body)
        if done := part(answer, "data"):
            return done
        raise NetworkRefused(_NOT_DONE) if any(each(answer, "errors")) else not_understood()

    def _is_among(self, route: str, stream: Stream, bucket: str, native_id: str) -> bool:
        """Whether somebody is on a list, which is read until they turn up or it ends."""
        most = "1000" if stream is Stream.MUTES else "100"
        people = self._items(route, stream, bucket, {"max_results": most})
        return any(id_in(person) == native_id for person in people)

    def _items(self, route: str, stream: Stream, bucket: str, asked: Asked) -> Iterator[Record]:
        """What is on each page, asked for one after the other."""
        while True:
            answer = self._client.get(route, bucket, **asked)
            items = listed(answer)
            charged = prices.price_of_stream(stream, len(items)).microdollars
            self._read += Cost(requests=1, microdollars=charged)
            yield from items
            older = words(part(answer, "meta"), "next_token")
            if not older:
                return
            if older == asked.get("pagination_token"):
                raise not_understood()
            asked = {**asked, "pagination_token": older}

    def _check(self, action: Action) -> None:
        """Raises NetworkRefused for what X's API does not do, or not for me."""
        if action.is_private or not prices.price_of_action(action).requests:
            raise NetworkRefused(
                f"X lets no app {action.kind}: do it on X's own page, which hobnob opens for you."
            )
        if self._signed_in.user_id not in ("", action.by):
            raise NetworkRefused(
                "That was approved for another account of yours: connect that one."
            )
        is_list = action.kind in (ActionKind.LIST_ADD, ActionKind.LIST_REMOVE)
        needed = [action.by, *([action.on_list] if is_list else [])]
        needed += [] if action.kind is ActionKind.POST else [action.target]
        if not all(map(is_id, needed)):
            raise NetworkRefused("X does not know whom or what that is about: sync first.")


def open_writer(server: str, secret: Secret, *, clock: Clock, keep: KeepSecret) -> XWriter:
    """Who acts."""
    keys = open_keys(server, secret, clock=clock, keep=keep)
    return XWriter(open_client(server, keys, clock=clock), keys.signed_in)
