"""What the record of an action says, and what is not to be asked of any server.

https://docs.bsky.app/docs/advanced-guides/posts, https://docs.bsky.app/docs/tutorials
"""

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.moments import from_us
from hobnob.networks.base import Json, NetworkRefused, Order
from hobnob.networks.bluesky.client import Client
from hobnob.networks.bluesky.facets import facets_of
from hobnob.networks.bluesky.mine import Mine
from hobnob.networks.bluesky.uris import (
    BLOCK,
    FOLLOW,
    LIKE,
    LIST,
    LIST_ITEM,
    POST,
    REPOST,
    AtUri,
    is_did,
)
from hobnob.networks.fields import Record, part, words

MAKES = {
    ActionKind.POST: POST,
    ActionKind.REPLY: POST,
    ActionKind.LIKE: LIKE,
    ActionKind.REPOST: REPOST,
    ActionKind.FOLLOW: FOLLOW,
    ActionKind.BLOCK: BLOCK,
    ActionKind.LIST_ADD: LIST_ITEM,
}
"""The collection of the record that an action makes."""

UNMAKES = {
    ActionKind.UNLIKE: LIKE,
    ActionKind.UNDO_REPOST: REPOST,
    ActionKind.UNFOLLOW: FOLLOW,
    ActionKind.UNBLOCK: BLOCK,
    ActionKind.LIST_REMOVE: LIST_ITEM,
}
"""The collection of the records that an action deletes."""

_ABOUT_NO_ACCOUNT = frozenset({POST, LIKE, REPOST})


def refuse_nonsense(action: Action, *, me: str) -> None:
    """Raises NetworkRefused for what no server should be asked to do."""
    if action.by != me:
        raise NetworkRefused("That is for another account of yours: approve it anew.")
    if action.is_private:
        raise NetworkRefused(
            "hobnob sends no direct messages on Bluesky: answer at bsky.app/messages."
        )
    collection = MAKES.get(action.kind) or UNMAKES.get(action.kind)
    if collection == LIST_ITEM:
        listed = AtUri.read(action.on_list)
        if listed is None or listed.collection != LIST or listed.did != me:
            raise NetworkRefused("That is no list of yours on Bluesky: read your lists first.")
    if action.kind is ActionKind.DELETE_POST:
        if post_at(action).did != me:
            raise NetworkRefused("Only your own posts can be deleted.")
    elif collection not in _ABOUT_NO_ACCOUNT and not is_did(action.target):
        raise NetworkRefused("Nobody knows that account's id yet: read Bluesky first.")


def post_at(action: Action) -> AtUri:
    """The post that an action is about. Raises NetworkRefused where it is about none."""
    uri = AtUri.read(action.target)
    if uri is None or uri.collection != POST:
        raise NetworkRefused("That is no post of Bluesky: nothing was done.")
    return uri


class Records:
    """Makes the records that a person approved; what they refer to is looked up."""

    def __init__(self, client: Client, mine: Mine) -> None:
        self._client = client
        self._mine = mine

    def of(self, order: Order) -> dict[str, Json]:
        """The record of an order. Raises NetworkRefused where it would say nothing."""
        return {
            "$type": MAKES[order.action.kind],
            **self._said(order.action),
            "createdAt": _as_text(order.approved_us),
        }

    def _said(self, action: Action) -> dict[str, Json]:
        match action.kind:
            case ActionKind.POST:
                return self._words(action)
            case ActionKind.REPLY:
                return {**self._words(action), "reply": self._thread(action)}
            case ActionKind.LIKE | ActionKind.REPOST:
                return {"subject": _reference(self._shown(action))}
            case ActionKind.LIST_ADD:
                return {"list": action.on_list, "subject": action.target}
            case ActionKind.FOLLOW:
                self._refuse_where_blocked(action)
        return {"subject": action.target}

    def _words(self, action: Action) -> dict[str, Json]:
        facets = facets_of(action.text, self._client)
        return {"text": action.text, **({"facets": facets} if facets else {})}

    def _thread(self, action: Action) -> Json:
        """The post that is answered, and the one that its thread began with."""
        answered = self._shown(action)
        if part(answered, "viewer").get("replyDisabled") is True:
            raise NetworkRefused("Its author lets only some people answer: you cannot.")
        root = part(part(part(answered, "record"), "reply"), "root")
        parent = _reference(answered)
        return {"root": _reference(root) if root else parent, "parent": parent}

    def _shown(self, action: Action) -> Record:
        if view := self._mine.post(str(post_at(action))):
            return view
        raise NetworkRefused("The post is gone, or not for you to see: nothing was done.")

    def _refuse_where_blocked(self, action: Action) -> None:
        profile = self._mine.profile(action.target)
        if profile is None:
            raise NetworkRefused("That account is gone or suspended: nothing was done.")
        if part(profile, "viewer").get("blockedBy") is True:
            raise NetworkRefused("That account has blocked you: nothing was done.")


def _reference(view: Record) -> dict[str, Json]:
    """A post, and the very version of it: a strong reference (com.atproto.repo.strongRef)."""
    return {"uri": words(view, "uri"), "cid": words(view, "cid")}


def _as_text(us: int) -> str:
    """A moment as records hold it: "2026-11-22T01:00:00.123Z"."""
    whole = from_us(us - us % 1_000)
    return whole.isoformat(timespec="milliseconds").replace("+00:00", "Z")
